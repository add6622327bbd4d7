/// A conditional format whose font or number format lets nothing be seen, and the cells that it concerns.
struct ConditionalHiding: Sendable {
  /// The cells that the format is for.
  let ranges: [CellRange]
  /// When it holds; each of them must. `nil` where that cannot be told here, so that it may hold for any value.
  private let conditions: [NumberFormatCondition]?
  /// Whether it holds where `conditions` do not: `notBetween`.
  private let isOutside: Bool

  /// Whether a number may be hidden; zero is money to nobody.
  func mayHide(_ number: DecimalNumber) -> Bool {
    guard number.mantissa != 0 else { return false }
    guard let conditions else { return true }
    return conditions.allSatisfy { $0.holds(for: number) } != isOutside
  }

  /// Reads the `conditionalFormatting` element that just started; `hiding` tells by number which formats show
  /// nothing.
  static func read(_ tokenizer: inout XMLTokenizer, _ hiding: [Bool]) throws(SpreadsheetError)
    -> [ConditionalHiding]
  {
    let references = try tokenizer.string(.sqref) ?? ""
    let ranges = references.split(separator: " ").compactMap { CellRange(String($0)) }
    var found: [ConditionalHiding] = []
    while true {
      switch try tokenizer.next() {
      case .start where tokenizer.name == .cfRule:
        let format = try tokenizer.number(.dxfId) ?? -1
        let isHiding = hiding.indices.contains(format) && hiding[format]
        let rule = try Rule(&tokenizer)
        if isHiding, let tests = rule.tests {
          found.append(ConditionalHiding(ranges: ranges, conditions: tests.all, isOutside: tests.isOutside))
        }
      case .start: try tokenizer.skipElement()
      case .text: break
      case .end, .finished: return found
      }
    }
  }

  /// One `cfRule` with its formulas.
  private struct Rule {
    private let type: String
    private let comparison: String
    private var formulas: [String] = []

    /// Reads the element that just started.
    init(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
      type = try tokenizer.string(.ruleType) ?? ""
      comparison = try tokenizer.string(.ruleOperator) ?? ""
      var bytes: [UInt8] = []
      while true {
        switch try tokenizer.next() {
        case .start where tokenizer.name == .ruleFormula:
          try tokenizer.readText(into: &bytes)
          formulas.append(String(decoding: bytes, as: UTF8.self))
        case .start: try tokenizer.skipElement()
        case .text: break
        case .end, .finished: return
        }
      }
    }

    /// When the rule holds for a number: `all` conditions, or `nil` if only a program that calculates can tell;
    /// no value at all for a rule that no amount meets.
    var tests: (all: [NumberFormatCondition]?, isOutside: Bool)? {
      switch type {
      case "cellIs": return compared
      case "expression": return formulas.contains(where: Rule.asksForNothing) ? nil : (nil, false)
      case "containsBlanks", "containsErrors", "containsText", "beginsWith", "endsWith": return nil
      default: return (nil, false)
      }
    }

    private var compared: (all: [NumberFormatCondition]?, isOutside: Bool)? {
      let limits = formulas.map { $0.filter { !$0.isWhitespace } }
      // Equal to a text: no number is.
      if limits.contains(where: { $0.hasPrefix("\"") }) { return nil }
      func conditions(_ signs: [String]) -> [NumberFormatCondition]? {
        let found = zip(signs, limits).compactMap { NumberFormatCondition($0 + $1) }
        return found.count == signs.count ? found : nil
      }
      switch comparison {
      case "lessThan": return (conditions(["<"]), false)
      case "lessThanOrEqual": return (conditions(["<="]), false)
      case "equal": return (conditions(["="]), false)
      case "notEqual": return (conditions(["<>"]), false)
      case "greaterThanOrEqual": return (conditions([">="]), false)
      case "greaterThan": return (conditions([">"]), false)
      case "between": return (conditions([">=", "<="]), false)
      case "notBetween": return (conditions([">=", "<="]), true)
      default: return (nil, false)
      }
    }

    /// Whether a formula asks for errors, blanks or zeros, whose hiding is usual: `ISERROR(D4)`, `D4=0`.
    private static func asksForNothing(_ formula: String) -> Bool {
      let plain = formula.uppercased().filter { !$0.isWhitespace }
      return plain.contains("ISERR") || plain.contains("ISNA(") || plain.contains("ISBLANK(")
        || plain.hasSuffix("=0") || plain.hasSuffix("=\"\"") || plain == "FALSE" || plain == "0"
    }
  }
}

extension SheetStorage {
  /// Notes for the cells that conditional formats hide that nothing can be seen of them. Stops, and says
  /// false, after more steps than any workbook needs.
  mutating func markHidden(_ hidings: [ConditionalHiding]) -> Bool {
    var steps = 0
    let limit = 64 * cells.count + 100_000
    var marked: Set<UInt64> = []
    for hiding in hidings {
      for range in hiding.ranges {
        let isWalked = walk(range, steps: &steps, limit: limit) { cell in
          guard cell.kind == .number else { return }
          let number = withText(cell.payload) { DecimalNumber(stored: $0) }
          if number.map(hiding.mayHide) ?? true { marked.insert(cell.key) }
        }
        if !isWalked { return false }
      }
    }
    for key in marked.sorted() { conditionalMarks.append(.sameColour, at: key) }
    return true
  }
}

extension XMLName {
  fileprivate static let sqref = XMLName("sqref")
  fileprivate static let cfRule = XMLName("cfRule")
  fileprivate static let dxfId = XMLName("dxfId")
  fileprivate static let ruleType = XMLName("type")
  fileprivate static let ruleOperator = XMLName("operator")
  fileprivate static let ruleFormula = XMLName("formula")
}
