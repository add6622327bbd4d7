public import Intake
package import Spreadsheet

/// The sheets of the files of a check, for drawing them in a report.
public struct ReportSheets: Sendable {
  private var workbooks: [String: Workbook] = [:]

  /// No sheets: a report without drawings.
  public init() {}

  /// The cells of the workbooks and CSV files among `files`, whose bytes `read` has. What cannot be drawn, such as
  /// JSON or standard input, is left out.
  public init(_ files: [String], from read: ReadFiles = ReadFiles()) {
    for file in files where workbooks[file] == nil && file != "-" {
      workbooks[file] = ReportSheets.workbook(file, read)
    }
  }

  private static func workbook(_ file: String, _ read: ReadFiles) -> Workbook? {
    guard let bytes = try? read.bytes(of: file) else { return nil }
    switch FileContent(bytes, name: file) {
    case .workbook: return try? Grids.workbook(bytes, file: file)
    case .csv: return try? Grids.csv(bytes, file: file, sheet: "").workbook
    case .json: return nil
    }
  }

  /// The sheet that a finding speaks of; the only one of a CSV file.
  package func sheet(_ name: String?, of file: String?) -> Sheet? {
    guard let workbook = file.flatMap({ workbooks[$0] }) else { return nil }
    guard let name else { return workbook.sheets.count == 1 ? workbook.sheets.first : nil }
    return workbook.sheets.first { $0.name == name }
  }
}
