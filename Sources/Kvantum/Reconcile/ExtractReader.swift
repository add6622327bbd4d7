import Findings
import Forms
import Intake
import Output
import ProposalModel
import Reading
import Spreadsheet

/// Reads an extract row by row and keeps only what concerns the expected postings, whatever the size of the
/// file.
struct ExtractReader {
  /// What is looked for.
  private var wanted: WantedPostings
  private let file: String
  /// What the columns are called.
  private let columns: ExtractColumns

  package private(set) var posted: [String: [PostedRow]] = [:]
  private(set) var unnamed: [PostedRow] = []
  /// Rows booked as expected that name a proposal which is not among the expected ones.
  private(set) var ofOthers: [OthersRow] = []
  /// How many rows were read below the headers.
  package private(set) var rows = 0
  /// The codes that the extract has columns for.
  private(set) var mask: UInt8 = 0
  /// Whether any column can name a proposal.
  private(set) var namesProposals = false
  package private(set) var findings: [Finding] = []
  /// Rows that may be postings of ours and could not be read.
  package private(set) var unread: [UnreadRow] = []

  /// Rows that the list itself has added up, and the first of them; they are no postings.
  package private(set) var sums = (count: 0, first: 0)

  private var header: LocatedTable<ExtractField>?
  private var currency: ExtractCurrency?
  /// The unit of each column of amounts.
  private var units: [ExtractField: AmountUnit] = [:]
  /// Further columns that are called what a column is called that is read.
  private var rivals: [ExtractField: [Rival]] = [:]
  /// Why a table with the headers of an extract must not be read, in Danish.
  private var refusal: String?
  private var sheet: String?
  /// What the row that looks most like a header lacks, where none is whole.
  private var lacking: MissingHeadings?
  private var head: [Int: [Cell]] = [:]
  private var references: [String: String?] = [:]
  private var comparable: [String: String] = [:]

  /// How many rows are searched for the header.
  private static let headRows = 60
  /// How many amounts that cannot be read are told.
  private static let maximumFindings = 100

  /// A further column of a field.
  private struct Rival {
    var header: String
    var column: Int
    var unit: AmountUnit
  }

  /// Whether every row of the wanted accounts is kept, whatever its year, amount and proposal.
  private let isBudget: Bool

  /// Reads the budgets of `codes`, which say what is in `mask` and nothing else.
  init(_ file: String, budgets codes: [PostingCodes], mask: UInt8, columns: ExtractColumns) {
    (self.file, self.columns) = (file, columns)
    wanted = WantedPostings(budgets: codes, mask: mask)
    isBudget = true
  }

  init(
    _ file: String, expected: [ExpectedPosting], proposals: [String],
    columns: ExtractColumns = ExtractColumns()
  ) {
    (self.file, self.columns) = (file, columns)
    wanted = WantedPostings(expected, proposals: proposals)
    isBudget = false
  }

  /// Reads every sheet with the headers of an extract.
  package mutating func read() throws(FileFailure) {
    let bytes: [UInt8]? = file == "-" ? try InputFiles.read(file) : nil
    var isFound = false
    do {
      if try isCSV(bytes) {
        try readCSV(bytes)
        isFound = header != nil
      } else {
        switch try bytes.map({ try WorkbookReader.open(bytes: $0) }) ?? WorkbookReader.open(path: file) {
        case .streamed(let book):
          for sheet in book.sheets {
            begin(sheet.name)
            for row in sheet.rows { take(try row.get()) }
            if finishSheet() { isFound = true }
          }
        case .whole(let book):
          for sheet in book.sheets {
            begin(sheet.name)
            for row in sheet.rows { take(row) }
            if finishSheet() { isFound = true }
          }
        }
      }
    } catch let error as SpreadsheetError { throw FileFailure(file: file, error) } catch let error as CSVError
    {
      throw FileFailure(file: file, error)
    } catch let failure as FileFailure { throw failure } catch {
      throw FileFailure(file: file, status: .inputOutput, message: "Filen kan ikke læses (\(error)).")
    }
    if let refusal { throw FileFailure(file: file, status: .unreadable, message: refusal) }
    guard isFound else {
      throw FileFailure(
        file: file, status: .unreadable,
        message:
          "Filen er ikke et udtræk: der skal være kolonner med År, Beløb og mindst Bevilling eller Profitcenter."
          + (lacking.map { " " + $0.message } ?? "")
      )
    }
  }

