import Findings
import Intake
import ProposalModel
import TestSupport
import Testing

/// What a document says of money outside its tables.
@Suite struct `Money and units among the paragraphs of a document` {
  /// A proposal on a page, with `below` right behind Tabel 1 and `unit` over its rows.
  private func findings(below: String, unit: String = "1.000 kr. 2023 p/l") throws -> [Finding] {
    let folder = try TemporaryFolder()
    let page = """
      <p>BC99 Fælles indgang</p><p>Forslagets titel: BC99 Fælles indgang</p>
      <p>Tabel 1. Forslagets samlede økonomiske konsekvenser</p>
      <table><tr><td>\(unit)</td><td>Styringsområde</td><td>2022</td><td>2023</td><td>2024</td></tr>
      <tr><td>Varige ændringer</td></tr>
      <tr><td>Husleje</td><td>Service</td><td>0</td><td>-200</td><td>-250</td></tr>
      <tr><td>Samlet varig ændring</td><td>Service</td><td>0</td><td>-200</td><td>-250</td></tr></table>
      \(below)
      """
    try folder.write(page.utf8, to: "BC99.html")
    let items = Intake().read([folder.path("BC99.html")]).items
    #expect(items.first?.proposal?.lines.count == 1)
    return items.flatMap(\.findings)
  }

  @Test(
    "a row right below its table that stands outside it is an error",
    arguments: [
      "<p>Licenser\tService\t100\t200\t200</p>", "<p>Licenser 100 200 200</p>", "<p></p><p>100 200 200</p>",
      "<p>Licenser   Service   1.000   -2.000   0</p>",
    ])
  func row(below: String) throws {
    let errors = try findings(below: below).filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.moneyUnread])
  }

  @Test(
    "a sentence on all amounts in another unit is an error",
    arguments: [
      "<p>Alle beløb er i mio. kr.</p>", "<p>Note: Beløbene er i hele kroner.</p>",
      "<p>Forslaget er godt.</p><p>Bemærk, at tallene i tabellerne er opgjort i kr.</p>",
      "<p>* Alle tal i kr.</p>",
    ])
  func unit(below: String) throws {
    let errors = try findings(below: below).filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.unitUnreadable])
  }

  @Test(
    "what speaks of something else is none",
    arguments: [
      "<p>Forslaget koster 3,5 mio. kr. i 2023 og 4 mio. kr. i 2024.</p>",
      "<p>Alle beløb er i 1.000 kr.</p>", "<p>Der er 300 borgere i 2022, 450 i 2023 og 500 i 2024.</p>",
      "<p>Prisen er opgjort ud fra beløb i kr. pr. borger.</p>", "<p>Tlf. 33 66 33 66</p>",
      "<p>Beløbene er baseret på udgiften til et årsværk og svarer til 600.000 kr. om året.</p>",
      "<p>Teksten går videre.</p><p>Vesterbro 12 13 14</p>",
    ])
  func prose(below: String) throws {
    #expect(try findings(below: below).filter { $0.severity > .note && $0.code != .paybackMissing } == [])
  }

  @Test func `a unit that the tables have is none`() throws {
    let found = try findings(below: "<p>Alle beløb er i hele kr.</p>", unit: "kr. 2023 p/l")
    #expect(!found.contains { $0.code == .unitUnreadable })
  }
}
