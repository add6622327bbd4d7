import ProposalModel

extension Distributor {
  /// What is wrong with the rule of one line, without distributing anything: one trouble per cause and year,
  /// in the order of the years.
  public func troubles(of line: BlockLine, years: [Int]) -> [DistributionTrouble] {
    RuleResolver(round: round, keys: keys, years: years).shares(of: line).troubles
  }
}
