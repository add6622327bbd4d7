public import ProposalModel

/// Which table of the forms a table is.
public enum BudgetTableKind: Hashable, Sendable {
  /// Tabel 1: all lines of the proposal by section, with totals and paybacks.
  case tableOne
  /// The small economy table of one delivery (Leverance), with both sections.
  case delivery
  /// Varige ændringer, lines of one control area; `nil` where the caption names none.
  case permanent(ControlArea?)
  /// Investeringer, lines of one control area; `nil` where the caption names none.
  case investment(ControlArea?)
  /// Varige ændringer, administration: a memo.
  case administration
  /// An internal loan and its repayments.
  case loan
  /// Fordeling and the tables A–E, by committee and unit.
  case allocation(AllocationTableKind)
}

/// What a row of a table is.
public enum TableRowKind: Hashable, Sendable {
  /// A heading over the rows that follow: `Varige ændringer`.
  case heading
  /// Money.
  case line
  /// A sum of some rows of its section, for example of one control area.
  case subtotal
  /// A sum of a section or of the table.
  case total
  /// `Samlet økonomisk påvirkning`: permanent change plus implementation costs.
  case effect
  /// `Heraf …`: the same money seen again, never added.
  case memo
  /// A stated payback time; the number is in ``TableRow/paybackYears``.
  case payback
}

/// One row of a ``BudgetTable``.
public struct TableRow: Hashable, Sendable {
  /// Line, total, memo …
  public var kind: TableRowKind
  /// The section of Tabel 1 it stands in.
  public var section: LineSection?
  /// The text of column A: the line's text, the committee or the words of the total.
  public var text: String
  /// Styringsområde.
  public var controlArea: ControlArea?
  /// The committee or unit of an allocation row, or of a line that names its own.
  public var recipient: Recipient?
  /// Besparelse or Omkostninger.
  public var part: DistributionPart?
  /// Bevilling, profitcenter.
  public var account: Account?
  /// Fordeling: a line's own rule.
  public var rule: DistributionRule?
  /// The administrative part that a line is marked as.
  public var administration: AdministrationShare?
  /// Whether the line is paid from the innovation pool.
  public var isFromInnovationPool: Bool
  /// One figure per year of the table.
  public var figures: [Figure]
  /// The stated payback in years, in rows of kind ``TableRowKind/payback``.
  public var paybackYears: Int?
  /// For totals: the rows (by index in ``BudgetTable/rows``) whose sum the row is; written as a live formula.
  public var sumOf: [Int]
  /// The lines of the proposal that the row shows.
  public var lineIDs: [String]
  /// What a row of Fordeling or A–E rests on; `nil` in all other rows, and in rows without money.
  public var basis: RowBasis?

  /// A row; see the properties for the meaning.
  public init(
    _ kind: TableRowKind, section: LineSection? = nil, text: String, controlArea: ControlArea? = nil,
    recipient: Recipient? = nil,
    part: DistributionPart? = nil, account: Account? = nil, rule: DistributionRule? = nil,
    administration: AdministrationShare? = nil, isFromInnovationPool: Bool = false, figures: [Figure] = [],
    paybackYears: Int? = nil, sumOf: [Int] = [],
    lineIDs: [String] = [], basis: RowBasis? = nil
  ) {
    self.kind = kind
    self.section = section
    self.text = text
    self.controlArea = controlArea
    self.recipient = recipient
    self.part = part
    self.account = account
    self.rule = rule
    self.administration = administration
    self.isFromInnovationPool = isFromInnovationPool
    self.figures = figures
    self.paybackYears = paybackYears
    self.sumOf = sumOf
    self.lineIDs = lineIDs
    self.basis = basis
  }
}

/// A plain table of money by year, as the forms print it: made from a proposal, or read from a workbook.
public struct BudgetTable: Hashable, Sendable {
  /// Which table it is.
  public var kind: BudgetTableKind
  /// The short name behind `Tabel`: `1`, `2`, `A`; or `Fordeling`.
  public var code: String
  /// The caption as printed: `Tabel 2. Varige ændringer, service`.
  public var caption: String
  /// The unit of the figures in print; the figures themselves are exact øre.
  public var unit: AmountUnit
  /// The price level printed in the header, if one is.
  public var priceLevel: Int?
  /// The years of the columns.
  public var years: [Int]
  /// The rows from top to bottom.
  public var rows: [TableRow]
  /// The areas whose money stands unconverted in a table of the implemented level, because the round has no
  /// factor for them.
  public var unconverted: [ControlArea] = []
  /// Whether the rows of Fordeling and A–E are stated by departments or computed; `nil` in other tables.
  public var origin: AllocationOrigin?

  /// A table; see the properties for the meaning.
  public init(
    kind: BudgetTableKind, code: String = "", caption: String, unit: AmountUnit = .thousandKroner,
    priceLevel: Int?, years: [Int],
    rows: [TableRow] = []
  ) {
    self.kind = kind
    self.code = code
    self.caption = caption
    self.unit = unit
    self.priceLevel = priceLevel
    self.years = years
    self.rows = rows
  }
}
