/// Which part of a proposal a line belongs to (Afsnit).
public enum LineSection: String, Hashable, Sendable, Codable, CaseIterable {
  /// Varig ændring: goes on for ever from its last year.
  case permanent = "Varig ændring"
  /// Implementeringsomkostning: the investment, paid from the pool.
  case implementation = "Implementering"
  /// An internal loan and its repayments; in no total.
  case loan = "Lån"
}

/// In which case a line's money comes about (Gælder).
public enum LineCondition: String, Hashable, Sendable, Codable, CaseIterable {
  /// If the proposal is adopted.
  case ifAdopted = "hvis indarbejdes"
  /// If it is not: such a line is in Tabel C only, in no other table, total, payback or overview.
  case ifNotAdopted = "hvis ikke indarbejdes"
  /// A row of a detail table that no line of Tabel 1 carries: kept and reported, never added.
  case notCounted = "ikke medregnet"
}

/// The administrative part of the permanent service change (Administration).
public enum AdministrationShare: String, Hashable, Sendable, Codable, CaseIterable {
  /// Pay on hovedkonto 6 and other administrative spending on hovedfunktion 6.45.
  case mainAccountSix = "hovedkonto 6/6.45"
  /// Other administrative spending.
  case other = "øvrig"
}

/// Where a control area comes from that is not written on its line.
public enum ControlAreaSource: String, Hashable, Sendable, Codable, CaseIterable {
  /// The detail table that carries the line: the sums use it, and it is an error until the line says it.
  case detailTable = "detailtabel"
}

/// One figure of a line's calculation basis, kept as it was written: `Årsværk` `0,5`.
public struct BasisEntry: Hashable, Sendable, Codable {
  /// The column's header.
  public var label: String
  /// The cell's text.
  public var text: String

  /// `text` under `label`.
  public init(label: String, text: String) {
    self.label = label
    self.text = text
  }
}

/// One line of a proposal: money of one kind, by year.
public struct Line: Hashable, Sendable, Codable {
  /// The line's lasting name within the proposal; links tables, versions and corrections.
  public var id: String
  /// Permanent change, implementation cost or loan.
  public var section: LineSection
  /// The text of the line in its detail table.
  public var text: String
  /// Post i Tabel 1: lines with the same section, area and text here are one line of Tabel 1; `nil` means the
  /// line's own text.
  public var tableOneItem: String?
  /// Leverance: the delivery the line belongs to.
  public var delivery: String?
  /// Styringsområde; `nil` where none is written and none follows from the total.
  public var controlArea: ControlArea?
  /// Where the control area comes from; `nil` where it is written on the line or its section's total.
  public var controlAreaSource: ControlAreaSource?
  /// Udvalg, by short name. With a rule of its own, the rule shares the money and this says only whose
  /// account it is.
  public var committee: String?
  /// Enhed under the committee.
  public var unit: String?
  /// Bevilling and profit centres.
  public var account: Account?
  /// Fordeling: the line's own rule, which wins over the proposal's.
  public var rule: DistributionRule?
  /// Gælder.
  public var condition: LineCondition
  /// The administrative part it belongs to.
  public var administration: AdministrationShare?
  /// Whether the line is paid from the innovation pool (Innovationspulje, an X).
  public var innovationPool: Bool
  /// One figure per year of the proposal, in the order of ``Proposal/years``.
  public var figures: [Figure]
  /// The calculation basis, in the order of its columns.
  public var basis: [BasisEntry]

  /// A line; see the properties for the meaning.
  public init(
    id: String, section: LineSection, text: String, tableOneItem: String? = nil, delivery: String? = nil,
    controlArea: ControlArea? = nil,
    committee: String? = nil, unit: String? = nil, account: Account? = nil, rule: DistributionRule? = nil,
    condition: LineCondition = .ifAdopted, administration: AdministrationShare? = nil,
    innovationPool: Bool = false, figures: [Figure],
    basis: [BasisEntry] = []
  ) {
    self.id = id
    self.section = section
    self.text = text
    self.tableOneItem = tableOneItem
    self.delivery = delivery
    self.controlArea = controlArea
    self.committee = committee
    self.unit = unit
    self.account = account
    self.rule = rule
    self.condition = condition
    self.administration = administration
    self.innovationPool = innovationPool
    self.figures = figures
    self.basis = basis
  }

  /// The text under which Tabel 1 shows the line.
  public var tableOneText: String { tableOneItem ?? text }

  /// The sum over the years.
  public var total: Amount { figures.sum() }
}