  private mutating func take(_ row: Row) { take(row.number, row.cells) }

  /// Ends a sheet, and tells whether it had the headers of an extract.
  private mutating func finishSheet() -> Bool {
    finishHead()
    return header != nil
  }

  private func isCSV(_ bytes: [UInt8]?) throws -> Bool {
    let start: [UInt8]
    if let bytes {
      start = bytes
    } else {
      let name = file.lowercased()
      if name.hasSuffix(".csv") || name.hasSuffix(".txt") { return true }
      start = Array(try InputFiles.read(file).prefix(1 << 14))
      // SAP's "spreadsheet" is text between tabs in a file named .xls.
      if name.hasSuffix(".xls"), ![[0x50, 0x4B], [0xD0, 0xCF], [0x3C]].contains(where: start.starts(with:)) {
        return true
      }
    }
    if case .csv = FileContent(start, name: file) { return true }
    return false
  }

  private mutating func readCSV(_ bytes: [UInt8]?) throws {
    begin(nil)
    func cells(_ row: Int, _ texts: [String]) -> [Cell] {
      texts.enumerated().compactMap { index, text in
        text.isEmpty ? nil : Cell(address: CellAddress(row: row, column: index + 1), value: .text(text))
      }
    }
    if let bytes {
      for row in try CSVReader.read(bytes).sheet(named: "CSV").rows { take(row.number, row.cells) }
    } else {
      _ = try CSVReader.forEachRow(path: file) { take($0.row, cells($0.row, $0.texts)) }
    }
    finishHead()
  }

  // MARK: The header

  private mutating func begin(_ name: String?) {
    sheet = name
    header = nil
    head = [:]
  }

  private mutating func take(_ number: Int, _ cells: [Cell]) {
    if let header {
      read(number, cells, header)
      return
    }
    guard head.count < ExtractReader.headRows else { return }
    head[number] = cells
    if head.count == ExtractReader.headRows { finishHead() }
  }

  /// Finds the header among the first rows, and reads those below it.
  private mutating func finishHead() {
    guard header == nil, !head.isEmpty else { return }
    let start = Sheet(name: sheet ?? "", cells: head.values.flatMap { $0 })
    guard var found = LocatedTable(columns.fields, in: start, minimum: 2) else { return }
    let headings = start.rows.first { $0.number == found.headerRow }?.cells ?? []
    let own = found.ownColumns(of: columns.fields, in: start).columns
    for field in ExtractForm.codes where found.columns[field] != nil { found.columns[field] = own[field] }
    readUnits(of: &found, headings)
    readTitles(start, found, headings)
    findRivals(found)
    let lacks = MissingHeadings(found, sheet: sheet, columns: columns)
    guard lacks.fields.isEmpty else {
      if lacking.map({ lacks.fields.count < $0.fields.count }) ?? true { lacking = lacks }
      return
    }
    header = found
    for (bit, field) in ExtractForm.codes.enumerated() where found.columns[field] != nil {
      mask |= 1 << UInt8(bit)
    }
    if !isBudget, found.columns[.reference] != nil || found.columns[.text] != nil { namesProposals = true }
    wanted.prepare(mask)
    for number in head.keys.sorted() where number > found.headerRow {
      read(number, head[number] ?? [], found)
    }
    head = [:]
  }

