import Spreadsheet
import Foundation
import TestSupport
import Testing

@Test func `distribute shares a saving by sevenths and adds up`() throws {
  let result = try BuiltTool.run([
    "distribute", "--round", "2018", "--amounts", "2019=-270,2020=-933", "--rule", "equal",
  ])
  #expect(result.status == 0)
  #expect(
    result.text.hasPrefix(
      """
      1.000 kr.                                2019  2020
      Økonomiudvalget                           -39  -134
      Kultur- og Fritidsudvalget                -39  -134
      Børne- og Ungdomsudvalget                 -39  -133
      Sundheds- og Omsorgsudvalget              -39  -133
      Socialudvalget                            -38  -133
      Teknik- og Miljøudvalget                  -38  -133
      Beskæftigelses- og Integrationsudvalget   -38  -133
      I alt                                    -270  -933

      """))
}

@Test func `distribute gives exact fractions as JSON`() throws {
  let result = try BuiltTool.run([
    "distribute", "--round", "2018", "--amounts", "2019=-270", "--rule", "equal", "--rounding",
    "as-published", "--format", "json",
  ])
  struct Document: Decodable {
    struct Row: Decodable {
      var committee: String
      var unitName: String?
      var amounts: [Int]
      var exact: [String]
    }
    var policy: String
    var unit: Int
    var years: [Int]
    var rows: [Row]
    var totals: [Int]
    var difference: [Int]
  }
  let document = try JSONDecoder().decode(Document.self, from: result.output)
  #expect(document.policy == "as-published")
  #expect(document.rows.map(\.committee) == ["ØU", "KFU", "BUU", "SOU", "SUD", "TMU", "BIU"])
  #expect(document.rows.allSatisfy { $0.amounts == [-39] && $0.exact == ["-270/7"] && $0.unitName == nil })
  #expect(document.totals == [-270])
  #expect(document.difference == [3])
}

@Test(arguments: [
  (["--amounts", "2019=-27.5", "--rule", "equal"], "»-27.5« er ikke et entydigt beløb"),
  (["--amounts", "270", "--rule", "equal"], "skriv år=beløb"),
  (["--amounts", "2019=1,2019=2", "--rule", "equal"], "året 2019 står to gange"),
  (["--amounts", "2019=1", "--rule", "Økonomiudvalgett og KFU"], "er hverken udvalg eller enhed"),
  (["--amounts", "2019=1", "--rule", "ØU 60 %; KFU"], "Reglen kan ikke læses"),
  (["--amounts", "2019=1", "--rule", "equal", "--round", "ofs-2021-2023"], "Mente du »ofs-2021-2022«?"),
])
func `distribute says what it cannot read`(arguments: [String], message: String) throws {
  let result = try BuiltTool.run(["distribute"] + arguments)
  #expect(result.status == 64)
  #expect(result.output.isEmpty)
  #expect(result.words.contains(message), "\(result.words)")
}

@Test func `percentages off 100 are an error, and the money is not lost`() throws {
  let result = try BuiltTool.run(["distribute", "--amounts", "2019=100", "--rule", "ØU 60 %; KFU 30 %"])
  #expect(result.status == 1)
  #expect(result.words.contains("90"))
}

@Test func `compare shows what every policy gives, as CSV for a spreadsheet`() throws {
  let result = try BuiltTool.run([
    "distribute", "--round", "2018", "--amounts", "2019=-270", "--rule", "Ligedeling: ØU, KFU, SUD, TMU",
    "--compare", "--format", "csv",
    "--rounding", "residual-to=KFU",
  ])
  #expect(result.status == 0)
  #expect(
    result.text.replacing("\r\n", with: "\n") == """
      \u{FEFF}1.000 kr.;År;Nøjagtigt;largest-remainder;controlled;as-published;residual-to=KFU
      Økonomiudvalget;2019;'-135/2;-68;-68;-68;-68
      Kultur- og Fritidsudvalget;2019;'-135/2;-68;-68;-68;-66
      Børne- og Ungdomsudvalget;2019;0;0;0;0;0
      Sundheds- og Omsorgsudvalget;2019;0;0;0;0;0
      Socialudvalget;2019;'-135/2;-67;-67;-68;-68
      Teknik- og Miljøudvalget;2019;'-135/2;-67;-67;-68;-68
      Beskæftigelses- og Integrationsudvalget;2019;0;0;0;0;0
      I alt;2019;-270;-270;-270;-270;-270
      Forskel til rækkerne;2019;;0;0;2;0

      """)
}

@Test func `compare names the cells in which policies differ, and what each guarantees`() throws {
  let result = try BuiltTool.run([
    "distribute", "--round", "2018", "--amounts", "2019=-270", "--rule", "equal", "--compare",
  ])
  #expect(result.status == 0)
  for policy in [
    "largest-remainder: I hvert år", "controlled: Hver celle", "as-published: Hver andel afrundes for sig",
  ] {
    #expect(result.text.contains("\n\(policy)"), "\(policy)")
  }
  #expect(
    result.text.contains(
      "\nSocialudvalget                           2019     -38,57                -38         -38           -39\n"
    ))
  let same = try BuiltTool.run(["distribute", "--amounts", "2019=-270", "--rule", "KFU", "--compare"])
  #expect(same.text.hasSuffix("\nDe giver alle det samme.\n"))
}

@Test func `keys come from a file with nothing but them, decimals and fractions read exactly`() throws {
  let folder = try TemporaryFolder()
  try folder.write("Udvalg;m2;Årsværk\nØU;1/3;12,5\nSocialudvalget;2/3;87,5\n".utf8, to: "keys.csv")
  let result = try BuiltTool.run([
    "distribute", "--amounts", "2019=-270", "--rule", "Nøgle: m2", "--keys", folder.path("keys.csv"),
    "--format", "csv",
  ])
  #expect(result.status == 0, "\(result.words)")
  #expect(result.text.contains("Økonomiudvalget;-90\r\n") && result.text.contains("Socialudvalget;-180\r\n"))
}

@Test func `a file without keys, or with one that cannot be read whole, is refused`() throws {
  let folder = try TemporaryFolder()
  try folder.write("Udvalg;m2\nBygge;3\n".utf8, to: "unknown.csv")
  try folder.write("a;b\n1;2\n".utf8, to: "none.csv")
  let arguments = ["distribute", "--amounts", "2019=-270", "--rule", "Nøgle: m2", "--keys"]
  let unknown = try BuiltTool.run(arguments + [folder.path("unknown.csv")])
  #expect(unknown.status == 1 && unknown.output.isEmpty && unknown.words.contains("[committee-unknown]"))
  let none = try BuiltTool.run(arguments + [folder.path("none.csv")])
  #expect(none.status == 65 && none.words.contains("Filen rummer ingen fordelingsnøgler"))
}

@Test func `money whose rule cannot be carried out is called undistributed, not a rounding difference`()
  throws
{
  let result = try BuiltTool.run(["distribute", "--amounts", "2019=-270", "--rule", "Nøgle: m2"])
  #expect(result.status == 1)
  #expect(result.text.contains("\nIkke fordelt                             -270\n"))
}
