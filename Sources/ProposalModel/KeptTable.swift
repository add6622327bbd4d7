/// What a row is that is kept as it was printed, although nothing is computed from it.
public enum KeptRowKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A heading over the rows that follow: `Varige ændringer`.
  case heading
  /// Money of the lines, seen again.
  case line
  /// A sum of the lines of one control area: `Samlet varig ændring, service`.
  case subtotal
  /// The sum of a section or of the table.
  case total
  /// `Heraf …` and other rows that show some of the money again.
  case memo
  /// The stated måltalseffekt: `Heraf nettoeffektivisering`, what counts towards the savings target.
  case target
}

/// A row that is kept as it was printed: the same money seen again, never added.
public struct KeptRow: Hashable, Sendable, Codable {
  /// Heading, line, subtotal, memo …
  public var kind: KeptRowKind
  /// The section it stands in, in Tabel 1 and the tables of deliveries.
  public var section: LineSection?
  /// The text, as printed.
  public var text: String
  /// Styringsområde, as far as it is printed.
  public var controlArea: ControlArea?
  /// Bevilling and profit centre.
  public var account: Account?
  /// One figure per year, as printed; none in a heading.
  public var figures: [Figure]

  /// A row; see the properties for the meaning.
  public init(
    _ kind: KeptRowKind, section: LineSection? = nil, text: String, controlArea: ControlArea? = nil,
    account: Account? = nil, figures: [Figure] = []
  ) {
    self.kind = kind
    self.section = section
    self.text = text
    self.controlArea = controlArea
    self.account = account
    self.figures = figures
  }
}

/// A subtotal, memo or target of Tabel 1, with its place among the lines of its section.
public struct TableOneRow: Hashable, Sendable, Codable {
  /// The row; its figures have the years of the proposal.
  public var row: KeptRow
  /// How many rows of lines of its section stand above it.
  public var linesAbove: Int
  /// Whether it stands below the section's total.
  public var isBelowTotal: Bool

  /// `row` below `linesAbove` rows of its section.
  public init(_ row: KeptRow, linesAbove: Int, isBelowTotal: Bool = false) {
    self.row = row
    self.linesAbove = linesAbove
    self.isBelowTotal = isBelowTotal
  }
}

/// Which table is kept as it was printed.
public enum KeptTableKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Varige ændringer, administration, in either form: hovedkonto 6/6.45 and other, or inside and outside the
  /// target.
  case administration
  /// The small economy table of one delivery (Leverance).
  case delivery
  /// Varige ændringer, with the deliveries as lines.
  case permanentByDelivery
  /// Investeringer, with the deliveries as lines.
  case investmentByDelivery
}

/// A table that is kept as it was printed, although nothing is computed from it. What was printed comes out
/// again: the department finds its own table in what it gets back.
public struct KeptTable: Hashable, Sendable, Codable {
  /// Which table.
  public var kind: KeptTableKind
  /// The control area that its caption names.
  public var controlArea: ControlArea?
  /// The words of the caption behind its number: `Varige ændringer, administration`.
  public var caption: String
  /// The price level printed over it, where one is.
  public var priceLevel: Int?
  /// The years of its columns.
  public var years: [Int]
  /// The rows from top to bottom.
  public var rows: [KeptRow]

  /// A table; see the properties for the meaning.
  public init(
    _ kind: KeptTableKind, controlArea: ControlArea? = nil, caption: String, priceLevel: Int? = nil,
    years: [Int], rows: [KeptRow]
  ) {
    self.kind = kind
    self.controlArea = controlArea
    self.caption = caption
    self.priceLevel = priceLevel
    self.years = years
    self.rows = rows
  }
}

extension Proposal {
  /// The stated måltalseffekt of Tabel 1, if there is one: what Tabel A shows where no Tabel A is stated.
  ///
  /// SI01 of 2025 changes Service by −21.100 and states `Heraf nettoeffektivisering` −20.500.
  public var statedTarget: KeptRow? {
    tableOneRows.map(\.row).first { row in
      row.kind == .target && row.figures.contains { if case .amount = $0 { true } else { false } }
    }
  }
}
