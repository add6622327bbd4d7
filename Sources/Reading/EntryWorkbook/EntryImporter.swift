package import Findings
package import Forms
package import ProposalModel
package import Spreadsheet

/// One pass over an entry workbook. Each sheet has its own file (`EntryImporter+Lines.swift` …); here is the
/// order of the steps.
package struct EntryImporter {
  package let workbook: Workbook
  package let file: String?
  package let given: Round?
  package let rounds: [Round]
  package let isText: Bool

  package var findings: [Finding] = []
  package var origins: Origins
  package var proposal = Proposal(id: "", title: "", years: [])
  package var unit = AmountUnit.thousandKroner
  /// Whether amounts may be shown with another unit, since all of the lines' are.
  var allowsCurrency = false
  /// The round whose names are read; set by ``resolveRound(front:)``.
  package var round: Round?
  /// The keys that rules mention, with the cells that do.
  var mentionedKeys: [(name: String, place: Place)] = []
  /// The price level over the table of lines, as typed there (a formula follows the front page and says
  /// nothing new).
  var levelOfLines: (level: Int, text: String, place: Place)?
  /// Cells that only sum or repeat other money, and what else the readers of sheets tell of their numbers.
  var totals: [(place: Place, mark: RoleMark)] = []
  /// The tables that are kept as they were printed: the same money seen again.
  var kept: ReadTables
  /// Columns of other sheets than the lines' in which every number must have a role.
  var expected: [RoleMarks.YearColumn] = []

  init(workbook: Workbook, file: String?, given: Round?, rounds: [Round], isText: Bool) {
    self.workbook = workbook
    self.file = file
    self.given = given
    self.rounds = rounds
    self.isText = isText
    origins = Origins(file: file)
    kept = ReadTables(file: file, id: "")
  }

  package mutating func run() -> EntryWorkbook.Import {
    let lineSheet = sheet(.lines)
    let frontSheet = sheet(.front, isNeeded: !isBareTable)
    let front = frontSheet.map { self.frontSheet($0) }
    let roundYears = namedRoundYears(front)
    var table = lineSheet.flatMap {
      LocatedTable(
        EntryForm.lineColumns + EntryForm.sumColumns, in: $0, expectsYears: true, round: roundYears)
    }
    if let lineSheet, let located = table {
      table = checkColumns(located, on: lineSheet, round: roundYears)
    }
    if let front { checkLabels(front) }
    proposal.years = Set(table?.years.map(\.year) ?? []).sorted()
    readUnit(front: front, lines: lineSheet, table: table)
    if front != nil { read(front) { reader, proposal in reader.readValues(into: &proposal) } }
    comparePriceLevels(front)
    resolveRound(front)
    if let front { readFront(front) }
    nameProposal(front)
    if let lineSheet, let table {
      checkYears(lineSheet, table)
      readLines(lineSheet, table)
      checkTypedTotals(lineSheet, table)
    }
    readKeys()
    readFollowUps()
    readHearings()
    readAllocations()
    readPrintedRows()
    reportUnknownKeys()
    reportPlaceholders()
    reportHiddenSheets()
    reportOtherSheets(lines: lineSheet, table: table, round: round?.years)
    compareKept()
    guard frontSheet != nil || table != nil else {
      return EntryWorkbook.Import(
        proposal: nil, round: round, origins: origins, findings: findings, roles: RoleMarks(), kept: kept)
    }
    return EntryWorkbook.Import(
      proposal: proposal, round: round, origins: origins, findings: findings,
      roles: roles(lines: lineSheet, table: table), kept: kept)
  }

  /// Whether the workbook is only the table of lines, such as a CSV file of it.
  var isBareTable: Bool {
    workbook.sheets.count == 1 && workbook.sheets.first.map { EntryWorkbook.looksLikeLines($0) } == true
  }

  package func place(_ sheet: Sheet?, _ address: CellAddress?) -> Place {
    Place(file: file, sheet: isText ? nil : sheet?.name, cell: address?.description)
  }

  package mutating func report(_ finding: Finding) { findings.append(finding) }

  /// A sheet of the form; one that is needed and gone, or misspelt, is reported.
  package mutating func sheet(_ kind: EntrySheet, isNeeded: Bool? = nil) -> Sheet? {
    if let (sheet, isExact) = workbook.find(kind) {
      guard !isExact else { return sheet }
      if kind.isRequired {
        report(Catalogue.sheetMissing(kind.rawValue, nearest: sheet.name, at: place(sheet, nil)))
      } else {
        report(Catalogue.readAs(sheet.name, kind.rawValue, at: place(sheet, nil)))
      }
      return sheet
    }
    if kind == .lines, let sheet = workbook.sheets.first(where: { EntryWorkbook.looksLikeLines($0) }) {
      if !isBareTable {
        report(Catalogue.sheetMissing(kind.rawValue, nearest: sheet.name, at: place(sheet, nil)))
      }
      return sheet
    }
    if isNeeded ?? kind.isRequired { report(Catalogue.sheetMissing(kind.rawValue, at: Place(file: file))) }
    return nil
  }

  /// Unit and price level: the field `Måleenhed` and the line over the table of `Økonomi` must say the same.
  private mutating func readUnit(front: FrontSheet?, lines: Sheet?, table: LocatedTable<LineField>?) {
    let stated = front?.cells.fields[.unit]
    let statedText = stated?.stated
    unit = read(front) { reader, _ in reader.unit() } ?? unit
    defer { reportUnits(ofFront: front, besides: stated?.place.cell) }
    guard let lines, let table else { return }
    for cell in lines.cells where cell.address.row <= table.headerRow && cell.formula == nil {
      guard case .text(let text) = cell.value, UnitReading(text) != .none else { continue }
      guard let header = UnitHeader(text) else {
        report(Catalogue.unitUnreadable(text, at: place(lines, cell.address)))
        return
      }
      if statedText == nil {
        unit = header.unit
      } else if header.unit != unit {
        report(Catalogue.Entry.unitsDiffer(text, unit, at: place(lines, cell.address)))
      }
      levelOfLines = header.priceLevel.map { ($0, text, place(lines, cell.address)) }
      return
    }
  }
}
