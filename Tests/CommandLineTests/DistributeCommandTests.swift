import Foundation
import TestSupport
import Testing

@Test func `distribute shares a saving by sevenths and adds up`() throws {
  let result = try BuiltTool.run(["distribute", "--round", "2018", "--amounts", "2019=-270,2020=-933", "--rule", "equal"])
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
    "distribute", "--round", "2018", "--amounts", "2019=-270", "--rule", "equal", "--rounding", "as-published", "--format", "json",
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
