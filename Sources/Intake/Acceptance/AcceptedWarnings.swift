public import Findings
import Forms
public import Output
import ProposalModel
import Reading
import Spreadsheet

/// The warnings that are accepted by a file of their own, XLSX, ODS or CSV with the columns `Forslagsnummer`,
/// `Kode`, `Sted`, `Begrundelse`, `Hvem` and `Dato`.
public struct AcceptedWarnings: Sendable {
  private let list: AcceptanceList
  /// What is unusual in the file itself.
  private let findings: [Finding]

  /// Reads the list `file`.
  public init(file: String) throws(FileFailure) {
    let bytes = try InputFiles.read(file)
    var isText = false
    var found: [Finding] = []
    let workbook: Workbook
    if case .workbook = FileContent(bytes, name: file) {
      workbook = try Grids.workbook(bytes, file: file)
    } else {
      isText = true
      (workbook, found) = try Grids.csv(bytes, file: file, sheet: "")
    }
    guard let list = AcceptanceList(list: workbook, file: file, isText: isText) else {
      throw FileFailure(
        file: file, status: .unreadable,
        message: "Filen har ingen overskrifter som en liste over accepterede advarsler. "
          + "Skriv \(AcceptanceSheet.columns.map(\.header).joined(separator: ", ")) over kolonnerne.")
    }
    self.list = list
    findings = found
  }

  /// Marks the accepted warnings of a run; gives what is to be told of the list.
  public func accept(in outcomes: inout [ProposalRun.Outcome]) -> [Finding] {
    var groups = outcomes.map { AcceptanceList.Group(number: $0.id, findings: $0.findings) }
    let told = list.accept(in: &groups)
    for index in outcomes.indices { outcomes[index].findings = groups[index].findings }
    return findings + told
  }
}
