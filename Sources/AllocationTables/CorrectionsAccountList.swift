public import ProposalModel

/// The accounts that corrections may be posted to: the round's own, and a file of the accountants' (XLSX or
/// CSV) that wins over it.
///
/// Nothing is guessed: a row with a written account looks that account up; a row without one is given an
/// account only where the list marks one as the standard of its committee and control area.
public struct AccountList: Hashable, Sendable {
  /// One account of the list.
  public struct Entry: Hashable, Sendable {
    /// Bevilling, profit centre, funktion, art, PSP, and whose account it is.
    public var account: RoundAccount
    /// Whether money of its committee (or unit) and control area goes here where no account is written.
    public var isStandard: Bool
    /// Whether the account is new, so that no budget is there yet to be raised or lowered.
    public var isNew: Bool
    /// Set for a counter account: the section whose corrections it balances in its control area.
    public var counterFor: LineSection?
    /// The account's text, for counter accounts the text of the entry.
    public var text: String?

    /// An entry; see the properties for the meaning.
    public init(
      account: RoundAccount, isStandard: Bool = false, isNew: Bool = false, counterFor: LineSection? = nil,
      text: String? = nil
    ) {
      self.account = account
      self.isStandard = isStandard
      self.isNew = isNew
      self.counterFor = counterFor
      self.text = text
    }
  }

  /// The entries; those of the file first.
  public var entries: [Entry] { didSet { known.accounts = AccountList.accounts(of: entries) } }
  /// The round with the accounts of the list, which tell a bevilling from a profit centre.
  private var known: Round

  /// The accounts of `round` and, before them, `entries` of a file. A counter account of the file replaces
  /// the round's of the same area and section.
  public init(round: Round, entries: [Entry] = []) {
    let own = round.accounts.map { Entry(account: $0) }
    let counters = round.counterAccounts.map { counter in
      var account = counter.account
      account.controlArea = counter.controlArea
      return Entry(account: account, counterFor: counter.section, text: counter.text)
    }
    let isReplaced = { (counter: Entry) in
      entries.contains {
        $0.counterFor == counter.counterFor && $0.account.controlArea == counter.account.controlArea
      }
    }
    self.entries = entries + own + counters.filter { !isReplaced($0) }
    known = round
    known.accounts = AccountList.accounts(of: self.entries)
  }

  private static func accounts(of entries: [Entry]) -> [RoundAccount] {
    entries.filter { $0.counterFor == nil }.map(\.account)
  }

  /// What a row's account came to.
  public enum Reading: Hashable, Sendable {
    /// The account, with whatever the list knows of it.
    case found(RoundAccount, isNew: Bool)
    /// Why there is none.
    case problem(CorrectionProblem)
  }

  /// The account of a row: `written` is what stands in the table.
  public func account(written: Account?, recipient: Recipient, area: ControlArea) -> Reading {
    guard let written else { return standard(of: recipient, area: area) }
    switch known.resolve(written) {
    case .severalProfitCentres: return .problem(.severalProfitCentres(written.printed))
    case .unresolved: return .problem(.accountUnreadable(written.printed))
    case .controlArea: return .problem(.accountUnreadable(written.printed))
    case .complete(let account): return lookUp(account, written, recipient, area)
    case .withoutProfitCentre:
      return lookUp(
        RoundAccount(
          appropriationCode: written.appropriationCode, appropriationName: written.appropriationName),
        written, recipient, area)
    case .withoutAppropriation:
      let codes =
        written.profitCentreCodes
        + (written.profitCentres == nil ? [written.appropriation].compactMap { $0 } : [])
      guard codes.count == 1 else { return .problem(.accountUnreadable(written.printed)) }
      return lookUp(
        RoundAccount(profitCentre: codes[0]), written, recipient, area,
        mustBeListed: written.profitCentres == nil)
    }
  }

