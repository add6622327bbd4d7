import Forms
import ProposalModel
import Testing

@Test func `every round file that is compiled in is read without unknown keys`() throws {
  for source in RoundLibrary.sources {
    let (_, unknown) = try RoundLibrary.read(source)
    #expect(unknown == [])
  }
  #expect(RoundLibrary.all.count == RoundLibrary.sources.count)
}

@Test(arguments: [
  ("OFS 2021-2022", "ofs-2021-2022"), ("overførselssagen 2021-2022", "ofs-2021-2022"), ("2018", "2018"),
])
func `a round is found by its name, whatever the writing`(name: String, id: String) {
  #expect(RoundLibrary.round(named: name)?.id == id)
}

@Test func `a round is found by years and price level`() {
  #expect(RoundLibrary.round(fitting: [2022, 2023, 2024], priceLevel: 2023)?.id == "ofs-2021-2022")
  #expect(RoundLibrary.round(fitting: [2018, 2019], priceLevel: nil)?.id == "2018")
  #expect(RoundLibrary.round(fitting: [1999], priceLevel: nil) == nil)
}

@Test(
  arguments: [
    ("ØU", "ØU", nil), ("Økonomiforvaltningen", "ØU", nil), ("Kultur- Fritidsforvaltningen", "KFU", nil),
    ("Beskæftigelses-ogIntegrationsudvalget", "BIU", nil), ("ØU/Koncern IT", "ØU", "Koncern IT"),
    ("Koncern-IT", "ØU", "Koncern IT"),
    ("Økonomiforvaltningen for Borgerrådgiveren", "BOR", nil), ("Okonomiudvalget", "ØU", nil),
    ("Økonomi-udvalget", "ØU", nil),
    ("Københavns Ejendomme og Indkøb", "ØU", "Københavns Ejendomme"), ("SOU", "SOU", nil),
    ("SOF", "SUD", nil),
  ] as [(String, String, String?)])
func `committees and units are read as people write them`(text: String, committee: String, unit: String?)
  throws
{
  let round = try #require(RoundLibrary.round(named: "ofs-2021-2022"))
  #expect(round.recipient(named: text) == Recipient(committee, unit: unit))
}

@Test(arguments: ["", "Ældre", "Rådhuset", "KF", "udvalget"])
func `a name that is no committee is not guessed`(text: String) throws {
  let round = try #require(RoundLibrary.round(named: "ofs-2021-2022"))
  #expect(round.recipient(named: text) == nil)
}
