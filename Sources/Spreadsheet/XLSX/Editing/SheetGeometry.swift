/// Widths and heights of a sheet, for placing comment boxes so that their text can be read.
struct SheetGeometry {
  private var widths: [(columns: ClosedRange<Int>, pixels: Int)] = []
  private var heights: [Int: Int] = [:]
  private var defaultWidth = 64
  private var defaultHeight = 20

  /// Width of a comment's box in pixels.
  private static let boxWidth = 330
  /// Characters in a line of a box, and the height of the line in pixels, at 9 points.
  private static let lineLength = 52
  private static let lineHeight = 16

  /// The measures of the sheet `part`, whose rows `bytes` tell.
  init(_ part: XMLPart, bytes: [UInt8], limits: ReadLimits) throws(SpreadsheetError) {
    let format = part.root.child("sheetFormatPr")
    defaultWidth = format?["defaultColWidth"].flatMap { Double($0) }.map(SheetGeometry.pixels(ofWidth:)) ?? 64
    defaultHeight =
      format?["defaultRowHeight"].flatMap { Double($0) }.map(SheetGeometry.pixels(ofHeight:)) ?? 20
    for column in part.root.child("cols")?.children ?? [] {
      guard let from = column.number("min"), let to = column.number("max"), from <= to else { continue }
      let isHidden = column["hidden"] == "1" || column["hidden"] == "true"
      let width = column["width"].flatMap { Double($0) }.map(SheetGeometry.pixels(ofWidth:))
      widths.append((from...to, isHidden ? 0 : width ?? defaultWidth))
    }
    var tokenizer = XMLTokenizer(MemorySource(bytes), part: part.name, limits: limits)
    while true {
      let token = try tokenizer.next()
      if token == .finished { return }
      guard token == .start, tokenizer.depth == 3, tokenizer.name == .row, let row = try tokenizer.number(.r)
      else { continue }
      if try tokenizer.flag(.hidden) == true {
        heights[row] = 0
      } else if let height = try tokenizer.string(.ht).flatMap({ Double($0) }) {
        heights[row] = SheetGeometry.pixels(ofHeight: height)
      }
    }
  }

  /// The anchor of a box with `text` beside `cell`.
  func anchor(for text: String, at cell: CellAddress) -> [Int] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let count = lines.reduce(0) { $0 + 1 + max(0, $1.count - 1) / SheetGeometry.lineLength }
    // Beside the last columns of a sheet the box stands on their left.
    let left = min(cell.column, 16_384 - 8)
    let top = max(0, min(cell.row - 1, 1_048_576 - 40) - 1)
    let right = end(from: left, after: SheetGeometry.boxWidth + 12) { width(ofColumn: $0 + 1) }
    let bottom = end(from: top, after: (count + 1) * SheetGeometry.lineHeight + 8) { height(ofRow: $0 + 1) }
    return [left, 12, top, 4, right.index, right.offset, bottom.index, bottom.offset]
  }

  /// The column or row in which the distance `pixels` from the beginning of `start` ends, and how far into
  /// it.
  private func end(from start: Int, after pixels: Int, size: (Int) -> Int) -> (index: Int, offset: Int) {
    var index = start
    var rest = pixels
    while index < start + 400, rest > size(index) {
      rest -= size(index)
      index += 1
    }
    return (index, max(0, min(rest, size(index))))
  }

  private func width(ofColumn column: Int) -> Int {
    widths.first { $0.columns.contains(column) }?.pixels ?? defaultWidth
  }
  private func height(ofRow row: Int) -> Int { heights[row] ?? defaultHeight }

  private static func pixels(ofWidth width: Double) -> Int {
    width.isNaN ? 64 : Int(max(0, min(width, 255)) * 7 + 5)
  }
  private static func pixels(ofHeight points: Double) -> Int {
    points.isNaN ? 20 : Int(max(0, min(points, 409)) * 4 / 3)
  }
}
