import Spreadsheet
import Foundation
import TestSupport
import Testing

private let accounts = BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path

/// A folder with BC08 and its corrections as an extract with the city's own headings.
private func folder() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write(
    try Data(contentsOf: BuiltTool.package.appending(path: "samples/BC08.json")), to: "BC08.json")
  let made = try BuiltTool.run(
    ["corrections", "BC08.json", "--accounts", accounts, "-o", "k.csv", "--quiet", "--no-receipt"],
    in: folder.url)
  #expect(made.status == 0, "\(made.words)")
  var lines = String(decoding: try folder.bytes("k.csv"), as: UTF8.self).components(separatedBy: "\r\n")
  // Another column is called Beløb: what was posted in all, which nobody asks for.
  lines[0] = lines[0].replacing(";År;", with: ";Bevillingsår;").replacing("Beløb, kr.", with: "Ændring")
    .replacing(";Faktor;", with: ";Beløb;").replacing("Profitcenter;", with: "Omk.sted;")
  try folder.write(Array(lines.joined(separator: "\r\n").utf8), to: "udtraek.csv")
  return folder
}

private func reconcile(_ folder: TemporaryFolder, _ mapping: String?) throws -> BuiltTool.Result {
  if let mapping { try folder.write(Array(mapping.utf8), to: "kolonner.csv") }
  return try BuiltTool.run(
    ["reconcile", "BC08.json", "--accounts", accounts, "--no-receipt", "--quiet", "--extract", "udtraek.csv"]
      + (mapping == nil ? [] : ["--columns", "kolonner.csv"]), in: folder.url)
}

private let mapping = "Felt;Overskrift\r\nÅr;Bevillingsår\r\nBeløb;Ændring\r\nProfitcenter;Omk.sted\r\n"

@Suite struct `Headings of an extract as data` {
  @Test func `are read instead of those that are known`() throws {
    let folder = try folder()
    let without = try reconcile(folder, nil)
    #expect(without.status == 65)
    #expect(
      without.words.contains("mangler »År«") && without.words.contains("»Bevillingsår«"), "\(without.words)")
    let with = try reconcile(folder, mapping)
    #expect(with.status == 0, "\(with.words)\(with.text)")
    #expect(with.text.hasPrefix("afstemt: 23 "), "\(with.text)")
  }

  @Test func `that are not there are named, with what was found, what is accepted, and the nearest`() throws {
    let folder = try folder()
    let result = try reconcile(folder, mapping.replacing("Omk.sted", with: "Omkst.sted"))
    #expect(result.status == 65)
    #expect(
      result.words.contains("»Profitcenter« (læses: Omkst.sted; nærmest er »Omk.sted«)"), "\(result.words)")
  }

  @Test(
    arguments: [
      ("Felt;Overskrift\r\nAar;X\r\n", "Række 2: »Aar« er ikke et felt."),
      ("Felt;Overskrift\r\nProfitcentr;X\r\n", "Mente du »Profitcenter«?"),
      ("Felt;Overskrift\r\nÅr;X\r\nBeløb;x\r\n", "Række 3: overskriften »x« står ved to felter."),
      ("A;B\r\nC;D\r\n", "Felt og Overskrift"),
    ])
  func `that make no sense are refused`(mapping: String, words: String) throws {
    let result = try reconcile(try folder(), mapping)
    #expect(result.status == 65)
    #expect(result.words.contains(words), "\(result.words)")
  }

  @Test func `are filled into a template, which says nothing by itself`() throws {
    let folder = try folder()
    #expect(
      try BuiltTool.run(["reconcile", "--columns-template", "-o", "kolonner.csv"], in: folder.url).status == 0
    )
    let template = String(decoding: try folder.bytes("kolonner.csv"), as: UTF8.self)
    #expect(template.contains("\r\nBeløb;;") && template.contains("Regnskabsår"))
    #expect(try reconcile(folder, template).status == 65)
    let filled = template.replacing("\r\nÅr;;", with: "\r\nÅr;Bevillingsår;").replacing(
      "\r\nBeløb;;", with: "\r\nBeløb;Ændring;"
    )
    .replacing("\r\nProfitcenter;;", with: "\r\nProfitcenter;Omk.sted;")
    #expect(try reconcile(folder, filled).status == 0)
  }
}