  /// Reads what the rows above the header say of the unit of all amounts, where their headings do not.
  private mutating func readTitles(
    _ start: Sheet, _ found: LocatedTable<ExtractField>, _ headings: [Cell]
  ) {
    let fields = ExtractForm.amountFields + [.debit, .credit]
    let used = fields.filter { found.columns[$0] != nil && $0 != .thousands && !columns.mapped.contains($0) }
    guard !used.isEmpty else { return }
    for cell in start.rows.filter({ $0.number < found.headerRow }).flatMap(\.cells) {
      guard case .text(let text) = cell.value, let title = AmountHeading.title(text) else { continue }
      let silent = used.filter { field in
        let heading = headings.first { $0.address.column == found.columns[field] }
        return !AmountHeading.namesUnit(CellText.text(heading) ?? "")
      }
      if case .unit(let unit) = title.heading, title.isCertain, silent == used {
        for field in used { units[field] = unit }
      } else if case .unit(let unit) = title.heading, used.allSatisfy({ units[$0] == unit }) {
        continue
      } else if title.isCertain || !silent.isEmpty {
        refusal =
          "Over tabellen, i \(cell.address), står »\(text)«, men overskriften over beløbene siger ikke det samme. "
          + "Skriv enheden i overskriften, fx »Beløb, kr.« eller »Beløb i 1.000 kr.«, og prøv igen."
      }
    }
  }

  /// Finds the further columns of amounts and years that are called the same.
  private mutating func findRivals(_ found: LocatedTable<ExtractField>) {
    rivals = [:]
    for form in columns.fields where found.columns[form.key] != nil {
      guard (ExtractForm.amountFields + [.debit, .credit, .year]).contains(form.key) else { continue }
      rivals[form.key] = found.others.filter { form.isNamed($0.header) }.compactMap { other in
        guard case .unit(let unit) = AmountHeading(other.header) else { return nil }
        return Rival(
          header: other.header, column: other.column, unit: form.key == .thousands ? .thousandKroner : unit)
      }
    }
  }

  /// Reads the unit of each column of amounts from its whole heading, and the columns of currencies. A column
  /// in another currency is no amount.
  private mutating func readUnits(of found: inout LocatedTable<ExtractField>, _ headings: [Cell]) {
    units = [.thousands: .thousandKroner]
    for field in ExtractForm.amountFields + [.debit, .credit] {
      guard let column = found.columns[field],
        let text = CellText.text(headings.first(where: { $0.address.column == column }))
      else { continue }
      switch AmountHeading(text) {
      case .unit(let unit): if field != .thousands { units[field] = unit }
      case .other:
        found.columns[field] = nil
        found.others.append((text, column))
        adoptInKroner(field, &found)
      }
    }
    let field = ExtractForm.amountFields.first { found.columns[$0] != nil }
    let amounts = (field.map { [$0] } ?? [.debit, .credit]).compactMap { found.columns[$0] }
    let currency = ExtractCurrency(header: headings, amounts: amounts, isCompany: field == .companyAmount)
    // The currency of a document is kroner only where the list says so.
    if field == .documentAmount, currency.columns.isEmpty,
      let column = found.columns.removeValue(forKey: .documentAmount)
    {
      let cell = headings.first { $0.address.column == column }
      found.others.append((CellText.text(cell) ?? "", column))
    }
    self.currency = currency.columns.isEmpty ? nil : currency
  }

  /// Takes another column of the same name for a field whose first is in another currency.
  private mutating func adoptInKroner(_ field: ExtractField, _ found: inout LocatedTable<ExtractField>) {
    guard let form = columns.fields.first(where: { $0.key == field }) else { return }
    for (index, other) in found.others.enumerated() where form.isNamed(other.header) {
      guard case .unit(let unit) = AmountHeading(other.header) else { continue }
      found.columns[field] = other.column
      found.others.remove(at: index)
      if field != .thousands { units[field] = unit }
      return
    }
  }

  // MARK: One row

