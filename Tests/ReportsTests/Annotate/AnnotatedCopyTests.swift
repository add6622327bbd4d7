import Forms
import Findings
@testable import Intake
import ProposalModel
@testable import Reports
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// The workbooks of `samples/`, filled and printed.
private let samples = [
  "BC08", "printed/BC61", "printed/BC08", "printed/DIGITAL-KONTAKT-2018", "printed/SI01-2025",
  "printed/INNOVATION-2018",
]

private func bytes(_ sample: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: BuiltTool.package.appending(path: "samples/\(sample).xlsx")))
}

/// The findings on the workbook in `bytes`.
private func findings(_ bytes: [UInt8], _ folder: TemporaryFolder) throws -> [Finding] {
  try folder.write(bytes, to: "forslag.xlsx")
  return Intake().read([folder.path("forslag.xlsx")]).items.flatMap(\.findings).map { finding in
    var finding = finding
    finding.file = "forslag.xlsx"
    return finding
  }
}

@Test(arguments: samples)
func `checking an annotated copy finds what was found before, and annotating it again gives the same marks`(
  sample: String
) throws {
  let folder = try TemporaryFolder()
  let original = try bytes(sample)
  let found = try findings(original, folder)
  let copy = try AnnotatedCopy.make(of: original, file: "forslag.xlsx", findings: found)
  #expect(try findings(copy, folder) == found)
  let again = try AnnotatedCopy.make(of: copy, file: "forslag.xlsx", findings: found)
  #expect(
    try XLSXReader.read(bytes: again).sheets.map(\.name) == XLSXReader.read(bytes: copy).sheets.map(\.name))
  #expect(try AnnotatedCopy.make(of: again, file: "forslag.xlsx", findings: found) == again)
}

@Test(arguments: samples)
func `without findings the marks and the list are gone`(sample: String) throws {
  let folder = try TemporaryFolder()
  let original = try bytes(sample)
  let copy = try AnnotatedCopy.make(of: original, file: "forslag.xlsx", findings: findings(original, folder))
  let mended = try AnnotatedCopy.make(of: copy, file: "forslag.xlsx", findings: [])
  #expect(
    try XLSXReader.read(bytes: mended).sheets.map(\.name)
      == XLSXReader.read(bytes: original).sheets.map(\.name))
  #expect(
    try XLSXReader.read(bytes: mended).sheets.map { Array($0.cells) }
      == XLSXReader.read(bytes: original).sheets.map { Array($0.cells) })
  #expect(try AnnotatedCopy.make(of: mended, file: "forslag.xlsx", findings: []) == mended)
}

@Test func `the list has the message first, the place as words, and what to do`() throws {
  let folder = try TemporaryFolder()
  let original = try bytes("printed/BC61")
  let found = try findings(original, folder)
  let copy = try AnnotatedCopy.make(of: original, file: "mappe/forslag.xlsx", findings: found)
  let list = try #require(try XLSXReader.read(bytes: copy).sheets.first)
  #expect(list.name == "Fejl og mangler")
  func row(_ number: Int) -> [String] {
    (1...7).map { column in
      if case .text(let text)? = list[CellAddress(row: number, column: column)]?.value { text } else { "" }
    }
  }
  #expect(row(1)[0] == "Fejl og mangler i forslag.xlsx")
  #expect(
    row(3) == ["Hvad er galt", "Hvor", "Der står", "Der skulle stå", "Hvad skal du gøre", "Kode", "Alvor"])
  #expect(
    row(4) == [
      "»Samlet varig ændring« i Tabel 1 er ikke summen af linjerne: der står -6.642 (2026), summen af linjerne er -6.462 (2026).",
      "Tabel 1!G9", "-6.642 (2026)", "-6.462 (2026)",
      "Der skal formentlig stå -6.462: to cifre er byttet om.", "total-differs", "fejl",
    ])
  #expect(list.rowCount == 3 + found.count)
}

private func finding(_ code: FindingCode, _ cells: [String], _ message: String = "Galt.") -> Finding {
  Finding(
    code, at: Place(file: "f.xlsx", sheet: "Tabel 1"), cells: cells, message: message, suggestion: "Ret det.")
}

@Test func `a comment says what is wrong and what to do, errors before warnings`() throws {
  let text = AnnotatedCopy.comment(finding(.totalDiffers, ["G9"]))
  #expect(text == "fordel · FEJL [total-differs]\nGalt.\n→ Ret det.")
  #expect(
    AnnotatedCopy.comment(finding(.accountMissing, ["G9"])).hasPrefix("fordel · ADVARSEL [account-missing]"))
}

@Test func `errors and warnings come before notes, which mark no cell`() throws {
  let original = try bytes("printed/BC61")
  let copy = try AnnotatedCopy.make(
    of: original, file: "f.xlsx",
    findings: [
      finding(.areaFromTotal, ["B4"], "Note"), finding(.accountMissing, ["B5"], "Warning"),
      finding(.totalDiffers, ["G9"], "Error"),
    ])
  let list = try #require(try XLSXReader.read(bytes: copy).sheets.first)
  let messages = (4...6).map { list[CellAddress(row: $0, column: 1)]?.value }
  #expect(messages == [.text("Error"), .text("Warning"), .text("Note")])
  let marker = WorkbookMarker(
    signature: MarkSignature(author: "nobody", beginnings: [], formula: "1=2", sheet: "x"))
  #expect(
    try marker.commentedCells(in: copy) == [
      "Tabel 1": [CellAddress(row: 5, column: 2), CellAddress(row: 9, column: 7)]
    ])
}

@Test func `notes alone make no list`() throws {
  let original = try bytes("printed/BC61")
  #expect(
    try AnnotatedCopy.make(of: original, file: "f.xlsx", findings: [finding(.areaFromTotal, ["B4"])])
      == original)
}

@Test func `a finding on very many cells colours them all and comments on the first`() throws {
  let cells = (1...100).map { "K\($0)" }
  let copy = try AnnotatedCopy.make(
    of: bytes("printed/BC61"), file: "f.xlsx", findings: [finding(.hiddenMoney, cells)])
  let marker = WorkbookMarker(
    signature: MarkSignature(author: "nobody", beginnings: [], formula: "1=2", sheet: "x"))
  #expect(try marker.commentedCells(in: copy)["Tabel 1"]?.count == AnnotatedCopy.commentsOfAFinding)
}

@Test(arguments: [
  ("Fejl og mangler", true), ("fejl og mangler ", true), ("Fejl", false), ("Fejl og mangler 2", false),
])
func `the list is known by its name`(name: String, isList: Bool) {
  #expect(OwnSheets.isFindingList(name) == isList)
}
