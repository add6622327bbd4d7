/// Blank cells counted by the spaces that they leave.
enum SpaceCount {
  /// The column of the first figure where the spaces before and behind the figures leave one answer.
  ///
  /// A document writes one space for each blank cell and one between cells: blank cells before the first figure,
  /// the figures and blank cells behind the last must make up the years. A blank cell beside the label (no control
  /// area, no account) is one more before the figures.
  static func start(of row: PrintedRow, figures: Int, years: Int, hasSideColumn: Bool) -> Int? {
    let gaps = row.pieces.dropFirst().map(\.gap)
    guard figures > 0, figures < years, row.pieces.count == figures, !gaps.contains(nil) else { return nil }
    let widths = Set(gaps.compactMap { $0 })
    guard widths.count <= 1 else { return nil }
    let missing = years - figures
    let unit = widths.first ?? 1
    guard unit <= 3, row.trailing >= unit, row.trailing % unit == 0 else { return nil }
    let behind = row.trailing / unit - 1
    if behind == missing, missing >= 2 { return 0 }
    guard row.pieces[0].followsWord, let gap = row.pieces[0].gap, gap % unit == 0 else { return nil }
    let isSideBlank = hasSideColumn && row.controlArea == nil && row.account == nil
    let before = gap / unit - 1 - (isSideBlank ? 1 : 0)
    return before >= 0 && before + behind == missing ? before : nil
  }
}
