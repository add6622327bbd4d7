package import ProposalModel

extension Correction {
  /// A correction of an earlier set, so far as its file tells: what it was written as, and by which factor, is
  /// not known any more.
  package init(
    earlier proposal: String, table: String, isCounterEntry: Bool, lineIDs: [String], text: String,
    recipient: Recipient?, controlArea: ControlArea, section: LineSection, year: Int, amount: Amount,
    priceLevel: Int, writtenPriceLevel: Int, account: RoundAccount, accountSource: AccountSource?
  ) {
    self.init(
      proposal: proposal, table: table, isCounterEntry: isCounterEntry, lineIDs: lineIDs, text: text,
      recipient: recipient, controlArea: controlArea, section: section, year: year, amount: amount,
      priceLevel: priceLevel, written: nil, writtenPriceLevel: writtenPriceLevel, factor: nil,
      writtenAccount: nil, account: account, accountSource: accountSource, isNewAccount: false, problems: [])
  }
}
