/// What browsers do with elements, by their names.
enum HTMLNames {
  /// Elements without content or end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Elements whose content is no markup and is not shown.
  static let raw: Set<String> = ["script", "style", "title", "noscript", "iframe", "noframes", "noembed"]

  /// Elements whose content is not shown, or is of another kind than text.
  static let skipped: Set<String> = [
    "xml", "template", "svg", "object", "applet", "audio", "video", "canvas", "datalist",
  ]

  /// Elements that stand on lines of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
    "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "ul",
  ]

  /// Elements that go on behind the end of a paragraph until they are ended themselves.
  static let formatting: Set<String> = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "del",
    "ins",
    "span", "sup", "sub", "label",
  ]

  /// What an end tag of anything else does not reach beyond.
  static let boundaries: Set<String> = ["td", "th", "caption", "table"]

  /// The parts of a table that hold rows.
  static let sections: Set<String> = ["thead", "tbody", "tfoot"]

  /// The parts of a table between which text does not belong.
  static let structure: Set<String> = ["table", "thead", "tbody", "tfoot", "tr", "colgroup"]

  /// What an element of this kind looks like without any style.
  static func style(of tag: HTMLTag) -> HTMLStyle {
    var style = HTMLStyle()
    switch tag.name {
    case "s", "strike", "del": style.isStruck = true
    case "sup", "sub": style.isRaised = true
    case "pre", "textarea": style.keepsSpaces = true
    default: break
    }
    if tag["hidden"] != nil { style.isDisplayed = false }
    if let colour = tag["bgcolor"]?.lowercased() { style.background = HTMLColour.name(colour) }
    if tag.name == "font", let colour = tag["color"]?.lowercased() { style.colour = HTMLColour.name(colour) }
    return style
  }

  /// Classes of marks of notes, in the HTML of Word, LibreOffice, Pandoc and wikis.
  private static let noteClasses: Set<String> = [
    "msofootnotereference", "msoendnotereference", "sdfootnoteanc", "sdendnoteanc", "footnote-ref",
    "reference",
  ]

  /// Whether an element is the mark of a note.
  static func isNoteMark(_ tag: HTMLTag, isRaised: Bool) -> Bool {
    let classes = (tag["class"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    if classes.contains(where: { noteClasses.contains(String($0)) }), tag.name != "td", tag.name != "tr" {
      return true
    }
    guard tag.name == "a", let target = tag["href"]?.lowercased() else { return false }
    return (isRaised && target.hasPrefix("#"))
      || ["#_ftn", "#_edn", "#sdfootnote", "#sdendnote"].contains { target.contains($0) }
  }
}
