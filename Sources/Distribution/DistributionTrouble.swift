public import ProposalModel

/// Something about a line's rule that a person has to put right. Troubles are collected beside the result,
/// never thrown.
///
/// The money of a troubled line is never lost and never guessed about: it stays with the line's own
/// committee, or, where it has none, in no row but in the total and so in ``DistributedBlock/difference``.
public struct DistributionTrouble: Error, Hashable, Sendable {
  /// The id of the line; `nil` where the trouble is the whole block's.
  public var line: String?
  /// What is wrong.
  public var kind: Kind
  /// Where the line's money went.
  public var consequence: Consequence

  /// A trouble of `line`.
  public init(line: String?, kind: Kind, consequence: Consequence) {
    self.line = line
    self.kind = kind
    self.consequence = consequence
  }

  /// What can be wrong.
  public enum Kind: Hashable, Sendable {
    /// The percentages add up to something else than 100.
    case percentagesNot100(sum: Fraction)
    /// A year's fixed amounts are more than the year's amount; both without sign.
    case fixedExceedsAmount(year: Int, fixed: Amount, amount: Amount)
    /// A year's fixed amounts are less than the year's amount, and nobody is named for the rest.
    case fixedLeavesRest(year: Int, rest: Amount)
    /// A fixed amount is written with a minus, but the year's amount is a cost.
    case fixedSignDiffers(year: Int)
    /// No key of the round or the proposal has this name; with the nearest one.
    case keyUnknown(name: String, nearest: String?)
    /// The weights of a key are all zero.
    case keySumsToZero(name: String)
    /// A weight or percentage below zero.
    case negativeWeight(recipient: Recipient)
    /// A committee or unit that the round does not know.
    case unknownRecipient(Recipient)
    /// Nobody is there to share: no committee of the round takes part in ligedeling.
    case nobodyShares
    /// The committee of `residual-to` is not one of the round's; the difference stands alone.
    case residualCommitteeUnknown(String)
    /// Numbers beyond the limits of exact calculation.
    case tooLarge
    /// A line has not one amount for each year.
    case yearsDiffer(amounts: Int, years: Int)
  }

  /// Where the money of a troubled line went.
  public enum Consequence: Hashable, Sendable {
    /// To the line's own committee or unit.
    case keptBy(Recipient)
    /// Into no row; the difference of the block shows it.
    case undistributed
    /// The rule was carried out as far as it goes.
    case carriedOut
    /// The block was rounded by another policy than the one asked for.
    case roundedBy(RoundingPolicy)
  }
}

extension DistributionTrouble {
  /// What is wrong and what became of the money, in Danish.
  public var message: String { [DistributionTrouble.problem(kind), effect].joined(separator: " ") }

  /// What is wrong, in Danish.
  public static func problem(_ kind: Kind) -> String {
    switch kind {
    case .percentagesNot100(let sum): "Procenterne er \(number(sum)) tilsammen, ikke 100."
    case .fixedExceedsAmount(let year, let fixed, let amount):
      "De faste beløb er \(fixed.danish()), men linjen har kun \(amount.danish()) i \(year) (1.000 kr.)."
    case .fixedLeavesRest(let year, let rest):
      "De faste beløb efterlader \(rest.danish()) i \(year) (1.000 kr.), og ingen er nævnt til resten."
    case .fixedSignDiffers(let year): "Et fast beløb er negativt, men linjen er en udgift i \(year)."
    case .keyUnknown(let name, let nearest):
      "Fordelingsnøglen »\(name)« findes ikke." + (nearest.map { " Mente du »\($0)«?" } ?? "")
    case .keySumsToZero(let name): "Vægtene i fordelingsnøglen »\(name)« er alle 0."
    case .negativeWeight(let recipient): "\(recipient.spelling) har en negativ vægt."
    case .unknownRecipient(let recipient):
      "»\(recipient.spelling)« er hverken et udvalg eller en enhed i runden."
    case .nobodyShares: "Ingen af rundens udvalg deltager i ligedeling."
    case .residualCommitteeUnknown(let name):
      "»\(name)« er ikke et udvalg i runden og kan ikke bære forskellen."
    case .tooLarge: "Tallene er for store til nøjagtig beregning."
    case .yearsDiffer(let amounts, let years): "Linjen har \(amounts) beløb, men tabellen \(years) år."
    }
  }

  private var effect: String {
    switch consequence {
    case .keptBy(let recipient): "Beløbet er ikke fordelt, men står hos \(recipient.spelling)."
    case .undistributed: "Beløbet er ikke fordelt; det mangler i rækkerne og står i forskellen."
    case .carriedOut: "Resten er beregnet som skrevet."
    case .roundedBy(let policy): "Der er afrundet efter \(policy.spelling) i stedet."
    }
  }

  private static func number(_ fraction: Fraction) -> String {
    guard let above = Int64(exactly: fraction.numerator), let below = Int64(exactly: fraction.denominator)
    else { return "\(fraction)" }
    return Weight(above, over: below)?.danish ?? "\(fraction)"
  }
}
