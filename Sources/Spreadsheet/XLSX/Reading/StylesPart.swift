/// The part of `styles.xml` that decides what values are and how they are seen: number formats, and fonts
/// that strike out, raise or lower, or have the colour of the cell behind them.
///
/// What counts is the number format and font that a cell's own format (`xf`) names; the flags that say
/// whether they are "applied" are often wrong, and programs do not look at them.
struct StylesPart: Sendable {
  /// How cells of one format (`s` of a cell) are kept.
  struct Code: Hashable, Sendable {
    /// Whether numbers are dates.
    var isDate: Bool
    /// What ``CompactCell/setLook(_:)`` takes.
    var look: UInt8
    /// The number in ``looks``, where there is one.
    var lookIndex: UInt32
  }

  private(set) var codes: [Code] = []
  private(set) var looks: [CellLook] = []
  /// Which conditional formats let nothing be seen, by number; empty if none does.
  private(set) var hidingFormats: [Bool] = []

  /// No formats: nothing is a date.
  init() {}

  init(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    var custom: [Int: String] = [:]
    var fonts: [Font] = []
    var fills: [Colour] = []
    var formats: [Format] = []
    while true {
      let token = try tokenizer.next()
      if token == .finished { break }
      guard token == .start else { continue }
      switch tokenizer.name {
      case .numFmt where tokenizer.depth == 3:
        guard let id = try tokenizer.number(.numFmtId), let code = try tokenizer.string(.formatCode) else {
          continue
        }
        custom[id] = code
        if custom.count > tokenizer.limits[.records] {
          throw tokenizer.limits.exceeded(.records, in: tokenizer.part)
        }
      case .fonts where tokenizer.depth == 2: fonts = try StylesPart.fonts(&tokenizer)
      case .fills where tokenizer.depth == 2: fills = try Colour.fills(&tokenizer)
      case .cellXfs where tokenizer.depth == 2: formats = try StylesPart.formats(&tokenizer)
      case .dxfs where tokenizer.depth == 2: hidingFormats = try StylesPart.hidingFormats(&tokenizer)
      default: break
      }
    }
    makeCodes(formats, fonts, fills: fills, custom: custom)
  }

  // MARK: Looks

  private struct Font: Hashable {
    var isStruck = false
    var isRaised = false
    var colour = Colour.unknown
  }

  private struct Format: Hashable {
    var number: Int
    var font: Int
    var fill: Int
  }

  private mutating func makeCodes(
    _ formats: [Format], _ fonts: [Font], fills: [Colour], custom: [Int: String]
  ) {
    var known: [Format: Code] = [:]
    var numbers: [CellLook: UInt32] = [:]
    for format in formats {
      if let code = known[format] {
        codes.append(code)
        continue
      }
      let font = fonts.indices.contains(format.font) ? fonts[format.font] : Font()
      let number =
        custom[format.number].map { NumberFormatCode($0) } ?? NumberFormatCode(builtIn: format.number)
      let fill = fills.indices.contains(format.fill) ? fills[format.fill] : .white
      let look = CellLook(
        format: number, isStruck: font.isStruck, isRaised: font.isRaised,
        isSameColour: font.colour != .unknown && font.colour == fill, isOnWhite: fill == .white)
      let code = Code(isDate: number.isDate, look: 0, lookIndex: 0)
      known[format] = look.isPlain ? code : numbered(code, look, numbers: &numbers)
      codes.append(known[format] ?? code)
    }
  }

  private mutating func numbered(_ code: Code, _ look: CellLook, numbers: inout [CellLook: UInt32]) -> Code {
    let index = numbers[look] ?? UInt32(looks.count)
    if numbers[look] == nil {
      numbers[look] = index
      looks.append(look)
    }
    return Code(
      isDate: code.isDate, look: UInt8(min(Int(index) + 1, Int(CompactCell.farLook))), lookIndex: index)
  }

  // MARK: Reading

