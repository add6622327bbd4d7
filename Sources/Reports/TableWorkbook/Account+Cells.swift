import ProposalModel

extension Account {
  /// The account in the two cells Bevilling and Profitcenter, so that reading them gives the same account;
  /// one that is written with another mark stands in the first alone.
  package var cells: (String?, String?) {
    if Account(appropriation: appropriation, profitCentres: profitCentres) == self {
      return (appropriation, profitCentres)
    }
    return (printed, nil)
  }
}
