public import AllocationTables
public import Findings
import Forms
public import Intake
public import Output
public import ProposalModel
import Reading
import Spreadsheet

/// A round's account list as it was read: the entries, and everything that is wrong with the file at its
/// cells.
public struct AccountListReading: Sendable {
  /// The accounts, in the order of the file.
  public private(set) var entries: [AccountList.Entry] = []
  /// Everything unusual or wrong. A row with an error gives no entry.
  public private(set) var findings: [Finding] = []
  /// The file as it was read.
  public private(set) var fact: FileFact?
  private var places: [Place] = []

  /// Reads the account list `file`, XLSX or CSV, by the names of `round`. Every sheet with the headers of an
  /// account list is read.
  public init(file: String, round: Round, chart: AccountChart? = nil) throws(FileFailure) {
    let bytes = try InputFiles.read(file)
    fact = FileFact(read: bytes, from: file)
    var isText = false
    let workbook: Workbook
    switch FileContent(bytes, name: file) {
    case .workbook: workbook = try Grids.workbook(bytes, file: file)
    case .csv:
      isText = true
      (workbook, findings) = try Grids.csv(bytes, file: file, sheet: "")
    case .json:
      throw FileFailure(
        file: file, status: .unreadable,
        message: "En kontoliste er en projektmappe (.xlsx eller .ods) eller CSV, ikke JSON.")
    }
    var isFound = false
    for sheet in workbook.sheets {
      guard let table = LocatedTable(AccountListForm.columns, in: sheet, minimum: 3) else { continue }
      isFound = true
      read(sheet, table, Source(file: file, isText: isText, round: round, chart: chart))
    }
    if !isFound {
      findings.append(
        Catalogue.AccountList.headerMissing(
          AccountListForm.columns.prefix(9).map(\.header), at: Place(file: file)))
    }
    reportDoubles()
  }

  private struct Source {
    var file: String
    var isText: Bool
    var round: Round
    var chart: AccountChart?

    func place(_ sheet: Sheet, _ address: CellAddress?) -> Place {
      Place(file: file, sheet: isText ? nil : sheet.name, cell: address?.description)
    }
  }

  private mutating func read(_ sheet: Sheet, _ table: LocatedTable<AccountListField>, _ source: Source) {
    for field in AccountListForm.columns where field.isRequired && table.columns[field.key] == nil {
      findings.append(
        Catalogue.columnMissing(
          field.header, at: source.place(sheet, CellAddress(row: table.headerRow, column: 1))))
    }
    for (header, column) in table.others {
      findings.append(
        Catalogue.columnIgnored(
          header, at: source.place(sheet, CellAddress(row: table.headerRow, column: column))))
    }
    let (columns, rivals) = table.ownColumns(of: AccountListForm.columns, in: sheet)
    for row in sheet.rows where row.number > table.headerRow {
      var reader = AccountRow(
        row: row, columns: columns, rivals: rivals, isText: source.isText, round: source.round,
        chart: source.chart
      ) {
        source.place(sheet, $0)
      }
      guard reader.isFilled else { continue }
      let entry = reader.entry()
      findings += reader.findings
      if let entry {
        entries.append(entry)
        places.append(reader.place)
      }
    }
  }

  /// Rows that both claim the same money: two counter accounts, or two standard accounts, that are posted
  /// differently.
  private mutating func reportDoubles() {
    var first: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      guard let claim = AccountListReading.claim(of: entry) else { continue }
      guard let other = first[claim] else {
        first[claim] = index
        continue
      }
      if entries[other].account == entry.account { continue }
      let cells = [places[index], places[other]].compactMap(\.cell)
      findings.append(
        Catalogue.AccountList.twice(claim, other: places[other].cell ?? "", at: places[index], cells: cells))
    }
  }

  private static func claim(of entry: AccountList.Entry) -> String? {
    let area = entry.account.controlArea?.rawValue ?? "alle styringsområder"
    if let section = entry.counterFor { return "Modkontoen for \(section.rawValue), \(area)," }
    guard entry.isStandard, let committee = entry.account.committee else { return nil }
    return "Standardkontoen for \(Recipient(committee, unit: entry.account.unit).spelling), \(area),"
  }
}

/// One row of an account list.
private struct AccountRow {
  let row: Row
  let columns: [AccountListField: Int]
  /// Further columns with the heading of a field.
  let rivals: [AccountListField: [Int]]
  let isText: Bool
  let round: Round
  let chart: AccountChart?
  let at: (CellAddress?) -> Place
  var findings: [Finding] = []

  init(
    row: Row, columns: [AccountListField: Int], rivals: [AccountListField: [Int]], isText: Bool, round: Round,
    chart: AccountChart?, at: @escaping (CellAddress?) -> Place
  ) {
    (self.row, self.columns, self.isText, self.round, self.at) = (row, columns, isText, round, at)
    (self.rivals, self.chart) = (rivals, chart)
  }

  /// Whether anything but a remark stands in the row's columns.
  var isFilled: Bool { columns.contains { $0.key != .remark && CellText.text(row.cell($0.value)) != nil } }

  /// The cell of the account.
  var place: Place { place(.appropriation) ?? at(row.cells.first?.address) }

