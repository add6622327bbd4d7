/// Formulas as OpenDocument writes them.
enum OpenFormula {
  /// The formula as a workbook has it: `of:=SUM([.B2:.B6];1)` is `SUM(B2:B6,1)`. Names of functions stay as
  /// they are.
  static func a1(_ text: String) -> String {
    var rest = withoutPrefix(text)
    var result = ""
    var isArray = false
    while let sign = rest.popFirst() {
      switch sign {
      case "\"", "'": result += quoted(sign, &rest)
      case "[":
        let end = end(ofReference: rest)
        result += reference(rest[..<end])
        rest = rest[end...].dropFirst()
      case "{", "}":
        isArray = sign == "{"
        result.append(sign)
      case ";": result.append(",")
      case "|" where isArray: result.append(";")
      case "~": result.append(",")
      default: result.append(sign)
      }
    }
    return result
  }

  /// Leaves out `of:=`, `oooc:=` or `=`.
  private static func withoutPrefix(_ text: String) -> Substring {
    if text.hasPrefix("=") { return text.dropFirst() }
    guard let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy({ $0.isLetter || $0.isNumber })
    else {
      return text[...]
    }
    let formula = text[text.index(after: colon)...]
    return formula.hasPrefix("=") ? formula.dropFirst() : text[...]
  }

  /// A text or name in quotes that has just begun; a doubled quote is part of it.
  private static func quoted(_ quote: Character, _ rest: inout Substring) -> String {
    let inside = rest.prefix { $0 != quote }
    rest = rest[inside.endIndex...].dropFirst()
    return "\(quote)\(inside)\(quote)"
  }

  /// Where the bracket closes that has just opened; quoted names may have one too.
  private static func end(ofReference text: Substring) -> Substring.Index {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "'" { isQuoted.toggle() }
      if text[index] == "]", !isQuoted { return index }
    }
    return text.endIndex
  }

  /// `.B2:.B6` is `B2:B6`; `$'Tabel 1'.B2` is `'Tabel 1'!B2`; a second sheet that is the first is left out.
  private static func reference(_ text: Substring) -> String {
    var corners: [(sheet: Substring, cell: Substring)] = []
    for part in split(text, at: ":") {
      let pieces = split(part, at: ".")
      guard pieces.count == 2 else { return String(text) }
      corners.append((pieces[0].hasPrefix("$") ? pieces[0].dropFirst() : pieces[0], pieces[1]))
    }
    guard let first = corners.first else { return "" }
    let sheet = first.sheet.isEmpty ? "" : "\(first.sheet)!"
    let cells = corners.enumerated().map { index, corner in
      index == 0 || corner.sheet.isEmpty || corner.sheet == first.sheet
        ? String(corner.cell) : "\(corner.sheet)!\(corner.cell)"
    }
    return sheet + cells.joined(separator: ":")
  }

  /// The pieces between separators outside quotes.
  private static func split(_ text: Substring, at separator: Character) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var isQuoted = false
    for index in text.indices {
      if text[index] == "'" { isQuoted.toggle() }
      guard text[index] == separator, !isQuoted else { continue }
      pieces.append(text[start..<index])
      start = text.index(after: index)
    }
    return pieces + [text[start...]]
  }
}