  private mutating func read(_ number: Int, _ cells: [Cell], _ header: LocatedTable<ExtractField>) {
    rows += 1
    if ExtractForm.isStarred(cells, header.columns) {
      noteSum(number)
      return
    }
    func cell(_ field: ExtractField) -> Cell? {
      guard let column = header.columns[field] else { return nil }
      return cells.first { $0.address.column == column }
    }
    func text(_ field: ExtractField) -> String? { CellText.text(cell(field)) }
    if text(.document) == nil, [.reference, .text].contains(where: { ExtractForm.isOnlyTotal(text($0)) }) {
      noteSum(number)
      return
    }
    let proposal = name(text(.reference), text(.text), header)
    if proposal == nil, !wanted.mayBeOurs(code(text(.profitCentre), 1)) { return }
    let written = ExtractForm.codes.map { text($0) ?? "" }
    let codes = PostingCodes(
      comparable: written.enumerated().map { code($0.element, $0.offset) }, written: written)
    let yearField = ExtractForm.yearFields.first { header.columns[$0] != nil } ?? .year
    let year = ExtractForm.year(cell(yearField), under: yearField)
    let place = Place(file: file, sheet: sheet)
    let reading = self.amount(cells, header, at: place)
    // A budget without an amount is there, and is nothing.
    let isNothing = isBudget && reading.amount == nil && reading.findings.isEmpty
    guard let year, let amount = isNothing ? .zero : reading.amount else {
      let isOurs = proposal != nil || (!namesProposals && wanted.isExpected(codes))
      guard isOurs, year != nil || isBooked(codes, header) || wanted.isExpected(codes),
        ![.reference, .text, .year].contains(where: { ExtractForm.isTotal(text($0)) })
      else { return }
      var found = reading.findings
      if year == nil, reading.amount.map({ $0 != .zero }) ?? !found.isEmpty {
        let address =
          cell(yearField)?.address ?? header.columns[yearField].map { CellAddress(row: number, column: $0) }
        found.append(Catalogue.Extract.year(text(yearField), at: place.at(address?.description)))
      }
      report(found, UnreadRow(proposal: proposal, row: number, year: year))
      return
    }
    if let trouble = doubt(of: cells, header, yearField, year, at: place) {
      guard proposal != nil || wanted.isExpected(codes) else { return }
      report([trouble], UnreadRow(proposal: proposal, row: number, year: year))
      return
    }
    var row = PostedRow(
      sheet: sheet, row: number, codes: codes, year: year, amount: signed(amount, text(.side), text(.process))
    )
    row.document = text(.document)
    row.text = text(.text)
    if let proposal {
      posted[proposal, default: []].append(row)
    } else if wanted.isOurs(row, hasNames: namesProposals) {
      let texts = namesProposals ? [text(.reference), text(.text)] : []
      if let other = texts.compactMap({ $0.flatMap(wanted.otherProposal) }).first {
        ofOthers.append(OthersRow(proposal: other, posted: row))
      } else {
        unnamed.append(row)
      }
    }
  }

  /// Why a row cannot be taken although it has a year and an amount: another currency, a side that is none, or
  /// another year in a column of the same name.
  private func doubt(
    of cells: [Cell], _ header: LocatedTable<ExtractField>, _ yearField: ExtractField, _ year: Int,
    at place: Place
  ) -> Finding? {
    func here(_ cell: Cell) -> Place { place.at(cell.address.description) }
    if let foreign = currency?.foreign(cells) {
      return Catalogue.Extract.currency(CellText.text(foreign) ?? "", at: here(foreign))
    }
    if let column = header.columns[.side], let cell = cells.first(where: { $0.address.column == column }),
      let text = CellText.text(cell)
    {
      let word = text.lowercased().filter(\.isLetter)
      if !ExtractForm.credit.contains(word), !ExtractForm.debit.contains(word) {
        return Catalogue.Extract.side(text, at: here(cell))
      }
    }
    for rival in rivals[yearField] ?? [] {
      guard let cell = cells.first(where: { $0.address.column == rival.column }),
        let other = ExtractForm.year(cell, under: yearField), other != year
      else { continue }
      return Catalogue.Extract.columnsDiffer(
        ("\(year)", ExtractForm.header(yearField)), ("\(other)", rival.header), at: here(cell))
    }
    return nil
  }

