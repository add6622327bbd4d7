import Spreadsheet

/// What the styles of a document say about whether and how text is seen. A figure can be hidden or struck out by
/// the style of its paragraph or of its letters alone.
struct WordStyles {
  /// Properties of letters; `nil` where nothing is said.
  struct Letters {
    var isHidden: Bool?
    var isStruck: Bool?
    var isRaised: Bool?
    /// White, as is a page and a cell that has no colour of its own.
    var isWhite: Bool?
    /// Whether something stands behind the letters themselves.
    var isShaded: Bool?

    /// Letters of this size in half points, two points, are seen by nobody.
    private static let unseenSize = 4

    /// What `rPr` says itself.
    init(_ properties: WordNode?) {
      guard let properties else { return }
      isHidden = Letters.isOn(properties, [XMLName("vanish"), XMLName("webHidden")])
      if let size = properties.child(XMLName("sz"))?[WordNames.val].flatMap({ Int($0) }),
        size <= Letters.unseenSize
      {
        isHidden = true
      }
      isStruck = Letters.isOn(properties, [XMLName("strike"), XMLName("dstrike")])
      if let colour = properties.child(XMLName("color"))?[WordNames.val] {
        isWhite = colour.lowercased() == "ffffff"
      }
      if WordStyles.isShaded(properties) || properties.child(XMLName("highlight")) != nil { isShaded = true }
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
      both.isWhite = isWhite ?? other.isWhite
      both.isShaded = isShaded ?? other.isShaded
      return both
    }
  }

  private var own: [String: (letters: Letters, base: String?)] = [:]
  /// The styles that colour cells, all of them or some rows.
  private var colouring: Set<String> = []

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
      let parts = [style] + style.children.filter { $0.isWord(XMLName("tblStylePr")) }
      let isColouring = parts.contains { part in
        [XMLName("tcPr"), XMLName("tblPr"), XMLName("pPr")].contains {
          part.child($0).map(WordStyles.isShaded) ?? false
        }
      }
      if isColouring { colouring.insert(id) }
    }
  }

  /// Whether properties put a colour other than white behind what they are of.
  static func isShaded(_ properties: WordNode) -> Bool {
    guard let shading = properties.child(XMLName("shd")) else { return false }
    let fill = (shading[XMLName("fill")] ?? "auto").lowercased()
    return !["auto", "ffffff"].contains(fill)
      || !["clear", "nil"].contains(shading[WordNames.val] ?? "clear")
  }

  /// Whether a style, or one that it is based on, colours cells.
  func colours(_ id: String?) -> Bool {
    var next = id
    for _ in 0..<WordStyles.depth {
      guard let id = next else { return false }
      if colouring.contains(id) { return true }
      next = own[id]?.base
    }
    return false
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
