/// Adds styles to `styles.xml`; one that an earlier marking added is used again, so that a file does not grow
/// by being marked twice.
struct StyleAdditions {
  private var part: XMLPart
  private var collections: [String: Collection] = [:]

  /// A list of styles under edit.
  private struct Collection {
    /// The styles as they are written.
    var items: [String]
    var existing: Int
  }

  /// Opens the styles of a workbook.
  init(_ part: XMLPart) { self.part = part }

  /// A part without styles, for a workbook that has none.
  static func empty(_ vocabulary: Vocabulary) -> [UInt8] {
    Array("\(XMLText.declaration)<styleSheet xmlns=\"\(vocabulary.spreadsheet)\"></styleSheet>".utf8)
  }

  /// The number of a differential format for marks of `level`: coloured ground, dark words, a thin frame that
  /// also shows in black and white.
  mutating func mark(_ level: WorkbookMarks.Level) -> Int {
    let (ground, ink) = level == .error ? ("FFFFC7CE", "FF9C0006") : ("FFFFEB9C", "FF7F4F00")
    let p = part.prefix
    let sides = sides(ink)
    return add(
      "<\(p)dxf><\(p)font><\(p)color rgb=\"\(ink)\"/></\(p)font><\(p)fill><\(p)patternFill patternType=\"solid\"><\(p)fgColor rgb=\"\(ground)\"/>"
        + "<\(p)bgColor rgb=\"\(ground)\"/></\(p)patternFill></\(p)fill><\(p)border>\(sides)</\(p)border></\(p)dxf>",
      to: "dxfs", first: [])
  }

  /// The number of a cell format.
  /// - Parameters:
  ///   - font: what is said about the font beside its name: `<b/>`, a colour.
  ///   - ground: the colour behind the text.
  ///   - isFramed: whether a thin frame is drawn.
  mutating func cell(font: [String], size: Int = 11, ground: String? = nil, isFramed: Bool = true) -> Int {
    let p = part.prefix
    let words = font.filter { !$0.hasPrefix("color ") }.map { "<\(p)\($0)/>" }.joined()
    let colour = font.filter { $0.hasPrefix("color ") }.map { "<\(p)\($0)/>" }.joined()
    let fontNumber = add(
      "<\(p)font>\(words)<\(p)sz val=\"\(size)\"/>\(colour)<\(p)name val=\"Calibri\"/><\(p)family val=\"2\"/></\(p)font>",
      to: "fonts",
      first: ["<\(p)font><\(p)sz val=\"11\"/><\(p)name val=\"Calibri\"/><\(p)family val=\"2\"/></\(p)font>"])
    let fills = ["none", "gray125"].map { "<\(p)fill><\(p)patternFill patternType=\"\($0)\"/></\(p)fill>" }
    let fillNumber =
      ground.map { ground in
        add(
          "<\(p)fill><\(p)patternFill patternType=\"solid\"><\(p)fgColor rgb=\"\(ground)\"/><\(p)bgColor indexed=\"64\"/></\(p)patternFill></\(p)fill>",
          to: "fills", first: fills)
      } ?? reserve("fills", fills)
    let plainBorder = "<\(p)border><\(p)left/><\(p)right/><\(p)top/><\(p)bottom/><\(p)diagonal/></\(p)border>"
    let sides = sides("FFBFBFBF")
    let borderNumber =
      isFramed
      ? add("<\(p)border>\(sides)<\(p)diagonal/></\(p)border>", to: "borders", first: [plainBorder])
      : reserve("borders", [plainBorder])
    let plain = "<\(p)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    _ = reserve("cellStyleXfs", [plain])
    return add(
      "<\(p)xf numFmtId=\"49\" fontId=\"\(fontNumber)\" fillId=\"\(fillNumber)\" borderId=\"\(borderNumber)\" xfId=\"0\" applyNumberFormat=\"1\" "
        + "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><\(p)alignment vertical=\"top\" wrapText=\"1\"/></\(p)xf>",
      to: "cellXfs", first: ["<\(p)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"])
  }

  /// Thin lines around a cell; above and below only in the strict variant, which names the other two
  /// differently.
  private func sides(_ colour: String) -> String {
    let p = part.prefix
    let names = part.isStrict ? ["top", "bottom"] : ["left", "right", "top", "bottom"]
    return names.map { "<\(p)\($0) style=\"thin\"><\(p)color rgb=\"\(colour)\"/></\(p)\($0)>" }.joined()
  }

  /// Makes sure that a list is there with the styles that have to come first, and gives the number of the
  /// first.
  private mutating func reserve(_ list: String, _ first: [String]) -> Int {
    if collections[list] == nil {
      let items = part.root.child(list)?.children.map { part.source($0.range) } ?? []
      collections[list] = Collection(items: items.isEmpty ? first : items, existing: items.count)
    }
    return 0
  }

  private mutating func add(_ item: String, to list: String, first: [String]) -> Int {
    _ = reserve(list, first)
    let items = collections[list]?.items ?? []
    // The first styles of a list have a meaning of their own.
    if let index = items.lastIndex(of: item), index >= first.count { return index }
    collections[list]?.items.append(item)
    return items.count
  }

  /// The part with all additions.
  consuming func finished() -> XMLPart {
    for list in SchemaOrder.styles {
      guard let collection = collections[list], collection.items.count > collection.existing else { continue }
      let added = collection.items[collection.existing...].joined()
      if let element = part.root.child(list) {
        part.append(added, to: element)
        part.set("count", String(collection.items.count), of: element)
      } else {
        let p = part.prefix
        part.insert(
          "<\(p)\(list) count=\"\(collection.items.count)\">\(added)</\(p)\(list)>", as: list,
          order: SchemaOrder.styles)
      }
    }
    return part
  }
}
