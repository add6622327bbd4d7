/// The place of a cell on its sheet, written as in Excel: column letters and row number.
///
/// Rows and columns count from 1, as people see them, so `CellAddress(row: 12, column: 6)` is `F12`.
public struct CellAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Row number, 1 at the top.
  public var row: Int
  /// Column number, 1 for `A`.
  public var column: Int

  /// The cell in row `row` and column `column`, both counted from 1.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `F12` or `$F$12`; letters may be small. Anything else, row 0 included, gives `nil`.
  public init?(_ text: String) {
    var column = 0
    var row = 0
    var seenDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !seenDigit:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where !seenDigit:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seenDigit = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      if column > 1_000_000 || row > 1_000_000_000 { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// The letters of column number `column`: 1 is `A`, 27 is `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// `F12`.
  public var description: String { CellAddress.letters(ofColumn: column) + String(row) }

  /// Reading order: row by row, then from left to right.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
