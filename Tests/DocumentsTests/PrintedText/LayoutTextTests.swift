import Documents
import Reading
import TestSupport
import Testing

@Suite struct `Text that keeps the places of a page` {
  private func rows(_ text: String) -> [String] {
    let lines = ShownGrid.lines(PrintedTextReader(words: .form).read(text))
    return Array(lines.drop { !$0.hasPrefix("= Tabel") }.dropFirst(2))
  }

  private static let head = """
    Tabel 1. Forslagets samlede økonomiske konsekvenser
    1.000 kr. 2023 p/l      Styringsområde      2022      2023      2024
    Varige ændringer

    """

  @Test func `the lines of a label below its figures belong to it`() {
    let text =
      Self.head + """
        Tidsbesparelse på       Service               -      -100      -200
        administrative
        opgaver
        Drift                   Service              10                  30
        Samlet varig ændring    Service              10      -100      -170
        """
    #expect(
      rows(text) == [
        "Varige ændringer", "Tidsbesparelse på administrative opgaver | Service | - | -100 | -200",
        "Drift | Service | 10 |  | 30", "Samlet varig ændring | Service | 10 | -100 | -170",
      ])
  }

  @Test func `a minus that stands above its figure is its sign`() {
    let text =
      Self.head + """
        Drift                   Service               -         -        20
        mv.                                       1.000     2.000
        Samlet varig ændring    Service          -1.000    -2.000        20
        """
    #expect(
      rows(text) == [
        "Varige ændringer", "Drift mv. | Service | -1.000 | -2.000 | 20",
        "Samlet varig ændring | Service | -1.000 | -2.000 | 20",
      ])
  }

  @Test func `the year of the price level is no column`() {
    let text = """
      Tabel 1. Forslagets samlede økonomiske konsekvenser
      1.000 kr. 2023 p/l   2022   2023   2024
      Drift af haller   10   20   30

      """
    #expect(rows(text) == ["Drift af haller | 10 | 20 | 30"])
  }

  @Test func `figures below dashes that belong to no row are told`() {
    let text =
      Self.head + """
        Samlet varig ændring    Service              10        20        30

                                                              -         -
        Samlet økonomisk                             10
        påvirkning                                          2.000     3.000
        """
    let shown = rows(text).joined(separator: "\n")
    #expect(!shown.contains("| 2.000 | 3.000"))
  }

  @Test func `two figures at one year are never one`() {
    let text =
      Self.head + """
        Drift                   Service                    150   150
        Andet                   Service               5         5         5
        """
    #expect(!rows(text).joined().contains("150150"))
  }

  @Test func `a control area one space behind a label that fills its column is its area`() {
    let text =
      Self.head + """
        Drift                   Service              10        10        30
        Øget drift af anlægget, Service              10                  30
        fase 2
        Samlet varig ændring    Service              20        10        60
        """
    let area = rows(text.replacing("anlægget, S", with: "anlæggene S"))
    #expect(area.contains("Øget drift af anlæggene fase 2 | Service | 10 |  | 30"))
    // Behind a comma it is a word of the label.
    #expect(!rows(text).contains("Øget drift af anlægget, fase 2 | Service | 10 |  | 30"))
  }

  @Test func `a number that ends a label is none of its figures`() {
    let text =
      Self.head + """
        Drift                   Service              10        10        30
        Leje jf. § 85           Service              10        10        30
        Samlet varig ændring    Service              20        20        60
        """
    #expect(rows(text)[2] == "Leje jf. § 85 | Service | 10 | 10 | 30")
  }

  @Test func `money left of its year's heading is no part of the control area`() {
    let text =
      Self.head + """
        Drift                   Service        1.000     1.000
        Samlet varig ændring    Service        1.000     1.000     1.000
        """
    #expect(rows(text)[1] == "Drift | Service | 1.000 | 1.000")
  }

  @Test func `digits that a narrow column broke off are told, and so is the row above them`() {
    let text =
      Self.head + """
        Drift                   Service            4950      4950      4950
                                                      0         0         0
        Samlet varig ændring    Service            4950      4950      4950
        """
    let read = rows(text).joined(separator: "\n")
    #expect(!read.contains("Drift | Service | 4950"))
  }
}
