import AllocationTables
package import Findings
package import ProposalModel
package import Reading

/// A check of read tables under way: what was read, what has been found, and which cells are already
/// explained.
package struct TableCheck {
  /// What was read.
  package let read: ReadTables
  /// What has been found so far.
  package private(set) var findings: [Finding] = []
  /// Cells that an earlier finding has blamed, by sheet: a later rule keeps quiet about them.
  private var blamed: [String: Set<String>] = [:]
  /// The links between Tabel 1 and the detail tables; `nil` without Tabel 1.
  package let links: TableLinks?
  /// The index of Tabel 1.
  package let tableOneIndex: Int?

  init(_ read: ReadTables) {
    self.read = read
    tableOneIndex = read.tables.firstIndex { $0.kind == .tableOne }
    links = tableOneIndex.map { TableLinks(read.tables, tableOne: $0) }
    // What could not be read says nothing more about itself.
    for finding in read.findings where finding.severity == .error { blame(finding.cells, on: finding.sheet) }
  }

  /// Tabel 1.
  package var tableOne: ReadTable? { tableOneIndex.map { read.tables[$0] } }

  package mutating func report(_ finding: Finding) {
    findings.append(finding)
    if finding.severity > .note { blame(finding.cells, on: finding.sheet) }
  }

  mutating func blame(_ cells: some Sequence<String>, on sheet: String?) {
    blamed[sheet ?? "", default: []].formUnion(cells)
  }

  func isBlamed(_ cell: String, on sheet: String?) -> Bool { blamed[sheet ?? ""]?.contains(cell) ?? false }
}

/// A check of a proposal under way.
package struct ProposalCheck {
  /// The proposal.
  package let proposal: Proposal
  /// Where its fields came from.
  package let origins: Origins
  /// Its round, if known.
  package let round: Round?
  /// What has been found so far.
  package private(set) var findings: [Finding] = []
  /// Lines with a figure that is already blamed, by id.
  var blamedLines: Set<String> = []
  /// Cells whose amount could not be read, by sheet: nothing is concluded from them.
  private var unread: [String: Set<String>] = [:]
  /// Whether allocations, accounts and areas are checked on the tables they were read from, not here.
  let isFromTables: Bool

  init(_ proposal: Proposal, _ origins: Origins, _ round: Round?, isFromTables: Bool) {
    self.proposal = proposal
    self.origins = origins
    self.round = round
    self.isFromTables = isFromTables
  }

  package mutating func report(_ finding: Finding) { findings.append(finding) }

  package func place(_ key: FieldKey) -> Place { origins[key] }

  /// Takes note of the amounts that reading could not understand.
  mutating func noteUnread(_ findings: [Finding]) {
    for finding in findings
    where [.numberUnreadable, .numberAmbiguous, .formulaWithoutValue].contains(finding.code) {
      unread[finding.sheet ?? "", default: []].formUnion(finding.cells)
    }
  }

  /// Whether the figure stands in the file and could not be read.
  func isUnread(_ key: FieldKey) -> Bool {
    guard !unread.isEmpty, let cell = origins[key].cell else { return false }
    return unread[origins[key].sheet ?? ""]?.contains(cell) ?? false
  }

  /// Whether a figure of the line could not be read.
  func isUnread(_ line: Line) -> Bool { proposal.years.contains { isUnread(.figure(line.id, year: $0)) } }
}
