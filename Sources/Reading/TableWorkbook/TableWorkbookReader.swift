import AllocationTables
package import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// Reads table workbooks (and CSV files of them) back into tables with places, and those into proposals.
///
/// Tables are known by the words of their captions, wherever they stand and whatever their number; header
/// rows by their years; columns by the words over them. Several proposals may be in one workbook if each
/// sheet (or caption) carries the number.
package enum TableWorkbookReader {
  /// Whether the workbook holds at least one table of the forms and no entry sheet `Økonomi`.
  package static func recognises(_ workbook: Workbook, isPlainText: Bool = false) -> Bool {
    let isEntry = workbook.sheets.contains { Spelling.key($0.name) == "økonomi" }
    return !isEntry
      && workbook.sheets.contains {
        SheetTables($0, file: nil, isPlainText: isPlainText).tables.contains { $0.kind != nil }
      }
  }

  /// Whether a sheet holds tables whose captions leave no doubt, whatever the sheet's name.
  static func holdsTables(_ sheet: Sheet) -> Bool {
    SheetTables(sheet, file: nil, isPlainText: false).tables.contains {
      TableWords.caption($0.caption)?.isCertain ?? false
    }
  }

  /// What reads a sheet of distribution keys by the names of a round.
  package typealias KeyReading = (Sheet, Round) -> (keys: [DistributionKey], findings: [Finding])

  /// The proposals of a workbook, in the order of their first sheets.
  /// - Parameters:
  ///   - file: the path, as the user named it.
  ///   - round: the round the user asked for; otherwise the proposal's own, else the one whose years and
  ///     price level fit.
  ///   - isText: whether the cells are the fields of CSV files, which are all text.
  ///   - number: the proposal's number, where the names of the files tell it.
  ///   - files: the file of each sheet, by the sheet's name, where the sheets are files of their own (CSV,
  ///     one per table).
  ///   - keys: reads the sheet of the proposal's own distribution keys, as the entry workbook reads it.
  package static func read(
    _ workbook: Workbook, file: String?, round: Round? = nil, isText: Bool = false, number: String? = nil,
    files: [String: String] = [:], keys: KeyReading? = nil
  ) -> [ReadTables] {
    let isPlainText = isText
    if let long = LongTables(workbook, file: file, isPlainText: isPlainText) {
      return long.read().map { read in
        var context = ReadContext(read, round: round, keys: keys)
        context.resolve()
        return context.read
      }
    }
    let sheets = workbook.sheets.filter { !OwnSheets.isCalculation($0) && !AcceptanceSheet.isOne($0) }
    let years = roundYears(sheets, asked: round, isPlainText: isPlainText)
    let parts = sheets.map {
      SheetPart($0, file: files[$0.name] ?? file, isPlainText: isPlainText, round: years)
    }
    let numbers = parts.flatMap(\.numbers).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if numbers.count <= 1 {
      return [
        assemble(
          parts, number: number ?? numbers.first, file: file, round: round, isPlainText: isPlainText,
          keys: keys)
      ]
    }
    return numbers.map { number in
      assemble(
        parts.compactMap { $0.part(of: number) }, number: number, file: file, round: round,
        isPlainText: isPlainText, keys: keys)
    }
  }

  /// The number of the proposal that the name of a sheet begins with (`BC08 Tabel A`).
  package static func number(ofSheet name: String) -> String? { SheetPart.split(name).number }

  /// The years of the round that was asked for, or that a front page names.
  private static func roundYears(_ sheets: [Sheet], asked: Round?, isPlainText: Bool) -> [Int]? {
    if let asked { return asked.years }
    for sheet in sheets where FrontPage.isFront(SheetPart.split(sheet.name).rest) {
      if let name = FrontPage.cells(sheet, file: nil, isPlainText: isPlainText).text(.round),
        let round = RoundLibrary.round(named: name)
      {
        return round.years
      }
    }
    return nil
  }

  private static func assemble(
    _ parts: [SheetPart], number: String?, file: String?, round: Round?, isPlainText: Bool,
    keys: KeyReading?
  ) -> ReadTables {
    var read = ReadTables(file: file, id: number ?? "")
    for part in parts {
      if part.isFront, read.front.isEmpty {
        read.front = FrontPage.cells(part.sheet, file: file, isPlainText: isPlainText)
        read.frontSheet = isPlainText ? nil : part.sheet.name
        read.findings += read.front.contradictions()
      } else if part.isFront {
        let copy = FrontPage.cells(part.sheet, file: part.file, isPlainText: isPlainText)
        read.findings += read.front.contradictions(on: copy)
      } else if part.isKeys {
        read.keySheet = part.sheet
      } else if part.isFollowUp {
        read.followUpSheet = part.sheet
      } else if part.isHearing {
        addHearings(part, isPlainText: isPlainText, to: &read)
      }
      read.tables += part.tables
      read.regions += part.regions
      read.findings += part.findings
      read.findings += placeholders(part.sheet, file: part.file, isPlainText: isPlainText)
    }
    RepeatedTables.remove(&read)
    if let stated = read.front.text(.id) {
      read.findings += parts.flatMap { $0.numbersOfOthers(than: stated) }
      read.id = stated
    }
    if read.id.isEmpty {
      read.id = numberInFileName(file) ?? "uden-nummer"
      if let sheet = read.frontSheet {
        let place = Place(file: file, sheet: sheet, cell: read.front.fields[.id]?.place.cell)
        read.findings.append(Catalogue.numberOfProposalMissing(readAs: read.id, at: place))
      }
    }
    read.findings += unitOfFront(read)
    var context = ReadContext(read, round: round, keys: keys)
    context.resolve()
    return context.read
  }

  private static func addHearings(_ part: SheetPart, isPlainText: Bool, to read: inout ReadTables) {
    let page = Place(file: part.file, sheet: isPlainText ? nil : part.sheet.name)
    for row in HearingTable(part.sheet)?.rows ?? [] {
      let places = row.cells.mapValues { page.at($0.description) }
      if row.hearing.body.isEmpty {
        read.findings.append(Catalogue.Entry.bodyMissing(at: places[.body] ?? page))
      }
      read.hearings.append((row.hearing, places))
    }
  }

  /// What is told of a `Måleenhed` that is none, or another than the tables have.
  private static func unitOfFront(_ read: ReadTables) -> [Finding] {
    var reader = FrontReader(read.front, round: nil)
    guard let unit = reader.unit(), let field = read.front.fields[.unit],
      let other = read.tables.first(where: { $0.kind != nil && $0.unit != unit })
    else { return reader.values.findings }
    return [Catalogue.unitContradicts(field.text, other.unit, at: field.place)]
  }

  private static func numberInFileName(_ file: String?) -> String? {
    guard let name = file?.split(separator: "/").last.map(String.init) else { return nil }
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    for mark in ["-tabel", "-fordeling", "-forslag", "-høring"] {
      if let range = stem.lowercased().firstRange(of: mark) { return String(stem[..<range.lowerBound]) }
    }
    return stem.isEmpty || stem == "-" ? nil : stem
  }

  /// Words in square brackets that the template left: `[indsæt nr.]`; `[2]` is none.
  private static func placeholders(_ sheet: Sheet, file: String?, isPlainText: Bool) -> [Finding] {
    let place = Place(file: file, sheet: isPlainText ? nil : sheet.name)
    return sheet.cells.compactMap { cell in
      guard case .text(let text) = cell.value, let found = placeholder(in: text) else { return nil }
      return Catalogue.placeholderLeft(found, at: place.at(cell.address.description))
    }
  }

  package static func placeholder(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return nil }
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let inner = rest[rest.index(after: open)..<close]
      if inner.filter(\.isLetter).count >= 2 { return "[\(inner)]" }
      rest = rest[rest.index(after: close)...]
    }
    return nil
  }
}

