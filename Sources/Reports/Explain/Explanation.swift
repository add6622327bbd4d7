public import Distribution
public import ProposalModel

/// How the numbers in one place of a table came about: all cells that a row's name and a year point to.
public struct Explanation: Hashable, Sendable, Encodable {
  /// Forslagsnummer.
  public var proposal: String
  /// Titel.
  public var title: String
  /// The file the proposal was read from.
  public var file: String
  /// The short name of the table: `A`.
  public var table: String
  /// Its caption as printed.
  public var caption: String
  /// The year of the column.
  public var year: Int
  /// The unit of the table: `1.000 kr.`; amounts themselves are in øre.
  public var unit: AmountUnit
  /// The price level of the table.
  public var priceLevel: Int?
  /// The policy that was asked for.
  public var rounding: RoundingPolicy
  /// The cells, from top to bottom.
  public var cells: [ExplainedCell]
}

/// One cell of a table with everything it rests on.
public struct ExplainedCell: Hashable, Sendable, Encodable {
  /// Where a cell's number comes from.
  public enum Origin: String, Hashable, Sendable, Codable {
    /// It is the sum of lines of the proposal, or one line's own amount.
    case lines
    /// It is the sum of other rows of the table.
    case rows
    /// It is the rounded share of a committee or unit in the lines.
    case computed
    /// It is what rounding, or a rule that cannot be carried out, leaves over.
    case difference
    /// Departments have stated it.
    case stated
    /// Departments have stated it in another price level; it is converted and rounded.
    case converted
    /// It is the stated måltalseffekt of Tabel 1, or what of it no committee has.
    case target
    /// A payback time: stated, and compared with the figures.
    case payback
    /// It stands like that in the proposal, and is not the sum of its lines.
    case printed
    /// Nothing leads to the cell: it is empty.
    case nothing
  }

  /// The row as printed, with account, control area and part where they tell it from others.
  public var row: String
  /// Where the number comes from.
  public var origin: Origin
  /// The number as it stands in the table.
  public var figure: Figure
  /// The lines of the proposal behind it.
  public var lines: [ExplainedLine] = []
  /// The rows that were added.
  public var terms: [ExplainedTerm] = []
  /// The shares that the cell shows; Fordeling shows several accounts of a committee in one cell.
  public var shares: [ExplainedShare] = []
  /// The year's totals behind a share, a difference or a total row, one per control area and section.
  public var totals: [ExplainedTotal] = []
  /// The cells in which departments have stated the number.
  public var stated: [ExplainedSource] = []
  /// What lines and rules would give where a number is stated.
  public var computed: ExplainedShare.Sum?
  /// The conversions between price levels that took part.
  public var conversions: [ExplainedConversion] = []
  /// The payback time of a payback row.
  public var payback: ExplainedPayback?
}

/// A line of the proposal behind a cell.
public struct ExplainedLine: Hashable, Sendable, Encodable {
  /// The line's id.
  public var line: String
  /// Its text.
  public var text: String
  /// Its figure in the year.
  public var figure: Figure
  /// The cell it was read from.
  public var place: ExplainedPlace?
  /// The rule that shares it, as a Fordeling cell writes it.
  public var rule: String?
  /// Why that rule holds.
  public var ruleSource: RuleSource?
  /// The cell that says so.
  public var rulePlace: ExplainedPlace?
}

/// A row that was added.
public struct ExplainedTerm: Hashable, Sendable, Encodable {
  /// The row as printed.
  public var row: String
  /// Its figure.
  public var figure: Figure
}

/// A rounded share and, in Fordeling, its two parts.
public struct ExplainedShare: Hashable, Sendable, Encodable {
  /// An exact and a rounded number of booking units.
  public struct Sum: Hashable, Sendable, Encodable {
    /// The exact number.
    public var exact: Fraction
    /// The rounded number.
    public var rounded: Int64
    /// The booking unit in kroner.
    public var bookingUnit: Int64
  }

  /// How the share came about.
  public var derivation: ShareDerivation
  /// Besparelse, in booking units.
  public var saving: Int64?
  /// Omkostninger, in booking units.
  public var cost: Int64?
}

/// The year's total of a block of lines.
public struct ExplainedTotal: Hashable, Sendable, Encodable {
  /// Styringsområde.
  public var controlArea: ControlArea
  /// Permanent change or implementation cost.
  public var section: LineSection
  /// How the total came about.
  public var derivation: TotalDerivation
}

/// A cell in which somebody has stated a number.
public struct ExplainedSource: Hashable, Sendable, Encodable {
  /// The row, counted from 1 among the filled rows of the stated table.
  public var row: Int
  /// The figure as stated.
  public var figure: Figure
  /// The cell.
  public var place: ExplainedPlace?
}

/// A conversion between price levels.
public struct ExplainedConversion: Hashable, Sendable, Encodable {
  /// Styringsområde.
  public var controlArea: ControlArea
  /// The level converted from.
  public var from: Int
  /// The level converted to.
  public var to: Int
  /// The factor, `0,9797`; `nil` where the round has none and nothing was converted.
  public var factor: String?
  /// Where the factor comes from.
  public var source: String?
}

/// A stated payback time and what follows from the figures.
public struct ExplainedPayback: Hashable, Sendable, Encodable {
  /// The stated years.
  public var stated: Int?
  /// The cell that states them.
  public var place: ExplainedPlace?
  /// Years until the permanent change has covered the costs of the whole period.
  public var covered: Int?
  /// Years until the cumulative effect is zero or less, the other definition in use.
  public var cumulative: Int?
  /// The implementation costs of all years.
  public var investment: Amount
  /// The sum of the permanent changes up to each year of the proposal.
  public var permanent: [Amount]
}

/// A place in a file.
public struct ExplainedPlace: Hashable, Sendable, Encodable, CustomStringConvertible {
  /// The sheet; `nil` in CSV.
  public var sheet: String?
  /// The cell: `F12`.
  public var cell: String

  /// `Økonomi!F12`
  public var description: String { (sheet.map { $0 + "!" } ?? "") + cell }

  /// The place, if it names a cell.
  init?(_ place: Place?) {
    guard let place, let cell = place.cell else { return nil }
    sheet = place.sheet
    self.cell = cell
  }
}
