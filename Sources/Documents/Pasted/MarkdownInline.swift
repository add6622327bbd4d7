/// The marks inside a line of Markdown, turned into HTML: `**bold**`, `~~struck~~`, `` `code` ``, `\|`, links,
/// marks of notes. What is not closed is text.
struct MarkdownInline {
  private let signs: [Character]
  private var parts: [String] = []
  /// Marks that may open, by what they are: their places in `parts`.
  private var open: [String: [Int]] = [:]
  private var brackets: [Int] = []
  private var index = 0

  private init(_ text: String) { signs = Array(text) }

  /// The text as HTML.
  static func html(_ text: String) -> String {
    guard text.contains(where: { "\\`*_~[".contains($0) }) else { return text }
    var inline = MarkdownInline(text)
    while inline.index < inline.signs.count { inline.step() }
    return inline.parts.joined()
  }

  private mutating func step() {
    switch signs[index] {
    case "\\": escape()
    case "`": code()
    case "*", "_", "~": mark()
    case "[":
      if isNote { return leaveOutNote() }
      brackets.append(parts.count)
      put("[")
    case "]": bracket()
    default: put(String(signs[index]))
    }
  }

  private mutating func put(_ text: String, _ count: Int = 1) {
    parts.append(text)
    index += count
  }

  private mutating func escape() {
    guard index + 1 < signs.count, signs[index + 1].isASCII,
      let scalar = signs[index + 1].unicodeScalars.first,
      signs[index + 1].isPunctuation || signs[index + 1].isSymbol
    else { return put("\\") }
    put("&#\(scalar.value);", 2)
  }

  private mutating func code() {
    guard let end = signs[(index + 1)...].firstIndex(of: "`") else { return put("`") }
    let text = String(signs[(index + 1)..<end].filter { $0 != "`" })
    put(text.replacing("&", with: "&amp;").replacing("<", with: "&lt;"), end - index + 1)
  }

  // MARK: - Emphasis and lines through text

  private mutating func mark() {
    let sign = signs[index]
    var count = 1
    while index + count < signs.count, signs[index + count] == sign, count < 3 { count += 1 }
    let before = index > 0 ? signs[index - 1] : " "
    let behind = index + count < signs.count ? signs[index + count] : " "
    let key = String(repeating: sign, count: count)
    let closes = !before.isWhitespace && (sign == "~" || !MarkdownInline.isWord(behind))
    let opens = !behind.isWhitespace && (sign == "~" || !MarkdownInline.isWord(before))
    if closes, let place = open[key]?.popLast() {
      if sign == "~" {
        parts[place] = "<s>"
        return put("</s>", count)
      }
      parts[place] = ""
      return put("", count)
    }
    if opens { open[key, default: []].append(parts.count) }
    put(key, count)
  }

  private static func isWord(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }

  // MARK: - Links and notes

  /// `[^1]`
  private var isNote: Bool { index + 1 < signs.count && signs[index + 1] == "^" }

  private mutating func leaveOutNote() {
    guard let end = signs[index...].prefix(24).firstIndex(of: "]") else { return put("[") }
    put("<a class=\"footnote-ref\">*</a>", end - index + 1)
  }

  /// `[text](address)` is its text; brackets without an address stay.
  private mutating func bracket() {
    guard let start = brackets.popLast(), index + 1 < signs.count, signs[index + 1] == "(",
      let end = signs[index...].prefix(2_000).firstIndex(of: ")")
    else { return put("]") }
    parts[start] = ""
    put("", end - index + 1)
  }
}
