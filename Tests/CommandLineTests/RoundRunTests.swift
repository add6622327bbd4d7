import ProposalModel
import Foundation
import TestSupport
import Testing

/// A sample proposal as JSON, with another number or another title.
private func proposal(_ id: String, title: String? = nil) throws -> Data {
  let bytes = try Data(contentsOf: BuiltTool.package.appending(path: "samples/DIGITAL-KONTAKT-2018.json"))
  var text = String(decoding: bytes, as: UTF8.self).replacing("\"DIGITAL-KONTAKT-2018\"", with: "\"\(id)\"")
  if let title { text = text.replacing(/"title": "[^"]*"/) { _ in "\"title\": \"\(title)\"" } }
  return Data(text.utf8)
}

private struct Line: Decodable {
  struct File: Decodable {
    var file: String
    var size: Int
    var sha256: String
    var modified: String?
  }
  var command: String
  var tool: String
  var proposals: [String]
  var inputs: [File]
  var outputs: [File]
  var findings: [String: Int]
  var withdrawn: [String]?
}

private func receipts(_ folder: TemporaryFolder, _ path: String) throws -> [Line] {
  try folder.bytes("\(path)/fordel-kvitteringer.jsonl").split(separator: 0x0A).map {
    try JSONDecoder().decode(Line.self, from: Data($0))
  }
}

@Test
func `one bad file never stops the rest, and the order is that of the files whatever the number of threads`()
  throws
{
  let folder = try TemporaryFolder()
  for number in 1...9 { try folder.write(try proposal("P\(number)"), to: "p\(number).json") }
  try folder.write(Data("{".utf8), to: "p4.json")
  try folder.write(Data("ikke en projektmappe".utf8), to: "p5.xlsx")
  let runs = try ["1", "4"].map { jobs in
    try BuiltTool.run(["import", ".", "--jobs", jobs, "-o", "ud\(jobs)"], in: folder.url)
  }
  for run in runs { #expect(run.status == 65) }
  #expect(runs[0].words.replacing("ud1", with: "ud4") == runs[1].words)
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("ud4")).sorted()
  #expect(
    names == [
      "P1.json", "P2.json", "P3.json", "P5.json", "P6.json", "P7.json", "P8.json", "P9.json",
      "fordel-kvitteringer.jsonl",
    ])
  let told = runs[1].words.split(separator: "\n").filter { $0.contains(" → ") }.map {
    $0.split(separator: " ")[0]
  }
  #expect(told.map(String.init) == [1, 2, 3, 5, 6, 7, 8, 9].map { "./p\($0).json" })
}

@Test func `a receipt proves which file became which`() throws {
  let folder = try TemporaryFolder()
  try folder.write(try proposal("P1"), to: "p1.json")
  #expect(try BuiltTool.run(["import", "p1.json", "-o", "ud"], in: folder.url).status == 0)
  #expect(
    try BuiltTool.run(["export", "p1.json", "-o", "ud", "--format", "csv"], in: folder.url).status == 0)
  #expect(try BuiltTool.run(["export", "p1.json", "-o", "ud", "--no-receipt"], in: folder.url).status == 0)
  let lines = try receipts(folder, "ud")
  #expect(lines.map(\.command) == ["import", "export"])
  #expect(lines.map(\.proposals) == [["P1"], ["P1"]])
  #expect(lines[0].inputs.map(\.file) == ["p1.json"])
  #expect(lines[0].outputs.map(\.file) == ["P1.json"])
  #expect(lines[1].outputs.count == 5)
  #expect(lines[0].tool.hasPrefix("fordel "))
  for (path, file) in lines.flatMap({
    $0.inputs.map { ($0.file, $0) } + $0.outputs.map { ("ud/\($0.file)", $0) }
  }) {
    let sum = Process()
    sum.executableURL = URL(filePath: "/usr/bin/sha256sum")
    sum.arguments = [folder.path(path)]
    let pipe = Pipe()
    sum.standardOutput = pipe
    try sum.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    sum.waitUntilExit()
    #expect(text.prefix(64) == file.sha256)
    #expect(try folder.bytes(path).count == file.size)
  }
}

