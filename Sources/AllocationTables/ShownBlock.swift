public import Distribution
public import ProposalModel

/// A distributed block with the tables that show it.
public struct ShownBlock: Sendable {
  /// Which block it is.
  public var basis: RowBasis
  /// The block.
  public var block: DistributedBlock
  /// The tables that show its cells, in printed order.
  public var tables: [BudgetTableKind]
  /// Styringsområde of all its lines.
  public var area: ControlArea
  /// What is in it: `Varige ændringer, service, hvis indarbejdes`.
  public var title: String
}

extension ProposalTables {
  /// The blocks that `tables` rest on, in the order of their first table. Stated tables rest on none unless
  /// they are converted.
  public func blocks(behind tables: [BudgetTable]) -> [ShownBlock] {
    var order: [RowBasis] = []
    var shown: [RowBasis: ShownBlock] = [:]
    for table in tables {
      for basis in table.rows.compactMap(\.basis) {
        guard var block = shown[basis] ?? shownBlock(of: basis) else { continue }
        if shown[basis] == nil { order.append(basis) }
        if !block.tables.contains(table.kind) { block.tables.append(table.kind) }
        shown[basis] = block
      }
    }
    return order.compactMap { shown[$0] }
  }

  private func shownBlock(of basis: RowBasis) -> ShownBlock? {
    switch basis {
    case .share(let key):
      let section = key.section == .permanent ? "Varige ændringer" : "Investeringer"
      let title = "\(section), \(Wording.inCaption(key.area)), \(key.condition.rawValue)"
      return blocks[key].map { ShownBlock(basis: basis, block: $0, tables: [], area: key.area, title: title) }
    case .converted(let key):
      let title =
        "Oplyste rækker, \(Wording.inCaption(key.area))" + (key.part.map { ", \($0.rawValue)" } ?? "")
      return convertedBlocks[key].map {
        ShownBlock(basis: basis, block: $0, tables: [], area: key.area, title: title)
      }
    case .difference, .stated, .target: return nil
    }
  }
}
