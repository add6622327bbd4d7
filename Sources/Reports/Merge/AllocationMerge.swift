public import AllocationTables
public import Findings
public import Intake
public import Output
public import ProposalModel
import Spreadsheet

/// Puts A–E workbooks that departments have returned back into one proposal.
///
/// A department may fill in, split and move its own rows as it likes, as long as every area and year keeps
/// its sum. Everything else stays as it went out: rows of others that a file has changed, and rows of which
/// two different versions came back, are findings with both cells. The order of the files does not matter.
public struct AllocationMerge: Sendable {
  /// What came of it.
  public struct Result: Sendable {
    /// The proposal with the accepted rows as stated ones.
    public var proposal: Proposal
    /// What the proposal was read from.
    public var item: IntakeItem
    /// What was not accepted, and what somebody should know.
    public var findings: [Finding]
    /// Who returned which file, in the order of the files: `nil` where nothing tells, or where nothing was
    /// changed.
    public var senders: [(file: String, committee: String?, rows: Int)]
  }

  private let original: MergeOriginal
  private let item: IntakeItem
  private let takesChangedSums: Bool

  /// A merge into `proposal`, which came in as `item`.
  /// - Parameters:
  ///   - proposal: the proposal that went out.
  ///   - item: what it was read from.
  ///   - round: its round.
  ///   - options: how the tables were made that went out.
  ///   - takesChangedSums: whether rows whose sums differ from the original are taken all the same; they are
  ///     findings either way.
  public init(
    into proposal: Proposal, from item: IntakeItem, round: Round, options: TableOptions = TableOptions(),
    takesChangedSums: Bool = false
  ) {
    self.item = item
    original = MergeOriginal(item, proposal: proposal, round: round, options: options)
    self.takesChangedSums = takesChangedSums
  }

  /// Merges the returned files.
  public func merge(_ files: [ReturnedFile]) -> Result {
    var findings: [Finding] = []
    let parts = files.map { MergePart($0, original, &findings) }
    var proposal = original.proposal
    var taken = Array(repeating: 0, count: files.count)
    for kind in AllocationTableKind.allCases {
      var table = TableMerge(kind, original, parts, takesChangedSums: takesChangedSums)
      table.merge()
      findings += table.findings
      for (index, count) in table.taken { taken[index] += count }
      guard let rows = table.rows else { continue }
      let stated = StatedAllocation(table: kind, priceLevel: original.priceLevel(of: kind), rows: rows)
      if let place = proposal.allocations.firstIndex(where: { $0.table == kind }) {
        proposal.allocations[place] = stated
      } else {
        proposal.allocations.append(stated)
      }
    }
    // Tables that became stated stand in the printed order, whoever filled them in first.
    if proposal.allocations != original.proposal.allocations {
      let order = AllocationTableKind.allCases
      proposal.allocations.sort {
        (order.firstIndex(of: $0.table) ?? 0) < (order.firstIndex(of: $1.table) ?? 0)
      }
    }
    let senders = zip(parts.indices, parts).map { (file: $1.file, committee: $1.sender, rows: taken[$0]) }
    return Result(proposal: proposal, item: item, findings: findings, senders: senders)
  }
}

extension AllocationMerge.Result {
  /// The merged proposal as canonical JSON.
  public func json() throws(FileFailure) -> [UInt8] {
    try CanonicalJSON.bytes(of: proposal, from: item)
  }
}
