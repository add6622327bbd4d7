/// What the style of an element says about whether and how its text is seen; `nil` where it says nothing.
struct HTMLStyle: Equatable {
  var isDisplayed: Bool?
  var isVisible: Bool?
  var isStruck: Bool?
  var isRaised: Bool?
  var keepsSpaces: Bool?
  /// The colour of the text, in the words of ``HTMLColour``.
  var colour: String?
  /// The colour behind it.
  var background: String?
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
    case "color": colour = HTMLColour.name(value)
    case "background-color", "background": background = HTMLColour.name(value)
    case "background-image": background = value == "none" ? background : HTMLColour.unknown
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
    both.colour = colour ?? other.colour
    both.background = background ?? other.background
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

/// Colours of text and of what is behind it, so far as it must be told whether the two are one.
enum HTMLColour {
  /// The colour of the paper.
  static let paper = "ffffff"
  /// A colour that cannot be told, such as that of a picture: the same as no other.
  static let unknown = "?"

  /// Six hexadecimal digits for `white`, `#fff`, `rgb(255, 255, 255)` and `windowtext`; `nil` for words that leave the
  /// colour as it was, ``unknown`` for any other.
  static func name(_ value: String) -> String? {
    switch value {
    case "inherit", "none", "transparent", "initial", "unset": return nil
    case "white", "window": return paper
    case "black", "windowtext": return "000000"
    default: break
    }
    if value.hasPrefix("#") {
      let digits = value.dropFirst().prefix(while: \.isHexDigit)
      if digits.count == 3 { return digits.map { "\($0)\($0)" }.joined() }
      return digits.count == 6 ? String(digits) : unknown
    }
    let parts = value.split { !$0.isNumber }.compactMap { UInt8($0) }
    guard value.hasPrefix("rgb("), parts.count == 3 else { return unknown + value }
    return parts.map { (part: UInt8) in
      let digits = String(part, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
