public import ProposalModel

/// How exact shares become whole booking units (afrundingsprincip).
public enum RoundingPolicy: Hashable, Sendable {
  /// ``largestRemainder`` for permanent changes, where the same amount every year counts; ``controlled`` for
  /// implementation costs, where the grant over the years counts. The default.
  case standard
  /// Per year: every share is its exact value rounded up or down, whole ones stay, the shares add up to the
  /// year exactly, equal years give equal splits, zero weight gets zero, and a saving is the mirror of a
  /// cost. Row totals over the years may drift, and with unequal weights a share can fall by one when the
  /// total rises.
  case largestRemainder
  /// The whole table at once: every cell, every subtotal, every row's total over the years and the grand
  /// total is its exact value rounded up or down, whole ones stay, everything adds up both ways, the total
  /// deviation of the cells is the least possible, and a saving is the mirror of a cost. Equal years may
  /// differ by one.
  case controlled
  /// Every share is rounded alone, a half away from zero. The shares need not add up; the difference stands
  /// in a row of its own.
  case asPublished
  /// Every share is rounded alone, and the named committee absorbs the difference. Everybody else is within
  /// half a unit of exact; the named one can be further off.
  case residualTo(committee: String)

  /// Reads `standard`, `largest-remainder`, `controlled`, `as-published` or `residual-to=KFU`; `nil` for
  /// anything else.
  public init?(spelling text: String) {
    switch text {
    case "standard": self = .standard
    case "largest-remainder": self = .largestRemainder
    case "controlled": self = .controlled
    case "as-published": self = .asPublished
    default:
      let prefix = "residual-to="
      guard text.hasPrefix(prefix), text.count > prefix.count else { return nil }
      self = .residualTo(committee: String(text.dropFirst(prefix.count)))
    }
  }

  /// The policy as the command line spells it; reads back as the same policy.
  public var spelling: String {
    switch self {
    case .standard: "standard"
    case .largestRemainder: "largest-remainder"
    case .controlled: "controlled"
    case .asPublished: "as-published"
    case .residualTo(let committee): "residual-to=\(committee)"
    }
  }

  /// The policy that rounds a section: ``standard`` becomes one of the others, which stay.
  public func applied(to section: LineSection) -> RoundingPolicy {
    guard self == .standard else { return self }
    return section == .permanent ? .largestRemainder : .controlled
  }

  /// The policy's Danish name, with its spelling: `største rest (largest-remainder)`.
  public var danishName: String {
    switch self {
    case .standard: "standard"
    case .largestRemainder: "største rest (\(spelling))"
    case .controlled: "hele tabellen under ét (\(spelling))"
    case .asPublished: "hver andel for sig (\(spelling))"
    case .residualTo(let committee): "forskellen til \(committee) (\(spelling))"
    }
  }

  /// The policies that are set side by side: largest remainder, controlled and as published, and `chosen`
  /// where it is another.
  public static func compared(with chosen: RoundingPolicy = .standard) -> [RoundingPolicy] {
    let policies: [RoundingPolicy] = [.largestRemainder, .controlled, .asPublished]
    return chosen == .standard || policies.contains(chosen) ? policies : policies + [chosen]
  }

  /// What the policy promises, in one Danish sentence for a reader of the table.
  public var guarantee: String {
    switch self {
    case .standard:
      "Varige ændringer fordeles efter største rest, så ens år giver ens andele; implementeringsomkostninger afrundes for hele tabellen under ét."
    case .largestRemainder:
      "I hvert år er hver andel den nøjagtige andel rundet op eller ned, andelene summer præcist til årets beløb, og ens år giver ens andele; summen over årene kan afvige."
    case .controlled:
      "Hver celle, hver subtotal og hver sum over årene er den nøjagtige værdi rundet op eller ned, alt summer begge veje, og den samlede afvigelse er den mindst mulige; ens år kan afvige med 1."
    case .asPublished:
      "Hver andel afrundes for sig, som i de trykte tabeller; andelene behøver ikke summe til totalen, og forskellen vises for sig."
    case .residualTo(let committee):
      "Hver andel afrundes for sig, og \(committee) bærer forskellen, så årets beløb holder; alle andre er højst en halv enhed fra den nøjagtige andel."
    }
  }
}

extension RoundingPolicy: TextCodable {
  /// What ``codedText`` is.
  public static var textKind: String { "rounding policy" }

  /// ``spelling``.
  public var codedText: String { spelling }

  /// Reads ``codedText``.
  public init?(codedText text: String) { self.init(spelling: text) }
}
