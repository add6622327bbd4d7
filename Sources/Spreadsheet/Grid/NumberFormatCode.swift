/// A number format, read from its code: `#,##0.00 "kr.";[Red]-#,##0.00 "kr."`.
///
/// Codes are stored in their American form whatever the language of the program. One with localised letters
/// for the year (`åååå`) is understood too, since it shows a year where it was made.
package struct NumberFormatCode: Hashable, Sendable {
  /// At most four sections, as written.
  private let sections: [NumberFormatSection]

  /// Reads a code; whatever it is, it means something.
  package init(_ code: String) {
    var rest = Array(code.unicodeScalars)[...]
    var sections = [NumberFormatSection(&rest)]
    while sections.count < 4, rest.popFirst() != nil { sections.append(NumberFormatSection(&rest)) }
    self.sections = sections
  }

  /// The format with this built-in number. Numbers 5 to 8, 42 and 44 show the currency of whoever opens the
  /// file, which here is `kr.`; 37 to 40 have a minus or parentheses, by language.
  package init(builtIn number: Int) {
    self.init(NumberFormatCode.builtIn[number] ?? "General")
  }

  /// Whether values under this format are dates, which the first section decides: it has a year or a day, or
  /// a month that is no minute.
  package var isDate: Bool { sections[0].isDate }

  /// Whether every value is shown as `General` shows it.
  package var isGeneral: Bool { sections.count == 1 && sections[0].isGeneralAlone }

  /// All ways in which the format can show a value, for ``displayIndex(of:)``: for each section that of a
  /// value above zero, below zero, and zero; at the end that of a text.
  var displays: [NumberDisplay] {
    let numbers = sections.indices.flatMap { section in
      [1, -1, 0].map {
        sections[section].display(sign: $0, losesSign: losesSign(section), isAlone: sections.count == 1)
      }
    }
    return numbers + [textSection.map { sections[$0].textDisplay } ?? .plain]
  }

  /// The colours that the sections give the text of ``displays``.
  var colours: [NumberFormatSection.TextColour] {
    sections.flatMap { Array(repeating: $0.colour, count: 3) }
      + [textSection.map { sections[$0].colour } ?? .ofFont]
  }

  /// Whether amounts above or below zero are not shown: `;;;`.
  var hidesAmounts: Bool {
    ["1", "-1"].compactMap { DecimalNumber(stored: $0) }.contains { display(of: $0).isInvisible }
  }

  /// Which of ``displays`` holds for a number.
  func displayIndex(of number: DecimalNumber) -> Int {
    let sign = number.mantissa.signum()
    return section(of: number) * 3 + (sign > 0 ? 0 : sign < 0 ? 1 : 2)
  }

  /// Which of ``displays`` holds for text.
  var textDisplayIndex: Int { sections.count * 3 }

  /// How the format shows `number`.
  package func display(of number: DecimalNumber) -> NumberDisplay { displays[displayIndex(of: number)] }

  /// How the format shows text.
  package var displayOfText: NumberDisplay { displays[textDisplayIndex] }

  /// The section for text: the fourth, or the last one that has an `@`.
  private var textSection: Int? {
    if sections.count == 4 { return 3 }
    return sections[sections.count - 1].isText ? sections.count - 1 : nil
  }

  /// The sections for numbers.
  private var numberSections: Range<Int> {
    textSection == sections.count - 1 && sections.count > 1 ? 0..<sections.count - 1 : 0..<sections.count
  }

  private func section(of number: DecimalNumber) -> Int {
    let count = numberSections.count
    if count == 1 { return 0 }
    guard sections[0].condition != nil || sections[1].condition != nil else {
      if number.mantissa < 0 { return 1 }
      return number.mantissa == 0 && count > 2 ? 2 : 0
    }
    if sections[0].condition?.holds(for: number) ?? (number.mantissa > 0) { return 0 }
    if sections[1].condition?.holds(for: number) ?? (count > 2 ? number.mantissa < 0 : true) { return 1 }
    return count > 2 ? 2 : 1
  }

  /// Whether a value below zero loses its minus in `section`: in the second one of several, and in one whose
  /// condition lets in nothing else.
  private func losesSign(_ section: Int) -> Bool {
    if numberSections.count < 2 { return false }
    if let condition = sections[section].condition { return condition.isOnlyBelowZero }
    return section == 1 && sections[0].condition?.isAllButBelowZero != false
  }

  /// From ECMA-376, 18.8.30, and, for currency, what Excel shows in Denmark.
  private static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "#,##0\\ \"kr.\";\\-#,##0\\ \"kr.\"", 6: "#,##0\\ \"kr.\";[Red]\\-#,##0\\ \"kr.\"",
    7: "#,##0.00\\ \"kr.\";\\-#,##0.00\\ \"kr.\"", 8: "#,##0.00\\ \"kr.\";[Red]\\-#,##0.00\\ \"kr.\"",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "dd-mm-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd-mm-yyyy h:mm",
    27: "yyyy-m-d", 28: "yyyy-m-d", 29: "yyyy-m-d", 30: "yyyy-m-d", 31: "yyyy-m-d", 32: "h:mm", 33: "h:mm:ss",
    34: "h:mm", 35: "h:mm:ss", 36: "yyyy-m-d",
    37: "#,##0;\\-#,##0", 38: "#,##0;[Red]\\-#,##0", 39: "#,##0.00;\\-#,##0.00",
    40: "#,##0.00;[Red]\\-#,##0.00", 41: "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-",
    42: "_-* #,##0\\ \"kr.\"_-;\\-* #,##0\\ \"kr.\"_-;_-* \"-\"\\ \"kr.\"_-;_-@_-",
    43: "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-",
    44: "_-* #,##0.00\\ \"kr.\"_-;\\-* #,##0.00\\ \"kr.\"_-;_-* \"-\"??\\ \"kr.\"_-;_-@_-",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: "yyyy-m-d", 51: "yyyy-m-d", 52: "yyyy-m-d", 53: "yyyy-m-d", 54: "yyyy-m-d", 55: "h:mm", 56: "h:mm",
    57: "yyyy-m-d", 58: "yyyy-m-d",
  ]
}