@Test func `two runs write the same bytes, receipts included`() throws {
  let folder = try TemporaryFolder()
  try folder.write(try proposal("P1"), to: "p1.json")
  for run in ["a", "b"] {
    #expect(try BuiltTool.run(["export", "p1.json", "-o", run], in: folder.url).status == 0)
  }
  for name in ["P1.xlsx", "fordel-kvitteringer.jsonl"] {
    #expect(try folder.bytes("a/\(name)") == folder.bytes("b/\(name)"))
  }
}

@Test
func `of two versions of a proposal neither is written, and with --allow-incomplete the one changed last`()
  throws
{
  let folder = try TemporaryFolder()
  try folder.write(try proposal("P1", title: "Første"), to: "a.json")
  try folder.write(try proposal("P1", title: "Anden"), to: "b.json")
  try folder.write(try proposal("P2"), to: "c.json")
  let later = Date().addingTimeInterval(60)
  try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: folder.path("a.json"))
  let strict = try BuiltTool.run(["import", ".", "-o", "ud"], in: folder.url)
  #expect(strict.status == 1)
  #expect(
    strict.words.contains("./a.json: fejl: [duplicate-proposal]")
      && strict.words.contains("./b.json: fejl: [duplicate-proposal]"))
  #expect(
    try FileManager.default.contentsOfDirectory(atPath: folder.path("ud")).sorted() == [
      "P2.json", "fordel-kvitteringer.jsonl",
    ])
  #expect(try receipts(folder, "ud").compactMap(\.withdrawn) == [["P1.json"]])
  let latest = try BuiltTool.run(["import", ".", "--allow-incomplete", "-o", "seneste"], in: folder.url)
  #expect(
    latest.words.contains("./b.json: P1 findes også i ./a.json, som er ændret senest og bruges i stedet."))
  #expect(String(decoding: try folder.bytes("seneste/P1.json"), as: UTF8.self).contains("Første"))
}

@Test func `the same proposal twice is written once, with a note`() throws {
  let folder = try TemporaryFolder()
  for name in ["a.json", "b.json"] { try folder.write(try proposal("P1"), to: name) }
  let run = try BuiltTool.run(["import", ".", "-o", "ud"], in: folder.url)
  #expect(run.status == 0)
  #expect(run.words.components(separatedBy: " → ").count == 2)
}

@Test func `two proposals without a number do not take each other's place`() throws {
  let folder = try TemporaryFolder()
  try folder.write(try proposal("", title: "Første"), to: "a.json")
  try folder.write(try proposal("", title: "Anden"), to: "b.json")
  let run = try BuiltTool.run(["import", ".", "-o", "ud"], in: folder.url)
  #expect(run.status == 1)
  #expect(run.words.contains("giver samme filnavn uden-nummer.json"))
  #expect(String(decoding: try folder.bytes("ud/uden-nummer.json"), as: UTF8.self).contains("Første"))
}

@Test func `a folder that cannot be written to ends the run at once`() throws {
  let folder = try TemporaryFolder()
  for number in 1...5 { try folder.write(try proposal("P\(number)"), to: "p\(number).json") }
  try folder.write(Data(), to: "optaget")
  let run = try BuiltTool.run(["import", ".", "-o", "optaget/ud"], in: folder.url)
  #expect(run.status == 73)
  #expect(run.words.components(separatedBy: "Mappen kan ikke oprettes").count == 2)
}

@Test(arguments: ["0", "-1"]) func `no job at all is wrong usage`(jobs: String) throws {
  let folder = try TemporaryFolder()
  try folder.write(try proposal("P1"), to: "p1.json")
  let run = try BuiltTool.run(["check", "p1.json", "--jobs=\(jobs)"], in: folder.url)
  #expect(run.status == 64)
  #expect(run.words.contains("--jobs is at least 1."))
}
