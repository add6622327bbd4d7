package import Findings
import Forms
import ProposalModel
package import Spreadsheet

/// The accepted warnings of a list, and what becomes of each where they meet the findings of proposals.
package struct AcceptanceList: Sendable {
  /// One row of the list.
  struct Entry: Sendable {
    var number: String?
    var code: String
    var subject: String?
    var reason: String?
    var by: String?
    var date: String?
    var place: Place
  }

  /// The findings of one proposal, which a list is held against.
  package struct Group: Sendable {
    /// Forslagsnummer; `nil` if no proposal could be read.
    package var number: String?
    package var findings: [Finding]

    package init(number: String?, findings: [Finding]) {
      self.number = number
      self.findings = findings
    }
  }

  private var entries: [Entry] = []
  /// Whether each row must name its proposal where there are several: the list is no part of one of them.
  private let namesProposals: Bool

  /// The list on the sheet `Accepteret` of a workbook; empty where there is none.
  package init(in workbook: Workbook, file: String?) {
    namesProposals = false
    for sheet in workbook.sheets where AcceptanceSheet.isOne(sheet) {
      read(sheet, Place(file: file, sheet: sheet.name))
    }
  }

  /// The list of a file of its own, on whatever sheets have its columns; `nil` where none has.
  package init?(list workbook: Workbook, file: String, isText: Bool) {
    namesProposals = true
    let sheets = workbook.sheets.filter { AcceptanceSheet.table(in: $0) != nil }
    if sheets.isEmpty { return nil }
    for sheet in sheets { read(sheet, Place(file: file, sheet: isText ? nil : sheet.name)) }
  }

  private mutating func read(_ sheet: Sheet, _ place: Place) {
    guard let table = AcceptanceSheet.table(in: sheet) else { return }
    for row in sheet.rows where row.number > table.headerRow {
      func text(_ field: AcceptanceField) -> String? {
        table.columns[field].flatMap { column in
          CellText.text(row.cells.first { $0.address.column == column })
        }
      }
      let fields: [AcceptanceField] = [.number, .code, .subject, .reason, .by, .date]
      guard fields.contains(where: { text($0) != nil }) else { continue }
      let address = CellAddress(row: row.number, column: table.columns[.code] ?? 1)
      entries.append(
        Entry(
          number: text(.number), code: AcceptanceList.code(text(.code) ?? ""), subject: text(.subject),
          reason: text(.reason), by: text(.by), date: text(.date), place: place.at(address.description)))
    }
  }

  /// A code as it is copied from a report: `[account-missing]`.
  private static func code(_ text: String) -> String {
    String(text.lowercased().filter { !"[]» «".contains($0) })
  }

  /// Marks the warnings that the list accepts, and tells of every row that accepts none.
  package func accept(in groups: inout [Group]) -> [Finding] {
    entries.compactMap { accept($0, in: &groups) }
  }

  private func accept(_ entry: Entry, in groups: inout [Group]) -> Finding? {
    func refused(_ trouble: Catalogue.AcceptanceTrouble) -> Finding {
      Catalogue.acceptanceRefused(entry.code, entry.subject, trouble, at: entry.place)
    }
    guard let code = FindingCode(rawValue: entry.code) else {
      let codes = FindingCode.allCases.map(\.rawValue)
      return refused(.unknownCode(nearest: Spelling.nearest(to: entry.code, among: codes)))
    }
    guard let reason = entry.reason, let by = entry.by else { return refused(.withoutReason) }
    let numbers = Set(groups.compactMap(\.number).map(Spelling.key))
    if namesProposals, entry.number == nil, numbers.count > 1 { return refused(.withoutNumber) }
    let meant = groups.indices.flatMap { group in
      groups[group].findings.indices.map { (group: group, finding: $0) }
    }.filter { AcceptanceList.fits(groups[$0.group], $0.finding, entry: entry, code: code) }
    let warnings = meant.filter { groups[$0.group].findings[$0.finding].severity == .warning }
    // What also fits an error accepts nothing: nobody must believe that the error is accepted too.
    if meant.contains(where: { groups[$0.group].findings[$0.finding].severity == .error }) {
      return refused(.isError)
    }
    guard !warnings.isEmpty else {
      return Catalogue.acceptanceUnused(entry.code, entry.subject, at: entry.place)
    }
    if entry.subject == nil, warnings.count > 1 { return refused(.severalWarnings(warnings.count)) }
    for warning in warnings {
      groups[warning.group].findings[warning.finding].accepted = Acceptance(
        reason: reason, by: by, date: entry.date)
    }
    return nil
  }

  private static func fits(_ group: Group, _ index: Int, entry: Entry, code: FindingCode) -> Bool {
    let finding = group.findings[index]
    guard finding.code == code else { return false }
    if let number = entry.number, Spelling.key(number) != group.number.map(Spelling.key) { return false }
    return entry.subject.map { finding.isAt($0) } ?? true
  }
}
