public import ProposalModel

/// What a row of Fordeling or A–E rests on: the way back from a cell to the lines or cells that it came from.
public enum RowBasis: Hashable, Sendable {
  /// The rounded share of a recipient in a block of lines (``ProposalTables/blocks``).
  case share(BlockKey)
  /// What rounding or troubles leave over in a block of lines.
  case difference(BlockKey)
  /// A row as departments have stated it, by its place in `StatedAllocation.rows`.
  case stated(row: Int)
  /// Stated rows at the implemented level: a share of the block of converted rows
  /// (``ProposalTables/convertedBlocks``).
  case converted(ConvertedBlockKey)
  /// The stated måltalseffekt of Tabel 1, or what of it no committee has.
  case target
}

/// The stated rows that are converted together and rounded once: one table, control area, and Besparelse or
/// Omkostninger.
public struct ConvertedBlockKey: Hashable, Sendable {
  /// The table.
  public var table: AllocationTableKind
  /// Styringsområde.
  public var area: ControlArea
  /// Besparelse or Omkostninger, in Fordeling.
  public var part: DistributionPart?

  /// The rows of a table, area and part.
  public init(_ table: AllocationTableKind, _ area: ControlArea, part: DistributionPart? = nil) {
    self.table = table
    self.area = area
    self.part = part
  }
}

/// The name that a stated row has where lines have their ids: `B-1` is the first row of the stated Tabel B.
public enum StatedRowID {
  /// The name of the row at `index`.
  public static func text(_ table: AllocationTableKind, _ index: Int) -> String {
    "\(table.rawValue)-\(index + 1)"
  }

  /// The place of the row called `text`; `nil` for the id of anything else.
  public static func index(_ text: String, in table: AllocationTableKind) -> Int? {
    let prefix = "\(table.rawValue)-"
    guard text.hasPrefix(prefix), let number = Int(text.dropFirst(prefix.count)), number > 0 else {
      return nil
    }
    return number - 1
  }

  /// The table and place of the stated row of `proposal` called `text`; `nil` for the id of a line, and where
  /// there is no such row.
  public static func row(_ text: String, of proposal: Proposal) -> (table: AllocationTableKind, index: Int)? {
    for stated in proposal.allocations {
      guard let index = index(text, in: stated.table), stated.rows.indices.contains(index) else { continue }
      return proposal.lines.contains { $0.id == text } ? nil : (stated.table, index)
    }
    return nil
  }
}
