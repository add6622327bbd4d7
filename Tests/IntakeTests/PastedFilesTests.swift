import Findings
import Foundation
import Intake
import TestSupport
import Testing

@Suite struct `What is pasted, and what stands in folders` {
  private static let table = """
    Tabel 1. Forslagets samlede økonomiske konsekvenser
    1.000 kr. 2023 p/l\tStyringsområde\t2022\t2023
    Varige ændringer\t\t\t
    Drift\tService\t-10\t-20
    Samlet varig ændring\tService\t-10\t-20

    """

  @Test func `one table between tabs is a CSV file, several are a document`() {
    let one = Array(Self.table.utf8)
    let two = Array(
      (Self.table + Self.table.replacing("Tabel 1. Forslagets", with: "Tabel 2. Forslagets")).utf8)
    #expect(!Grids.isDocument(one, file: "-"))
    #expect(!Grids.isDocument(one, file: "a.tsv"))
    #expect(Grids.isDocument(two, file: "-"))
    #expect(Grids.isDocument(two, file: "a.tsv"))
    #expect(!Grids.isDocument(two, file: "a.csv"))
  }

  @Test func `Markdown and pages are known by their content`() {
    #expect(Grids.isDocument(Array("| a | 2022 |\n|---|---|\n| b | 1 |".utf8), file: "-"))
    #expect(Grids.isDocument(Array("<table><tr><td>a".utf8), file: "a.xls"))
    #expect(!Grids.isDocument(Array("a|b\n1|2\n".utf8), file: "-"))
  }

  @Test func `readable files of a folder without a proposal are named and change nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Kære kollega".utf8, to: "brev.txt")
    try folder.write("# Noter".utf8, to: "noter.md")
    try folder.write("<html><p>Menu</p></html>".utf8, to: "side.html")
    try folder.write("a\tb\tc\n1\t2\t3\n".utf8, to: "liste.tsv")
    let result = Intake().read([folder.path("")])
    #expect(result.items.isEmpty)
    #expect(result.unread.isEmpty)
  }

  @Test func `a page with captions but no amounts is no proposal, and told`() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>Tabel A. Måltalseffekt, hvis forslaget vedtages</p><p>x</p>".utf8, to: "a.html")
    let result = Intake().read([folder.path("")])
    #expect(result.items.flatMap(\.findings).map(\.code.rawValue) == ["not-a-proposal"])
  }

  @Test func `a slip in the years above printed amounts is an error`() throws {
    let folder = try TemporaryFolder()
    let text = """
      BC99 Fælles indgang
      Forslagets titel: Fælles indgang
      Tabel 1. Forslagets samlede økonomiske konsekvenser
      1.000 kr. 2023 p/l Styringsområde 2022 2O23 2024 2025
      Varige ændringer
      Husleje Service 0 -200 -250 -250
      Samlet varig ændring 0 -200 -250 -250
      """
    try folder.write(text.utf8, to: "BC99.txt")
    let findings = Intake().read([folder.path("BC99.txt")]).items.flatMap(\.findings)
    let told = findings.filter { $0.code.rawValue == "money-unread" && $0.severity == .error }
    #expect(told.count == 1)
    #expect(told.first?.message.contains("Tabel 1. Forslagets samlede") ?? false)
  }
}
