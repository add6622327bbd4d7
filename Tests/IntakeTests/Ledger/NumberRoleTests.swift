import Findings
import ProposalModel
import Reading
import Spreadsheet
import TestSupport
import Testing

@testable import Intake

/// A small workbook, and the role of every number in it: `Økonomi!E3 amount L1 2023`.
struct RoleCase: Sendable, CustomTestStringConvertible {
  var what: String
  var text: String
  var roles: [String]

  var testDescription: String { what }

  /// The numbers of the workbook's own sheets, as the tool reads it.
  var found: [String] {
    let marked = MarkedWorkbook(text)
    return Intake().read(marked.workbook, file: MarkedWorkbook.file).flatMap(\.numbers).filter {
      $0.place.sheet != "Forslag"
    }.map { cell in
      let place = [cell.place.sheet, cell.place.cell].compactMap { $0 }.joined(separator: "!")
      let line = [cell.line, cell.year.map(String.init)].compactMap { $0 }
      return ([place, cell.role.rawValue] + line).joined(separator: " ")
    }
  }
}

@Suite struct `The role of every number` {
  @Test("each number has the one role that a person gives it", arguments: cases)
  func roles(example: RoleCase) { #expect(example.found == example.roles) }

  static let cases = [
    RoleCase(
      what: "lines, their sums, and an own column",
      text: """
        # Økonomi
        | 1.000 kr. 2023 p/l |
        | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | 2022 | 2023 | I alt | Timer |
        | Implementering | Projekt | Service | SUD | 3641 | 600 | 50 | 650 | 120 |
        """,
      roles: [
        "Økonomi!F2 year 2022", "Økonomi!G2 year 2023", "Økonomi!E3 account L1", "Økonomi!F3 amount L1 2022",
        "Økonomi!G3 amount L1 2023", "Økonomi!H3 total", "Økonomi!I3 quantity L1",
      ]),
    RoleCase(
      what: "a total among the lines is a total",
      text: """
        # Økonomi
        | 1.000 kr. 2023 p/l |
        | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 |
        | Implementering | Projekt | Service | SUD | 600 | 50 |
        | Implementering | I alt | Service | SUD | 600 | 50 |
        """,
      roles: [
        "Økonomi!E2 year 2022", "Økonomi!F2 year 2023", "Økonomi!E3 amount L1 2022",
        "Økonomi!F3 amount L1 2023", "Økonomi!E4 total", "Økonomi!F4 total",
      ]),
    RoleCase(
      what: "a column of money without a heading is a finding",
      text: """
        # Økonomi
        | 1.000 kr. 2023 p/l |
        | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 | |
        | Implementering | Projekt | Service | SUD | 600 | 50 | 777 |
        """,
      roles: [
        "Økonomi!E2 year 2022", "Økonomi!F2 year 2023", "Økonomi!E3 amount L1 2022",
        "Økonomi!F3 amount L1 2023", "Økonomi!G3 finding",
      ]),
    RoleCase(
      what: "Tabel 1 is the money, the detail table repeats it",
      text: """
        # Tabel 1
        | Tabel 1. Forslagets samlede økonomiske konsekvenser |
        | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
        | Implementeringsomkostninger |
        | Projekt | Service | 600 | 50 |
        | Samlede implementeringsomkostninger | | 600 | 50 |
        | Tilbagebetalingstid baseret på serviceeffektivisering | | 3 | |
        # Tabel 2
        | Tabel 2. Serviceinvesteringer |
        | 1.000 kr. 2023 p/l | Bevilling | 2022 | 2023 |
        | Projekt | 3641 | 600 | 50 |
        """,
      roles: [
        "Tabel 1!C2 year 2022", "Tabel 1!D2 year 2023", "Tabel 1!C4 amount L1 2022",
        "Tabel 1!D4 amount L1 2023", "Tabel 1!C5 total 2022", "Tabel 1!D5 total 2023", "Tabel 1!C6 payback",
        "Tabel 2!C2 year 2022", "Tabel 2!D2 year 2023", "Tabel 2!B3 account L1", "Tabel 2!C3 detail 2022",
        "Tabel 2!D3 detail 2023",
      ]),
    RoleCase(
      what: "a table of volumes is outside",
      text: """
        # Tabel 1
        | Tabel 1. Forslagets samlede økonomiske konsekvenser |
        | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
        | Implementeringsomkostninger |
        | Projekt | Service | 600 | 50 |
        # Antal
        | Antal borgere | 2022 | 2023 |
        | Besøg | 12 | 14 |
        """,
      roles: [
        "Tabel 1!C2 year 2022", "Tabel 1!D2 year 2023", "Tabel 1!C4 amount L1 2022",
        "Tabel 1!D4 amount L1 2023", "Antal!B1 outside", "Antal!C1 outside", "Antal!B2 outside",
        "Antal!C2 outside",
      ]),
  ]
}
