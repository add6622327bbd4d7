import Findings
import Foundation
import Spreadsheet
import Testing

@testable import Intake

/// Ten mistakes that people make, all at once in a published proposal as its department typed it.
@Suite struct `Ten mistakes in a published proposal` {
  /// One mistake: where, what was typed, the finding that names it, and the words of its remedy with what they say to
  /// write.
  private struct Slip {
    var cell: CellPlace
    var wrong: String
    var finding: String
    var remedy: String
    var right: String

    init(_ sheet: String, _ cell: String, _ wrong: String, _ finding: String, remedy: String, right: String) {
      self.cell = CellPlace(sheet, cell)
      (self.wrong, self.finding, self.remedy, self.right) = (wrong, finding, remedy, right)
    }
  }

  private static let (two, three) = ("Tabel 2 Varige ændringer, se", "Tabel 3 Serviceinvesteringer")
  private static let four = "Tabel 4 Anlægsinvesteringer "

  private static let slips = [
    Slip(
      "Tabel 1", "D18", "8.600", "D18 total-differs", remedy: "stå 6.800: to cifre er byttet", right: "6.800"),
    Slip("Tabel 1", "H8", "2.750", "H10 total-differs", remedy: "står -2.750 (2027)", right: "-2.750"),
    Slip("Tabel 1", "B5", "Sevrice", "B5 control-area-unknown", remedy: "»Service«?", right: "Service"),
    Slip(
      two, "E3", "-6.950.000", "E3 magnitude-suspicious", remedy: "skriv -6.950 (2025)", right: "-6.950"),
    Slip(
      two, "B6", "", "B6 account-missing", remedy: "Udfyld bevilling",
      right: "3220 – Borgere med handicap"),
    Slip(three, "D5", "4.400 kr.", "D5 number-ambiguous", remedy: "uden enhed", right: "4.400"),
    Slip(three, "F2", "202", "F2 year-unreadable", remedy: "Skriv 2025", right: "2025"),
    Slip(
      three, "A2", "1.000 kr. 2022 p/l", "A2 price-level-differs", remedy: "Ret p/l over tabellen",
      right: "1.000 kr. 2023 p/l"),
    Slip(
      four, "A1", "Tabel [indsæt nr.] Anlægsinvesteringer i forslaget", "A1 placeholder-left",
      remedy: "Skriv det, der skal stå", right: "Tabel 4 Anlægsinvesteringer i forslaget"),
    Slip("Høring", "C2", "16. februar", "C2 hearing-date", remedy: "intet årstal", right: "16. februar 2022"),
  ]

  private func typed(_ slips: [Slip], _ text: (Slip) -> String, in grid: EditableGrid) throws -> EditableGrid
  {
    var grid = grid
    for slip in slips {
      let value = text(slip)
      try #require(grid.workbook.sheet(named: slip.cell.sheet) != nil, "\(slip.cell.sheet)")
      let address = try #require(CellAddress(slip.cell.cell))
      grid.set(slip.cell.sheet, address, to: value.isEmpty ? .empty : .text(value))
    }
    return grid
  }

  private func findings(_ grid: EditableGrid) -> [String: Finding] {
    let found = Intake().read(grid.workbook, file: "BC45.xlsx", isText: false).flatMap(\.findings)
      .filter { $0.severity > .note }
    return Dictionary(
      found.map { ("\($0.sheet ?? "")!\($0.cell ?? "") \($0.code.rawValue)", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `are each named in the first pass with a remedy that mends it, and nothing else is`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/as-typed/BC45.xlsx")
    let right = try EditableGrid(Array(Data(contentsOf: file)))
    let before = Set(findings(right).keys)
    let wrong = try typed(Self.slips, \.wrong, in: right)
    let first = findings(wrong)
    let named = Self.slips.map { "\($0.cell.sheet)!\($0.finding)" }
    #expect(Set(first.keys).subtracting(before) == Set(named))
    #expect(before.isSubset(of: first.keys))
    for (slip, name) in zip(Self.slips, named) {
      let words = (first[name]?.message ?? "") + " " + (first[name]?.suggestion ?? "")
      #expect(words.contains(slip.remedy), "\(name): \(words)")
      let mended = findings(try typed([slip], \.right, in: wrong))
      #expect(Set(mended.keys) == Set(first.keys).subtracting([name]), "\(name)")
    }
  }
}
