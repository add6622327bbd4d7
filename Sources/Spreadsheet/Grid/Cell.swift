/// What a cell holds, as the file stores it.
public enum CellValue: Hashable, Sendable {
  /// Nothing: a blank cell, or a formula without a cached value.
  case empty
  /// A number, as the decimal text that the file stores (`1275.0999999999999`). See ``DecimalNumber`` for its
  /// exact value.
  case number(String)
  /// Text, as a reader sees it (runs joined, escapes undone).
  case text(String)
  /// `TRUE` or `FALSE`.
  case boolean(Bool)
  /// An error value such as `#REF!`.
  case error(String)
  /// A date, or date and time, in ISO form: `2022-01-14` or `2022-01-14T08:30:00`.
  case date(String)
}

/// One cell with its place.
public struct Cell: Hashable, Sendable {
  /// Where the cell stands.
  public var address: CellAddress
  /// The value, or the cached value of a formula.
  public var value: CellValue
  /// The formula without its leading `=`, where the file stores one.
  public var formula: String?
  /// Whether the cell's row, column or sheet is hidden.
  public var isHidden: Bool
  /// What a person sees of the cell besides its value.
  public var display: CellDisplay

  /// A cell at `address`.
  public init(
    address: CellAddress, value: CellValue, formula: String? = nil, isHidden: Bool = false,
    display: CellDisplay = .plain
  ) {
    self.address = address
    self.display = display
    self.value = value
    self.formula = formula
    self.isHidden = isHidden
  }
}
