import Reports
import Forms
import Intake
import ProposalModel
import Reading
import Spreadsheet
import Foundation
import TestSupport
import Testing

@Suite struct StoredFiles {
  @Test(arguments: ["ofs-2024-2025", "ofs-2021-2022", "2018"])
  func `the blank workbooks in templates are those that the tool makes`(id: String) throws {
    let round = try #require(RoundLibrary.round(named: id))
    #expect(try StoredFile.isCurrent("templates/\(id).xlsx", try EntryWorkbook.bytes(round: round)))
  }

  @Test(arguments: ["BC08", "DIGITAL-KONTAKT-2018"])
  func `the samples are canonical, and their workbooks are those that the tool makes`(name: String) throws {
    let bytes = try #require(StoredFile.bytes("samples/\(name).json"))
    let (proposal, unknown) = try CanonicalJSON.decode(bytes)
    #expect(unknown == [])
    #expect(try StoredFile.isCurrent("samples/\(name).json", try CanonicalJSON.encode(proposal)))
    let round = try #require(proposal.round.flatMap { RoundLibrary.round(named: $0) })
    #expect(
      try StoredFile.isCurrent(
        "samples/\(name).xlsx", try EntryWorkbook.bytes(round: round, proposal: proposal)))
  }

  @Test(arguments: ["BC08", "DIGITAL-KONTAKT-2018"])
  func `the samples that LibreOffice has saved hold the same proposals`(name: String) throws {
    let bytes = try #require(StoredFile.bytes("samples/libreoffice/\(name).xlsx"))
    let json = try #require(StoredFile.bytes("samples/\(name).json"))
    let (proposal, _) = try CanonicalJSON.decode(json)
    let round = try #require(proposal.round.flatMap { RoundLibrary.round(named: $0) })
    #expect(
      EntryWorkbook.read(try XLSXReader.read(bytes: bytes), file: nil, round: round).proposal == proposal)
  }

  @Test(arguments: [
    "BC04", "BC08", "BC16", "BC26", "BC30", "BC45", "BC52", "BC59", "BC61", "DIGITAL-KONTAKT-2018",
    "INNOVATION-2018", "SI01-2025", "TV01-2025",
  ])
  func `the filled workbooks of all published proposals are those that the tool makes`(name: String) throws {
    let printed = BuiltTool.package.appending(path: "samples/printed/\(name).xlsx").path
    let item = try #require(Intake().read([printed]).items.first)
    let (proposal, round) = (try #require(item.proposal), try #require(item.round))
    #expect(
      try StoredFile.isCurrent(
        "samples/entry/\(name).xlsx", try EntryWorkbook.bytes(round: round, proposal: proposal)))
  }

  @Test func `the page about the entry workbook is made from the form definition`() throws {
    #expect(
      try StoredFile.isCurrent(
        "Sources/Reports/Documentation.docc/EntryWorkbookForm.md", Array(EntryFormPage.markdown.utf8)))
  }
}
