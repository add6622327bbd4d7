import Foundation
import TestSupport
import Testing

private func folder() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let bytes = try Data(contentsOf: BuiltTool.package.appending(path: "samples/BC08.json"))
  try folder.write(bytes, to: "foer/BC08.json")
  try folder.write(
    Array(String(decoding: bytes, as: UTF8.self).replacing("\"BC08\"", with: "\"BC09\"").utf8),
    to: "foer/BC09.json")
  try folder.write(bytes, to: "nu/BC08.json")
  try folder.write(
    Array(String(decoding: bytes, as: UTF8.self).replacing("-393400000", with: "-393500000").utf8),
    to: "ny.json")
  try folder.write(Array("ingen projektmappe".utf8), to: "tekst.xlsx")
  return folder
}

@Suite struct `fordel diff` {
  @Test func `of a sample and its own entry workbook finds nothing`() throws {
    let samples = BuiltTool.package.appending(path: "samples").path
    let result = try BuiltTool.run(["diff", "\(samples)/BC08.json", "\(samples)/BC08.xlsx"])
    #expect(result.status == 0)
    #expect(result.text.hasSuffix("1 forslag: 1 uændret.\n"))
  }

  @Test func `of two versions shows the amounts before and after, in every format`() throws {
    let folder = try folder()
    let text = try BuiltTool.run(["diff", "nu/BC08.json", "ny.json"], in: folder.url)
    #expect(text.status == 0)
    #expect(text.text.contains("2023: -3.934 → -3.935 (-1)"), "\(text.text)")
    let json = try BuiltTool.run(["diff", "nu/BC08.json", "ny.json", "--format", "json"], in: folder.url)
    #expect(json.text.contains("-393500000"))
    let html = try BuiltTool.run(
      ["diff", "nu/BC08.json", "ny.json", "--format", "html", "-o", "side.html"], in: folder.url)
    #expect(html.status == 0)
    #expect(String(decoding: try folder.bytes("side.html"), as: UTF8.self).contains("<ins>-3.935</ins>"))
  }

  @Test func `of two folders tells proposals that came and went`() throws {
    let folder = try folder()
    let result = try BuiltTool.run(["diff", "foer", "nu"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.text.contains("BC09"))
    #expect(result.text.hasSuffix("2 forslag: 1 udgået, 1 uændret.\n"), "\(result.text)")
  }

  @Test(
    arguments: [
      (["diff", "nu/BC08.json", "findes-ikke.json"], 66, "findes-ikke.json"),
      (["diff", "nu/BC08.json", "tekst.xlsx"], 65, "tekst.xlsx: fejl: "),
      (["diff", "nu/BC08.json"], 64, "<new>"),
      (["diff", "nu/BC08.json", "ny.json", "--format", "pdf"], 64, "pdf"),
      (
        ["diff", "nu/BC08.json", "ny.json", "-o", "ingen/mappe/x.html", "--format", "html"], 73,
        "ingen/mappe/x.html"
      ),
      (["diff", "nu/BC08.json", "ny.json", "-o", "ny.json"], 73, "overskrives ikke"),
    ] as [([String], Int32, String)])
  func `that cannot read or write says why and leaves nothing behind`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let folder = try folder()
    let before = (folder.names, try folder.bytes("ny.json"))
    let result = try BuiltTool.run(arguments, in: folder.url)
    #expect(result.status == status, "\(result.words)")
    #expect(result.words.contains(words), "\(result.words)")
    #expect(!result.text.contains("udgået"))
    #expect(folder.names == before.0)
    #expect(try folder.bytes("ny.json") == before.1)
  }
}
