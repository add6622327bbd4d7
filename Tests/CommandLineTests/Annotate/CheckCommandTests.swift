import Spreadsheet
import Foundation
import TestSupport
import Testing

private func sample(_ name: String) -> String { BuiltTool.package.appending(path: "samples/\(name)").path() }

@Test func `check --annotate writes copies under the files' names and leaves the files alone`() throws {
  let folder = try TemporaryFolder()
  let before = try Data(contentsOf: URL(filePath: sample("printed/BC61.xlsx")))
  let result = try BuiltTool.run(["check", sample("printed/BC61.xlsx"), "--annotate", folder.path("ud")])
  #expect(result.status == 1)
  #expect(result.text.contains("Tabel 1!G9: fejl: [total-differs]"))
  #expect(result.text.hasSuffix("kør fordel check \(folder.path("ud"))/BC61.xlsx\n"))
  #expect(try XLSXReader.read(bytes: folder.bytes("ud/BC61.xlsx")).sheets.first?.name == "Fejl og mangler")
  #expect(try Data(contentsOf: URL(filePath: sample("printed/BC61.xlsx"))) == before)
  let again = try BuiltTool.run(["check", folder.path("ud/BC61.xlsx"), "--format", "json"])
  let first = try BuiltTool.run(["check", sample("printed/BC61.xlsx"), "--format", "json"])
  #expect(
    again.text.replacing("\(folder.path("ud"))/BC61.xlsx", with: sample("printed/BC61.xlsx")) == first.text)
}

@Test func `an annotated copy never replaces its file`() throws {
  let folder = try TemporaryFolder()
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: sample("printed/BC61.xlsx"))))
  try folder.write(bytes, to: "BC61.xlsx")
  let result = try BuiltTool.run([
    "check", folder.path("BC61.xlsx"), "--annotate", folder.url.path(percentEncoded: false),
  ])
  #expect(result.status == 73)
  #expect(result.words.contains("overskrives ikke"))
  #expect(try folder.bytes("BC61.xlsx") == bytes)
  #expect(folder.names == ["BC61.xlsx"])
}

@Test func `two files of one name keep the folders they lie in`() throws {
  let folder = try TemporaryFolder()
  for (name, place) in [("BC08.xlsx", "SOF"), ("printed/BC04.xlsx", "BIF")] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: sample(name))))
    try folder.write(bytes, to: "\(place)/forslag.xlsx")
  }
  let result = try BuiltTool.run([
    "check", folder.path("SOF"), folder.path("BIF"), "--annotate", folder.path("ud"),
  ])
  #expect(result.status == 0)
  for place in ["SOF", "BIF"] {
    let copy = try XLSXReader.read(bytes: folder.bytes("ud/\(place)/forslag.xlsx"))
    #expect(copy.sheets.first?.name == "Fejl og mangler")
  }
}

@Test func `two files of one name in folders of one name are not mixed up`() throws {
  let folder = try TemporaryFolder()
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: sample("BC08.xlsx"))))
  try folder.write(bytes, to: "a/ind/BC08.xlsx")
  try folder.write(bytes, to: "b/ind/BC08.xlsx")
  let result = try BuiltTool.run([
    "check", folder.path("a"), folder.path("b"), "--annotate", folder.path("ud"),
  ])
  #expect(result.status == 73)
  #expect(result.words.contains("har samme navn"))
}

@Test(arguments: [("BC08.json", "kun regneark (.xlsx) og Word-dokumenter (.docx) kan mærkes")])
func `a file that cannot be marked is checked, and the report says why`(name: String, reason: String) throws {
  let folder = try TemporaryFolder()
  let result = try BuiltTool.run(["check", sample(name), "--annotate", folder.path("ud"), "--format", "json"])
  #expect(result.status == 0)
  #expect(result.text.contains("not-annotated"))
  #expect(result.text.contains(reason))
}

@Test func `check of a folder without proposals says so and ends with 1`() throws {
  let folder = try TemporaryFolder()
  let result = try BuiltTool.run(["check", "."], in: folder.url)
  #expect(result.status == 1)
  #expect(result.words == "fejl: Der er ingen forslag i det, der er angivet.\n")
  #expect(!result.text.contains("0 fejl"))
}

@Test func `what comes through a pipe is checked and not marked`() throws {
  let folder = try TemporaryFolder()
  let input = try Data(contentsOf: URL(filePath: sample("printed/BC61.xlsx")))
  let result = try BuiltTool.run(["check", "-", "--annotate", folder.path("ud")], input: input)
  #expect(result.status == 1)
  #expect(
    result.text.contains(
      "-: bemærkning: [not-annotated] Filen er kontrolleret, men ikke mærket: den kom gennem standard-input"))
}

@Test func `check --format html gives one page, and no colours without a terminal`() throws {
  let page = try BuiltTool.run(["check", sample("printed/BC61.xlsx"), "--format", "html"])
  #expect(page.status == 1)
  #expect(page.text.hasPrefix("<!DOCTYPE html>\n") && page.text.hasSuffix("</html>\n"))
  #expect(try !BuiltTool.run(["check", sample("printed/BC61.xlsx")]).text.contains("\u{1B}"))
}
