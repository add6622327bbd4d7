import Findings
import Spreadsheet
import TestSupport
import Testing

@testable import Intake

/// Workbooks that have nothing to do with a proposal: ten kinds, ten of each.
@Suite struct `Unrelated workbooks` {
  private static let words = [
    "Skruer", "Bolte", "Rejser", "Møder", "Kantine", "Parkering", "Cykler", "Borgere", "Skoler", "Total",
    "I alt",
    "Service", "Nord", "Syd",
  ]

  /// A sheet of random rows below the headings of a kind.
  private static func workbook(_ kind: Int, _ dice: inout SeededNumbers) -> Workbook {
    let headings: [[String]] = [
      ["Vare", "Lager", "Pris"], ["", "2021", "2022", "2023"],
      ["Konto", "Tekst", "Debet", "Kredit", "Saldo"],
      ["Navn", "Timer", "Sats", "I alt"], ["Dato", "Bilag", "Beløb"], ["Måned", "Budget", "Forbrug", "Rest"],
      ["Afdeling", "Antal 2022", "Antal 2023"], ["Skole", "Elever", "Klasser"], ["kr.", "Januar", "Februar"],
      [],
    ]
    var cells: [Cell] = []
    for (column, heading) in headings[kind].enumerated() where !heading.isEmpty {
      cells.append(
        Cell(
          address: CellAddress(row: 2, column: column + 1),
          value: Int(heading) == nil ? .text(heading) : .number(heading)))
    }
    for row in 3...(3 + dice.number(1...12)) {
      cells.append(Cell(address: CellAddress(row: row, column: 1), value: .text(dice.pick(words))))
      for column in 2...max(2, headings[kind].count) {
        cells.append(
          Cell(
            address: CellAddress(row: row, column: column),
            value: .number(String(dice.number(-9_999...99_999)))))
      }
    }
    return Workbook(sheets: [Sheet(name: dice.pick(["Ark1", "Budget", "Data", "Oversigt"]), cells: cells)])
  }

  @Test(arguments: 0..<10)
  func `none of them passes`(kind: Int) {
    for seed in 0..<10 {
      var dice = SeededNumbers(seed: UInt64(kind * 100 + seed))
      let items = Intake().read(Self.workbook(kind, &dice), file: "andet.xlsx")
      #expect(items.allSatisfy { $0.proposal == nil })
      #expect(items.flatMap(\.findings).contains { $0.severity == .error })
    }
  }
}
