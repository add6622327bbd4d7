/// The rules of a page's style sheets that concern ``HTMLStyle``: those for a kind of element, a class, or both,
/// anywhere or inside other elements. Excel keeps in them which cells are struck out.
struct HTMLStyleSheet {
  /// Rules beyond this many are not read.
  static let limit = 20_000
  /// Rules for places inside other elements beyond this many are not read: each costs a look at the elements around.
  static let innerLimit = 200

  /// A rule for elements inside others: `td s`, `.old span`.
  private struct InnerRule {
    /// The elements around, the outermost first.
    var around: [String]
    var style: HTMLStyle
  }

  private var rules: [String: HTMLStyle] = [:]
  /// By the last part of their selectors.
  private var inner: [String: [InnerRule]] = [:]
  private var innerCount = 0

  /// Whether no rule says anything.
  var isEmpty: Bool { rules.isEmpty && inner.isEmpty }

  /// Adds the rules of a style sheet. Rules for other media, states and neighbours are passed over.
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
      // Right inside is inside.
      let parts = selector.split { $0.isWhitespace || $0 == ">" }.map { $0.lowercased() }
      guard let key = parts.last, !parts.contains(where: { $0.contains { ":#+~[*".contains($0) } }) else {
        continue
      }
      guard parts.count > 1 else {
        rules[key] = rules[key].map { style.over($0) } ?? style
        continue
      }
      innerCount += 1
      guard innerCount <= HTMLStyleSheet.innerLimit else { continue }
      inner[key, default: []].append(InnerRule(around: parts.dropLast(), style: style))
    }
  }

  /// What the rules say about an element; rules for its class come before those for its kind, and rules for its
  /// place before both.
  /// - Parameter around: the elements that it stands in, the outermost first, by their ``keys(of:)``.
  func style(of tag: HTMLTag, around: [[String]]) -> HTMLStyle {
    guard !isEmpty else { return HTMLStyle() }
    let keys = HTMLStyleSheet.keys(of: tag)
    var style = HTMLStyle()
    for key in keys { if let rule = rules[key] { style = rule.over(style) } }
    guard !inner.isEmpty else { return style }
    for key in keys {
      for rule in inner[key] ?? [] where HTMLStyleSheet.stands(around, inside: rule.around) {
        style = rule.style.over(style)
      }
    }
    return style
  }

  /// The selectors that an element answers to: `td`, `.old`, `td.old`.
  static func keys(of tag: HTMLTag) -> [String] {
    let classes = (tag["class"] ?? "").lowercased().split(whereSeparator: \.isWhitespace).prefix(16)
    return [tag.name] + classes.flatMap { [".\($0)", "\(tag.name).\($0)"] }
  }

  private static func stands(_ around: [[String]], inside wanted: [String]) -> Bool {
    var rest = wanted[...]
    for keys in around where !rest.isEmpty {
      if let next = rest.first, keys.contains(next) { rest.removeFirst() }
    }
    return rest.isEmpty
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
