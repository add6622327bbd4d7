extension StylesPart {
  /// A colour as far as it tells whether text can be seen on a cell: two of the same value are the same colour.
  enum Colour: Hashable {
    /// White, however it is written; also the paper under a cell without a fill.
    case white
    /// Six hexadecimal digits.
    case rgb(String)
    /// A colour of the theme, with its tint.
    case theme(Int, tint: String)
    /// A colour that cannot be told here, or none: automatic, a gradient, a pattern.
    case unknown

    /// The colour of the element that just started: `rgb`, `theme` or one of the old palette.
    init(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) {
      self = .unknown
      if let rgb = try tokenizer.string(.rgb)?.suffix(6).uppercased(), rgb.utf8.count == 6 {
        self = rgb == "FFFFFF" ? .white : .rgb(rgb)
      } else if let theme = try tokenizer.number(.theme) {
        let tint = try tokenizer.string(.tint) ?? "0"
        // The first colour of a theme is that of the paper.
        self = theme == 0 && tint == "0" ? .white : .theme(theme, tint: tint)
      } else if let index = try tokenizer.number(.indexed), index == 1 || index == 9 {
        self = .white
      }
    }

    /// The colours behind cells, by the numbers of their fills.
    static func fills(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> [Colour] {
      var fills: [Colour] = []
      while true {
        switch try tokenizer.next() {
        case .start where tokenizer.depth == 3:
          fills.append(.unknown)
          if fills.count > tokenizer.limits[.records] {
            throw tokenizer.limits.exceeded(.records, in: tokenizer.part)
          }
        case .start where tokenizer.depth == 4 && !fills.isEmpty && tokenizer.name == .patternFill:
          let isNone = try tokenizer.string(.patternType).map { $0 == "none" } ?? true
          if isNone { fills[fills.count - 1] = .white }
        case .start where tokenizer.depth == 5 && fills.last == .unknown && tokenizer.name == .fgColor:
          fills[fills.count - 1] = try Colour(tokenizer)
        case .end where tokenizer.depth == 1: return fills
        case .finished: return fills
        default: break
        }
      }
    }
  }
}

extension XMLName {
  fileprivate static let rgb = XMLName("rgb")
  fileprivate static let theme = XMLName("theme")
  fileprivate static let tint = XMLName("tint")
  fileprivate static let indexed = XMLName("indexed")
  fileprivate static let patternFill = XMLName("patternFill")
  fileprivate static let patternType = XMLName("patternType")
  fileprivate static let fgColor = XMLName("fgColor")
}
