import ProposalModel

/// What tells one budget from another when a file of corrections is loaded: the codes of its account that the
/// layout uses, and the year.
public struct BudgetKey: Hashable, Sendable {
  /// The codes; those that the layout, or the extract, does not have are blank.
  public var codes: PostingCodes
  /// The year.
  public var year: Int

  /// The budget of an account in a year.
  public init(codes: PostingCodes, year: Int) { (self.codes, self.year) = (codes, year) }

  /// `3641, 588, 2023`
  package var text: String { "\(codes.text), \(year)" }

  /// The same key with only the codes of `mask`.
  func masked(_ mask: UInt8) -> BudgetKey { BudgetKey(codes: codes.masked(mask), year: year) }

  /// By codes as they are written, then by year.
  static func precedes(_ left: BudgetKey, _ right: BudgetKey) -> Bool {
    left.codes.written == right.codes.written
      ? left.year < right.year : left.codes.written.lexicographicallyPrecedes(right.codes.written)
  }
}

extension LayoutProfile {
  /// The codes of an account that tell budgets apart in the files of the layout, as bits in the order of
  /// ``PostingCodes/names``: those of its key, or all that it has columns for where it names no key.
  var budgetMask: UInt8 {
    let fields: [LayoutField] = [.appropriation, .profitCentre, .function, .kind, .projectElement]
    let used = isKeyed ? Set(keyFields) : Set(columns.map(\.field))
    return fields.enumerated().reduce(0) { used.contains($1.element) ? $0 | 1 << UInt8($1.offset) : $0 }
  }
}
