/// What the style of an element says about whether and how its text is seen; `nil` where it says nothing.
struct HTMLStyle: Equatable {
  var isDisplayed: Bool?
  var isVisible: Bool?
  var isStruck: Bool?
  var isRaised: Bool?
  var keepsSpaces: Bool?
  /// It is the mark of a footnote, which is no part of the text.
  var isNoteMark = false

  /// Reads declarations, `display:none;text-decoration:line-through`.
  init(_ declarations: Substring = "") {
    guard !declarations.isEmpty else { return }
    for declaration in declarations.split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let property = HTMLStyle.word(declaration[..<colon])
      let value = HTMLStyle.word(declaration[declaration.index(after: colon)...])
      read(property, value)
    }
  }

  private mutating func read(_ property: String, _ value: String) {
    switch property {
    case "display": isDisplayed = value != "none"
    case "mso-hide": if value == "all" { isDisplayed = false }
    case "visibility": isVisible = value != "hidden" && value != "collapse"
    case "text-decoration", "text-decoration-line", "text-line-through":
      if value.contains("line-through") || (property == "text-line-through" && value != "none") {
        isStruck = true
      } else if value.hasPrefix("none") {
        isStruck = false
      }
    case "vertical-align": isRaised = value == "super" || value == "sub" ? true : nil
    case "white-space": keepsSpaces = value.hasPrefix("pre") && value != "pre-line"
    case "mso-footnote-id", "mso-endnote-id", "mso-special-character":
      if property != "mso-special-character" || value == "footnote" || value == "endnote" {
        isNoteMark = true
      }
    default: break
    }
  }

  /// This style, and where it says nothing, the other.
  func over(_ other: HTMLStyle) -> HTMLStyle {
    var both = self
    both.isDisplayed = isDisplayed ?? other.isDisplayed
    both.isVisible = isVisible ?? other.isVisible
    both.isStruck = isStruck ?? other.isStruck
    both.isRaised = isRaised ?? other.isRaised
    both.keepsSpaces = keepsSpaces ?? other.keepsSpaces
    both.isNoteMark = isNoteMark || other.isNoteMark
    return both
  }

  private static func word(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    let word = text.lowercased()
    return word.hasSuffix("!important") ? String(word.dropLast(10).filter { $0 != " " }) : word
  }
}

/// The rules of a page's style sheets that concern ``HTMLStyle``: those for a kind of element, a class, or both.
/// Excel keeps in them which cells are struck out.
struct HTMLStyleSheet {
  /// Rules beyond this many are not read.
  static let limit = 20_000

  private var rules: [String: HTMLStyle] = [:]

  /// Whether no rule says anything.
  var isEmpty: Bool { rules.isEmpty }

  /// Adds the rules of a style sheet. Rules for other media or places inside other elements are passed over.
  mutating func add(_ text: String) {
    var rest = HTMLStyleSheet.withoutComments(text)[...]
    while let brace = rest.firstIndex(of: "{"), rules.count < HTMLStyleSheet.limit {
      let selectors = rest[..<brace]
      rest = rest[rest.index(after: brace)...]
      if selectors.contains("@") {
        rest = HTMLStyleSheet.afterBlock(rest)
        continue
      }
      let end = rest.firstIndex(of: "}") ?? rest.endIndex
      let style = HTMLStyle(rest[..<end])
      if style != HTMLStyle() { add(style, for: selectors) }
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
    }
  }

  private mutating func add(_ style: HTMLStyle, for selectors: Substring) {
    for selector in selectors.split(separator: ",") {
      let parts = selector.split(whereSeparator: \.isWhitespace)
      guard parts.count == 1, let part = parts.first, !part.contains(where: { ":#>+~[*".contains($0) }) else {
        continue
      }
      let key = part.lowercased()
      rules[key] = rules[key].map { style.over($0) } ?? style
    }
  }

  /// What the rules say about an element; rules for its class come before those for its kind.
  func style(of tag: HTMLTag) -> HTMLStyle {
    guard !rules.isEmpty else { return HTMLStyle() }
    var style = rules[tag.name] ?? HTMLStyle()
    for name in (tag["class"] ?? "").lowercased().split(whereSeparator: \.isWhitespace).prefix(16) {
      if let rule = rules["." + name] { style = rule.over(style) }
      if let rule = rules["\(tag.name).\(name)"] { style = rule.over(style) }
    }
    return style
  }

  private static func withoutComments(_ text: String) -> String {
    let text = text.replacing("<!--", with: "").replacing("-->", with: "")
    guard text.contains("/*") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "*/") else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// What follows a block in braces, with the blocks inside it.
  private static func afterBlock(_ text: Substring) -> Substring {
    var depth = 1
    var index = text.startIndex
    while index < text.endIndex, depth > 0 {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      index = text.index(after: index)
    }
    return text[index...]
  }
}
