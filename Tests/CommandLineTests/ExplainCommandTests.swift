import ProposalModel
import Spreadsheet
import Foundation
import TestSupport
import Testing

private func explain(_ arguments: String...) throws -> BuiltTool.Result {
  try BuiltTool.run(["explain"] + arguments, in: BuiltTool.package)
}

@Test func `explain tells how a seventh of the printed proposal came about`() throws {
  let result = try explain(
    "samples/DIGITAL-KONTAKT-2018.xlsx", "--table", "A", "--row", "Socialudvalget", "--year", "2019")
  #expect(result.status == 0)
  #expect(
    result.text == """
      DIGITAL-KONTAKT-2018 Forbedret digital kontakt med borgere og virksomheder på kk.dk (web)
      Kilde: samples/DIGITAL-KONTAKT-2018.xlsx
      Tabel A. Måltalseffekt – hvis forslaget indarbejdes

      Socialudvalget, 2019: -39 (1.000 kr., 2018 p/l)
        Tallet er en andel af forslagets linjer:
          Linje L11 »Optimering af kontaktoplysninger« (Økonomi!P17): -25
            Ligedeling (linjens Fordeling, Økonomi!K17): -25 × 1/7 = -25/7 = -3,57
          Linje L12 »Governance af kontakt« (Økonomi!P18): -245
            Ligedeling (linjens Fordeling, Økonomi!K18): -245 × 1/7 = -35
        Nøjagtig andel: (-25/7) + (-35) = -270/7 = -38,57
        Afrunding: -270 skal fordeles; de hele enheder efterlader -4. Resten her er 4/7, nr. 3 i rækken (7 er lige store; rækkefølgen begynder ved Børne- og Ungdomsudvalget): den får en enhed og rundes op (numerisk).
        Resultat: -39 (1.000 kr.), rundet op (numerisk), efter største rest (largest-remainder).
        Kontrol: alle andele i 2019 giver -270, årets total.

      """)
}

@Test func `explain gives JSON with the exact fraction and the cells`() throws {
  struct Document: Decodable {
    struct Cell: Decodable {
      struct Line: Decodable {
        struct Place: Decodable {
          var sheet: String?
          var cell: String
        }
        var line: String
        var figure: Int
        var place: Place?
      }
      struct Share: Decodable {
        struct Derivation: Decodable {
          var exact: String
          var rounded: Int
          var policy: String
          var direction: String
        }
        var derivation: Derivation
      }
      var origin: String
      var figure: Int
      var lines: [Line]
      var shares: [Share]
    }
    var proposal: String
    var table: String
    var year: Int
    var cells: [Cell]
  }
  let result = try explain(
    "samples/DIGITAL-KONTAKT-2018.xlsx", "--table", "A", "--row", "SUD", "--year", "2019", "--format", "json")
  let document = try JSONDecoder().decode(Document.self, from: result.output)
  let cell = try #require(document.cells.first)
  #expect(document.cells.count == 1 && document.table == "A" && document.year == 2019)
  #expect(cell.origin == "computed" && cell.figure == -3_900_000)
  #expect(
    cell.lines.map { "\($0.line) \($0.figure) \($0.place?.sheet ?? "")!\($0.place?.cell ?? "")" }
      == ["L11 -2500000 Økonomi!P17", "L12 -24500000 Økonomi!P18"])
  let share = try #require(cell.shares.first?.derivation)
  #expect(
    share.exact == "-270/7" && share.rounded == -39 && share.policy == "largest-remainder"
      && share.direction == "up")
}

@Test func `explain says by which cell a number is stated`() throws {
  let result = try explain("samples/BC08.xlsx", "--table", "A", "--row", "Socialudvalget", "--year", "2023")
  #expect(result.status == 0)
  #expect(
    result.text.contains(
      "Tallet er oplyst af forvaltningerne i Tabel A!E11 (række 1 i den oplyste tabel); det er ikke beregnet."
    ))
}

@Test(arguments: [
  (
    ["samples/BC08.xlsx", "--table", "A", "--row", "Socialudvalg", "--year", "1999"], Int32(64),
    "har ikke året 1999"
  ),
  (
    ["samples/BC08.xlsx", "--table", "A", "--row", "Byggeudvalget", "--year", "2023"], 64,
    "har ingen række »Byggeudvalget«"
  ),
  (
    ["samples/BC08.xlsx", "--table", "9", "--row", "SUD", "--year", "2023"], 64,
    "Forslaget har ingen tabel »9«"
  ),
  (["samples/BC08.xlsx", "--table", "A", "--row", "SUD", "--year", "otte"], 64, "--year"),
  (["samples/nothing.xlsx", "--table", "A", "--row", "SUD", "--year", "2023"], 66, "nothing.xlsx"),
])
func `explain says what is not there`(arguments: [String], status: Int32, message: String) throws {
  let result = try BuiltTool.run(["explain"] + arguments, in: BuiltTool.package)
  #expect(result.status == status)
  #expect(result.output.isEmpty)
  #expect(result.words.contains(message), "\(result.words)")
}