  /// The number formats and fonts of the `xf` elements in `cellXfs`.
  private static func formats(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> [Format] {
    var formats: [Format] = []
    while true {
      switch try tokenizer.next() {
      case .start where tokenizer.name == .xf && tokenizer.depth == 3:
        formats.append(
          Format(
            number: try tokenizer.number(.numFmtId) ?? 0, font: try tokenizer.number(.fontId) ?? 0,
            fill: try tokenizer.number(.fillId) ?? 0))
        if formats.count > tokenizer.limits[.records] {
          throw tokenizer.limits.exceeded(.records, in: tokenizer.part)
        }
      case .end where tokenizer.depth == 1: return formats
      case .finished: return formats
      default: break
      }
    }
  }

  /// For each conditional format whether its font has the colour behind it, the paper's where it names none, or
  /// its number format shows nothing of an amount.
  private static func hidingFormats(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> [Bool] {
    var formats: [(font: Colour, fill: Colour, isInvisible: Bool)] = []
    var isInFont = false
    loop: while true {
      switch try tokenizer.next() {
      case .start where tokenizer.depth == 3:
        formats.append((.unknown, .white, false))
        if formats.count > tokenizer.limits[.records] {
          throw tokenizer.limits.exceeded(.records, in: tokenizer.part)
        }
      case .start where tokenizer.depth == 4 && !formats.isEmpty:
        isInFont = tokenizer.name == .font
        if tokenizer.name == .numFmt, let code = try tokenizer.string(.formatCode) {
          formats[formats.count - 1].isInvisible = NumberFormatCode(code).hidesAmounts
        }
      case .start where isInFont && tokenizer.name == .color && !formats.isEmpty:
        formats[formats.count - 1].font = try Colour(tokenizer)
      case .start where tokenizer.name == .bgColor && !formats.isEmpty:
        formats[formats.count - 1].fill = try Colour(tokenizer)
      case .end where tokenizer.depth == 1, .finished: break loop
      default: break
      }
    }
    let hiding = formats.map { $0.isInvisible || ($0.font != .unknown && $0.font == $0.fill) }
    return hiding.contains(true) ? hiding : []
  }

  private static func fonts(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> [Font] {
    var fonts: [Font] = []
    while true {
      switch try tokenizer.next() {
      case .start where tokenizer.depth == 3:
        fonts.append(Font())
        if fonts.count > tokenizer.limits[.records] {
          throw tokenizer.limits.exceeded(.records, in: tokenizer.part)
        }
      case .start where tokenizer.depth == 4 && !fonts.isEmpty:
        var font = fonts[fonts.count - 1]
        if let isStruck = try FontMarks.strike(tokenizer) { font.isStruck = isStruck }
        if let isRaised = try FontMarks.raised(tokenizer) { font.isRaised = isRaised }
        if tokenizer.name == .color { font.colour = try Colour(tokenizer) }
        fonts[fonts.count - 1] = font
      case .end where tokenizer.depth == 1: return fonts
      case .finished: return fonts
      default: break
      }
    }
  }
}

/// The elements of a font that say that text is struck out, raised or lowered.
enum FontMarks {
  /// What the element that just started says about striking out; `nil` if it is about something else.
  static func strike(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) -> Bool? {
    tokenizer.name == .strike ? try tokenizer.flag(.value) ?? true : nil
  }

  /// What the element that just started says about raising and lowering.
  static func raised(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) -> Bool? {
    tokenizer.name == .vertAlign ? try tokenizer.string(.value) ?? "baseline" != "baseline" : nil
  }
}

extension XMLName {
  static let numFmt = XMLName("numFmt")
  static let numFmtId = XMLName("numFmtId")
  static let formatCode = XMLName("formatCode")
  static let cellXfs = XMLName("cellXfs")
  static let xf = XMLName("xf")
  static let fontId = XMLName("fontId")
  static let fonts = XMLName("fonts")
  static let strike = XMLName("strike")
  static let vertAlign = XMLName("vertAlign")
  static let value = XMLName("val")
  static let fills = XMLName("fills")
  static let fillId = XMLName("fillId")
  static let color = XMLName("color")
  fileprivate static let dxfs = XMLName("dxfs")
  fileprivate static let font = XMLName("font")
  fileprivate static let bgColor = XMLName("bgColor")
}