  /// The amount of a row: in its column, or the column of debits less that of credits. Columns of one name must
  /// say the same, and an amount that stands in another column only is not nothing.
  private func amount(_ cells: [Cell], _ header: LocatedTable<ExtractField>, at place: Place) -> ExtractAmount
  {
    func cell(_ column: Int?) -> Cell? { cells.first { $0.address.column == column } }
    func sides() -> ExtractAmount {
      ExtractAmount(
        debit: cell(header.columns[.debit]), credit: cell(header.columns[.credit]),
        unit: units[.debit] ?? units[.credit] ?? .kroner, at: place)
    }
    let fields = ExtractForm.amountFields.filter { header.columns[$0] != nil }
    guard let field = fields.first else { return sides() }
    let reading = ExtractAmount(cell(header.columns[field]), unit: units[field] ?? .kroner, at: place)
    guard reading.findings.isEmpty else { return reading }
    func differ(_ other: Cell, _ header: String) -> ExtractAmount {
      ExtractAmount(
        Catalogue.Extract.columnsDiffer(
          (reading.amount?.danish(in: .kroner) ?? "", ExtractForm.header(field)),
          (CellText.text(other) ?? "", header), at: place.at(other.address.description)))
    }
    for rival in rivals[field] ?? [] {
      guard let other = cell(rival.column) else { continue }
      let amount = ExtractAmount(other, unit: rival.unit, at: place)
      if !amount.findings.isEmpty { return amount }
      if amount.amount != nil, amount.amount != reading.amount { return differ(other, rival.header) }
    }
    let both = sides()
    guard both.findings.isEmpty else { return both }
    if let sum = both.amount {
      guard let amount = reading.amount else { return both }
      if sum == amount || (sum < .zero && sum == -amount) { return both }
      guard let other = cell(header.columns[.debit]) ?? cell(header.columns[.credit]) else { return reading }
      return differ(other, "Debet/Kredit")
    }
    guard reading.amount == nil else { return reading }
    for other in fields.dropFirst() where other != .documentAmount {
      guard let cell = cell(header.columns[other]) else { continue }
      let amount = ExtractAmount(cell, at: place)
      if !amount.findings.isEmpty { return amount }
      if amount.amount.isMoney { return differ(cell, ExtractForm.header(other)) }
    }
    return reading
  }

  /// The proposal that a row names: in the column of references, else in its text.
  private mutating func name(_ reference: String?, _ text: String?, _ header: LocatedTable<ExtractField>)
    -> String?
  {
    for candidate in [reference, text] {
      guard let candidate else { continue }
      if let known = references[candidate] {
        if let known { return known }
        continue
      }
      let found = wanted.proposal(in: candidate)
      if references.count < 200_000 { references[candidate] = .some(found) }
      if let found { return found }
    }
    return nil
  }

  private mutating func code(_ text: String?, _ place: Int) -> String {
    guard let text else { return "" }
    let key = place == 0 ? "b" + text : text
    if let known = comparable[key] { return known }
    let code = PostingCodes.comparable(text, isAppropriation: place == 0)
    if comparable.count < 200_000 { comparable[key] = code }
    return code
  }

  private func signed(_ amount: Amount, _ side: String?, _ process: String?) -> Amount {
    if let side, ExtractForm.credit.contains(side.lowercased().filter(\.isLetter)) {
      return -amount.magnitude
    }
    if let process, ExtractForm.isReturn(process), amount > .zero { return -amount }
    return amount
  }

  /// Whether a row says where it is booked, as a posting does and a title does not.
  private func isBooked(_ codes: PostingCodes, _ header: LocatedTable<ExtractField>) -> Bool {
    ExtractForm.codes.prefix(2).enumerated().allSatisfy {
      header.columns[$0.element] == nil || !codes.codes[$0.offset].isEmpty
    }
  }

  private mutating func noteSum(_ number: Int) {
    if sums.count == 0 { sums.first = number }
    sums.count += 1
  }

  private mutating func report(_ found: [Finding], _ row: UnreadRow) {
    guard !found.isEmpty else { return }
    unread.append(row)
    findings += found.prefix(max(0, ExtractReader.maximumFindings - findings.count))
  }
}
