/// The form a proposal is written on.
public enum ProposalKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Investeringsforslag: spend first, save for ever after.
  case investment = "Investeringsforslag"
  /// Innovationsforslag: one year's cost, no saving.
  case innovation = "Innovationsforslag"
  /// Tværgående effektiviseringsforslag: touches several committees, printed by committee.
  case crossCutting = "Tværgående effektiviseringsforslag"
}

/// The payback times a proposal states, in years.
public struct StatedPayback: Hashable, Sendable, Codable {
  /// Tilbagebetalingstid, service; `nil` if blank.
  public var service: Int?
  /// Tilbagebetalingstid, total; `nil` if blank.
  public var total: Int?

  /// The two stated times.
  public init(service: Int? = nil, total: Int? = nil) {
    self.service = service
    self.total = total
  }
}

/// One hearing (Høring).
public struct Hearing: Hashable, Sendable, Codable {
  /// Who was heard: `HR-kredsen`.
  public var body: String
  /// Ja, Nej or Ikke relevant, as written.
  public var answer: String?
  /// When, as written; free form.
  public var date: String?
  /// A remark.
  public var remark: String?

  /// A hearing of `body`.
  public init(body: String, answer: String? = nil, date: String? = nil, remark: String? = nil) {
    self.body = body
    self.answer = answer
    self.date = date
    self.remark = remark
  }
}

/// One row of the follow-up table (Opfølgning).
public struct FollowUp: Hashable, Sendable, Codable {
  /// The band it stands in.
  public var section: String?
  /// What is to be reached.
  public var goal: String?
  /// How it is measured.
  public var measurement: String?
  /// Who answers for it.
  public var responsible: String?
  /// When.
  public var time: String?

  /// A row of the follow-up table.
  public init(
    section: String? = nil, goal: String? = nil, measurement: String? = nil, responsible: String? = nil,
    time: String? = nil
  ) {
    self.section = section
    self.goal = goal
    self.measurement = measurement
    self.responsible = responsible
    self.time = time
  }
}

/// A proposal (forslag): the canonical model that every form and table is converted from and to.
public struct Proposal: Hashable, Sendable {
  /// Forslagsnummer: `BC08`.
  public var id: String
  /// Titel.
  public var title: String
  /// The form it is written on.
  public var kind: ProposalKind
  /// Runde, by name: `OFS 2021-2022`.
  public var round: String?
  /// Fremstillende forvaltning: the committee (short name) whose administration presents it.
  public var presenting: String?
  /// Berørte forvaltninger: the committees (short names) ticked as affected.
  public var affected: [String]
  /// Finansiering.
  public var funding: String?
  /// P/l: the price level the amounts are written in.
  public var priceLevel: Int?
  /// Udmøntes i p/l: the price level in which the proposal is carried out.
  public var implementedPriceLevel: Int?
  /// The stated payback times.
  public var payback: StatedPayback
  /// Risiko, as written.
  public var risk: String?
  /// Fordeling: the rule of lines that have none.
  public var rule: DistributionRule?
  /// Tværgående: marked `*` in the overview.
  public var isCrossCutting: Bool
  /// Fortroligt: marked `**` in the overview.
  public var isConfidential: Bool
  /// Which version of the proposal this is: a number or a date, as the form's field `Version` says.
  public var version: String?
  /// Udspringer af innovationsforslag: the proposal it grew out of.
  public var originInnovation: String?
  /// The committee (0 is the first in the round's order) at which ties of rounding start; `nil` means the
  /// default of the round.
  public var tieStart: Int?
  /// The years of the money columns, rising.
  public var years: [Int]
  /// The lines.
  public var lines: [Line]
  /// The allocation tables that departments have stated.
  public var allocations: [StatedAllocation]
  /// The subtotals per control area, memos and stated target of Tabel 1, in printed order.
  public var tableOneRows: [TableOneRow]
  /// The administration table, the deliveries' own tables and the tables by delivery, as printed.
  public var keptTables: [KeptTable]
  /// Distribution keys of the proposal's own.
  public var keys: [DistributionKey]
  /// Opfølgning.
  public var followUps: [FollowUp]
  /// Høring.
  public var hearings: [Hearing]

  /// The largest number of lines a proposal may have; with ``Amount/ceiling`` it keeps every sum within 64
  /// bits.
  public static let maximumLines = 4_000

  /// A proposal with nothing but its number, title and years.
  public init(id: String, title: String, kind: ProposalKind = .investment, years: [Int]) {
    self.id = id
    self.title = title
    self.kind = kind
    affected = []
    payback = StatedPayback()
    isCrossCutting = false
    isConfidential = false
    self.years = years
    lines = []
    allocations = []
    tableOneRows = []
    keptTables = []
    keys = []
    followUps = []
    hearings = []
  }

  /// The unit in which workbooks and CSV files show the amounts: 1.000 kr., or kr. if any amount is finer
  /// than two decimals of 1.000 kr.
  public var displayUnit: AmountUnit {
    let figures =
      lines.flatMap(\.figures) + allocations.flatMap { $0.rows.flatMap(\.figures) }
      + tableOneRows.flatMap(\.row.figures) + keptTables.flatMap { $0.rows.flatMap(\.figures) }
    return figures.allSatisfy { $0.amount.fits(.thousandKroner) } ? .thousandKroner : .kroner
  }

  /// The lines of a section that count if the proposal is adopted.
  public func lines(in section: LineSection) -> [Line] {
    lines.filter { $0.section == section && $0.condition == .ifAdopted }
  }

  /// The stated table of a kind, if one is filled in.
  public func stated(_ table: AllocationTableKind) -> StatedAllocation? {
    allocations.first { $0.table == table && $0.isFilled }
  }
}
