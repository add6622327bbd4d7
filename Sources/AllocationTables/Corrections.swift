import Distribution
public import ProposalModel

/// The corrections of a proposal: exactly the cells of B, D and E (and of C for the case of rejection) at the
/// implemented level, with counter-entries.
///
/// A is never posted: it shows B's Service money again, as it counts towards the savings target. The rows of
/// every list add up to zero per proposal, year and control area. Loans and their repayments are posted like
/// one-off costs, against the round's account for loans. Where a proposal's years end before the round's, its
/// permanent changes go on with the last year's amounts; those rows have ``Correction/continuedFrom``.
public struct Corrections: Sendable {
  /// What is entered when the proposal is adopted.
  public private(set) var adopted = CorrectionList()
  /// What is entered when it is not.
  public private(set) var ifNotAdopted = CorrectionList()
  /// Money that is in no table, in Danish; the corrections are incomplete while there is any.
  public private(set) var omissions: [String] = []
  /// What the tables B, C, D and E show in total, with which the rows reconcile.
  public private(set) var tableTotals: [TableTotal] = []

  /// The total of a table at the implemented level in one year.
  public struct TableTotal: Hashable, Sendable {
    /// Forslagsnummer.
    public var proposal: String
    /// `B`, `C`, `D` or `E`.
    public var table: String
    /// The year.
    public var year: Int
    /// The table's own total.
    public var amount: Amount
  }

  /// No corrections.
  public init() {}

  /// The corrections of `proposal` in `round`, on the accounts of `accounts`; `options` decides rounding and
  /// booking unit, the level is the implemented one. `fit` tells what else keeps a row from being posted, for
  /// example a code too long for the file that it is written to.
  public init(
    _ proposal: Proposal, round: Round, accounts: AccountList,
    requirements: [AccountRequirement] = AccountRequirement.standard,
    options: TableOptions = TableOptions(), fit: @escaping (Correction) -> [CorrectionProblem] = { _ in [] }
  ) {
    var options = options
    options.priceLevel = .implemented
    let tables = ProposalTables(proposal, round: round, options: options)
    let cells = CorrectionCells(proposal: proposal, round: round, tables: tables)
    let booking = CorrectionBooking(round: round, accounts: accounts, requirements: requirements, fit: fit)
    adopted = booking.list(
      cells.withContinued(cells.rows(of: .budgetEffect))
        + [.capitalInvestment, .serviceInvestment].flatMap { cells.rows(of: $0) }
        + cells.loanRows(options: options))
    ifNotAdopted = booking.list(cells.withContinued(cells.rows(of: .budgetEffectIfNotAdopted)))
    omissions = cells.omissions.map { "\(proposal.id): \($0)" }
    for code in ["B", "C", "D", "E"] {
      guard let table = tables.table(code), let total = table.rows.last(where: { $0.kind == .total }) else {
        continue
      }
      let totals = zip(table.years, total.figures).map {
        TableTotal(proposal: proposal.id, table: code, year: $0, amount: $1.amount)
      }
      tableTotals += totals + cells.continuedTotals(of: code, totals)
    }
  }

  /// Whether everything can be posted.
  public var isComplete: Bool {
    adopted.unpostable.isEmpty && ifNotAdopted.unpostable.isEmpty && omissions.isEmpty
  }

  /// Adds the corrections of another proposal behind these.
  public mutating func append(_ other: Corrections) {
    adopted.append(other.adopted)
    ifNotAdopted.append(other.ifNotAdopted)
    omissions += other.omissions
    tableTotals += other.tableTotals
  }
}

/// Gives rows their accounts and their counter-entries.
struct CorrectionBooking {
  let round: Round
  let accounts: AccountList
  let requirements: [AccountRequirement]
  let fit: (Correction) -> [CorrectionProblem]

  /// What must add up to zero.
  private struct Group: Hashable {
    var year: Int
    var area: ControlArea
    var section: LineSection
  }

  /// The rows with accounts and counter-entries; a counter-entry stands behind the rows of its section, area
  /// and year.
  func list(_ rows: [Correction]) -> CorrectionList {
    var list = CorrectionList()
    var order: [Group] = []
    var groups: [Group: [Correction]] = [:]
    for row in rows {
      let group = Group(year: row.year, area: row.controlArea, section: row.section)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(withAccount(row))
    }
    for group in order {
      guard let rows = groups[group], let first = rows.first else { continue }
      let counter = counterEntry(like: first)
      if counter.problems.isEmpty {
        list.postable += balanced(rows.filter { $0.problems.isEmpty }, by: counter)
        list.unpostable += balanced(rows.filter { !$0.problems.isEmpty }, by: counter)
      } else {
        let problem = CorrectionProblem.counterAccount(group.section, group.area)
        let marked = rows.map { row in
          var row = row
          row.problems.append(problem)
          return row
        }
        list.unpostable += balanced(marked, by: counter)
      }
    }
    return list
  }

  private func withAccount(_ row: Correction) -> Correction {
    guard let recipient = row.recipient else { return row }
    var row = row
    switch accounts.account(written: row.writtenAccount, recipient: recipient, area: row.controlArea) {
    case .problem(let problem): row.problems.append(problem)
    case .found(let account, let isNew):
      row.account = account
      row.isNewAccount = isNew
      row.accountSource = source(of: row)
      row.problems += missing(in: row) + fit(row)
    }
    return row
  }

  /// Where an account that was found comes from: a bevilling and one profit centre are an account by
  /// themselves; of anything less the list has said which account it is.
  private func source(of row: Correction) -> AccountSource {
    guard let written = row.writtenAccount else { return .standard }
    guard written.appropriation != nil, written.profitCentreCodes.count == 1 else { return .list }
    return row.accountSource ?? .line
  }

  private func missing(in row: Correction) -> [CorrectionProblem] {
    requirements.filter { requirement in
      (requirement.controlAreas?.contains(row.controlArea) ?? true)
        && (!row.isCounterEntry || requirement.appliesToCounterEntries)
        && !requirement.field.isFilled(in: row.account)
    }.map { .fieldMissing($0.field) }
  }

  /// The empty counter-entry of a row's group.
  private func counterEntry(like row: Correction) -> Correction {
    var counter = row
    counter.isCounterEntry = true
    counter.lineIDs = []
    counter.recipient = nil
    counter.writtenAccount = nil
    counter.problems = []
    let entry = accounts.counterAccount(of: row.controlArea, section: row.section)
    counter.account = entry?.account ?? RoundAccount(controlArea: row.controlArea)
    counter.isNewAccount = entry?.isNew ?? false
    counter.accountSource = entry == nil ? nil : .list
    let name =
      entry?.text
      ?? "Modpost, \(row.section == .permanent ? "varige ændringer" : row.section == .loan ? "lån" : "investeringer")"
    counter.text = "\(row.proposal) \(name)"
    counter.problems =
      entry == nil ? [.counterAccount(row.section, row.controlArea)] : missing(in: counter) + fit(counter)
    return counter
  }

  /// The rows and the counter-entry that makes them add up to zero; none where they do already.
  private func balanced(_ rows: [Correction], by counter: Correction) -> [Correction] {
    guard !rows.isEmpty else { return [] }
    let sum = rows.map(\.amount).sum()
    guard sum != .zero else { return rows }
    var counter = counter
    counter.amount = -sum
    let written = rows.reduce(Optional(Fraction.zero)) { total, row in
      row.written.flatMap { total?.adding($0) }
    }
    counter.written = written.map { -$0 }
    return rows + [counter]
  }
}
