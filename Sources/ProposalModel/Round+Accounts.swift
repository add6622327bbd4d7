/// What an account's writing turned out to mean in a round.
public enum AccountReading: Hashable, Sendable {
  /// One bevilling and exactly one profit centre.
  case complete(RoundAccount)
  /// A bevilling, but no profit centre.
  case withoutProfitCentre
  /// A profit centre, but no bevilling; or a code alone that the account list does not know.
  case withoutAppropriation
  /// Several profit centres without a split: nobody can tell how much is whose.
  case severalProfitCentres
  /// Something that is no account: a question mark, a word in place of a code.
  case unresolved
  /// The name of a control area where an account should stand.
  case controlArea(ControlArea)
}

extension Round {
  /// Reads an account against the round's account list. A code alone is a bevilling only if the list says so.
  public func resolve(_ account: Account) -> AccountReading {
    if let name = account.appropriation, let area = ControlArea(spelling: name), !isAppropriationName(name),
      !isAppropriationName(account.printed)
    {
      return .controlArea(area)
    }
    switch account.form {
    case .questioned, .unresolved: return .unresolved
    case .severalProfitCentres: return .severalProfitCentres
    case .profitCentreOnly: return .withoutAppropriation
    case .codeAlone:
      let isKnown = accounts.contains {
        $0.appropriationCode != nil && $0.appropriationCode == account.appropriation
      }
      return isKnown ? .withoutProfitCentre : .withoutAppropriation
    case .plain:
      guard let centre = account.profitCentreCodes.first else { return .withoutProfitCentre }
      return .complete(
        RoundAccount(
          appropriationCode: account.appropriationCode ?? code(ofAppropriation: account.appropriationName),
          appropriationName: account.appropriationName, profitCentre: centre))
    }
  }

  private func isAppropriationName(_ text: String) -> Bool {
    accounts.contains { $0.appropriationName.map { Spelling.same($0, text) } ?? false }
  }

  private func code(ofAppropriation name: String?) -> String? {
    guard let name else { return nil }
    let codes = Set(
      accounts.filter { $0.appropriationName.map { Spelling.same($0, name) } ?? false }.compactMap(
        \.appropriationCode))
    return codes.count == 1 ? codes.first : nil
  }
}
