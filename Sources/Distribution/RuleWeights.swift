import ProposalModel

/// Whole-number weights of those who share, from a rule's fractions; without common factors.
struct RuleWeights {
  var recipients: [Recipient]
  var weights: [Int128]
  var total: Int128

  /// Equal weights.
  init(equal recipients: [Recipient]) {
    self.recipients = recipients
    weights = Array(repeating: 1, count: recipients.count)
    total = Int128(recipients.count)
  }

  /// The fractions over their common denominator; somebody named twice has the sum.
  init(_ shares: [(recipient: Recipient, weight: Fraction)]) throws(RuleStop) {
    recipients = []
    var sums: [Fraction] = []
    for share in shares {
      if share.weight < .zero { throw RuleStop(.negativeWeight(recipient: share.recipient)) }
      if let place = recipients.firstIndex(of: share.recipient) {
        guard let sum = sums[place].adding(share.weight) else { throw RuleStop(.tooLarge) }
        sums[place] = sum
      } else {
        recipients.append(share.recipient)
        sums.append(share.weight)
      }
    }
    var common: Int128 = 1
    for sum in sums {
      guard let multiple = leastCommonMultiple(common, sum.denominator) else { throw RuleStop(.tooLarge) }
      common = multiple
    }
    weights = []
    total = 0
    var divisor: UInt128 = 0
    for sum in sums {
      let (weight, first) = sum.numerator.multipliedReportingOverflow(by: common / sum.denominator)
      let (added, second) = total.addingReportingOverflow(weight)
      if first || second { throw RuleStop(.tooLarge) }
      total = added
      weights.append(weight)
      divisor = greatestCommonDivisor(divisor, weight.magnitude)
    }
    guard total > 0 else { return }
    total /= Int128(divisor)
    weights = weights.map { $0 / Int128(divisor) }
  }
}

/// Why a rule cannot be carried out.
struct RuleStop: Error {
  var kind: DistributionTrouble.Kind

  init(_ kind: DistributionTrouble.Kind) { self.kind = kind }
}
