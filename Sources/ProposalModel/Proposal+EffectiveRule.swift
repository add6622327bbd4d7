/// Why a line's money goes where it goes.
public enum RuleSource: String, Hashable, Sendable, Codable {
  /// The line's own Fordeling.
  case line
  /// The line's own Udvalg.
  case lineCommittee
  /// The proposal's Fordeling.
  case proposal
  /// The presenting administration's committee.
  case presenting
  /// The single administration ticked as affected.
  case ticked
}

extension Proposal {
  /// The rule by which a line's money is shared, in this order: the line's own Fordeling; its own Udvalg; the
  /// proposal's rule; the presenting administration's committee; the single ticked one. `nil` if nothing says
  /// whose money it is.
  public func effectiveRule(of line: Line) -> (rule: DistributionRule, source: RuleSource)? {
    if let rule = line.rule { return (rule, .line) }
    if let committee = line.committee {
      return (.direct(Recipient(committee, unit: line.unit)), .lineCommittee)
    }
    if let rule { return (rule, .proposal) }
    if let presenting { return (.direct(Recipient(presenting, unit: line.unit)), .presenting) }
    if affected.count == 1, let only = affected.first {
      return (.direct(Recipient(only, unit: line.unit)), .ticked)
    }
    return nil
  }

  /// The recipient whose account a line's own account is: the line's Udvalg, else the single recipient of a
  /// direct rule, else the presenting administration's committee. Other recipients of a shared line have no
  /// account until one is stated.
  public func accountOwner(of line: Line) -> Recipient? {
    if let committee = line.committee { return Recipient(committee, unit: line.unit) }
    switch effectiveRule(of: line)?.rule {
    case .direct(let recipient), .residual(let recipient): return recipient
    default: return presenting.map { Recipient($0) }
    }
  }
}
