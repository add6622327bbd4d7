import ProposalModel

/// A line's exact shares: numerators in øre over one denominator, per recipient and year.
struct LineShares {
  var denominator: Int128
  var recipients: [Recipient]
  /// `numerators[recipient][year]`.
  var numerators: [[Int128]]
  /// How each recipient came to its share.
  var bases: [ShareBasis]
}

/// Carries out rules: names, keys and percentages become exact shares of a line.
struct RuleResolver {
  let round: Round
  let keys: [DistributionKey]
  let years: [Int]

  /// The shares of `line`, and what is wrong with it. A line whose rule cannot be carried out stays with its
  /// own committee, or in no row.
  func shares(of line: BlockLine) -> (shares: LineShares, troubles: [DistributionTrouble]) {
    var troubles: [DistributionTrouble] = []
    let amounts = fitted(line, &troubles)
    do throws(RuleStop) {
      switch line.rule {
      case .fixed(let shares, let rest): return try fixed(line, amounts, shares, rest, troubles)
      default: return (try weighted(try weights(of: line.rule), amounts), troubles)
      }
    } catch {
      troubles.append(
        DistributionTrouble(line: line.id, kind: error.kind, consequence: consequence(for: line)))
      return (kept(by: line, amounts), troubles)
    }
  }

  private func fitted(_ line: BlockLine, _ troubles: inout [DistributionTrouble]) -> [Int64] {
    if line.amounts.count != years.count {
      let kind = DistributionTrouble.Kind.yearsDiffer(amounts: line.amounts.count, years: years.count)
      troubles.append(DistributionTrouble(line: line.id, kind: kind, consequence: .carriedOut))
    }
    return years.indices.map { $0 < line.amounts.count ? line.amounts[$0].oere : 0 }
  }

  private func consequence(for line: BlockLine) -> DistributionTrouble.Consequence {
    line.own.map { .keptBy(canonical($0) ?? $0) } ?? .undistributed
  }

  private func kept(by line: BlockLine, _ amounts: [Int64]) -> LineShares {
    guard let own = line.own else {
      return LineShares(denominator: 1, recipients: [], numerators: [], bases: [])
    }
    return LineShares(
      denominator: 1, recipients: [canonical(own) ?? own], numerators: [amounts.map { Int128($0) }],
      bases: [.kept])
  }

  // MARK: Names

  /// The recipient as the round spells it; `nil` if the round knows no such committee or unit.
  func canonical(_ recipient: Recipient) -> Recipient? {
    if let committee = round.committee(recipient.committee) {
      guard let unit = recipient.unit else { return recipient }
      if committee.units.contains(where: { $0.name == unit }) { return recipient }
    }
    return round.recipient(named: recipient.spelling)
  }

  private func known(_ recipient: Recipient) throws(RuleStop) -> Recipient {
    guard let known = canonical(recipient) else { throw RuleStop(.unknownRecipient(recipient)) }
    return known
  }

  private func known(_ recipients: [Recipient]) throws(RuleStop) -> [Recipient] {
    var known: [Recipient] = []
    for recipient in recipients { known.append(try self.known(recipient)) }
    return known
  }

  // MARK: Weights

  private func weights(of rule: DistributionRule) throws(RuleStop) -> RuleWeights {
    switch rule {
    case .equal(let among): return try equal(among)
    case .key(let name): return try key(name)
    case .percentages(let shares): return try percentages(shares)
    case .residual(let recipient), .direct(let recipient): return RuleWeights(equal: [try known(recipient)])
    case .fixed: return RuleWeights(equal: [])
    }
  }

  private func equal(_ among: [Recipient]) throws(RuleStop) -> RuleWeights {
    let all = among.isEmpty ? round.equalShareCommittees.map { Recipient($0.code) } : try known(among)
    guard !all.isEmpty else { throw RuleStop(.nobodyShares) }
    return try RuleWeights(all.map { ($0, .one) })
  }

  private func key(_ name: String) throws(RuleStop) -> RuleWeights {
    guard let key = (keys + round.keys).first(where: { Spelling.same($0.name, name) }) else {
      throw RuleStop(
        .keyUnknown(name: name, nearest: Spelling.nearest(to: name, among: (keys + round.keys).map(\.name))))
    }
    var shares: [(recipient: Recipient, weight: Fraction)] = []
    for share in key.weights { shares.append((try known(share.recipient), Fraction(share.weight))) }
    let weights = try RuleWeights(shares)
    guard weights.total > 0 else { throw RuleStop(.keySumsToZero(name: key.name)) }
    return weights
  }

  private func percentages(_ shares: [PercentageShare]) throws(RuleStop) -> RuleWeights {
    var sum = Fraction.zero
    var weights: [(recipient: Recipient, weight: Fraction)] = []
    for share in shares {
      guard let next = sum.adding(Fraction(share.percentage)) else { throw RuleStop(.tooLarge) }
      sum = next
      weights.append((try known(share.recipient), Fraction(share.percentage)))
    }
    let resolved = try RuleWeights(weights)
    guard sum == Fraction(100) else { throw RuleStop(.percentagesNot100(sum: sum)) }
    return resolved
  }

