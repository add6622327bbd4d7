package import ProposalModel

extension Figure {
  /// The figure a total shows for the figures above it: blank if all are blank, a dash if none is an amount,
  /// else the exact sum.
  package static func total(of figures: [Figure]) -> Figure {
    if figures.allSatisfy({ $0 == .blank }) { return .blank }
    if !figures.contains(where: { if case .amount = $0 { true } else { false } }) { return .dash }
    return .amount(figures.sum())
  }
}

extension [TableRow] {
  /// The totals, year by year, of the rows at `indices`.
  func totals(of indices: [Int], years: Int) -> [Figure] {
    (0..<years).map { year in Figure.total(of: indices.map { self[$0].figures[year] }) }
  }

  /// Appends a row and returns its index.
  @discardableResult mutating func add(_ row: TableRow) -> Int {
    append(row)
    return count - 1
  }
}
