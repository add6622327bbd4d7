package import Spreadsheet

/// Sheets that fordel itself adds to workbooks; they hold nothing to read.
package enum OwnSheets {
  /// The sheet that shows how computed tables came about.
  package static let calculation = "Beregning"
  /// The text of its cell A1, by which it is known when the workbook is read back.
  package static let calculationCaption = "Beregning af fordelingen"
  /// The sheet with the charts of a proposal.
  package static let charts = "Diagram"
  /// The text of its cell A1.
  package static let chartsCaption = "Diagrammer over forslagets økonomi"
  /// The first sheet of an annotated copy: what is wrong.
  package static let findings = "Fejl og mangler"

  /// Whether a sheet is the calculation or the charts, which only show again what stands in the tables.
  package static func isCalculation(_ sheet: Sheet) -> Bool {
    guard case .text(let text)? = sheet[CellAddress(row: 1, column: 1)]?.value else { return false }
    return text == calculationCaption || text == chartsCaption
  }

  /// Whether a sheet of this name is the list of findings of an annotated copy.
  package static func isFindingList(_ name: String) -> Bool {
    CellText.trim(name).lowercased() == findings.lowercased()
  }
}
