/// The tables that say how a proposal's money is allocated to committees.
public enum AllocationTableKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Fordeling af varige ændringer mellem udvalg: Besparelse and Omkostninger per committee and unit.
  case distribution = "Fordeling"
  /// Fordeling af anlægsinvesteringer in the older form, numbered among the other tables: the division that
  /// Tabel D follows.
  case capitalDistribution = "Fordeling af anlægsinvesteringer"
  /// Fordeling af serviceinvesteringer in the older form: the division that Tabel E follows.
  case serviceDistribution = "Fordeling af serviceinvesteringer"
  /// Måltalseffekt, if adopted: the permanent change in Service that counts towards the savings target.
  case targetEffect = "A"
  /// Bevillingsmæssig effekt, if adopted: the permanent change in all control areas.
  case budgetEffect = "B"
  /// Bevillingsmæssig effekt, if not adopted: stated, or lines marked `hvis ikke indarbejdes`; never computed
  /// from other lines.
  case budgetEffectIfNotAdopted = "C"
  /// Fordeling af anlægsinvesteringer: implementation costs in Anlæg.
  case capitalInvestment = "D"
  /// Fordeling af serviceinvesteringer: implementation costs in Service.
  case serviceInvestment = "E"

  /// Whether the table only says how money is divided, so that A, B, D or E follows it.
  public var isDivision: Bool { rawValue.count > 1 }

  /// Whether the table shows implementation costs.
  public var isInvestment: Bool {
    switch self {
    case .capitalDistribution, .serviceDistribution, .capitalInvestment, .serviceInvestment: true
    case .distribution, .targetEffect, .budgetEffect, .budgetEffectIfNotAdopted: false
    }
  }
}

/// Besparelse or Omkostninger, the two rows of each committee in the Fordeling table.
public enum DistributionPart: String, Hashable, Sendable, Codable, CaseIterable {
  /// Savings and extra income: the negative lines.
  case saving = "Besparelse"
  /// Permanent running costs and lost income: the positive lines.
  case cost = "Omkostninger"
}

/// How the rows of an allocation table came about.
public enum AllocationOrigin: String, Hashable, Sendable, Codable, CaseIterable {
  /// Departments have filled them in.
  case stated
  /// Computed from lines and rules, exported and read back without the lines that they came from.
  case computed
}

/// One row of an allocation table that a department has filled in itself.
public struct AllocationRow: Hashable, Sendable, Codable {
  /// The committee or unit.
  public var recipient: Recipient
  /// Besparelse or Omkostninger, in the Fordeling table.
  public var part: DistributionPart?
  /// Bevilling and profit centre.
  public var account: Account?
  /// Styringsområde, where the table has the column.
  public var controlArea: ControlArea?
  /// One figure per year of the proposal.
  public var figures: [Figure]

  /// A stated row.
  public init(
    recipient: Recipient, part: DistributionPart? = nil, account: Account? = nil,
    controlArea: ControlArea? = nil, figures: [Figure]
  ) {
    self.recipient = recipient
    self.part = part
    self.account = account
    self.controlArea = controlArea
    self.figures = figures
  }

  /// Whether the row holds a printed figure or an account.
  public var isFilled: Bool { account != nil || figures.contains { $0 != .blank } }
}

/// A printed total of an allocation table that is not the sum of its rows; it is kept, and never booked.
public struct StatedTotal: Hashable, Sendable, Codable {
  /// Besparelse or Omkostninger, in the Fordeling table.
  public var part: DistributionPart?
  /// One figure per year of the proposal, as printed.
  public var figures: [Figure]

  /// The total of a part, or of the whole table.
  public init(part: DistributionPart? = nil, figures: [Figure]) {
    self.part = part
    self.figures = figures
  }
}

/// An allocation table as departments have stated it. It wins over what lines and rules give, and every
/// difference is a finding.
public struct StatedAllocation: Hashable, Sendable {
  /// Which table.
  public var table: AllocationTableKind
  /// Whether departments have stated the rows, or they were computed.
  public var origin: AllocationOrigin
  /// The control area that the caption of a Fordeling names; `nil` means that of the lines it divides.
  public var controlArea: ControlArea?
  /// The price level printed over it, where one is.
  public var priceLevel: Int?
  /// The rows that hold money or an account, in the order of the table.
  public var rows: [AllocationRow]
  /// The printed totals that are not the sum of the rows: seven shares of −39 under −270.
  public var totals: [StatedTotal]

  /// A stated table.
  public init(
    table: AllocationTableKind, origin: AllocationOrigin = .stated, controlArea: ControlArea? = nil,
    priceLevel: Int? = nil, rows: [AllocationRow], totals: [StatedTotal] = []
  ) {
    self.table = table
    self.origin = origin
    self.controlArea = controlArea
    self.priceLevel = priceLevel
    self.rows = rows
    self.totals = totals
  }

  /// Whether any row holds a printed figure or an account.
  public var isFilled: Bool { rows.contains(where: \.isFilled) }
}

extension StatedAllocation: Codable {
  private enum CodingKeys: String, CodingKey {
    case controlArea, origin, priceLevel, rows, table, totals
  }

  /// Reads a table; one without an origin, as the first version of the schema has it, is stated.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      table: try container.decode(AllocationTableKind.self, forKey: .table),
      origin: try container.decodeIfPresent(AllocationOrigin.self, forKey: .origin) ?? .stated,
      controlArea: try container.decodeIfPresent(ControlArea.self, forKey: .controlArea),
      priceLevel: try container.decodeIfPresent(Int.self, forKey: .priceLevel),
      rows: try container.decode([AllocationRow].self, forKey: .rows),
      totals: try container.decodeIfPresent([StatedTotal].self, forKey: .totals) ?? [])
  }
}
