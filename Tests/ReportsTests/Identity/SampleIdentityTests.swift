import Intake
import ProposalModel
import Reading
import Reports
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// The real proposals of `samples/`: the two canonical ones, and the thirteen printed ones as they are
/// imported.
private let samples = ["samples/BC08.json", "samples/DIGITAL-KONTAKT-2018.json"]
private let printed = [
  "BC04", "BC08", "BC16", "BC26", "BC30", "BC45", "BC52", "BC59", "BC61", "DIGITAL-KONTAKT-2018",
  "INNOVATION-2018", "SI01-2025",
  "TV01-2025",
].map { "samples/printed/\($0).xlsx" }

private func proposal(_ path: String) throws -> (Proposal, Round) {
  let (items, failures) = Intake().read([BuiltTool.package.appending(path: path).path])
  #expect(failures.isEmpty)
  let item = try #require(items.first)
  return (try #require(item.proposal), try #require(item.round))
}

@Suite struct `Real proposals go out and come back` {
  @Test(arguments: samples + printed)
  func `through the entry workbook they are the same`(path: String) throws {
    let (proposal, round) = try proposal(path)
    let back = try RoundTrip.throughEntryWorkbook(proposal, round)
    #expect(firstDifference(ShownByTables.entered(proposal), back.proposal) == nil)
  }

  @Test(arguments: samples + printed)
  func `through the table workbook they show the same`(path: String) throws {
    let (proposal, round) = try proposal(path)
    let back = try RoundTrip.throughTableWorkbook(proposal, round)
    try #require(back.count == 1)
    #expect(ShownByTables(proposal, round).difference(from: ShownByTables(back[0].proposal, round)) == nil)
    let read = back[0].proposal
    #expect(read.tableOneRows == proposal.tableOneRows)
    #expect(read.keptTables == proposal.keptTables)
    #expect(read.allocations.map(\.table) == proposal.allocations.map(\.table))
  }

  @Test(arguments: samples + printed, CSVLayout.allCases)
  func `through CSV files they show the same`(path: String, layout: CSVLayout) throws {
    let (proposal, round) = try proposal(path)
    let back = try RoundTrip.throughCSV(proposal, round, layout: layout)
    try #require(back.count == 1)
    let read = try #require(back[0].proposal)
    let (one, two) = (shownByCSV(proposal, round, layout), shownByCSV(read, round, layout))
    #expect(one.difference(from: two) == nil)
  }

  @Test(arguments: samples + printed)
  func `written twice they give the same bytes`(path: String) throws {
    let (proposal, round) = try proposal(path)
    #expect(
      try EntryWorkbook.bytes(round: round, proposal: proposal)
        == EntryWorkbook.bytes(round: round, proposal: proposal))
    for format in [ExportFormat.xlsx, .csv, .json] {
      #expect(
        try RoundTrip.export(proposal, round, format: format)
          == RoundTrip.export(proposal, round, format: format))
    }
  }
}
