import Forms
import ProposalModel

/// What a column holds by its content, where its heading does not say so: words of the forms that decide where
/// money goes, such as units under a heading `Afdeling`.
enum FormContent {
  case area, unit, account, condition, rule

  /// The heading that such a column must have.
  var header: String {
    let field: LineField =
      switch self {
      case .area: .controlArea
      case .unit: .unit
      case .account: .appropriation
      case .condition: .condition
      case .rule: .rule
      }
    return EntryForm.lineColumns.first { $0.key == field }?.header ?? ""
  }

  /// What all texts of a column are; `nil` where they are words of the sender's own.
  static func of(_ texts: [String], _ round: Round?) -> FormContent? {
    guard !texts.isEmpty else { return nil }
    if texts.allSatisfy({ ControlArea(spelling: $0) != nil }) { return .area }
    if texts.allSatisfy({ EntryForm.conditionSpellings[EntrySpelling.key($0)] != nil }) { return .condition }
    if texts.allSatisfy(namesCodes) { return .account }
    guard let round else { return nil }
    if texts.allSatisfy({ isUnit($0, round) }) { return .unit }
    return texts.allSatisfy { isRule($0, round) } ? .rule : nil
  }

  /// `3641, 588`: a bevilling with a profit centre behind it; a number alone may be anything.
  private static func namesCodes(_ text: String) -> Bool {
    let codes = text.split { !$0.isASCII || !$0.isNumber }
    let separators = text.filter { !($0.isASCII && $0.isNumber) }
    return codes.count > 1 && codes[0].count == 4 && codes.allSatisfy { (3...6).contains($0.count) }
      && [", ", " og ", ",  ", " & ", ", og "].contains { separators.contains($0) }
      && separators.allSatisfy { ", og&".contains($0) }
  }

  private static func isUnit(_ text: String, _ round: Round) -> Bool {
    if case .recipient(let found, _) = round.read(name: text) { found.unit != nil } else { false }
  }

  /// A rule in words; a committee alone may be said for any reason.
  private static func isRule(_ text: String, _ round: Round) -> Bool {
    let rule = try? DistributionRule(parsing: text) { name in
      if case .recipient(let found, true) = round.read(name: name) { found } else { nil }
    }
    switch rule {
    case .direct?, nil: return false
    default: return true
    }
  }
}
