import Findings
package import Forms
import ProposalModel
package import Spreadsheet

/// The sheet `Forslag`: labels, and values beside them.
package struct FrontSheet {
  package let sheet: Sheet
  package private(set) var values: [FrontField: CellAddress] = [:]
  /// Labels that no field belongs to, with the cell beside them.
  package private(set) var others: [(label: String, address: CellAddress, value: CellAddress)] = []

  /// Fields whose label stands once more, with the cell beside it.
  package private(set) var repeated: [(field: FrontField, value: CellAddress)] = []

  /// Finds the column that holds most labels; values stand in the next one.
  init(_ sheet: Sheet) {
    self.sheet = sheet
    var found: [Int: Int] = [:]
    for cell in sheet.cells {
      guard let key = CellText.text(cell).map(EntrySpelling.key),
        EntryForm.isFrontLabel(key: key)
      else { continue }
      found[cell.address.column, default: 0] += 1
    }
    guard let column = found.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else { return }
    for row in sheet.rows {
      guard let cell = row.cells.first(where: { $0.address.column == column }), let text = CellText.text(cell)
      else { continue }
      let value = CellAddress(row: row.number, column: column + 1)
      let key = EntrySpelling.key(text)
      if let field = EntryForm.front.first(where: { values[$0.key] == nil && $0.isNamed(key: key) }) {
        values[field.key] = value
      } else {
        if let field = EntryForm.front.first(where: { $0.isNamed(key: key) }) {
          repeated.append((field.key, value))
        }
        others.append((text, cell.address, value))
      }
    }
  }

  /// The cell beside the label of a field.
  package func cell(_ field: FrontField) -> Cell? { values[field].flatMap { sheet[$0] } }

  /// Takes a misspelt label for a field.
  mutating func adopt(_ field: FormField<FrontField>) -> (label: String, address: CellAddress)? {
    guard values[field.key] == nil,
      let near = EntrySpelling.nearest(to: field.header, among: others.map(\.label)),
      let index = others.firstIndex(where: { $0.label == near })
    else { return nil }
    let found = others.remove(at: index)
    values[field.key] = found.value
    return (found.label, found.address)
  }
}

extension EntryImporter {
  /// Labels that are gone or misspelt.
  mutating func checkLabels(_ front: inout FrontSheet) {
    for field in EntryForm.front where front.values[field.key] == nil {
      if let (label, address) = front.adopt(field) {
        let here = place(front.sheet, address)
        report(
          field.isRequired
            ? Catalogue.columnMissing(field.header, nearest: label, at: here)
            : Catalogue.readAs(label, field.header, at: here))
      } else if field.isRequired {
        report(Catalogue.columnMissing(field.header, at: place(front.sheet, nil)))
      }
    }
  }

  /// Reads every field of the front page; the round is known by now.
  mutating func readFront(_ front: FrontSheet) {
    for field in EntryForm.front {
      guard let address = front.values[field.key] else { continue }
      origins[.proposal(field.header)] = place(front.sheet, address)
      if let cell = front.cell(field.key), cell.formula != nil, cell.value == .empty, field.key != .id {
        report(Catalogue.formulaWithoutValue(cell.formula ?? "", at: place(front.sheet, address)))
      }
    }
    func text(_ field: FrontField) -> String? { CellText.text(front.cell(field)) }
    proposal.title = text(.title) ?? ""
    if proposal.title.isEmpty, let address = front.values[.title] {
      report(Catalogue.Entry.empty(EntryForm.front(.title).header, at: place(front.sheet, address)))
    }
    proposal.funding = text(.funding)
    proposal.risk = text(.risk)
    proposal.version = text(.version)
    proposal.originInnovation = text(.originInnovation)
    readKind(front)
    readAdministrations(front)
    proposal.payback = StatedPayback(
      service: years(front, .servicePayback), total: years(front, .totalPayback))
    proposal.isCrossCutting = tick(
      front.cell(.crossCutting), EntryForm.front(.crossCutting).header, on: front.sheet)
    proposal.isConfidential = tick(
      front.cell(.confidential), EntryForm.front(.confidential).header, on: front.sheet)
    proposal.rule = rule(front.cell(.rule), on: front.sheet)
    readTieStart(front)
    reportRepeated(front)
    reportNumbersBeside(front)
  }

