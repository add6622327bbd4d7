import Findings
import Intake
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// What is wrong in the published proposals, as their tables show it; what only the prose shows is not here.
///
/// Each was decided by hand from the `anomalies` of `Tests/Fixtures/corpus`: severity, code, sheet and cells.
@Suite struct `Published proposals` {
  static let expected: [(name: String, findings: [String])] = [
    (
      "BC04",
      [
        "advarsel account-missing Tabel 2!B3",
        "advarsel account-missing Tabel 2!B4",
        "advarsel account-missing Tabel 3!B3",
        "advarsel account-missing Tabel 3!B4",
        "advarsel hearing-date Høring!C5",
      ]
    ),
    (
      "BC08",
      [
        "advarsel total-rounding Tabel 1!D6,E6,F6,G6,H6",
        "advarsel total-rounding Tabel 1!D13",
        "advarsel total-rounding Tabel 2!D5,E5,F5,G5,H5",
        "advarsel account-missing Tabel 2!B3",
        "advarsel account-missing Tabel 2!B4",
        "advarsel total-rounding Tabel 3!D9",
        "advarsel total-rounding Tabel 5!F25,G25,H25,I25",
        "advarsel tables-differ Tabel 5!D26,E26",
        "advarsel total-rounding Tabel A!F14,G14,H14,I14",
        "advarsel total-rounding Tabel B!F14,G14,H14,I14",
        "advarsel hearing-date Høring!C3",
      ]
    ),
    (
      "BC16",
      [
        "fejl payback-differs Tabel 1!C14",
        "fejl payback-differs Tabel 1!C15",
        "fejl account-is-control-area Tabel 2!B3",
        "fejl account-is-control-area Tabel 2!B4",
        "fejl account-is-control-area Tabel 3!B3",
        "fejl account-is-control-area Tabel 4!B3",
        "fejl account-is-control-area Tabel 4!B4",
        "advarsel administration-gross Tabel 5!C4,D4,E4",
        "advarsel hearing-missing Høring!B8",
      ]
    ),
    ("BC26", []),
    (
      "BC30",
      [
        "advarsel account-ambiguous Tabel 2!B10",
        "advarsel account-ambiguous Tabel 3!B7",
        "advarsel account-ambiguous Tabel 4!B9",
        "advarsel hearing-date Høring!C6",
        "advarsel hearing-date Høring!C3",
      ]
    ),
    (
      "BC45",
      [
        "advarsel years-differ Tabel 2 Varige ændringer, se!C2",
        "advarsel hearing-date Høring!C6",
      ]
    ),
    (
      "BC52",
      [
        "fejl number-ambiguous Tabel 2!F4",
        "fejl total-differs Tabel 2!G6,H6",
        "advarsel hearing-date Høring!C2",
      ]
    ),
    (
      "BC59",
      [
        "advarsel payback-missing Tabel 1!A14",
        "fejl tables-differ Tabel 2!D6,E6,F6,G6,H6",
        "advarsel account-ambiguous Tabel 2!B3",
        "advarsel account-ambiguous Tabel 2!B4",
        "advarsel account-ambiguous Tabel 2!B5",
        "fejl account-unresolved Tabel 3!B3",
      ]
    ),
    (
      "BC61",
      [
        "fejl total-differs Tabel 1!G9",
        "fejl account-is-control-area Tabel 2!B3",
        "fejl account-is-control-area Tabel 2!B4",
        "fejl account-is-control-area Tabel 2!B5",
        "fejl account-is-control-area Tabel 2!B6",
        "fejl account-is-control-area Tabel 2!B7",
        "fejl account-is-control-area Tabel 3!B3",
        "fejl account-is-control-area Tabel 3!B4",
        "fejl account-is-control-area Tabel 3!B5",
        "fejl account-is-control-area Tabel 3!B6",
        "fejl account-is-control-area Tabel 3!B7",
        "fejl account-is-control-area Tabel 3!B8",
        "fejl price-level-differs Tabel 4!A2",
        "fejl account-is-control-area Tabel 4!B3",
      ]
    ),
    (
      "DIGITAL-KONTAKT-2018",
      [
        "fejl shares-differ Tabel 8!E17,F17,G17",
        "advarsel total-rounding Tabel 8!H17",
        "fejl shares-differ Tabel 9!F10",
        "advarsel total-rounding Tabel 9!E10",
      ]
    ),
    ("INNOVATION-2018", []),
    (
      "SI01-2025",
      [
        "advarsel hearing-missing Høring!A2"
      ]
    ),
    ("TV01-2025", []),
  ]

  private func findings(in file: String) -> [Finding] {
    let (items, failures) = Intake().read([BuiltTool.package.appending(path: file).path])
    #expect(failures.isEmpty)
    return items.flatMap(\.findings)
  }

  private func lines(_ findings: [Finding]) -> [String] {
    findings.filter { $0.severity > .note }.map {
      "\($0.severity.danish) \($0.code.rawValue) \($0.sheet ?? "")!\($0.cells.joined(separator: ","))"
    }
  }

  @Test(arguments: expected) func `printed figures give these errors and warnings and no others`(
    name: String, expected: [String]
  ) {
    #expect(lines(findings(in: "samples/printed/\(name).xlsx")) == expected)
  }

  @Test(arguments: expected) func `the same figures typed as text give the same errors and warnings`(
    name: String, expected: [String]
  ) {
    #expect(lines(findings(in: "Tests/Fixtures/as-typed/\(name).xlsx")) == expected)
  }

  @Test func `no document of the corpus is left out`() throws {
    let folder = BuiltTool.package.appending(path: "Tests/Fixtures/corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".cells.json") }.map { $0.replacing(".cells.json", with: "") }
    #expect(names.sorted() == Self.expected.map(\.name).sorted())
  }

  @Test
  func `BC08 has exactly 24 cells off by one in seven totals, the investments in Tabel 5, and no error`() {
    let found = findings(in: "samples/printed/BC08.xlsx")
    let roundings = found.filter { $0.code == .totalRounding }
    #expect(roundings.count == 7)
    #expect(roundings.flatMap(\.cells).count == 24)
    #expect(roundings.allSatisfy { $0.severity == .warning })
    let tables = found.filter { $0.code == .tablesDiffer }
    #expect(tables.map(\.severity) == [.warning])
    #expect(
      tables.map(\.message) == [
        "Tabel 5 viser investeringerne fra Tabel D som Omkostninger; de er ikke varige ændringer."
      ])
    #expect(!found.contains { $0.severity == .error })
  }

  @Test func `the line that BC59's Tabel 2 leaves out is named`() {
    let found = findings(in: "samples/printed/BC59.xlsx").filter { $0.code == .tablesDiffer }
    #expect(
      found.map(\.suggestion) == [
        "Linjen »Tilstandsregistrering (tilkomne omkostninger i forvaltningen)« i Tabel 1 mangler i Tabel 2."
      ])
  }

  @Test func `the swapped digits of BC61 are suggested`() {
    let found = findings(in: "samples/printed/BC61.xlsx").filter { $0.code == .totalDiffers }
    #expect(found.map(\.suggestion) == ["Der skal formentlig stå -6.462: to cifre er byttet om."])
  }

  @Test func `the line of BC52 that differs between Tabel 1 and Tabel 2 is named`() {
    let found = findings(in: "samples/printed/BC52.xlsx").filter { $0.code == .totalDiffers }
    #expect(
      found.map(\.suggestion) == [
        "I Tabel 2 står -9.230 (2026), -9.230 (2027) på linjen »Besparelse ved oplæring af borger«, i Tabel 1 -9.300 (2026), -9.300 (2027)."
      ])
  }
}
