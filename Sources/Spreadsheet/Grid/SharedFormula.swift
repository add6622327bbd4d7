/// A formula that several cells share: the file stores its text once, for the first of them, and the others
/// see it moved.
package struct SharedFormula: Sendable {
  /// The cell whose formula the text is.
  var origin: CellAddress
  var text: [UInt8]

  /// The formula as the cell at `address` has it: relative references move along with the cell, and `#REF!`
  /// stands where one leaves the sheet.
  func text(at address: CellAddress) -> [UInt8] {
    let shift = (rows: address.row - origin.row, columns: address.column - origin.column)
    if shift == (0, 0) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 8)
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        copyQuoted(from: &position, to: &result)
      } else if byte == UInt8(ascii: "[") {
        copyBracketed(from: &position, to: &result)
      } else if SharedFormula.isWord(byte) {
        let start = position
        while position < text.count, SharedFormula.isWord(text[position]) { position += 1 }
        appendMoved(
          text[start..<position], shift, to: &result, next: position < text.count ? text[position] : 0)
      } else {
        result.append(byte)
        position += 1
      }
    }
    return result
  }

  /// Copies a text or a quoted sheet name; a doubled quote is part of it.
  private func copyQuoted(from position: inout Int, to result: inout [UInt8]) {
    let quote = text[position]
    repeat {
      result.append(text[position])
      position += 1
    } while position < text.count && text[position] != quote
    guard position < text.count else { return }
    result.append(quote)
    position += 1
  }

  /// Copies what stands in brackets: columns of a table, or the number of another workbook.
  private func copyBracketed(from position: inout Int, to result: inout [UInt8]) {
    var depth = 0
    repeat {
      if text[position] == UInt8(ascii: "[") { depth += 1 }
      if text[position] == UInt8(ascii: "]") { depth -= 1 }
      result.append(text[position])
      position += 1
    } while depth > 0 && position < text.count
  }

  /// Letters, digits, `$`, `_`, `.`, and everything beyond ASCII: what names, numbers and references consist
  /// of.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "?"),
      0x80...:
      true
    default: false
    }
  }

  /// Adds `word`, moved if it is a reference: not a function (`LOG10(`), a sheet (`A1!`), or a name.
  private func appendMoved(
    _ word: ArraySlice<UInt8>, _ shift: (rows: Int, columns: Int), to result: inout [UInt8], next: UInt8
  ) {
    guard next != UInt8(ascii: "("), next != UInt8(ascii: "!"), let reference = Reference(word) else {
      result.append(contentsOf: word)
      return
    }
    // A column (`B`) or row (`7`) alone is a reference only in `B:D` and `2:7`.
    let isAlone = reference.column == nil || reference.row == nil
    if isAlone, next != UInt8(ascii: ":"), result.last != UInt8(ascii: ":") {
      result.append(contentsOf: word)
      return
    }
    result.append(contentsOf: reference.moved(by: shift))
  }

  /// `$B$7`, `B7`, `$B`, `7`: letters, digits, and whether each is fixed.
  private struct Reference {
    var column: Int?
    var row: Int?
    var isColumnFixed = false
    var isRowFixed = false

    init?(_ word: ArraySlice<UInt8>) {
      var rest = word
      var isFixed = Reference.takeDollar(&rest)
      let letters = rest.prefix {
        ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") && $0 < 0x80
      }
      if letters.count > 3 { return nil }
      if !letters.isEmpty {
        column = letters.reduce(0) { $0 * 26 + Int($1 & 0xDF) - 64 }
        isColumnFixed = isFixed
        rest = rest.dropFirst(letters.count)
        isFixed = Reference.takeDollar(&rest)
      }
      if !rest.isEmpty {
        guard rest.count <= 7, rest.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
          return nil
        }
        row = rest.reduce(0) { $0 * 10 + Int($1) - 48 }
        isRowFixed = isFixed
      } else if isFixed {
        return nil
      }
      if column == nil, row == nil { return nil }
      if let column, column > 16_384 { return nil }
      if let row, row < 1 || row > 1_048_576 { return nil }
    }

    private static func takeDollar(_ rest: inout ArraySlice<UInt8>) -> Bool {
      guard rest.first == UInt8(ascii: "$") else { return false }
      rest = rest.dropFirst()
      return true
    }

    func moved(by shift: (rows: Int, columns: Int)) -> [UInt8] {
      var text = ""
      if let column {
        let moved = isColumnFixed ? column : column + shift.columns
        guard (1...16_384).contains(moved) else { return Array("#REF!".utf8) }
        text += (isColumnFixed ? "$" : "") + CellAddress.letters(ofColumn: moved)
      }
      if let row {
        let moved = isRowFixed ? row : row + shift.rows
        guard (1...1_048_576).contains(moved) else { return Array("#REF!".utf8) }
        text += (isRowFixed ? "$" : "") + String(moved)
      }
      return Array(text.utf8)
    }
  }
}
