import Foundation
import TestSupport
import Testing

@Test func `balance shows what rounding does to every committee over the proposals`() throws {
  let result = try BuiltTool.run(
    ["balance", "samples/BC08.json", "samples/DIGITAL-KONTAKT-2018.json", "--quiet"], in: BuiltTool.package)
  #expect(result.status == 0)
  #expect(
    result.text == """
      Afrundingens virkning (1.000 kr.)        Brøkandele  Rundet op  Rundet ned  Forskel i alt  Varigt pr. år
      Økonomiudvalget                                   6          2           4           1,14          -0,14
      Kultur- og Fritidsudvalget                        6          1           5           2,14           0,86
      Børne- og Ungdomsudvalget                         6          6           0          -0,86          -0,14
      Sundheds- og Omsorgsudvalget                      6          6           0          -0,86          -0,14
      Socialudvalget                                    6          4           2          -0,86          -0,14
      Teknik- og Miljøudvalget                          6          4           2          -0,86          -0,14
      Beskæftigelses- og Integrationsudvalget           6          3           3           0,14          -0,14

      2 forslag. Op og ned er i numerisk værdi (-38,57 til -39 er op); forskellen er afrundet minus nøjagtig andel, varigt er det sidste år af varige ændringer.
      Største forskel mellem to udvalg, varigt pr. år: 1,00.

      """)
}

@Test func `balance gives exact fractions as JSON, and says when there is nothing to round`() throws {
  let json = try BuiltTool.run(
    ["balance", "samples/DIGITAL-KONTAKT-2018.json", "--quiet", "--format", "json"], in: BuiltTool.package)
  #expect(json.text.contains("\"lasting\": \"6/7\"") && json.text.contains("\"lastingSpread\": \"1\""))
  let whole = try BuiltTool.run(["balance", "samples/BC08.json", "--quiet"], in: BuiltTool.package)
  #expect(whole.text.hasPrefix("Ingen andel er en brøk, så der er intet at afrunde.\n"))
}
