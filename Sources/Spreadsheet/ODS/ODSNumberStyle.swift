/// A number style, written as the number format that shows the same: OpenDocument says with elements what a
/// workbook says with a code, and one reader of codes serves both.
struct ODSNumberStyle {
  /// The code of the style's own section: `#,##0.00" kr."`.
  private(set) var code = ""
  /// Whether the style is one for text.
  private(set) var isText = false
  /// Other styles for some of the values, in order.
  private(set) var maps: [(condition: String, style: String)] = []
  private var isPercentage = false
  /// Whether something of the value is shown.
  private var showsValue = false

  /// Bytes of a format. 4,096: Excel takes 255 characters; a style that is longer is none that a person made.
  private static let longest = 4_096

  /// Reads the style that just started; `nil` if the element is something else.
  init?(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    guard tokenizer.namespace == .number, ODSNumberStyle.kinds.contains(tokenizer.name) else { return nil }
    isText = tokenizer.name == .textStyle
    isPercentage = tokenizer.name == .percentageStyle
    let goesOn = try tokenizer.string(.truncateOnOverflow) == "false"
    var isFirst = true
    while try tokenizer.nextChild() {
      if tokenizer.namespace == .style, tokenizer.name == .map {
        try readMap(tokenizer)
        try tokenizer.skipElement()
      } else if tokenizer.namespace == .number {
        try readPiece(&tokenizer, bracketed: goesOn && isFirst)
        isFirst = false
      } else {
        try tokenizer.skipElement()
      }
      if code.utf8.count > ODSNumberStyle.longest {
        throw .limitExceeded(limit: .stringBytes, value: ODSNumberStyle.longest, part: tokenizer.part)
      }
    }
    if isPercentage, showsValue, !code.contains("%") { code += "%" }
  }

  private static let kinds: Set<XMLName> = [
    XMLName("number-style"), .percentageStyle, XMLName("currency-style"), XMLName("date-style"),
    XMLName("time-style"), XMLName("boolean-style"), .textStyle,
  ]

  /// The whole format, with the sections that `style` finds by name.
  func format(_ style: (String) -> ODSNumberStyle?) -> String {
    var sections: [String] = []
    let isUsual = ODSNumberStyle.usual.contains(maps.map(\.condition))
    for map in maps {
      guard let section = style(map.style)?.code else { continue }
      sections.append((isUsual ? "" : "[\(map.condition)]") + section)
    }
    // Alone, a code that shows nothing would mean the general format; here it means nothing is shown.
    if sections.isEmpty { return showsValue || code.contains(where: { !"\" ".contains($0) }) ? code : ";;;" }
    return (sections + [code]).joined(separator: ";")
  }

  /// The conditions that sections have unless they name others.
  private static let usual: [[String]] = [[">=0"], [">0", "<0"], [">=0", "<0"], [">0", "<0", "=0"]]

  // MARK: Pieces

  private mutating func readMap(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) {
    guard maps.count < 3, let condition = try tokenizer.string(.condition, in: .style),
      let style = try tokenizer.string(.applyStyleName, in: .style), condition.hasPrefix("value()")
    else { return }
    let sign = condition.dropFirst("value()".count).filter { !$0.isWhitespace }
    maps.append((sign.hasPrefix("!=") ? "<>" + sign.dropFirst(2) : sign, style))
  }