  private func weighted(_ weights: RuleWeights, _ amounts: [Int64]) throws(RuleStop) -> LineShares {
    var numerators: [[Int128]] = []
    for weight in weights.weights { numerators.append(try products(amounts, weight)) }
    let isAll = weights.recipients.count == 1
    return LineShares(
      denominator: weights.total, recipients: weights.recipients, numerators: numerators,
      bases: weights.weights.map { isAll ? .all : .weight($0, of: weights.total) })
  }

  private func products(_ amounts: [Int64], _ weight: Int128) throws(RuleStop) -> [Int128] {
    var products: [Int128] = []
    for amount in amounts {
      let (product, overflow) = Int128(amount).multipliedReportingOverflow(by: weight)
      if overflow { throw RuleStop(.tooLarge) }
      products.append(product)
    }
    return products
  }

  // MARK: Fixed amounts

  private func fixed(
    _ line: BlockLine, _ amounts: [Int64], _ shares: [FixedShare], _ rest: FixedRest,
    _ before: [DistributionTrouble]
  ) throws(RuleStop) -> (shares: LineShares, troubles: [DistributionTrouble]) {
    var troubles = before
    var takers = RuleWeights(equal: [])
    switch rest {
    case .none: break
    case .equal(let among): takers = try equal(among)
    case .to(let recipient): takers = RuleWeights(equal: [try known(recipient)])
    }
    let denominator = max(1, takers.total)
    var result = LineShares(denominator: denominator, recipients: [], numerators: [], bases: [])
    for share in shares {
      result.numerators[result.place(of: try known(share.recipient), .fixed, years.count)] = Array(
        repeating: 0, count: years.count)
    }
    for (taker, weight) in zip(takers.recipients, takers.weights) {
      let isFixed = result.recipients.contains(taker)
      _ = result.place(of: taker, .rest(weight, of: takers.total, besidesFixed: isFixed), years.count)
    }
    for (year, amount) in amounts.enumerated() where amount != 0 {
      do throws(RuleStop) {
        var left = Int128(amount)
        for share in shares {
          let size = try magnitude(of: share.amount, amount, year: year)
          result.numerators[result.place(of: try known(share.recipient), .fixed, years.count)][year] +=
            (amount < 0 ? -size : size) * denominator
          left -= amount < 0 ? -size : size
        }
        if left != 0, (left < 0) != (amount < 0) {
          let fixed = Amount(oere: Int64(clamping: (Int128(amount) - left).magnitude))
          throw RuleStop(
            .fixedExceedsAmount(year: years[year], fixed: fixed, amount: Amount(oere: amount).magnitude))
        }
        for (taker, weight) in zip(takers.recipients, takers.weights) {
          result.numerators[result.place(of: taker, .fixed, years.count)][year] += left * weight
        }
        guard left == 0 || !takers.recipients.isEmpty else {
          let trouble = DistributionTrouble.Kind.fixedLeavesRest(
            year: years[year], rest: Amount(oere: Int64(clamping: left)).magnitude)
          troubles.append(
            DistributionTrouble(line: line.id, kind: trouble, consequence: consequence(for: line)))
          keep(left, year, line: line, result: &result)
          continue
        }
      } catch {
        for recipient in result.recipients.indices { result.numerators[recipient][year] = 0 }
        troubles.append(
          DistributionTrouble(line: line.id, kind: error.kind, consequence: consequence(for: line)))
        keep(Int128(amount), year, line: line, result: &result)
      }
    }
    return (result, troubles)
  }

  /// A fixed amount's size. Written with a minus it must meet a saving; without, it takes the line's sign.
  private func magnitude(of fixed: Amount, _ amount: Int64, year: Int) throws(RuleStop) -> Int128 {
    if fixed.oere < 0, amount > 0 { throw RuleStop(.fixedSignDiffers(year: years[year])) }
    return Int128(fixed.oere.magnitude)
  }

  private func keep(_ oere: Int128, _ year: Int, line: BlockLine, result: inout LineShares) {
    guard let own = line.own else { return }
    result.numerators[result.place(of: canonical(own) ?? own, .kept, years.count)][year] +=
      oere * result.denominator
  }
}

extension LineShares {
  /// The place of a recipient, made if it has none.
  mutating func place(of recipient: Recipient, _ basis: ShareBasis, _ years: Int) -> Int {
    if let place = recipients.firstIndex(of: recipient) {
      if case .rest(_, _, besidesFixed: true) = basis { bases[place] = basis }
      return place
    }
    recipients.append(recipient)
    numerators.append(Array(repeating: 0, count: years))
    bases.append(basis)
    return recipients.count - 1
  }
}
