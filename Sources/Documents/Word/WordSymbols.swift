import Spreadsheet

/// Characters that a document names by a font and a number, and check boxes.
enum WordSymbols {
  /// The character of `<w:sym w:font="Wingdings" w:char="F0FE"/>`.
  static func text(_ node: WordNode) -> String {
    guard let code = node[XMLName("char")].flatMap({ UInt32($0, radix: 16) }) else { return "" }
    let low = code & 0xFF
    if (node[XMLName("font")] ?? "").lowercased().hasPrefix("wingdings") {
      switch low {
      case 0xFE, 0xFD, 0x78, 0x54, 0x53: return "☒"
      case 0x6F, 0xA8, 0x71, 0x72: return "☐"
      case 0xFC, 0x50: return "✓"
      default: return "·"
      }
    }
    if low == 0x2D { return "−" }
    return Unicode.Scalar(code >= 0xF000 ? low : code).map { String(Character($0)) } ?? ""
  }

  /// The check box that an older form's field is; `nil` for any other field.
  static func box(_ node: WordNode) -> String? {
    guard let box = node.child(XMLName("ffData"))?.child(XMLName("checkBox")) else { return nil }
    let isChecked =
      box.child(XMLName("checked")) != nil ? box.isOn(XMLName("checked")) : box.isOn(XMLName("default"))
    return isChecked ? "☒" : "☐"
  }
}
