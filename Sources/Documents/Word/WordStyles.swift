import Spreadsheet

/// What the styles of a document say about whether and how text is seen. A figure can be hidden or struck out by
/// the style of its paragraph or of its letters alone.
struct WordStyles {
  /// Properties of letters; `nil` where nothing is said.
  struct Letters {
    var isHidden: Bool?
    var isStruck: Bool?
    var isRaised: Bool?

    /// What `rPr` says itself.
    init(_ properties: WordNode?) {
      guard let properties else { return }
      isHidden = Letters.isOn(properties, [XMLName("vanish"), XMLName("webHidden")])
      isStruck = Letters.isOn(properties, [XMLName("strike"), XMLName("dstrike")])
      if let vertical = properties.child(XMLName("vertAlign"))?[WordNames.val] {
        isRaised = vertical == "superscript" || vertical == "subscript"
      } else if let position = properties.child(XMLName("position"))?[WordNames.val].flatMap({ Int($0) }) {
        // Raised by hand, in half points: less only adjusts a letter to its line.
        isRaised = abs(position) >= 4
      }
    }

    private static func isOn(_ properties: WordNode, _ names: [XMLName]) -> Bool? {
      let said = names.filter { properties.child($0) != nil }
      return said.isEmpty ? nil : said.contains { properties.isOn($0) }
    }

    /// These, and where they say nothing, the others.
    func over(_ other: Letters) -> Letters {
      var both = self
      both.isHidden = isHidden ?? other.isHidden
      both.isStruck = isStruck ?? other.isStruck
      both.isRaised = isRaised ?? other.isRaised
      return both
    }
  }

  private var own: [String: (letters: Letters, base: String?)] = [:]

  /// A style that is based on another this many times over is taken as it is by then.
  private static let depth = 20

  /// No styles.
  init() {}

  /// The styles of the part that `tokenizer` reads.
  init(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    guard let root = try WordNode.read(&tokenizer) else { return }
    for style in root.children where style.isWord(XMLName("style")) {
      guard let id = style[XMLName("styleId")] else { continue }
      own[id] = (Letters(style.child(XMLName("rPr"))), style.child(XMLName("basedOn"))?[WordNames.val])
    }
  }

  /// What a style says, with those that it is based on.
  func letters(_ id: String?) -> Letters {
    var letters = Letters(nil)
    var next = id
    for _ in 0..<WordStyles.depth {
      guard let id = next, let style = own[id] else { break }
      letters = letters.over(style.letters)
      next = style.base
    }
    return letters
  }
}
