import Findings
import Forms
import ProposalModel
import Spreadsheet

/// What stands on a sheet outside every table with years: numbers under a caption of the forms, or under
/// headings of the forms among which no year could be read.
struct UnreadPart {
  private(set) var findings: [Finding] = []

  init(_ grid: SheetGrid, file: String?, regions: [TableRegion]) {
    let place = Place(file: file, sheet: grid.name)
    let covered = regions.map { ($0.header.row, $0.end) }
    var next = 0
    var caption: String?
    var heading: Int?
    var cells: [Cell] = []
    func isCovered(_ row: Int) -> Bool {
      while next < covered.count, covered[next].1 <= row { next += 1 }
      return next < covered.count && row >= covered[next].0
    }
    var found: [Finding] = []
    func finish() {
      defer { (cells, heading) = ([], nil) }
      guard !cells.isEmpty else { return }
      if let heading {
        let years = grid.cells(heading).filter { UnreadPart.isNoYear($0) }
        let first = years.first?.address.description
        found.append(
          Catalogue.yearUnreadable(
            years.map(LooseNumber.text).joined(separator: " · "), amounts: cells.map(LooseNumber.text),
            meant: nil, at: place.at(first),
            cells: years.map(\.address.description) + cells.map(\.address.description)))
      } else if caption != nil {
        found.append(LooseNumber.unread(cells, "der er intet årstal over tallene", at: place))
      }
    }
    for row in grid.rowNumbers {
      if isCovered(row) {
        finish()
        caption = nil
        continue
      }
      let own = grid.cells(row)
      let text = own.first.map(SheetGrid.text) ?? ""
      if TableWords.looksLikeCaption(text), TableWords.caption(text)?.isCertain == true {
        finish()
        caption = text
      } else if heading == nil, UnreadPart.isHeading(own) {
        heading = row
      } else if heading == nil, caption == nil, UnreadPart.isOfForm(own) {
        // The rest of a table on another page or sheet, without its heading.
        caption = text
        cells += own.filter(LooseNumber.isNumber)
      } else if caption != nil || heading != nil {
        cells += own.filter(LooseNumber.isNumber)
      }
    }
    finish()
    findings = found
  }

  private static func isNoYear(_ cell: Cell) -> Bool { YearHeader.heading(cell) == .unreadable }

  /// The unit or `Styringsområde` at the left, and at least one heading that is no year.
  private static func isHeading(_ cells: [Cell]) -> Bool {
    guard let first = cells.first, cells.contains(where: isNoYear) else { return false }
    return TableWords.isUnitHeader(SheetGrid.text(first))
      && cells.dropFirst().contains { cell in
        TableWords.column(SheetGrid.text(cell)) == .area
          || TableWords.column(SheetGrid.text(cell)) == .account
          || YearHeader.heading(cell) == .unreadable
      }
  }

  /// A row of a form's table: a section, or a total or an area beside a number.
  private static func isOfForm(_ cells: [Cell]) -> Bool {
    let texts = cells.map(SheetGrid.text)
    guard let first = texts.first, !first.isEmpty else { return false }
    let hasNumber = cells.contains(where: LooseNumber.isNumber)
    if !hasNumber { return texts.dropFirst().allSatisfy(\.isEmpty) && TableWords.exactSection(first) != nil }
    return TotalWords.isTotalOfForm(TableWords.words(first))
      || cells.contains { cell in
        if case .text(let text) = cell.value { ControlArea(spelling: text) != nil } else { false }
      }
  }
}
