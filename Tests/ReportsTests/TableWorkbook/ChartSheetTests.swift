import Findings
import Intake
import ProposalModel
import Reading
import Reports
import Spreadsheet
import Foundation
import TestSupport
import Testing

private func sample(_ name: String) throws -> (Proposal, Round) {
  let path = BuiltTool.package.appending(path: "samples/\(name)").path
  let item = try #require(Intake().read([path]).items.first)
  return (try #require(item.proposal), try #require(item.round))
}

@Suite struct `The table workbook is the whole proposal` {
  @Test func `the sheet Diagram marks the year in which the proposal has paid for itself`() throws {
    let (proposal, round) = try sample("BC08.json")
    let file = try #require(try RoundTrip.export(proposal, round, format: .xlsx).first)
    let sheet = try #require(try XLSXReader.read(bytes: file.bytes).sheets.first { $0.name == "Diagram" })
    func numbers(_ row: Int) -> [String] {
      sheet.rows.first { $0.number == row }?.cells.compactMap {
        if case .number(let text) = $0.value { text } else { nil }
      } ?? []
    }
    // 26.882 are covered by 4.336 and four times 5.783: in 2027, the sixth year.
    #expect(numbers(3).contains("2027"))
    let marked = zip(numbers(3), numbers(8)).filter { $0.1 != "0" }
    #expect(marked.count == 1)
    #expect(numbers(7).count == numbers(3).count)
  }

  @Test func `the follow-up is printed and read back`() throws {
    var (proposal, round) = try sample("BC08.json")
    proposal.followUps = [
      FollowUp(
        section: "Økonomi", goal: "Huslejen falder", measurement: "Regnskab", responsible: "SOF", time: "2024"
      )
    ]
    let back = try RoundTrip.throughTableWorkbook(proposal, round)
    #expect(back.first?.proposal.followUps == proposal.followUps)
  }

  @Test func `the sheet Diagram is no table of the proposal when it is read back`() throws {
    let (proposal, round) = try sample("BC08.json")
    let folder = try TemporaryFolder()
    let file = try #require(try RoundTrip.export(proposal, round, format: .xlsx).first)
    try folder.write(file.bytes, to: "tabeller.xlsx")
    let findings = Intake().read([folder.path("tabeller.xlsx")]).items.flatMap(\.findings)
    #expect(findings.filter { $0.sheet == "Diagram" }.isEmpty)
  }
}