  /// Fields that stand twice, on the sheet or on a copy of it, with different values.
  private mutating func reportRepeated(_ front: FrontSheet) {
    func compare(_ field: FrontField, _ address: CellAddress, on sheet: Sheet) {
      let header = EntryForm.front(field).header
      guard FrontPage.decisive.contains(header), let found = CellText.text(sheet[address]),
        let read = CellText.text(front.cell(field)), !Spelling.same(found, read),
        let other = front.values[field]
      else { return }
      let name = sheet.name == front.sheet.name ? "" : front.sheet.name + "!"
      report(
        Catalogue.fieldRepeated(
          header, found, read: read, other: name + other.description, at: place(sheet, address)))
    }
    for (field, address) in front.repeated { compare(field, address, on: front.sheet) }
    for sheet in workbook.sheets where sheet.name != front.sheet.name && FrontPage.isFront(sheet.name) {
      let copy = FrontSheet(sheet)
      for (field, address) in copy.values.sorted(by: { $0.value < $1.value }) {
        compare(field, address, on: sheet)
      }
    }
  }

  /// Numbers that stand in no field: an own label, or a cell beside the form.
  private mutating func reportNumbersBeside(_ front: FrontSheet) {
    let fields = Set(front.values.values).union(front.repeated.map(\.value))
    for cell in front.sheet.cells where LooseNumber.isNumber(cell) && !fields.contains(cell.address) {
      let label = front.others.first { $0.value == cell.address }?.label
      if let label, LooseNumber.isBasis(label) { continue }
      report(Catalogue.besideFields(label, LooseNumber.text(cell), at: place(front.sheet, cell.address)))
    }
  }

  /// The proposal's number; without one, the file's name stands for it.
  mutating func nameProposal(_ front: FrontSheet?) {
    let address = front?.values[.id]
    if let text = CellText.text(front?.cell(.id)) {
      proposal.id = text
      return
    }
    let name = (file ?? "").split(separator: "/").last.map(String.init) ?? ""
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    proposal.id = stem.isEmpty || stem == "-" ? "uden nummer" : stem
    guard front?.values[.id] != nil || isBareTable else { return }
    report(Catalogue.numberOfProposalMissing(readAs: proposal.id, at: place(front?.sheet, address)))
  }

  /// Both price levels; a level typed over the table of lines must agree.
  mutating func readPriceLevels(_ front: FrontSheet?) {
    proposal.priceLevel = front.flatMap { level($0, .priceLevel) }
    proposal.implementedPriceLevel = front.flatMap { level($0, .implementedPriceLevel) }
    guard let (level, text, place) = levelOfLines else { return }
    if let stated = proposal.priceLevel {
      if stated != level { report(Catalogue.Entry.priceLevelsDiffer(text, stated, at: place)) }
    } else {
      proposal.priceLevel = level
      if front != nil { report(Catalogue.Entry.priceLevelFromTable(level, at: place)) }
    }
  }

  /// Finds the round: the one asked for, else the one that is named, else the one that fits.
  mutating func resolveRound(_ front: FrontSheet?) {
    let cell = front?.cell(.round)
    let here = place(front?.sheet, front?.values[.round])
    let named = CellText.text(cell)
    let found = named.flatMap { name in rounds.first { $0.isNamed(name) } }
    proposal.round = found?.name ?? named
    if let given {
      round = given
      if let named, given.isNamed(named) { proposal.round = given.name }
      return
    }
    if let found {
      round = found
      return
    }
    let fitting = RoundLibrary.round(
      fitting: proposal.years, priceLevel: proposal.priceLevel, kind: proposal.kind, among: rounds)
    round = fitting ?? rounds.first
    if let named {
      report(
        Catalogue.roundUnknown(
          named, nearest: EntrySpelling.nearest(to: named, among: rounds.map(\.name)) ?? fitting?.name,
          at: here))
    } else if let fitting {
      report(Catalogue.roundFromYears(fitting.name, at: here))
    } else {
      report(Catalogue.roundMissing(at: here))
    }
  }

  private mutating func readKind(_ front: FrontSheet) {
    guard let text = CellText.text(front.cell(.kind)) else { return }
    let spellings = Dictionary(
      uniqueKeysWithValues: ProposalKind.allCases.map { (EntrySpelling.key($0.rawValue), $0) })
    let short = [
      "investering": ProposalKind.investment, "innovation": .innovation, "tværgående": .crossCutting,
      "effektiviseringsforslag": .crossCutting,
    ]
    let here = place(front.sheet, front.values[.kind])
    if let (kind, isExact) = EntrySpelling.choice(text, in: spellings.merging(short) { first, _ in first }) {
      proposal.kind = kind
      if !isExact { report(Catalogue.readAs(text, kind.rawValue, at: here)) }
    } else {
      report(
        Catalogue.choiceUnknown(
          EntryForm.front(.kind).header, text, among: ProposalKind.allCases.map(\.rawValue), at: here))
    }
  }

