import Findings
import Forms
import Intake
import ProposalModel
import Reading
import Reports
import Spreadsheet
import TestSupport
import Testing

/// The files of generated proposals that hold together, in memory.
struct ValidFile {
  var proposal: Proposal
  var round: Round

  /// Number `number` of the sequence, in one of the rounds.
  init(_ number: Int) {
    let rounds = RoundLibrary.all
    round = rounds[number % rounds.count]
    var generator = ProposalGenerator(seed: UInt64(number), round: round)
    proposal = generator.next()
  }

  func tableWorkbook() throws -> EditableGrid {
    var export = TableExport()
    export.selection = try #require(TableSelection(parsing: "all"))
    return try EditableGrid(export.files(for: proposal, round: round).files[0].bytes)
  }

  func entryWorkbook() throws -> EditableGrid {
    try EditableGrid(EntryWorkbook.bytes(round: round, proposal: proposal))
  }

  /// What the checker says of a grid, but for accounts that are really blank: shares of other committees have
  /// none until one is stated.
  static func findings(_ grid: EditableGrid) -> [Finding] {
    Intake().read(grid.workbook, file: "forslag.xlsx", isText: false).flatMap(\.findings).filter {
      $0.code != .accountMissing
    }
  }
}

#if DEBUG
  private let validFiles = 60
#else
  private let validFiles = 1_000
#endif

@Suite struct `Valid files` {
  @Test func `a valid table workbook has no finding above a note`() throws {
    for number in 0..<validFiles {
      let file = ValidFile(number)
      let findings = try ValidFile.findings(file.tableWorkbook()).filter { $0.severity > .note }
      #expect(findings.map(\.line) == [], "\(number): \(file.proposal.id) of \(file.round.name)")
    }
  }

  @Test func `a valid entry workbook has no finding above a note`() throws {
    for number in 0..<validFiles {
      let file = ValidFile(number)
      let findings = try ValidFile.findings(file.entryWorkbook()).filter { $0.severity > .note }
      #expect(findings.map(\.line) == [], "\(number): \(file.proposal.id) of \(file.round.name)")
    }
  }
}
