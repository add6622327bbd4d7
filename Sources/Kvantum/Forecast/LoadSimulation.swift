public import ProposalModel

/// What loading files does to budgets, in the mode of their profile, and what of the budgets is lost by it.
///
/// A load that only adds loses nothing. Loading 270 thousand in the mode `replace` on a budget of 900 million
/// leaves 270 thousand, and 900 million are lost.
public struct LoadSimulation: Sendable {
  /// How the files are loaded.
  public let mode: LayoutProfile.Mode
  /// The budgets so far.
  public private(set) var budget: [BudgetKey: Amount]
  /// What stood under a key and is gone, by key; sums where that happened more than once.
  public private(set) var lost: [BudgetKey: Amount] = [:]

  /// Starts from `budget`.
  public init(_ mode: LayoutProfile.Mode, on budget: [BudgetKey: Amount]) {
    (self.mode, self.budget) = (mode, budget)
  }

  /// Loads one file, record by record.
  public mutating func load(_ records: [(key: BudgetKey, amount: Amount)]) {
    switch mode {
    case .add: break
    case .replace:
      for record in records { put(record.amount, in: record.key) }
      return
    case .deleteAndInsert:
      for record in records { put(.zero, in: record.key) }
    }
    for record in records { budget[record.key, default: .zero] += record.amount }
  }

  private mutating func put(_ amount: Amount, in key: BudgetKey) {
    if let before = budget[key], before != .zero { lost[key, default: .zero] += before }
    budget[key] = amount
  }
}
