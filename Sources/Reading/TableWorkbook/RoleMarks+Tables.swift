import AllocationTables
import Forms
import ProposalModel
import Spreadsheet

extension RoleMarks {
  /// Marks the cells of the tables that were read: money first, by the places of the proposal's fields, then
  /// what repeats and sums it.
  package init(_ read: ReadTables) {
    self.init()
    take(read.origins, of: read.proposal)
    take(read)
  }

  /// Marks the cells of tables, and of the parts of sheets around them.
  mutating func take(_ read: ReadTables) {
    for table in read.tables { take(table, repeating: nil) }
    for table in read.repeated { take(table, repeating: "tabellen står der to gange") }
    for (place, mark) in read.marks { self.mark(place, mark) }
    for part in read.regions { take(part) }
  }

  private mutating func take(_ table: ReadTable, repeating reason: String?) {
    for (cell, year) in zip(table.yearCells, table.statedYears) where !cell.isEmpty {
      mark(table.place(cell), RoleMark(.year, year: year))
    }
    for row in table.rows {
      if let cell = row.paybackCell { mark(table.place(cell), RoleMark(.payback)) }
      if let sum = row.statedSum, sum != .blank {
        mark(table.place(row.statedSumCell), RoleMark(.total, oere: sum.amount.oere))
      }
      mark(table.place(row.accountCell), RoleMark(.account))
      mark(table.place(row.unitCell), RoleMark(.account))
      let role = RoleMarks.role(of: row, in: table)
      for (index, cell) in row.figureCells.enumerated()
      where !cell.isEmpty && row.row.figures.indices.contains(index) && !row.unreadable.contains(index) {
        let figure = row.row.figures[index]
        guard figure != .blank else { continue }
        mark(
          table.place(cell),
          RoleMark(
            role.role, year: table.years.indices.contains(index) ? table.years[index] : nil,
            reason: reason ?? role.reason, oere: figure.amount.oere))
      }
    }
  }

  /// What the figures of a row are, where they are no line's own money.
  private static func role(of row: ReadRow, in table: ReadTable) -> (role: NumberRole, reason: String?) {
    guard let kind = table.kind else {
      return (.outside, "»\(table.name)« er ingen af formularens tabeller")
    }
    switch row.row.kind {
    case .heading, .subtotal, .total, .effect: return (.total, nil)
    case .memo:
      let isTarget = row.row.section != .implementation && TableWords.isTarget(row.row.text)
      return (isTarget ? .target : .memo, nil)
    case .payback: return (.payback, nil)
    case .line:
      return (kind == .administration ? .administration : .detail, nil)
    }
  }

  /// The columns of a region, and numbers beside or in tables that are none of the form's.
  private mutating func take(_ part: ReadRegion) {
    for cell in part.numbers {
      let place = Place(file: part.file, sheet: part.sheet, cell: cell.address.description)
      let column = cell.address.column
      if part.columns.contains(column), part.isRead { continue }
      if part.isRead {
        let heading = part.headings[column] ?? ""
        if RoleMarks.isAccount(heading) {
          mark(place, RoleMark(.account))
        } else if !heading.isEmpty {
          mark(place, RoleMark(.quantity, reason: "egen kolonne »\(heading)«"))
        } else if column < (part.columns.min() ?? 1) {
          mark(place, RoleMark(.outside, reason: "rækkens nummer eller tekst"))
        }
      } else {
        let name = part.caption
        mark(
          place,
          RoleMark(
            .outside,
            reason: name.isEmpty
              ? "en tabel, der ingen af formularens er" : "»\(name)« er ingen af formularens tabeller"))
      }
    }
    guard part.isRead, part.end > part.headerRow + 1 else { return }
    for column in part.columns {
      expect(
        YearColumn(
          file: part.file, sheet: part.sheet, column: column,
          rows: part.headerRow + 1...part.end - 1))
    }
  }
}

extension ReadRegion {
  init(_ region: TableRegion, in grid: SheetGrid, file: String?) {
    self.init(
      file: file, sheet: grid.name, headerRow: region.header.row, end: region.end,
      columns: region.header.columns, isRead: region.isRead, caption: region.caption,
      numbers: region.allNumbers,
      headings: Dictionary(
        grid.cells(region.header.row).map { ($0.address.column, SheetGrid.text($0)) }
      ) { first, _ in first })
  }
}
