import Findings
import Forms
public import Output
public import ProposalModel
import Reading
import Spreadsheet

extension Intake {
  /// The distribution keys of a file: an entry workbook's sheet `Fordelingsnøgler`, a workbook or CSV file
  /// with nothing but that sheet, or a proposal.
  ///
  /// A file without any key, or with one that could not be read whole, is a failure: a share by half a key
  /// would be wrong in silence.
  public func keys(in file: String) throws(FileFailure) -> [DistributionKey] {
    let bytes = try InputFiles.read(file)
    let (keys, findings) = try read(keysIn: bytes, file: file)
    if let trouble = findings.first(where: { $0.severity == .error && $0.code.blocksWriting }) {
      throw FileFailure(file: file, status: .findings, message: trouble.line)
    }
    guard !keys.isEmpty else {
      throw FileFailure(
        file: file, status: .unreadable,
        message:
          "Filen rummer ingen fordelingsnøgler. Skriv »Udvalg« over udvalgene og nøglernes navne i kolonnerne ved siden af."
      )
    }
    return keys
  }

  private func read(keysIn bytes: [UInt8], file: String) throws(FileFailure) -> ([DistributionKey], [Finding])
  {
    let workbook: Workbook
    let isText: Bool
    switch FileContent(bytes, name: file) {
    case .json:
      let item = try readJSON(bytes, file: file)
      return (item.proposal?.keys ?? [], item.findings)
    case .workbook: (workbook, isText) = (try Grids.workbook(bytes, file: file), false)
    case .csv:
      (workbook, isText) = (
        try Grids.csv(bytes, file: file, sheet: EntrySheet.keys.rawValue, keepsText: true).workbook, true
      )
    }
    return EntryWorkbook.keys(workbook, file: file, round: round, isText: isText)
  }
}
