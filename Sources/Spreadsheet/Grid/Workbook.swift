/// A workbook as a grid: sheets of cells, and the names that it gives to ranges.
public struct Workbook: Sendable {
  /// The sheets in the order of their tabs; chart sheets, which have no cells, are left out.
  public var sheets: [Sheet]
  /// What each defined name of the whole workbook stands for: `"Udvalg": "Lister!$A$1:$A$12"`. Names of a
  /// single sheet are left out.
  public var definedNames: [String: String]
  /// The day from which the file counts its dates; dates in cells are already in ISO form.
  public var dateSystem: DateSystem

  /// A workbook of `sheets`.
  public init(sheets: [Sheet], definedNames: [String: String] = [:], dateSystem: DateSystem = .from1900) {
    self.sheets = sheets
    self.definedNames = definedNames
    self.dateSystem = dateSystem
  }

  /// The sheet with exactly this name.
  public func sheet(named name: String) -> Sheet? { sheets.first { $0.name == name } }
}