  private mutating func readAdministrations(_ front: FrontSheet) {
    if let cell = front.cell(.presenting), let text = CellText.text(cell) {
      proposal.presenting = recipient(text, at: place(front.sheet, cell.address))?.committee
    }
    var affected: [String] = []
    if let cell = front.cell(.affected), let text = CellText.text(cell) {
      affected = affectedNames(text, at: place(front.sheet, cell.address))
    }
    for (label, _, value) in front.others {
      guard case .recipient(let recipient, _)? = round?.read(name: label), let mark = front.sheet[value],
        tick(mark, label, on: front.sheet)
      else { continue }
      affected.append(recipient.committee)
    }
    var seen: Set<String> = []
    proposal.affected = affected.filter { seen.insert($0).inserted }
  }

  /// Names separated by commas, semicolons, line breaks or `og`.
  private mutating func affectedNames(_ text: String, at place: Place) -> [String] {
    if ["alle", "alleforvaltninger", "alleudvalg"].contains(EntrySpelling.key(text)), let round {
      report(Catalogue.Entry.allAffected(text, at: place))
      return round.equalShareCommittees.map(\.code)
    }
    var codes: [String] = []
    for piece in text.split(whereSeparator: { ",;\n".contains($0) }).map({ CellText.trim(String($0)) })
    where !piece.isEmpty {
      let parts = piece.split(separator: " og ").map { CellText.trim(String($0)) }
      if round?.recipient(named: piece) == nil, parts.count > 1, let round,
        parts.allSatisfy({ round.recipient(named: $0) != nil })
      {
        codes += parts.compactMap { round.recipient(named: $0)?.committee }
      } else if let recipient = recipient(piece, at: place) {
        codes.append(recipient.committee)
      }
    }
    return codes
  }

  private mutating func level(_ front: FrontSheet, _ field: FrontField) -> Int? {
    guard let cell = front.cell(field), let text = CellText.text(cell) else { return nil }
    let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber }
    if !Spelling.isDoubted(text), digits.count == 4, let level = Int(digits), (1950...2199).contains(level) {
      return level
    }
    report(
      Catalogue.valueUnreadable(
        EntryForm.front(field).header, text, expected: "et årstal, fx 2023",
        at: place(front.sheet, cell.address)))
    return nil
  }

  /// A number of years: `6`, `6 år`; a dash or `Ikke relevant` is none.
  private mutating func years(_ front: FrontSheet, _ field: FrontField) -> Int? {
    guard let cell = front.cell(field), let text = CellText.text(cell) else { return nil }
    if text.count == 1, let only = text.first, Spelling.minusSigns.contains(only) { return nil }
    let key = EntrySpelling.key(text)
    if ["ingen", "ikkerelevant", "ikkebesvaret"].contains(key) { return nil }
    let digits = text.prefix { $0.isNumber && $0.isASCII }
    let rest = EntrySpelling.key(String(text.dropFirst(digits.count)))
    let tail = text.dropFirst(digits.count).first
    if let years = Int(digits), years < 1_000, ["", "år"].contains(rest),
      tail.map({ $0 == " " || $0 == "å" || $0 == "Å" || $0 == "." }) ?? true
    {
      return years
    }
    report(
      Catalogue.valueUnreadable(
        EntryForm.front(field).header, text, expected: "et helt antal år, fx 6",
        at: place(front.sheet, cell.address)))
    return nil
  }

  private mutating func readTieStart(_ front: FrontSheet) {
    guard let cell = front.cell(.tieStart), let text = CellText.text(cell) else { return }
    if let number = Int(text) {
      proposal.tieStart = number
    } else if let recipient = recipient(text, at: place(front.sheet, cell.address)) {
      proposal.tieStart = round?.equalShareCommittees.firstIndex { $0.code == recipient.committee }
      if proposal.tieStart == nil {
        report(Catalogue.committeeUnknown(text, at: place(front.sheet, cell.address)))
      }
    }
  }
}
