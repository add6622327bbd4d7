import Documents
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Sentences on all amounts in the paragraphs of a document that name another unit than its tables do:
/// `Alle beløb er i mio. kr.`. What costs something (`3,5 mio. kr. i 2023`) and rates (`beløb i kr. pr. borger`) say
/// nothing of the tables.
struct UnitsInText {
  private(set) var findings: [Finding] = []

  init(_ grid: DocumentGrid, file: String) {
    let pairs = zip(grid.workbook.sheets, grid.parts)
    var named: Set<AmountUnit> = []
    for (sheet, part) in pairs where part != .text {
      named.formUnion(sheet.rows.prefix(4).flatMap(\.cells).compactMap(UnitsInText.unit))
    }
    if named.isEmpty { named = [.thousandKroner] }
    // Tables in two units are judged one by one.
    guard named.count == 1, let unit = named.first else { return }
    for (sheet, part) in pairs where part == .text {
      for cell in sheet.cells {
        guard case .text(let text) = cell.value, let other = UnitReading.ofAmounts(in: text), other != unit
        else { continue }
        findings.append(
          Catalogue.unitContradicts(
            text, unit, at: Place(file: file, sheet: sheet.name, cell: cell.address.description)))
      }
    }
    for note in grid.notes where note.kind == .unitSaid {
      guard let other = UnitReading.ofAmounts(in: note.text), other != unit else { continue }
      findings.append(Catalogue.unitContradicts(note.text, unit, at: Place(file: file)))
    }
  }

  private static func unit(_ cell: Cell) -> AmountUnit? {
    guard case .text(let text) = cell.value else { return nil }
    return UnitReading(text).unit
  }
}