  private mutating func readPiece(_ tokenizer: inout XMLTokenizer, bracketed: Bool) throws(SpreadsheetError) {
    let isLong = try tokenizer.string(.style, in: .number) == "long"
    switch tokenizer.name {
    case .text, .currencySymbol:
      let isCurrency = tokenizer.name == .currencySymbol
      var bytes: [UInt8] = []
      try tokenizer.readText(into: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      // A currency without a symbol is that of whoever opens the file.
      addLiteral(isCurrency && text.isEmpty ? "kr." : text)
      return
    case .number: return try readNumber(&tokenizer)
    case .fraction: code += "# ?/?"
    case .scientificNumber: code += "0" + (try ODSNumberStyle.decimals(tokenizer) ?? "") + "E+00"
    case .boolean: code += "General"
    case .textContent: code += "@"
    case .year: code += isLong ? "yyyy" : "yy"
    case .month: try addMonth(tokenizer, isLong: isLong)
    case .day: code += isLong ? "dd" : "d"
    case .dayOfWeek, .weekOfYear, .quarter: code += isLong ? "dddd" : "ddd"
    case .era: code += "g"
    case .hours: code += bracketed ? "[h]" : isLong ? "hh" : "h"
    case .minutes: code += bracketed ? "[m]" : isLong ? "mm" : "m"
    case .seconds: code += bracketed ? "[s]" : isLong ? "ss" : "s"
    case .amPm: code += "AM/PM"
    default:
      try tokenizer.skipElement()
      return
    }
    showsValue = true
    try tokenizer.skipElement()
  }

  private mutating func addMonth(_ tokenizer: borrowing XMLTokenizer, isLong: Bool) throws(SpreadsheetError) {
    let isWord = try tokenizer.string(.textual, in: .number) == "true"
    code += (isLong ? "mm" : "m") + (isWord ? "mm" : "")
  }

  /// Adds text that is shown as it stands; the sign of a percentage multiplies.
  private mutating func addLiteral(_ text: String) {
    for (index, piece) in text.split(separator: "%", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { code += isPercentage ? "%" : "\"%\"" }
      let pieces = piece.split(separator: "\"", omittingEmptySubsequences: false)
      code += pieces.map { $0.isEmpty ? "" : "\"\($0)\"" }.joined(separator: "\\\"")
    }
  }

  /// The decimals of the number that just started: `.00`; `nil` if it does not say.
  private static func decimals(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) -> String? {
    guard let count = try tokenizer.number(.decimalPlaces, in: .number) else { return nil }
    return count > 0 ? "." + String(repeating: "0", count: min(count, 30)) : ""
  }

  private mutating func readNumber(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    showsValue = true
    let decimals = try ODSNumberStyle.decimals(tokenizer)
    let least = min(max(try tokenizer.number(.minIntegerDigits, in: .number) ?? 0, 0), 30)
    let groups = try tokenizer.string(.grouping, in: .number) == "true"
    var thousands = 0
    if var factor = try tokenizer.number(.displayFactor, in: .number) {
      while factor >= 1000, factor % 1000 == 0 { (factor, thousands) = (factor / 1000, thousands + 1) }
    }
    let inner = try ODSNumberStyle.embedded(&tokenizer)
    if decimals == nil, thousands == 0, inner.isEmpty {
      code += "General"
      return
    }
    var digits = least == 0 ? "#" : String(repeating: "0", count: least)
    if groups, inner.isEmpty {
      digits = String(repeating: "#", count: max(0, 4 - digits.count)) + digits
      digits.insert(",", at: digits.index(digits.endIndex, offsetBy: -3))
    }
    addDigits(digits, inner)
    code += (decimals ?? "") + String(repeating: ",", count: thousands)
  }

  /// Texts among the digits, by how many digits stand behind each.
  private static func embedded(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> [Int: String] {
    var found: [Int: String] = [:]
    while try tokenizer.nextChild() {
      guard tokenizer.namespace == .number, tokenizer.name == .embeddedText,
        let position = try tokenizer.number(.position, in: .number), (0...30).contains(position)
      else {
        try tokenizer.skipElement()
        continue
      }
      var bytes: [UInt8] = []
      try tokenizer.readText(into: &bytes)
      found[position, default: ""] += String(decoding: bytes, as: UTF8.self)
    }
    return found
  }

  private mutating func addDigits(_ digits: String, _ inner: [Int: String]) {
    guard let last = inner.keys.max() else {
      code += digits
      return
    }
    let all = String(repeating: "#", count: max(0, last + 1 - digits.count)) + digits
    for (index, digit) in all.enumerated() {
      if let text = inner[all.count - index] { addLiteral(text) }
      code.append(digit)
    }
    if let text = inner[0] { addLiteral(text) }
  }
}

extension XMLName {
  fileprivate static let textStyle = XMLName("text-style")
  fileprivate static let percentageStyle = XMLName("percentage-style")
  fileprivate static let truncateOnOverflow = XMLName("truncate-on-overflow")
  fileprivate static let map = XMLName("map")
  fileprivate static let condition = XMLName("condition")
  fileprivate static let applyStyleName = XMLName("apply-style-name")
  fileprivate static let style = XMLName("style")
  fileprivate static let text = XMLName("text")
  fileprivate static let currencySymbol = XMLName("currency-symbol")
  fileprivate static let number = XMLName("number")
  fileprivate static let fraction = XMLName("fraction")
  fileprivate static let scientificNumber = XMLName("scientific-number")
  fileprivate static let boolean = XMLName("boolean")
  fileprivate static let textContent = XMLName("text-content")
  fileprivate static let year = XMLName("year")
  fileprivate static let month = XMLName("month")
  fileprivate static let textual = XMLName("textual")
  fileprivate static let day = XMLName("day")
  fileprivate static let dayOfWeek = XMLName("day-of-week")
  fileprivate static let weekOfYear = XMLName("week-of-year")
  fileprivate static let quarter = XMLName("quarter")
  fileprivate static let era = XMLName("era")
  fileprivate static let hours = XMLName("hours")
  fileprivate static let minutes = XMLName("minutes")
  fileprivate static let seconds = XMLName("seconds")
  fileprivate static let amPm = XMLName("am-pm")
  fileprivate static let decimalPlaces = XMLName("decimal-places")
  fileprivate static let minIntegerDigits = XMLName("min-integer-digits")
  fileprivate static let grouping = XMLName("grouping")
  fileprivate static let displayFactor = XMLName("display-factor")
  fileprivate static let embeddedText = XMLName("embedded-text")
  fileprivate static let position = XMLName("position")
}