/// One sheet with what stands on it.
private struct SheetPart {
  var sheet: Sheet
  /// The file that holds the sheet.
  var file: String?
  var tables: [ReadTable] = []
  /// Every part of the sheet that looks like a table, for the ledger.
  var regions: [ReadRegion] = []
  var findings: [Finding] = []
  var isFront: Bool
  var isHearing: Bool
  /// Whether it is the sheet of the proposal's own distribution keys.
  var isKeys: Bool
  /// Whether it is the sheet of the follow-up.
  var isFollowUp: Bool
  /// The proposal number that begins the sheet's name or captions: `BC08 Tabel A`.
  var ownNumber: String?

  init(_ sheet: Sheet, file: String?, isPlainText: Bool, round: [Int]?) {
    self.sheet = sheet
    self.file = file
    let (number, rest) = SheetPart.split(sheet.name)
    isFront = FrontPage.isFront(rest)
    isHearing = FrontPage.isHearing(rest)
    isKeys = Spelling.same(rest, EntrySheet.keys.rawValue)
    isFollowUp = EntrySheet(key: EntrySpelling.key(rest)) == .followUps
    ownNumber = number
    guard !isFront, !isHearing, !isKeys, !isFollowUp else { return }
    let read = SheetTables(sheet, file: file, isPlainText: isPlainText)
    tables = read.tables
    regions = read.regions.map { ReadRegion($0, in: read.grid, file: file) }
    findings = read.findings
  }

