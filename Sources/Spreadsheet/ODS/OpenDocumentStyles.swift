/// The styles of an OpenDocument file that decide how cells are seen: number formats, struck and raised text, rows
/// and columns without height or width, hidden sheets.
package struct OpenDocumentStyles: Sendable {
  /// What a style is for.
  package enum Family: String, Sendable {
    case cell = "table-cell"
    case text, paragraph, table
    case row = "table-row"
    case column = "table-column"
  }

  /// What a stored value is, where its style need not say so.
  enum ValueKind: Hashable {
    case plain, percentage, time
    case currency(String)
  }

  private struct Key: Hashable {
    var family: Family
    var name: String
  }

  private struct Style {
    var parent: String?
    var dataStyle: String?
    var text = OpenTextStyle()
    /// The colour behind a cell as written; `transparent` is the paper.
    var background: String?
    /// Whether the sheet is hidden, or the row or column has no room.
    var isHidden = false
  }

  private struct LookKey: Hashable {
    var style: String
    var kind: ValueKind
  }

  /// Styles that have a name for people, and those that the program made for single cells.
  private var common: [Key: Style] = [:]
  private var automatic: [Key: Style] = [:]
  private var commonFormats: [String: ODSNumberStyle] = [:]
  private var automaticFormats: [String: ODSNumberStyle] = [:]
  /// All looks that cells have had so far, in the order of their first use.
  private(set) var looks: [CellLook] = []
  private var numbers: [CellLook: UInt32] = [:]
  private var codes: [LookKey: StylesPart.Code] = [:]
  private var texts: [Key: OpenTextStyle] = [:]

  /// No styles.
  package init() {}

  /// Styles that are based on each other. 64: people make two or three; a circle ends there.
  private static let generations = 64
  private static let white = "#ffffff"

  // MARK: Reading

  /// Reads the element that just started: `office:styles` if they `areCommon`, or `office:automatic-styles`.
  package mutating func read(_ tokenizer: inout XMLTokenizer, areCommon: Bool) throws(SpreadsheetError) {
    while try tokenizer.nextChild() {
      if tokenizer.namespace == .style,
        tokenizer.name == .style || tokenizer.name == .defaultStyle
      {
        try readStyle(&tokenizer, isCommon: areCommon)
      } else if tokenizer.namespace == .number, let name = try tokenizer.string(.name, in: .style) {
        if let format = try ODSNumberStyle(&tokenizer) {
          if areCommon { commonFormats[name] = format } else { automaticFormats[name] = format }
        } else {
          try tokenizer.skipElement()
        }
      } else {
        try tokenizer.skipElement()
      }
      let count = common.count + automatic.count + commonFormats.count + automaticFormats.count
      if count > tokenizer.limits[.records] { throw tokenizer.limits.exceeded(.records, in: tokenizer.part) }
    }
  }

  private mutating func readStyle(_ tokenizer: inout XMLTokenizer, isCommon: Bool) throws(SpreadsheetError) {
    let isDefault = tokenizer.name == .defaultStyle
    guard let family = try tokenizer.string(.family, in: .style).flatMap({ Family(rawValue: $0) }),
      let name = isDefault ? "" : try tokenizer.string(.name, in: .style)
    else {
      try tokenizer.skipElement()
      return
    }
    var style = Style()
    style.parent = try tokenizer.string(.parentStyleName, in: .style)
    style.dataStyle = try tokenizer.string(.dataStyleName, in: .style)
    while try tokenizer.nextChild() {
      if tokenizer.namespace == .style { try OpenDocumentStyles.readProperties(tokenizer, into: &style) }
      try tokenizer.skipElement()
    }
    if isCommon {
      common[Key(family: family, name: name)] = style
    } else {
      automatic[Key(family: family, name: name)] = style
    }
  }

  private static func readProperties(_ tokenizer: borrowing XMLTokenizer, into style: inout Style)
    throws(SpreadsheetError)
  {
    switch tokenizer.name {
    case .textProperties, .paragraphProperties: style.text = try OpenTextStyle(tokenizer).inside(style.text)
    case .tableProperties: style.isHidden = try tokenizer.string(.display, in: .table) == "false"
    case .cellProperties:
      style.text = try OpenTextStyle(tokenizer).inside(style.text)
      style.background = try tokenizer.string(.background)?.lowercased()
    case .rowProperties:
      style.isHidden = try isUnseen(tokenizer.string(.rowHeight, in: .style), atMost: unseenHeight)
    case .columnProperties:
      style.isHidden = try isUnseen(tokenizer.string(.columnWidth, in: .style), atMost: unseenWidth)
    default: break
    }
  }

  /// In points: as ``SheetParser`` has them, a column of three tenths of a character being some 3 points wide.
  private static let unseenHeight = 1.0
  private static let unseenWidth = 3.0

  /// Whether a length leaves no room to see anything: `0cm`, `0.02in`.
  private static func isUnseen(_ length: String?, atMost points: Double) -> Bool {
    guard let length else { return false }
    let digits = length.prefix { $0.isNumber || $0 == "." }
    let perUnit = ["cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pc": 12.0, "px": 0.75]
    guard let number = Double(digits) else { return false }
    return number * (perUnit[String(length.dropFirst(digits.count))] ?? 1) <= points
  }

  // MARK: Asking

  /// Whether a style of this name hides its sheet, row or column.
  package func hides(_ family: Family, _ name: String?) -> Bool {
    guard let name else { return false }
    let key = Key(family: family, name: name)
    return (automatic[key] ?? common[key])?.isHidden ?? false
  }

  /// What the style `name` and those it is based on say about text.
  package mutating func text(_ family: Family, _ name: String?) -> OpenTextStyle {
    guard let name else { return OpenTextStyle() }
    let key = Key(family: family, name: name)
    if let known = texts[key] { return known }
    let found = ancestry(key).reduce(OpenTextStyle()) { $0.inside($1.style.text) }
    texts[key] = found
    return found
  }

  /// The names of a style and those it is based on, as programs store them: `P5`, `Caption`.
  package func names(_ family: Family, _ name: String?) -> [String] {
    guard let name else { return [] }
    return [name] + ancestry(Key(family: family, name: name)).compactMap(\.style.parent)
  }

  /// How cells of the style `name` with values of this kind are kept.
  mutating func code(_ name: String?, _ kind: ValueKind) -> StylesPart.Code {
    let key = LookKey(style: name ?? "Default", kind: kind)
    if let known = codes[key] { return known }
    let made = makeCode(key)
    codes[key] = made
    return made
  }

  private mutating func makeCode(_ key: LookKey) -> StylesPart.Code {
    let styles = ancestry(Key(family: .cell, name: key.style))
    let text = styles.reduce(OpenTextStyle()) { $0.inside($1.style.text) }
    var format = NumberFormatCode("General")
    if let (style, isCommon) = styles.first(where: { $0.style.dataStyle != nil }), let name = style.dataStyle
    {
      format = NumberFormatCode(self.format(name, isCommon: isCommon))
    }
    format = OpenDocumentStyles.format(format, showing: key.kind)
    let background = styles.lazy.compactMap(\.style.background).first
    let paper = background.flatMap { $0 == "transparent" ? nil : $0 } ?? OpenDocumentStyles.white
    let look = CellLook(
      format: format, isStruck: text.isStruck ?? false, isRaised: text.isRaised ?? false,
      isSameColour: text.colour == paper, isOnWhite: paper == OpenDocumentStyles.white)
    guard !look.isPlain else { return StylesPart.Code(isDate: format.isDate, look: 0, lookIndex: 0) }
    let index = numbers[look] ?? UInt32(looks.count)
    if numbers[look] == nil {
      numbers[look] = index
      looks.append(look)
    }
    return StylesPart.Code(
      isDate: format.isDate, look: UInt8(min(Int(index) + 1, Int(CompactCell.farLook))), lookIndex: index)
  }

  /// The format of a style, or, where that is silent, one that shows what the kind of the value says.
  private static func format(_ format: NumberFormatCode, showing kind: ValueKind) -> NumberFormatCode {
    guard format.isGeneral else { return format }
    return switch kind {
    case .plain: format
    case .percentage: NumberFormatCode("0.00%")
    case .time: NumberFormatCode("[h]:mm:ss")
    case .currency(let name): NumberFormatCode("#,##0.00 \"\(name == "DKK" ? "kr." : name)\"")
    }
  }

  private func format(_ name: String, isCommon: Bool) -> String {
    func find(_ name: String) -> ODSNumberStyle? {
      isCommon ? commonFormats[name] : automaticFormats[name] ?? commonFormats[name]
    }
    return find(name)?.format(find) ?? "General"
  }

  /// The style and those it is based on, down to the default of its family.
  private func ancestry(_ key: Key) -> [(style: Style, isCommon: Bool)] {
    var found: [(style: Style, isCommon: Bool)] = []
    var next: Key? = key
    while let key = next, found.count < OpenDocumentStyles.generations {
      let own = found.isEmpty ? automatic[key] : nil
      guard let style = own ?? common[key] else { break }
      found.append((style, own == nil))
      next = style.parent.map { Key(family: key.family, name: $0) }
    }
    if let style = common[Key(family: key.family, name: "")] { found.append((style, true)) }
    return found
  }
}

extension XMLName {
  fileprivate static let style = XMLName("style")
  fileprivate static let defaultStyle = XMLName("default-style")
  fileprivate static let family = XMLName("family")
  fileprivate static let parentStyleName = XMLName("parent-style-name")
  fileprivate static let dataStyleName = XMLName("data-style-name")
  fileprivate static let textProperties = XMLName("text-properties")
  fileprivate static let tableProperties = XMLName("table-properties")
  fileprivate static let cellProperties = XMLName("table-cell-properties")
  fileprivate static let background = XMLName("background-color")
  fileprivate static let paragraphProperties = XMLName("paragraph-properties")
  fileprivate static let rowProperties = XMLName("table-row-properties")
  fileprivate static let columnProperties = XMLName("table-column-properties")
  fileprivate static let display = XMLName("display")
  fileprivate static let rowHeight = XMLName("row-height")
  fileprivate static let columnWidth = XMLName("column-width")
}
