import Spreadsheet

/// CSV read the slow and obvious way, one character after another: what the scanner is compared with.
enum CSVReference {
  /// One row: its fields, and the line that each begins on.
  struct Row: Equatable {
    var fields: [[UInt8]] = []
    var lines: [Int] = []
  }

  static func rows(_ bytes: [UInt8], separator: UInt8) -> [Row] {
    var reader = Reader(bytes: bytes, separator: separator)
    var rows: [Row] = []
    while !reader.isAtEnd { rows.append(reader.row()) }
    return rows
  }

  private struct Reader {
    let bytes: [UInt8]
    let separator: UInt8
    var position = 0
    var line = 1

    var isAtEnd: Bool { position == bytes.count }
    private var next: UInt8? { isAtEnd ? nil : bytes[position] }

    mutating func row() -> Row {
      var row = Row()
      while true {
        row.lines.append(line)
        if let mark = markBehindSpaces { position = mark }
        row.fields.append(next == UInt8(ascii: "\"") ? quoted() : plain())
        if takeLineEnd() || isAtEnd { return row }
        position += 1
      }
    }

    /// The mark behind spaces, where the field is `"…"` to the next separator or the end of the line.
    private var markBehindSpaces: Int? {
      let line = bytes[position...].prefix { $0 != 10 && $0 != 13 }
      let rest = line.drop { $0 == UInt8(ascii: " ") }
      guard rest.startIndex > position, rest.first == UInt8(ascii: "\"") else { return nil }
      var index = rest.startIndex + 1
      while index < line.endIndex {
        guard bytes[index] == UInt8(ascii: "\"") else {
          index += 1
          continue
        }
        if index + 1 == line.endIndex || bytes[index + 1] == separator { return rest.startIndex }
        guard bytes[index + 1] == UInt8(ascii: "\"") else { return nil }
        index += 2
      }
      return nil
    }

    /// Up to the next separator or line end.
    private mutating func plain() -> [UInt8] {
      var field: [UInt8] = []
      while let byte = next, byte != separator, byte != 10, byte != 13 {
        field.append(byte)
        position += 1
      }
      return field
    }

    /// Up to the closing mark, and whatever stands behind it.
    private mutating func quoted() -> [UInt8] {
      var field: [UInt8] = []
      position += 1
      while let byte = next {
        if byte == UInt8(ascii: "\"") {
          position += 1
          guard next == UInt8(ascii: "\"") else { return field + plain() }
          field.append(byte)
          position += 1
        } else if byte == 10 || byte == 13 {
          let start = position
          _ = takeLineEnd()
          field += bytes[start..<position]
        } else {
          field.append(byte)
          position += 1
        }
      }
      return field
    }

    /// CR LF, LF or CR.
    private mutating func takeLineEnd() -> Bool {
      guard next == 10 || next == 13 else { return false }
      position += next == 13 && position + 1 < bytes.count && bytes[position + 1] == 10 ? 2 : 1
      line += 1
      return true
    }
  }
}
