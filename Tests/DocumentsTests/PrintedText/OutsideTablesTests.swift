import Documents
import Reading
import Testing

@Suite struct `Printed text outside its tables` {
  private static let text = """
    BC99 Fælles indgang
    Forslagets titel: Fælles indgang
    Tabel 1. Forslagets samlede økonomiske konsekvenser
    1.000 kr. 2023 p/l Styringsområde 2022 2023 2024
    Varige ændringer
    Husleje Service 0 -200 -250
    Samlet varig ændring 0 -200 -250
    Tilbagebetalingstid baseret på serviceeffektivisering 4
    Tilbagebetalingstid baseret på totaløkonomi 4

    """

  private func notes(_ more: String) -> [DocumentNote.Kind] {
    PrintedTextReader(words: .form).read(Self.text + "\n" + more).notes.map(\.kind).filter {
      [.unitSaid, .proposalUnnamed, .rowOutsideTable, .figuresUnread].contains($0)
    }
  }

  @Test(
    "a sentence on the unit of all amounts is noted, also over two lines",
    arguments: ["Alle beløb er i mio. kr.", "Bemærk at tallene i tabellerne\ner opgjort i hele kroner."])
  func unit(sentence: String) {
    #expect(notes(sentence) == [.unitSaid])
    #expect(notes("Udgiften er 3,5 mio. kr. i 2023.") == [])
  }

  @Test func `a second main table without a title of its own is noted`() {
    let table = Self.text.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    #expect(notes(table) == [.proposalUnnamed])
    #expect(notes(Self.text.replacing("BC99 Fælles indgang", with: "BC98 Andet")) == [])
  }

  @Test func `a row for each year of the table above is told apart from other figures`() {
    #expect(notes("Licenser 100 200 200") == [.rowOutsideTable])
    #expect(notes("Licenser 100 200 200 300") == [.figuresUnread])
    #expect(notes("Teksten går videre her.\nLicenser 100 200 200") == [.figuresUnread])
  }
}
