/// What a style says about text: struck out, raised, hidden, white. `nil` where it says nothing, so that what is
/// around it holds.
package struct OpenTextStyle: Hashable, Sendable {
  package var isStruck: Bool?
  package var isRaised: Bool?
  package var isHidden: Bool?
  /// The colour of the text as written, `#ffffff`; nothing where it is the program's choice.
  var colour: String?
  /// White, as is a page and a cell that has no colour of its own.
  package var isWhite: Bool?
  /// Whether a colour stands behind the text or its cell.
  package var isShaded: Bool?

  /// Says nothing.
  package init() {}

  /// Reads the `style:text-properties` element that just started.
  init(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) {
    for index in 0..<tokenizer.attributeCount {
      let attribute = tokenizer[attribute: index]
      switch attribute.localName {
      case .lineThroughStyle, .lineThroughType:
        isStruck = try tokenizer.value(attribute) != "none" || isStruck == true
      case .textPosition:
        // `super 58%`, `-33% 58%`, `0% 100%`.
        let height = try tokenizer.value(attribute).split(separator: " ").first ?? "0%"
        isRaised = !height.allSatisfy { "0.%+-".contains($0) }
      case .colour:
        let written = try tokenizer.value(attribute).lowercased()
        (colour, isWhite) = (written, written == "#ffffff")
      case .background: isShaded = try Self.isColour(tokenizer.value(attribute))
      case .display: isHidden = try tokenizer.value(attribute) == "none"
      case .isAutomaticColour where try tokenizer.value(attribute) == "true": (colour, isWhite) = ("", false)
      default: break
      }
    }
  }

  /// Whether a background is none that white text vanishes on.
  static func isColour(_ background: String) -> Bool {
    !["transparent", "#ffffff"].contains(background.lowercased())
  }

  /// This style, with what `outer` says where this one says nothing.
  package func inside(_ outer: OpenTextStyle) -> OpenTextStyle {
    var style = self
    style.isStruck = isStruck ?? outer.isStruck
    style.isRaised = isRaised ?? outer.isRaised
    style.isHidden = isHidden ?? outer.isHidden
    style.colour = colour ?? outer.colour
    style.isWhite = isWhite ?? outer.isWhite
    style.isShaded = isShaded ?? outer.isShaded
    return style
  }
}

extension XMLName {
  fileprivate static let lineThroughStyle = XMLName("text-line-through-style")
  fileprivate static let lineThroughType = XMLName("text-line-through-type")
  fileprivate static let textPosition = XMLName("text-position")
  fileprivate static let display = XMLName("display")
  fileprivate static let colour = XMLName("color")
  fileprivate static let isAutomaticColour = XMLName("use-window-font-color")
  fileprivate static let background = XMLName("background-color")
}
