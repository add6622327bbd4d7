/// Cells of a named sheet: `'Økonomi'!$A$2:$A$9`.
public struct SheetRange: Hashable, Sendable {
  /// Name of the sheet.
  public var sheet: String
  /// The cells.
  public var range: CellRange

  /// The cells `range` of the sheet `sheet`.
  public init(_ range: CellRange, of sheet: SheetHandle) {
    self.sheet = sheet.name
    self.range = range
  }

  /// The reference as formulas write it, with absolute addresses and without `=`.
  public var reference: String {
    let (from, to) = (SheetRange.absolute(range.from), SheetRange.absolute(range.to))
    return SheetNames.quoted(sheet) + "!" + (from == to ? from : from + ":" + to)
  }

  private static func absolute(_ cell: CellAddress) -> String {
    "$\(CellAddress.letters(ofColumn: cell.column))$\(cell.row)"
  }
}

/// A chart of cells of the workbook.
public struct Chart: Hashable, Sendable {
  /// What the chart is made of.
  public enum Kind: Hashable, Sendable {
    /// Upright columns, lying bars, lines or areas.
    case column, bar, line, area
  }

  /// How the series stand to each other.
  public enum Stacking: Hashable, Sendable {
    /// Beside each other, on top of each other, or as parts of 100 per cent.
    case none, stacked, percent
  }

  /// Where the legend stands.
  public enum LegendPosition: Hashable, Sendable {
    /// At an edge of the chart, or nowhere.
    case right, left, top, bottom, none
  }

  /// One series of numbers.
  public struct Series: Hashable, Sendable {
    /// Its name in the legend.
    public var name: Name?
    /// The cells with the words or years along the axis.
    public var categories: SheetRange?
    /// The cells with the numbers.
    public var values: SheetRange
    /// Its colour; `nil` for the theme's.
    public var colour: Colour?

    /// A name as text, or the cell that holds it.
    public enum Name: Hashable, Sendable {
      /// Text that does not begin with `=`.
      case text(String)
      /// One cell.
      case cell(SheetRange)
    }

    /// The numbers in `values`.
    public init(name: Name? = nil, categories: SheetRange? = nil, values: SheetRange, colour: Colour? = nil) {
      (self.name, self.categories, self.values, self.colour) = (name, categories, values, colour)
    }
  }

  /// What the chart is made of.
  public var kind: Kind
  /// How the series stand to each other.
  public var stacking: Stacking
  /// The series, one at least.
  public var series: [Series]
  /// The heading; none without.
  public var title: String?
  /// What the categories and the numbers are, beside the axes.
  public var categoryTitle: String?, valueTitle: String?
  /// Number format of the axis of numbers.
  public var valueFormat: String?
  /// Where the legend stands.
  public var legend = LegendPosition.bottom
  /// Width and height in pixels at 96 to the inch.
  public var width = 480, height = 288
  /// What the chart shows, for people who do not see it.
  public var description: String?

  /// A chart of `series`.
  public init(_ kind: Kind, stacking: Stacking = .none, title: String? = nil, series: [Series]) {
    (self.kind, self.stacking, self.title, self.series) = (kind, stacking, title, series)
  }
}
