extension SheetStorage {
  /// What is seen of a compact cell besides its value.
  func display(of cell: CompactCell) -> CellDisplay {
    if !displays.isEmpty, let display = displays[cell.key] { return merged(display, cell) }
    guard let index = lookIndex(of: cell) else { return merged(textDisplay(of: cell, nil), cell) }
    let look = looks[index]
    let display =
      switch cell.kind {
      case .number, .dateNumber:
        withText(cell.payload) { DecimalNumber(stored: $0) }.map { look.display(of: $0) }
          ?? look.displayOfUnreadNumber
      // A date that the file writes out is shown as any other value above zero.
      case .dateText: look.displayOfUnreadNumber
      default: textDisplay(of: cell, look)
      }
    return merged(display, cell)
  }

  /// The number of a cell's look in ``looks``.
  private func lookIndex(of cell: CompactCell) -> Int? {
    switch cell.lookCode {
    case 0: nil
    case CompactCell.farLook: farLooks[cell.key].map { Int($0) }
    default: Int(cell.lookCode) - 1
    }
  }

  private func merged(_ display: CellDisplay, _ cell: CompactCell) -> CellDisplay {
    guard !mergeMarks.isEmpty || !conditionalMarks.isEmpty else { return display }
    let marks = (mergeMarks[cell.key] ?? []).union(conditionalMarks[cell.key] ?? [])
    return marks.isEmpty ? display : display.adding(marks)
  }

  private func textDisplay(of cell: CompactCell, _ look: CellLook?) -> CellDisplay {
    let display = look?.displayOfText ?? .plain
    let runs =
      switch cell.kind {
      case .sharedText: strings.runMarks(Int(cell.payload))
      case .text: textRuns.isEmpty ? nil : textRuns[cell.key]
      default: RunMarks?.none
      }
    guard let runs else { return display }
    let marks = runs.marks(isFontStruck: look?.isStruck ?? false)
    return CellDisplay(format: display.format, marks: marks.union(display.marks.intersection(.sameColour)))
  }

  /// Notes for the cells of `ranges` that they are merged, or covered. Stops, and says false, after more
  /// steps than any workbook needs: merges do not overlap, so that each cell is looked at once.
  package mutating func markMerges(_ ranges: [CellRange]) -> Bool {
    guard !ranges.isEmpty, !cells.isEmpty else { return true }
    var steps = 0
    let limit = 4 * (cells.count + ranges.count) + 100_000
    var found: [(marks: CellMarks, key: UInt64)] = []
    for range in ranges where range.from != range.to {
      let isWalked = walk(range, steps: &steps, limit: limit) { cell in
        found.append((marks(of: cell, in: range), cell.key))
      }
      if !isWalked { return false }
    }
    for (marks, key) in found { mergeMarks.append(marks, at: key) }
    mergeMarks.restoreOrder()
    return true
  }

  /// Visits the cells of a range; false once all walks together have taken more than `limit` steps.
  func walk(_ range: CellRange, steps: inout Int, limit: Int, _ visit: (CompactCell) -> Void) -> Bool {
    guard let firstColumn = UInt16(exactly: range.from.column), let firstRow = UInt32(exactly: range.from.row)
    else { return true }
    let lastColumn = UInt16(clamping: range.to.column)
    let lastRow = UInt32(clamping: range.to.row)
    var key = UInt64(firstRow) << 16 | UInt64(firstColumn)
    while true {
      let position = firstPosition(from: key)
      steps += 1
      if steps > limit { return false }
      guard position < cells.count, cells[position].row <= lastRow else { return true }
      let cell = cells[position]
      if cell.column < firstColumn {
        key = UInt64(cell.row) << 16 | UInt64(firstColumn)
      } else if cell.column > lastColumn {
        key = (UInt64(cell.row) + 1) << 16 | UInt64(firstColumn)
      } else {
        visit(cell)
        key = cell.key + 1
      }
    }
  }

  private func marks(of cell: CompactCell, in range: CellRange) -> CellMarks {
    guard Int(cell.row) == range.from.row, Int(cell.column) == range.from.column else {
      return .coveredByMerge
    }
    return [
      range.columns.count > 1 ? .mergedOverColumns : [], range.rows.count > 1 ? .mergedOverRows : [],
    ]
  }
}
