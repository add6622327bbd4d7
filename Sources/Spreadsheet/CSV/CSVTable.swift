/// A CSV file that has been read: rows of text, each with its place.
///
/// The table keeps the bytes of the file and where the fields stand in them, eight bytes for each; a field's
/// text is made when it is asked for. Rows and columns count from 1, and an empty line is a row, so that
/// `table[12, 6]` is what Excel shows in `F12`.
public struct CSVTable: Sendable {
  /// How the characters were stored.
  public let encoding: CSVEncoding
  /// What stood between the fields.
  public let separator: CSVSeparator
  /// What was unusual, in the order of the file.
  public let notes: [CSVNote]
  /// Whether the writer's apostrophe is taken away from fields.
  let removesApostrophes: Bool
  let bytes: [UInt8]
  let storage: CSVStorage

  /// How many rows the file has, empty lines included.
  public var rowCount: Int { storage.rowEnds.count }

  /// How many fields there are in all.
  public var fieldCount: Int { storage.fields.count }

  /// How many fields row `row` has; 0 where there is no such row.
  public func fieldCount(ofRow row: Int) -> Int {
    rowRange(row)?.count ?? 0
  }

  /// The text of a field, quotation marks undone; `nil` where there is no such field.
  public subscript(row: Int, column: Int) -> String? {
    reference(row, column).map(text)
  }

  /// The texts of row `row`; none where there is no such row.
  public func texts(ofRow row: Int) -> [String] {
    guard let range = rowRange(row) else { return [] }
    return storage.fields[range].map(text)
  }

  /// All rows as texts.
  public var rows: [[String]] {
    (0..<rowCount).map { texts(ofRow: $0 + 1) }
  }

  /// Whether a field was in quotation marks; `nil` where there is no such field.
  public func isQuoted(row: Int, column: Int) -> Bool? {
    reference(row, column)?.flags.contains(.quoted)
  }

  /// The place of a field in the file; `nil` where there is no such field.
  public func position(row: Int, column: Int) -> CSVPosition? {
    guard let range = rowRange(row), range.count >= column, column >= 1 else { return nil }
    var line = Int(storage.rowLines[row - 1])
    for reference in storage.fields[range.prefix(column - 1)] where reference.flags.contains(.quoted) {
      line += lineEnds(in: reference.range)
    }
    return CSVPosition(line: line, row: row, column: column)
  }

  /// The fields that are not empty as cells with text, in reading order.
  public var cells: [Cell] {
    var cells: [Cell] = []
    for row in 0..<rowCount {
      let range = storage.fields(ofRow: row)
      for index in range where storage.fields[index].length > 0 {
        let text = text(storage.fields[index])
        if !text.isEmpty {
          cells.append(
            Cell(address: CellAddress(row: row + 1, column: index - range.lowerBound + 1), value: .text(text))
          )
        }
      }
    }
    return cells
  }

  /// The fields that are not empty as a sheet, so that what reads workbooks reads CSV too. Fields must be
  /// shorter than 16 MiB.
  public func sheet(named name: String) -> Sheet {
    Sheet(name: name, cells: cells)
  }

  private func rowRange(_ row: Int) -> Range<Int>? {
    row >= 1 && row <= rowCount ? storage.fields(ofRow: row - 1) : nil
  }

  private func reference(_ row: Int, _ column: Int) -> CSVFieldReference? {
    guard let range = rowRange(row), column >= 1, column <= range.count else { return nil }
    return storage.fields[range.lowerBound + column - 1]
  }

  func text(_ reference: CSVFieldReference) -> String {
    let text = bytes.withUnsafeBufferPointer { reference.text(in: $0) }
    return removesApostrophes ? HarmlessText.read(text) : text
  }

  private func lineEnds(in range: Range<Int>) -> Int {
    var count = 0
    for index in range {
      let isLineFeed = bytes[index] == UInt8(ascii: "\n")
      let isLoneReturn =
        bytes[index] == UInt8(ascii: "\r")
        && (index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if isLineFeed || isLoneReturn { count += 1 }
    }
    return count
  }
}
