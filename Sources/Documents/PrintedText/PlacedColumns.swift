/// The columns of a table by the places of its years and of the figures below them.
///
/// Figures and headings need not be aligned alike: the side (left, middle, right) and the distance by which figures
/// stand off their headings are those that vary least over the table.
struct PlacedColumns {
  /// Where the figures of each column stand, on the side that is compared.
  private let targets: [Double]
  private let side: Side
  private let pitch: Double

  /// What of a figure stands at the same distance from its heading in all columns.
  private enum Side: CaseIterable {
    case right, middle, left

    func of(_ span: PrintedSpan) -> Double {
      switch self {
      case .right: span.right
      case .middle: span.middle
      case .left: span.left
      }
    }
  }

  /// The figures of one cell.
  struct Cell {
    var column: Int
    var texts: [String]
  }

  /// `nil` where the places of the years are not known.
  init?(_ table: PrintedTable) {
    let places = table.places
    guard places.count == table.years.count, places.count >= 2 else { return nil }
    pitch = (places[places.count - 1].middle - places[0].middle) / Double(places.count - 1)
    guard pitch > 0 else { return nil }
    let rows = table.rows.map { $0.pieces.compactMap(\.span) }
    let fits = Side.allCases.map { side in (side, Self.offsets(places, rows, side: side)) }
    guard let best = fits.min(by: { $0.1.spread < $1.1.spread }) else { return nil }
    side = best.0
    targets = places.map { best.0.of($0) + best.1.offset }
  }

  private static func offsets(
    _ places: [PrintedSpan], _ rows: [[PrintedSpan]], side: Side
  ) -> (offset: Double, spread: Double) {
    // The pieces of broken figures (`5.20` above `0`) are no figures of as many columns.
    let full = rows.filter { row in
      row.count == places.count && zip(row, row.dropFirst()).allSatisfy { $0.right < $1.left }
    }
    var offsets = full.flatMap { zip($0, places).map { side.of($0) - side.of($1) } }
    if offsets.isEmpty {
      offsets = rows.joined().compactMap { span in
        places.map { side.of(span) - side.of($0) }.min { abs($0) < abs($1) }
      }
    }
    guard !offsets.isEmpty else { return (0, 0) }
    let middle = offsets.sorted()[offsets.count / 2]
    return (middle, offsets.reduce(0) { $0 + abs($1 - middle) } / Double(offsets.count))
  }

  /// Whether two whole figures stand in one column: a figure that a narrow column breaks, or figures of two rows.
  func isCrowded(_ pieces: [PrintedPiece]) -> Bool {
    var whole: Set<Int> = []
    for (index, piece) in pieces.enumerated() where isWhole(piece.text) {
      if index > 0, isSign(pieces, index - 1) { continue }
      if let column = piece.span.flatMap(column(of:)), !whole.insert(column).inserted { return true }
    }
    return false
  }

  /// The cells of a row's figures, from the left; `nil` where one stands in no column.
  func cells(of pieces: [PrintedPiece]) -> [Cell]? {
    var cells: [Cell] = []
    for (index, piece) in pieces.enumerated() {
      guard let span = piece.span else { return nil }
      let sign = isSign(pieces, index) ? pieces[index + 1].span : nil
      guard let column = column(of: sign ?? span) else { return nil }
      if let known = cells.firstIndex(where: { $0.column == column }) {
        // Two whole figures are never one.
        if let last = cells[known].texts.last, isWhole(last), isWhole(piece.text) { return nil }
        cells[known].texts.append(piece.text)
      } else {
        cells.append(Cell(column: column, texts: [piece.text]))
      }
    }
    cells.sort { $0.column < $1.column }
    return cells
  }
}

extension PlacedColumns {
  /// Whether a text is a number that no digits are missing from, and no sign alone.
  private func isWhole(_ text: String) -> Bool {
    PrintedFigure(text).map { $0.missingDigits == 0 && $0.value != nil } ?? false
  }

  private func column(of span: PrintedSpan) -> Int? {
    let place = side.of(span)
    let nearest = targets.indices.min { abs(targets[$0] - place) < abs(targets[$1] - place) }
    return nearest.flatMap { abs(targets[$0] - place) <= pitch * 0.75 ? $0 : nil }
  }

  /// Whether a dash is the sign of the number behind it: it stands nearer to that than to any column of its own.
  private func isSign(_ pieces: [PrintedPiece], _ index: Int) -> Bool {
    guard PrintedAmount.dashes.contains(pieces[index].text), index + 1 < pieces.count,
      let dash = pieces[index].span, let next = pieces[index + 1].span, pieces[index + 1].gap != nil,
      (PrintedFigure(pieces[index + 1].text)?.value ?? 0) > 0
    else { return false }
    let away = targets.map { abs($0 - side.of(dash)) }.min() ?? 0
    return next.left - dash.right < pitch * 0.3 && away > (next.left - dash.right)
  }
}

extension PrintedTable {
  /// Whether a line is a cell of nothing but figures behind the control area: they are money however far left of
  /// their years they stand.
  func isCellOfFigures(_ content: [PrintedWord]) -> Bool {
    guard let sideStart, hasControlAreas, !hasAccounts, let left = content.first?.span?.left,
      left > sideStart + 10
    else { return false }
    return content.allSatisfy { PrintedAmount($0.text) != nil }
  }

  /// Whether a word stands where figures can: at the years, not left of them and not at the left edge of the column
  /// beside the labels, however near to the years a narrow one is.
  func mayHoldFigure(_ span: PrintedSpan?) -> Bool {
    guard let span, places.count >= 2 else { return true }
    if let sideStart, hasAccounts, span.left <= sideStart + 3 { return false }
    let pitch = (places[places.count - 1].middle - places[0].middle) / Double(places.count - 1)
    return span.right > places[0].left - pitch * 0.45
  }
}
