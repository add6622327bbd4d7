public import ProposalModel

/// The earlier set that a report is the difference to.
struct EarlierSetUse: Sendable {
  /// The files of the set.
  var files: [String]
  /// Their SHA-256 sums.
  var sums: [String]
  /// The whole new set: what is posted when the difference is.
  var whole: [CorrectionBook.Row]
}

extension CorrectionBook {
  /// What a row that is a difference is the difference between.
  public struct Change: Hashable, Sendable {
    /// What the earlier set posted.
    public var before: Amount
    /// What the new set says.
    public var now: Amount
  }
}
