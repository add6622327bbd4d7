public import Distribution
public import ProposalModel

/// All tables of a proposal: Tabel 1, the detail tables, Fordeling and A–E, with the distribution they rest
/// on.
///
/// ```swift
/// let tables = ProposalTables(proposal, round: round)
/// tables.table("A")?.rows.last?.figures  // the totals of Tabel A
/// ```
public struct ProposalTables: Sendable {
  /// The tables in printed order.
  public let tables: [BudgetTable]
  /// The distributed blocks from which allocation tables without stated rows are made.
  public let blocks: [BlockKey: DistributedBlock]
  /// The distributed blocks behind stated tables that had to be converted to the implemented level.
  public let convertedBlocks: [ConvertedBlockKey: DistributedBlock]
  /// What keeps a table from being made as asked.
  public let troubles: [TableTrouble]
  /// How the tables were made.
  public let options: TableOptions

  /// Makes the tables of `proposal` in `round`.
  public init(_ proposal: Proposal, round: Round, options: TableOptions = TableOptions()) {
    self.options = options
    let details = DetailTables.make(proposal, from: 2)
    let proposalBlocks = ProposalBlocks(proposal, round: round, options: options)
    var maker = AllocationTableMaker(proposalBlocks)
    let allocations = maker.makeAll(from: details.count + 2)
    tables = [TableOne.make(proposal)] + details + allocations
    blocks = proposalBlocks.blocks
    convertedBlocks = maker.convertedBlocks
    troubles = maker.blocks.troubles + maker.troubles
  }

  /// The table of a short name: `1`, `2`, `A`, `Fordeling`.
  public func table(_ code: String) -> BudgetTable? {
    tables.first { $0.code.lowercased() == code.lowercased() }
  }
}
