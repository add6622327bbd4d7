public import AllocationTables
import Distribution
public import ProposalModel
import Spreadsheet

/// The corrections of a whole round: every row with the cells it came from, in the order of the proposals.
///
/// ```swift
/// let maker = try CorrectionMaker(
///   profile: "kvantum-laesbar", accounts: "konti.csv", options: TableOptions(), decision: "BR 25/4")
/// var book = CorrectionBook()
/// book.append(try maker.book(of: proposal, round: round, origins: item.origins))
/// book.rows(.adopted, isPostable: true).map(\.correction)
/// ```
public struct CorrectionBook: Sendable {
  /// In which case a row is entered.
  public enum List: String, Hashable, Sendable, CaseIterable {
    /// When the proposal is adopted.
    case adopted = "Vedtaget"
    /// When it is not.
    case ifNotAdopted = "Ikke vedtaget"
  }

  /// One row of the corrections.
  public struct Row: Hashable, Sendable {
    /// In which case it is entered.
    public var list: List
    /// Whether it can be posted; otherwise it is `ikke konterbar`, and `Correction.problems` says why.
    public var isPostable: Bool
    /// The row itself.
    public var correction: Correction
    /// The cells that the amount comes from, in the order of the lines; the file alone where the input has no
    /// cells.
    public var sources: [Place]
    /// What the amount is the difference between, where it is one between two sets of corrections.
    public var change: Change?

    /// A row of `list`.
    package init(
      list: List, isPostable: Bool, correction: Correction, sources: [Place], change: Change? = nil
    ) {
      (self.list, self.isPostable, self.correction) = (list, isPostable, correction)
      (self.sources, self.change) = (sources, change)
    }
  }

  /// The rows: per proposal those that can be posted, then those that cannot; adopted before not adopted.
  public private(set) var rows: [Row] = []
  /// Money that is in no row, in Danish.
  public private(set) var omissions: [String] = []
  /// What the tables B, C, D and E show in total.
  public private(set) var tableTotals: [Corrections.TableTotal] = []
  /// The numbers of the proposals, in order.
  public private(set) var proposals: [String] = []

  /// No corrections.
  public init() {}

  /// The corrections of one proposal; `origins` are the cells it was read from.
  public init(
    _ proposal: Proposal, round: Round, accounts: AccountList,
    requirements: [AccountRequirement] = AccountRequirement.standard,
    options: TableOptions = TableOptions(), origins: Origins = Origins(),
    fit: @escaping (Correction) -> [CorrectionProblem] = { _ in [] }
  ) {
    let corrections = Corrections(
      proposal, round: round, accounts: accounts, requirements: requirements, options: options, fit: fit)
    let sources = CorrectionSources(proposal: proposal, origins: origins)
    func rows(_ list: List, _ corrections: CorrectionList) -> [Row] {
      corrections.postable.map {
        Row(list: list, isPostable: true, correction: $0, sources: sources.places(of: $0))
      }
        + corrections.unpostable.map {
          Row(list: list, isPostable: false, correction: $0, sources: sources.places(of: $0))
        }
    }
    self.rows = rows(.adopted, corrections.adopted) + rows(.ifNotAdopted, corrections.ifNotAdopted)
    omissions = corrections.omissions
    tableTotals = corrections.tableTotals
    proposals = [proposal.id]
  }

  /// Adds the corrections of further proposals behind these.
  public mutating func append(_ other: CorrectionBook) {
    rows += other.rows
    omissions += other.omissions
    tableTotals += other.tableTotals
    proposals += other.proposals
  }

  /// The corrections of one proposal that a decision lets be posted: B, D, E and loans of what is adopted, C
  /// of what is not.
  func decided(_ use: DecisionUse) -> CorrectionBook {
    let list: List? =
      switch use {
      case .adopted: .adopted
      case .notAdopted: .ifNotAdopted
      case .leftOut: nil
      }
    var book = self
    book.rows = rows.filter { $0.list == list }
    book.tableTotals = tableTotals.filter { list == ($0.table == "C" ? .ifNotAdopted : .adopted) }
    if list == nil { book.omissions = [] }
    return book
  }

  /// Puts rows in the place of these, of the same proposals; the tables' totals are no longer theirs.
  mutating func replaceRows(_ rows: [Row]) { (self.rows, tableTotals) = (rows, []) }

  /// Whether everything can be posted.
  public var isComplete: Bool { omissions.isEmpty && rows.allSatisfy(\.isPostable) }

  /// The rows of a list that can, or cannot, be posted.
  public func rows(_ list: List, isPostable: Bool) -> [Row] {
    rows.filter { $0.list == list && $0.isPostable == isPostable }
  }
}

/// The cells behind the rows of a proposal's corrections.
struct CorrectionSources {
  package let proposal: Proposal
  package let origins: Origins

  /// One place per line or stated row: the cell of the year, or of the year that goes on. None for
  /// counter-entries.
  package func places(of correction: Correction) -> [Place] {
    let year = correction.continuedFrom ?? correction.year
    return correction.lineIDs.map { id in
      origins[
        StatedRowID.row(id, of: proposal).map { .allocationFigure($0.table, $0.index, year: year) }
          ?? .figure(id, year: year)]
    }
  }
}