  /// The counter account of an area and section: the only one the list names.
  public func counterAccount(of area: ControlArea, section: LineSection) -> Entry? {
    let found = entries.filter { $0.counterFor == section && $0.account.controlArea == area }
    return found.count == 1 ? found.first : nil
  }

  private func standard(of recipient: Recipient, area: ControlArea) -> Reading {
    let marked = entries.filter {
      $0.isStandard && $0.counterFor == nil && $0.account.committee == recipient.committee
        && $0.account.unit == recipient.unit
        && ($0.account.controlArea ?? area) == area
    }
    let found = AccountList.mostSpecific(marked)
    guard let only = found.first else { return .problem(.accountMissing) }
    return found.count == 1
      ? .found(only.account, isNew: only.isNew)
      : .problem(.severalAccounts(found.map { $0.account.spelling }))
  }

  /// The entry that says most about the written account; what the row says itself stays.
  private func lookUp(
    _ written: RoundAccount, _ printed: Account, _ recipient: Recipient, _ area: ControlArea,
    mustBeListed: Bool = false
  ) -> Reading {
    let matching = entries.filter { entry in
      let account = entry.account
      guard entry.counterFor == nil, AccountList.agree(account.committee, recipient.committee),
        account.unit == nil || account.unit == recipient.unit, (account.controlArea ?? area) == area
      else { return false }
      let names = AccountList.sameName(written.appropriationName, account.appropriationName)
      let codes = AccountList.agree(account.appropriationCode, written.appropriationCode)
      // An entry that shares nothing with what is written says nothing about it.
      let shares =
        written.profitCentre != nil && account.profitCentre == written.profitCentre
        || written.appropriationCode != nil && account.appropriationCode == written.appropriationCode
        || written.appropriationCode == nil && names == true
      return codes && names != false && shares
        && AccountList.agree(account.profitCentre, written.profitCentre)
    }
    let found = AccountList.mostSpecific(matching)
    guard found.count <= 1 else { return .problem(.severalAccounts(found.map { $0.account.spelling })) }
    guard let entry = found.first else {
      return mustBeListed ? .problem(.accountUnknown(printed.printed)) : .found(written, isNew: false)
    }
    var account = entry.account
    account.appropriationCode = written.appropriationCode ?? account.appropriationCode
    account.appropriationName = account.appropriationName ?? written.appropriationName
    account.profitCentre = written.profitCentre ?? account.profitCentre
    return .found(account, isNew: entry.isNew)
  }

  /// The entries that name most of profit centre, area, unit and committee; entries that would be posted
  /// alike count as one.
  private static func mostSpecific(_ entries: [Entry]) -> [Entry] {
    func rank(_ account: RoundAccount) -> Int {
      (account.profitCentre == nil ? 0 : 8) + (account.controlArea == nil ? 0 : 4)
        + (account.unit == nil ? 0 : 2)
        + (account.committee == nil ? 0 : 1)
    }
    guard let best = entries.map({ rank($0.account) }).max() else { return [] }
    var posted: Set<[String?]> = []
    return entries.filter { rank($0.account) == best && posted.insert($0.account.posting).inserted }
  }

  /// Whether two codes are equal or one of them is not written.
  private static func agree(_ left: String?, _ right: String?) -> Bool {
    left == nil || right == nil || left == right
  }

  /// Whether two names are the same words; `nil` where one is not written.
  private static func sameName(_ left: String?, _ right: String?) -> Bool? {
    guard let left, let right else { return nil }
    return Spelling.same(left, right)
  }
}

extension RoundAccount {
  /// The fields that are posted.
  fileprivate var posting: [String?] {
    [appropriationCode ?? appropriationName, profitCentre, function, kind, projectElement]
  }

  /// `3641 Hjemmepleje, 588`, for people.
  public var spelling: String {
    let first = [appropriationCode, appropriationName].compactMap { $0 }.joined(separator: " ")
    return [first.isEmpty ? nil : first, profitCentre].compactMap { $0 }.joined(separator: ", ")
  }
}