/// The condition of a section, `[>=1000]`.
struct NumberFormatCondition: Hashable, Sendable {
  private enum Comparison: String {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case different = "<>"
    case atLeast = ">="
    case greater = ">"
  }

  private let comparison: Comparison
  private let limit: DecimalNumber

  /// Reads `>=1000`; anything else gives `nil`.
  init?(_ text: String) {
    let sign = text.prefix { "<=>".contains($0) }
    guard let comparison = Comparison(rawValue: String(sign)),
      let limit = DecimalNumber(stored: String(text.dropFirst(sign.count)))
    else { return nil }
    (self.comparison, self.limit) = (comparison, limit)
  }

  func holds(for number: DecimalNumber) -> Bool {
    let (left, right) = (NumberFormatCondition.wide(number), NumberFormatCondition.wide(limit))
    return switch comparison {
    case .less: left < right
    case .atMost: left <= right
    case .equal: left == right
    case .different: left != right
    case .atLeast: left >= right
    case .greater: left > right
    }
  }

  var isOnlyBelowZero: Bool {
    switch comparison {
    case .less: limit.mantissa <= 0
    case .atMost, .equal: limit.mantissa < 0
    case .different, .atLeast, .greater: false
    }
  }

  var isAllButBelowZero: Bool { (comparison == .atLeast || comparison == .greater) && limit.mantissa == 0 }

  /// The number times 10^18; what is smaller than 1 then counts as 1, so that it stays above or below zero.
  private static func wide(_ number: DecimalNumber) -> Int128 {
    var wide = Int128(number.mantissa)
    if number.scale <= 18 {
      for _ in number.scale..<18 { wide *= 10 }
      return wide
    }
    for _ in 18..<number.scale where wide != 0 { wide /= 10 }
    return wide == 0 ? Int128(number.mantissa.signum()) : wide
  }
}
