import ProposalModel
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// A folder with BC08 and its exported tables under the names given.
private func folder(_ returned: [String]) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let original = try Data(contentsOf: BuiltTool.package.appending(path: "samples/BC08.json"))
  try folder.write(original, to: "BC08.json")
  #expect(try BuiltTool.run(["export", "BC08.json", "-o", "ud", "--quiet"], in: folder.url).status == 0)
  for name in returned { try folder.write(try folder.bytes("ud/BC08.xlsx"), to: name) }
  return folder
}

@Suite struct `fordel merge` {
  @Test func `of untouched copies gives the proposal's own JSON`() throws {
    let folder = try folder(["BC08-SUD.xlsx", "BC08-BIU.xlsx"])
    let result = try BuiltTool.run(
      ["merge", "BC08.json", "BC08-SUD.xlsx", "BC08-BIU.xlsx", "-o", "samlet.json"], in: folder.url)
    #expect(result.status == 0, "\(result.words)")
    #expect(try folder.bytes("samlet.json") == folder.bytes("BC08.json"))
  }

  @Test
  func
    `of a changed row that belongs to somebody else names the cell, ends with 1 and leaves the row as it was`()
    throws
  {
    let folder = try folder([])
    var proposal = try CanonicalJSON.decode(try folder.bytes("BC08.json")).proposal
    let table = try #require(proposal.allocations.firstIndex { $0.table == .targetEffect })
    let isTheirs = { (row: AllocationRow) in
      row.recipient.committee == "BIU" && row.figures.contains(where: \.isMoney)
    }
    let place = try #require(proposal.allocations[table].rows.firstIndex { isTheirs($0) })
    let figures = proposal.allocations[table].rows[place].figures
    let index = try #require(figures.firstIndex { $0.isMoney })
    proposal.allocations[table].rows[place].figures[index] = .amount(
      figures[index].amount + Amount(thousands: 4))
    try folder.write(try CanonicalJSON.encode(proposal), to: "aendret.json")
    #expect(
      try BuiltTool.run(
        ["export", "aendret.json", "-o", "SOF", "--quiet", "--allow-incomplete"], in: folder.url
      ).status <= 1)
    let result = try BuiltTool.run(["merge", "BC08.json", "SOF", "-o", "samlet.json"], in: folder.url)
    #expect(result.status == 1)
    #expect(result.words.contains("SOF/BC08.xlsx:Tabel A!"), "\(result.words)")
    #expect(result.words.contains("[merge-conflict]"))
    #expect(try folder.bytes("samlet.json") == folder.bytes("BC08.json"))
  }

  @Test func `of a file with money in a hidden row says so at the cell and ends with 1`() throws {
    let folder = try folder([])
    let package = ZipContents(try folder.bytes("ud/BC08.xlsx"))
    let hidden = "<row r=\"11\" hidden=\"1\" "
    let entries = package.names.map { name in
      let text = package.text(name)
      return (
        name,
        name.contains("worksheets/")
          ? Array(text.replacing("<row r=\"11\" ", with: hidden).utf8) : package[name] ?? []
      )
    }
    try folder.write(ZipBuilder(entries: entries).build(), to: "BC08-SUD.xlsx")
    let result = try BuiltTool.run(
      ["merge", "BC08.json", "BC08-SUD.xlsx", "-o", "samlet.json"], in: folder.url)
    #expect(result.status == 1)
    #expect(result.words.contains("fejl: [hidden-money]"), "\(result.words)")
  }

  @Test(
    arguments: [
      (["merge", "BC08.json", "findes-ikke.xlsx", "-o", "samlet.json"], 66, "findes ikke"),
      (
        ["merge", "BC08.json", "findes-ikke.xlsx", "--allow-incomplete", "-o", "samlet.json"], 66,
        "Intet er skrevet: ret filerne ovenfor.\n"
      ),
      (
        ["merge", "BC08.json", "retur", "-o", "samlet.json"], 66,
        "retur: fejl: Der er ingen returnerede projektmapper"
      ),
      (["merge", "BC08.json", "tekst.xlsx", "-o", "samlet.json"], 65, "tekst.xlsx"),
      (["merge", "tekst.xlsx", "BC08.json", "-o", "samlet.json"], 65, "tekst.xlsx"),
      (["merge", "BC08.json", "BC08.json", "-o", "ingen/mappe/samlet.json"], 73, "ingen/mappe/samlet.json"),
      (["merge", "BC08.json", "BC08.json", "-o", "BC08.json"], 73, "overskrives ikke"),
      (["merge", "BC08.json", "-o", "samlet.json"], 64, "returned"),
      (["merge", "BC08.json", "BC08.json"], 64, "--output"),
    ] as [([String], Int32, String)])
  func `that cannot read or write says why and leaves nothing behind`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let folder = try folder([])
    try folder.write(Array("ingen projektmappe".utf8), to: "tekst.xlsx")
    try folder.write(Array("et brev".utf8), to: "retur/billede.png")
    let before = (folder.names, try folder.bytes("BC08.json"))
    let result = try BuiltTool.run(arguments, in: folder.url)
    #expect(result.status == status, "\(result.words)")
    #expect(result.words.contains(words), "\(result.words)")
    #expect(folder.names == before.0)
    #expect(try folder.bytes("BC08.json") == before.1)
  }
}
