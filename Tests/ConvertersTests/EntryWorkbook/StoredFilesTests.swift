import Converters
import Foundation
import ProposalModel
import Spreadsheet
import Testing

/// Files that are kept in the repository and made by the tool. With `FORDEL_RECORD=1` in the environment they
/// are written anew, and the test fails once.
enum StoredFile {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appending(path: path))).map { [UInt8]($0) }
  }

  static func expect(_ path: String, is made: [UInt8], _ location: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["FORDEL_RECORD"] != nil, bytes(path) != made {
      try Data(made).write(to: root.appending(path: path))
      Issue.record("recorded \(path)", sourceLocation: location)
    }
    let isSame = bytes(path) == made
    #expect(
      isSame, "\(path) is stale: run the tests with FORDEL_RECORD=1 and read the difference",
      sourceLocation: location)
  }
}

@Suite struct StoredFiles {
  @Test(arguments: ["ofs-2024-2025", "ofs-2021-2022", "2018"])
  func `the blank workbooks in templates are those that the tool makes`(id: String) throws {
    let round = try #require(RoundLibrary.round(named: id))
    try StoredFile.expect("templates/\(id).xlsx", is: try EntryWorkbook.bytes(round: round))
  }

  @Test(arguments: ["BC08", "DIGITAL-KONTAKT-2018"])
  func `the samples are canonical, and their workbooks are those that the tool makes`(name: String) throws {
    let bytes = try #require(StoredFile.bytes("samples/\(name).json"))
    let (proposal, unknown) = try CanonicalJSON.decode(bytes)
    #expect(unknown == [])
    try StoredFile.expect("samples/\(name).json", is: try CanonicalJSON.encode(proposal))
    let round = try #require(proposal.round.flatMap { RoundLibrary.round(named: $0) })
    try StoredFile.expect(
      "samples/\(name).xlsx", is: try EntryWorkbook.bytes(round: round, proposal: proposal))
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

  @Test func `the page about the entry workbook is made from the form definition`() throws {
    try StoredFile.expect(
      "Sources/Converters/Documentation.docc/EntryWorkbookForm.md", is: Array(EntryFormPage.markdown.utf8))
  }
}
