import Spreadsheet
import Foundation
import TestSupport
import Testing

private let accounts = BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path

/// A folder with BC08 and its corrections as an extract in a profile's layout.
private func folder(_ profile: String = "kvantum-laesbar") throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write(
    try Data(contentsOf: BuiltTool.package.appending(path: "samples/BC08.json")), to: "BC08.json")
  let made = try BuiltTool.run(
    [
      "corrections", "BC08.json", "--accounts", accounts, "--profile", profile, "-o", "udtraek.csv",
      "--quiet", "--no-receipt",
    ],
    in: folder.url)
  #expect(made.status == 0, "\(made.words)")
  return folder
}

private func reconcile(_ folder: TemporaryFolder, _ arguments: [String]) throws -> BuiltTool.Result {
  try BuiltTool.run(
    ["reconcile", "BC08.json", "--accounts", accounts, "--no-receipt", "--quiet"] + arguments, in: folder.url)
}

@Suite struct `fordel reconcile` {
  @Test(arguments: ["kvantum-laesbar", "kvantum-upload", "kvantum-plan", "kvantum-overfoersel"])
  func `finds all corrections in the file that corrections wrote`(profile: String) throws {
    let folder = try folder(profile)
    let result = try reconcile(folder, ["--extract", "udtraek.csv"])
    #expect(result.status == 0, "\(result.words)")
    #expect(result.text.hasPrefix("afstemt: 23 "), "\(result.text)")
  }

  @Test func `compares the codes of the account list with a chart, as corrections do`() throws {
    let folder = try folder()
    try folder.write(Array("Del;Kode\r\nFunktion;9.99.99\r\n".utf8), to: "plan.csv")
    let result = try BuiltTool.run(
      [
        "reconcile", "BC08.json", "--accounts", accounts, "--extract", "udtraek.csv", "--chart", "plan.csv",
        "--no-receipt",
      ], in: folder.url)
    #expect(result.status == 1)
    #expect(
      result.words.contains("[account-not-in-chart] »5.38.52« er ikke en funktion i kontoplanen plan.csv."),
      "\(result.words)")
  }

  @Test func `tells a missing and a doubled posting with their rows, and writes them into a workbook`() throws
  {
    let folder = try folder()
    var lines = String(decoding: try folder.bytes("udtraek.csv"), as: UTF8.self).split(separator: "\r\n")
    let gone = lines.remove(at: 1)
    lines.append(lines[1])
    try folder.write(Array(lines.joined(separator: "\r\n").utf8), to: "udtraek.csv")
    let result = try reconcile(folder, ["--extract", "udtraek.csv"])
    #expect(result.status == 1)
    #expect(gone.contains("-3704000"))
    #expect(
      result.text.contains(
        "[mangler] BC08, 3641, 588, 5.38.52, 1.0, 2023: forventet -3.704.000 kr. Posteres."), "\(result.text)"
    )
    #expect(result.text.contains("udtraek.csv:række 24: [posteret to gange] BC08"), "\(result.text)")
    #expect(try reconcile(folder, ["--extract", "udtraek.csv", "-o", "rest.xlsx"]).status == 1)
    let workbook = try XLSXReader.read(bytes: try folder.bytes("rest.xlsx"))
    #expect(workbook.sheets.map(\.name) == ["Afstemning", "Udestående"])
    let kinds = workbook.sheets[1].rows.compactMap { row -> String? in
      guard row.number > 2, case .text(let text)? = row.cells.first?.value else { return nil }
      return text
    }
    #expect(kinds == ["mangler", "posteret to gange"])
  }

  @Test func `says that the extract is not there before it says that there is no account list`() throws {
    let folder = try folder()
    let result = try BuiltTool.run(
      ["reconcile", "BC08.json", "--extract", "findes-ikke.csv"], in: folder.url)
    #expect(result.status == 66)
    #expect(
      result.words == "findes-ikke.csv: fejl: Filen eller mappen findes ikke. Kontrollér navnet og mappen.\n")
  }

  @Test(
    arguments: [
      (["--extract", "findes-ikke.csv"], 66, "findes-ikke.csv"),
      (["--extract", "tekst.xlsx"], 65, "tekst.xlsx: fejl: "),
      (["--extract", "andet.csv"], 65, "Beløb"), ([], 64, "--extract"),
      (["--extract", "udtraek.csv", "-o", "ingen/mappe/rest.xlsx"], 73, "ingen/mappe/rest.xlsx"),
      (["--extract", "udtraek.csv", "-o", "udtraek.csv"], 64, "ende på .xlsx"),
      (["--extract", "udtraek.csv", "-o", "selv.xlsx"], 73, "overskrives ikke"),
      (["--extract", "uklar.csv"], 1, "uklar.csv"),
    ] as [([String], Int32, String)])
  func `that cannot read or write says why and leaves nothing behind`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let folder = try folder()
    try folder.write(Array("ingen projektmappe".utf8), to: "tekst.xlsx")
    try folder.write(Array("Navn;Adresse;By\r\nEt;To;Tre\r\n".utf8), to: "andet.csv")
    let extract = String(decoding: try folder.bytes("udtraek.csv"), as: UTF8.self)
    try folder.write(Array(extract.replacing(";-3704000;", with: ";3.70.4;").utf8), to: "uklar.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("selv.xlsx"), withDestinationPath: folder.path("udtraek.csv"))
    let before = (folder.names, try folder.bytes("udtraek.csv"))
    let result = try reconcile(folder, arguments)
    #expect(result.status == status, "\(result.words)")
    #expect((result.words + result.text).contains(words), "\(result.words)")
    #expect(folder.names == before.0)
    #expect(try folder.bytes("udtraek.csv") == before.1)
  }
}
