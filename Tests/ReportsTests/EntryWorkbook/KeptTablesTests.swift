@testable import Forms
import Findings
import Intake
import ProposalModel
import Reading
import Reports
import Spreadsheet
import Foundation
import TestSupport
import Testing

private func printed(_ name: String) throws -> (Proposal, Round) {
  let path = BuiltTool.package.appending(path: "samples/printed/\(name).xlsx").path
  let item = try #require(Intake().read([path]).items.first)
  return (try #require(item.proposal), try #require(item.round))
}

/// The findings on the filled workbook of a proposal.
private func findings(_ proposal: Proposal, _ round: Round) throws -> [Finding] {
  let folder = try TemporaryFolder()
  try folder.write(try EntryWorkbook.bytes(round: round, proposal: proposal), to: "forslag.xlsx")
  return Intake().read([folder.path("forslag.xlsx")]).items.flatMap(\.findings)
}

@Suite struct `The entry workbook keeps what is printed beside the lines` {
  @Test func `the tables of deliveries have sheets of their own and come back`() throws {
    let (proposal, round) = try printed("DIGITAL-KONTAKT-2018")
    let book = try XLSXReader.read(bytes: try EntryWorkbook.bytes(round: round, proposal: proposal))
    let names = Set(book.sheets.map(\.name))
    #expect(
      names.isSuperset(of: [
        "Leverance 1", "Leverance 2", "Leverance 3", "Leverance 4", "Ændringer pr. leverance",
        "Investeringer pr. leverance",
      ]))
    let back = try RoundTrip.throughEntryWorkbook(proposal, round).proposal
    #expect(back?.keptTables == proposal.keptTables)
  }

  @Test func `subtotals, heraf and the stated target come back in their places`() throws {
    let (proposal, round) = try printed("SI01-2025")
    let back = try RoundTrip.throughEntryWorkbook(proposal, round).proposal
    #expect(back?.tableOneRows == proposal.tableOneRows)
    #expect(back?.statedTarget?.text == "Heraf nettoeffektivisering*")
  }

  @Test func `a printed total that is no sum comes back, and is found again`() throws {
    let (proposal, round) = try printed("BC61")
    #expect(
      try RoundTrip.throughEntryWorkbook(proposal, round).proposal?.tableOneRows == proposal.tableOneRows)
    let told = try findings(proposal, round).filter { $0.sheet == "Delsummer" }
    #expect(told.map(\.code) == [.totalDiffers])
  }

  @Test func `money that stands only in the table of a delivery is told`() throws {
    var (proposal, round) = try printed("DIGITAL-KONTAKT-2018")
    #expect(try findings(proposal, round).filter { $0.code == .tablesDiffer }.isEmpty)
    let row = try #require(proposal.keptTables[0].rows.firstIndex { $0.kind == .line })
    proposal.keptTables[0].rows[row].figures[1] = .amount(Amount(oere: 90_000_000))
    #expect(try findings(proposal, round).contains { $0.code == .tablesDiffer })
  }

  @Test func `an administration table that is larger than the change in service is told`() throws {
    let (proposal, round) = try printed("BC16")
    #expect(
      try findings(proposal, round).contains {
        $0.code == .administrationGross && $0.sheet == "Administration"
      })
  }
}
