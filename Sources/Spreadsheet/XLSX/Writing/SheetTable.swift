/// A range of cells that Excel treats as a table: banded rows, filter buttons, a name.
public struct SheetTable: Hashable, Sendable {
  /// One column of the table.
  public struct Column: Hashable, Sendable {
    /// Its heading, of at most 255 characters, which no other column of the table has.
    public var header: String
    /// What stands in its total row.
    public var total: Total?

    /// What stands in a total row.
    public enum Total: Hashable, Sendable {
      /// A text.
      case label(String)
      /// The sum of the column, with its present value.
      case sum(DecimalNumber)
    }

    /// A column headed `header`.
    public init(_ header: String, total: Total? = nil) {
      (self.header, self.total) = (header, total)
    }
  }

  /// Name of the table, as formulas use it: a letter, then letters, digits and `_`.
  public var name: String
  /// The columns from left to right, as many as the range has.
  public var columns: [Column]
  /// Whether the last row of the range holds totals.
  public var hasTotalRow = false
  /// Whether the header has filter buttons.
  public var hasFilter = true
  /// Number of Excel's medium table style, 1 to 28; 0 for none.
  public var style = 2

  /// A table named `name`.
  public init(_ name: String, columns: [Column]) {
    (self.name, self.columns) = (name, columns)
  }
}