  /// The numbers of proposals that the sheet speaks of.
  var numbers: [String] {
    if let ownNumber { return [ownNumber] }
    return tables.compactMap { SheetPart.split($0.caption).number }
  }

  /// What is told of tables that carry a number of the same shape as the proposal's and are not its own.
  func numbersOfOthers(than id: String) -> [Finding] {
    func shape(_ text: String) -> [Character] {
      Spelling.key(text).map { $0.isNumber ? "0" : $0.isLetter ? "a" : $0 }
    }
    return tables.compactMap { table in
      guard table.kind != nil, let number = ownNumber ?? SheetPart.split(table.caption).number,
        shape(number) == shape(id), !Spelling.same(number, id)
      else { return nil }
      return Catalogue.numberOfOther(
        table.name, number, proposal: id, at: table.place(table.captionCell ?? table.headerCell))
    }
  }

  /// The sheet with the tables of one proposal only; a sheet that names no number belongs to all.
  func part(of number: String) -> SheetPart? {
    if let ownNumber { return ownNumber == number ? self : nil }
    let captioned = tables.contains { SheetPart.split($0.caption).number != nil }
    guard captioned else { return tables.isEmpty ? self : nil }
    var part = self
    part.tables = tables.filter { SheetPart.split($0.caption).number == number }
    let cells = Set(part.tables.flatMap { $0.rows.flatMap(\.figureCells) + $0.yearCells })
    let others = Set(
      tables.filter { SheetPart.split($0.caption).number != number }
        .flatMap { $0.rows.flatMap(\.figureCells) + $0.yearCells })
    part.findings = findings.filter {
      $0.cells.contains(where: cells.contains) || !$0.cells.contains(where: others.contains)
    }
    return part.tables.isEmpty ? nil : part
  }

  /// `BC08 Tabel A` → `BC08` and `Tabel A`: a number is a word in capitals with a figure in it, before what a
  /// sheet or a caption begins with.
  static func split(_ text: String) -> (number: String?, rest: String) {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first, words.count == 2, first.first?.isUppercase == true,
      first.contains(where: { $0.isASCII && $0.isNumber }),
      first.allSatisfy({ $0.isUppercase || ($0.isASCII && $0.isNumber) || $0 == "-" || $0 == "_" }),
      FrontPage.isFront(words[1]) || FrontPage.isHearing(words[1])
        || TableWords.looksLikeCaption(words[1]) || TableWords.caption(words[1]) != nil
    else { return (nil, text) }
    return (first, words[1])
  }
}
