/// What is written into a cell.
public enum CellContent: Hashable, Sendable {
  /// Nothing but the style.
  case blank
  /// A number of at most 15 significant digits, which is what a spreadsheet keeps.
  case number(DecimalNumber)
  /// Text, kept as it is: text that begins with `=`, `+`, `-` or `@` never becomes a formula. Empty text is a
  /// blank cell.
  case text(String)
  /// `TRUE` or `FALSE`.
  case boolean(Bool)
  /// A day, as a number that the style's number format shows as a date (`dd-mm-yyyy` where the style has
  /// none). From 1900-03-01 to 9999-12-31.
  case date(year: Int, month: Int, day: Int)
  /// A formula with or without its leading `=`, in English with commas, and the value that it has now.
  case formula(String, value: CachedValue)
  /// Text that opens `target` when clicked.
  case link(LinkTarget, text: String)
  /// Text whose parts look different.
  case richText([TextRun])
}

/// The value of a formula at the time of writing, which programs show that do not calculate.
public enum CachedValue: Hashable, Sendable {
  /// A number of at most 15 significant digits.
  case number(DecimalNumber)
  /// Text, which may be empty.
  case text(String)
  /// `TRUE` or `FALSE`.
  case boolean(Bool)
}

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// An address that begins with `https://`, `http://` or `mailto:`.
  case url(String)
  /// A cell of the same workbook.
  case cell(CellAddress, sheet: String)
}

/// A part of a rich text.
public struct TextRun: Hashable, Sendable {
  /// The text of the part.
  public var text: String
  /// Its style, of which only the font counts; `nil` is the cell's own.
  public var style: CellStyle?

  /// `text` in the font of `style`.
  public init(_ text: String, style: CellStyle? = nil) {
    self.text = text
    self.style = style
  }
}
