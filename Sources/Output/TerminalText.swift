/// Text that may control a terminal.
package enum TerminalText {
  /// `text` as a terminal may get it: what a file says can colour words, but not move the cursor, name the
  /// window or ring. Whatever else controls a terminal is shown as `�`.
  ///
  /// Example: `"\u{1B}]0;x\u{7}"` becomes `"�]0;x�"`.
  package static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      let isColour =
        scalar == "\u{1B}" && rest.first == "["
        && {
          let end = rest.dropFirst().first { !("0"..."9" ~= $0 || $0 == ";") }
          return end == "m"
        }()
      result.append(isControl(scalar) && !isColour ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || 0x7F...0x9F ~= scalar.value
  }
}