  /// The entry, or `nil` where something is wrong that must not be guessed.
  mutating func entry() -> AccountList.Entry? {
    let recipient = readRecipient()
    let area = readArea()
    let account = readAccount()
    let section = readSection()
    let (function, kind, project) = (code(.function), code(.kind), code(.projectElement))
    let (isStandard, isNew) = (tick(.standard), tick(.new))
    checkChart(function: function, kind: kind, area: area)
    checkRivals()
    if section != nil, area == nil, findings.isEmpty {
      findings.append(Catalogue.AccountList.counterWithoutArea(at: place))
    }
    guard let account, !findings.contains(where: { $0.severity == .error }) else { return nil }
    let entry = RoundAccount(
      appropriationCode: account.appropriationCode,
      appropriationName: text(.appropriationName) ?? account.appropriationName,
      profitCentre: account.profitCentreCodes.first, committee: recipient?.committee, unit: recipient?.unit,
      controlArea: area,
      function: function, kind: kind, projectElement: project)
    return AccountList.Entry(
      account: entry, isStandard: isStandard, isNew: isNew, counterFor: section, text: text(.text))
  }

  /// Two columns of one heading that differ: which of them is the account cannot be told.
  private mutating func checkRivals() {
    for field in AccountListForm.columns.map(\.key) where ![.text, .remark].contains(field) {
      for column in rivals[field] ?? [] {
        guard let cell = row.cell(column), let other = CellText.text(cell), other != text(field) else {
          continue
        }
        findings.append(
          Catalogue.AccountList.columnsDiffer(
            AccountListForm.header(field), text(field) ?? "", other, at: at(cell.address)))
      }
    }
  }

  private func text(_ field: AccountListField) -> String? { CellText.text(row.cell(columns[field])) }

  private func place(_ field: AccountListField) -> Place? { row.cell(columns[field]).map { at($0.address) } }

  private mutating func readRecipient() -> Recipient? {
    let (committee, unit) = (text(.committee), text(.unit))
    guard let name = committee.map({ name in unit.map { "\(name)/\($0)" } ?? name }) ?? unit else {
      return nil
    }
    switch round.read(name: name) {
    case .recipient(let recipient, let isExact):
      if !isExact {
        findings.append(
          Catalogue.committeeReadAs(name, round.printedName(of: recipient), at: place(.committee) ?? place))
      }
      return recipient
    case .unknown(let nearest):
      findings.append(
        Catalogue.committeeUnknown(
          name, nearest: nearest, at: place(committee == nil ? .unit : .committee) ?? place))
      return nil
    }
  }

  private mutating func readArea() -> ControlArea? {
    guard let text = text(.controlArea) else { return nil }
    if let area = ControlArea(spelling: text) { return area }
    let nearest = EntrySpelling.nearest(to: text, among: ControlArea.allCases.map(\.rawValue))
    findings.append(Catalogue.controlAreaUnknown(text, nearest: nearest, at: place(.controlArea) ?? place))
    return nil
  }

  /// The bevilling and the only profit centre.
  private mutating func readAccount() -> Account? {
    let (first, second) = (code(.appropriation), code(.profitCentre))
    guard let account = Account(appropriation: first ?? text(.appropriationName), profitCentres: second)
    else {
      if !findings.contains(where: { $0.code == .accountUnresolved }) {
        findings.append(Catalogue.AccountList.accountMissing(at: place))
      }
      return nil
    }
    switch account.form {
    case .severalProfitCentres:
      var finding = Catalogue.accountAmbiguous(
        account.printed, severalCentres: true, at: place(.profitCentre) ?? place)
      finding.severity = .error
      findings.append(finding)
    case .questioned, .unresolved: findings.append(Catalogue.accountUnresolved(account.printed, at: place))
    case .codeAlone where account.appropriationCode == nil:
      findings.append(Catalogue.accountUnresolved(account.printed, at: place))
    case .codeAlone, .plain, .profitCentreOnly: break
    }
    return account
  }

  /// A code; a number with decimals is only one where the file keeps it as it was typed.
  private mutating func code(_ field: AccountListField) -> String? {
    guard let cell = row.cell(columns[field]) else { return nil }
    guard case .number(let stored) = cell.value else { return CellText.text(cell) }
    if isText { return stored }
    guard let number = DecimalNumber(stored: stored), number.scale == 0 else {
      findings.append(
        Catalogue.AccountList.codeAsDecimal(
          AccountListForm.header(field), CellText.number(stored), at: at(cell.address)))
      return nil
    }
    return number.description
  }

  /// Compares the codes with the year's chart, and dranst with the control area.
  private mutating func checkChart(function: String?, kind: String?, area: ControlArea?) {
    let check = ChartCheck(
      function: function, kind: kind, dranst: code(.dranst), ownership: code(.ownership),
      grouping: code(.grouping), area: area, chart: chart)
    findings += check.findings { place($0) ?? place }
  }

  private mutating func readSection() -> LineSection? {
    guard let text = text(.counterFor) else { return nil }
    if let choice = EntrySpelling.choice(text, in: AccountListForm.sections) { return choice.value }
    findings.append(Catalogue.AccountList.sectionUnknown(text, at: place(.counterFor) ?? place))
    return nil
  }

  private mutating func tick(_ field: AccountListField) -> Bool {
    guard let cell = row.cell(columns[field]) else { return false }
    if case .boolean(let value) = cell.value { return value }
    guard let word = CellText.text(cell) else { return false }
    if EntryForm.yes.contains(word.lowercased()) { return true }
    if !EntryForm.no.contains(word.lowercased()) {
      findings.append(Catalogue.Entry.tickUnknown(AccountListForm.header(field), word, at: at(cell.address)))
    }
    return false
  }
}
