package import ProposalModel
package import Spreadsheet

/// What a cell of the entry workbook says, as a person reads it.
package enum CellText {
  /// The text of a cell, without spaces at its ends; `nil` if it says nothing. Numbers are in plain Danish
  /// notation (`0,5`), dates as `14-01-2022`.
  package static func text(_ cell: Cell?) -> String? {
    guard let cell else { return nil }
    let text: String
    switch cell.value {
    case .empty: return nil
    case .number(let stored): text = number(stored)
    case .text(let value): text = value
    case .boolean(let value): text = value ? "SAND" : "FALSK"
    case .error(let value): text = value
    case .date(let iso): text = danishDate(iso)
    }
    let trimmed = trim(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// A stored number in Danish notation, without thousands points: `1275,5`.
  package static func number(_ stored: String) -> String {
    guard let number = DecimalNumber(stored: stored) else { return stored }
    return String(number.description.map { $0 == "." ? "," : $0 })
  }

  /// `14-01-2022` for `2022-01-14`, with the time behind it where there is one.
  static func danishDate(_ iso: String) -> String {
    let parts = iso.split(separator: "T", maxSplits: 1)
    let day = (parts.first ?? "").split(separator: "-")
    guard day.count == 3 else { return iso }
    let time = parts.count == 2 ? " " + parts[1] : ""
    return "\(day[2])-\(day[1])-\(day[0])\(time)"
  }

  /// The text without spaces and line breaks at its ends.
  package static func trim(_ text: String) -> String {
    guard endsInSpace(text) else { return text }
    var slice = text[...]
    while let first = slice.first, Spelling.spaces.contains(first) { slice.removeFirst() }
    while let last = slice.last, Spelling.spaces.contains(last) { slice.removeLast() }
    return String(slice)
  }

  /// Whether the first or the last byte may be one of a space; where not, no end is one.
  private static func endsInSpace(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    // U+A0, U+202F, U+2007 and U+2009 begin and end with these bytes.
    return isASCIISpace(first) || first == 0xC2 || first == 0xE2
      || isASCIISpace(last) || [0xA0, 0xAF, 0x87, 0x89].contains(last)
  }

  /// A whole number, where the cell holds one; `nil` for anything else.
  static func wholeNumber(_ cell: Cell?) -> Int? {
    guard case .number(let stored)? = cell?.value, let number = DecimalNumber(stored: stored),
      number.scale == 0
    else { return nil }
    return Int(exactly: number.mantissa)
  }
}

/// The line over a table that tells unit and price level: `1.000 kr. 2023 p/l`.
package struct UnitHeader: Hashable {
  package var unit: AmountUnit
  package var priceLevel: Int?
  /// Whether it speaks of a price level, readable or not.
  package var namesLevel = false

  /// Reads the line; `nil` if it names no unit that can be read.
  package init?(_ text: String) {
    guard let unit = UnitReading(text).unit else { return nil }
    self.unit = unit
    priceLevel = TableWords.priceLevel(in: text)
    let key = text.lowercased()
    namesLevel = key.contains("p/l") || key.contains("pl")
  }

  /// The line as it is written.
  package static func text(unit: AmountUnit, priceLevel: Int?) -> String {
    unit.rawValue + (priceLevel.map { " \($0) p/l" } ?? "")
  }
}
