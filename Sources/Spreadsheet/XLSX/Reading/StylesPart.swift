/// The part of `styles.xml` that decides values: which cell formats show dates.
struct StylesPart: Sendable {
  /// For each cell format (`s` of a cell) whether its number format is a date.
  private(set) var isDate: [Bool] = []

  /// No formats: nothing is a date.
  init() {}

  init(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    var custom: [Int: Bool] = [:]
    var formats: [Int] = []
    while true {
      let token = try tokenizer.next()
      if token == .finished { break }
      guard token == .start else { continue }
      switch tokenizer.name {
      case .numFmt where tokenizer.depth == 3:
        guard let id = try tokenizer.number(.numFmtId), let code = try tokenizer.string(.formatCode) else {
          continue
        }
        custom[id] = NumberFormat.isDate(code: code)
        if custom.count > tokenizer.limits[.records] {
          throw tokenizer.limits.exceeded(.records, in: tokenizer.part)
        }
      case .cellXfs where tokenizer.depth == 2: formats = try StylesPart.numberFormats(&tokenizer)
      default: break
      }
    }
    isDate = formats.map { custom[$0] ?? NumberFormat.isDate(builtIn: $0) }
  }

  /// The number formats of the `xf` elements in `cellXfs`.
  private static func numberFormats(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> [Int] {
    var formats: [Int] = []
    while true {
      switch try tokenizer.next() {
      case .start where tokenizer.name == .xf && tokenizer.depth == 3:
        formats.append(try tokenizer.number(.numFmtId) ?? 0)
        if formats.count > tokenizer.limits[.records] {
          throw tokenizer.limits.exceeded(.records, in: tokenizer.part)
        }
      case .end where tokenizer.depth == 1: return formats
      case .finished: return formats
      default: break
      }
    }
  }
}

extension XMLName {
  static let numFmt = XMLName("numFmt")
  static let numFmtId = XMLName("numFmtId")
  static let formatCode = XMLName("formatCode")
  static let cellXfs = XMLName("cellXfs")
  static let xf = XMLName("xf")
}
