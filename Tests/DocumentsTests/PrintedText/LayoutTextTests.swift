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

  @Test func `two figures at one year are never one`() {
    let text =
      Self.head + """
        Drift                   Service                    150   150
        Andet                   Service               5         5         5
        """
    #expect(!rows(text).joined().contains("150150"))
  }
}
