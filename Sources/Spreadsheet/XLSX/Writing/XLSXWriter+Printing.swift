internal import CXLSXWriter

extension XLSXWriter {
  /// Sets how `sheet` is printed.
  ///
  /// Throws if a header or footer has more than 255 characters, a page count or margin is out of range, or
  /// the sheet's name is too long for the repeated rows and columns. The corresponding C functions are
  /// `worksheet_set_paper`, `worksheet_fit_to_pages` and so on.
  public mutating func setPrinting(_ setup: PrintSetup, of sheet: SheetHandle) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    try locating(sheet.name) { () throws(XLSXWriteError) in try check(setup, of: sheet) }
    worksheet_set_paper(worksheet, UInt8(setup.paper.rawValue))
    setup.orientation == .landscape ? worksheet_set_landscape(worksheet) : worksheet_set_portrait(worksheet)
    if setup.fitToWidth != nil || setup.fitToHeight != nil {
      worksheet_fit_to_pages(worksheet, UInt16(setup.fitToWidth ?? 1), UInt16(setup.fitToHeight ?? 1))
    }
    worksheet_set_margins(
      worksheet, setup.margins.left, setup.margins.right, setup.margins.top, setup.margins.bottom)
    if setup.isCentredHorizontally { worksheet_center_horizontally(worksheet) }
    if setup.isCentredVertically { worksheet_center_vertically(worksheet) }
    if setup.printsGridlines { worksheet_gridlines(worksheet, UInt8(LXW_SHOW_ALL_GRIDLINES.rawValue)) }
    try setRepeats(setup, of: worksheet, sheet: sheet)
    try setHeaderAndFooter(setup, of: worksheet, sheet: sheet)
  }

  private func check(_ setup: PrintSetup, of sheet: SheetHandle) throws(XLSXWriteError) {
    for pages in [setup.fitToWidth, setup.fitToHeight] {
      try Checks.range(pages ?? 0, 0...32_767, what: "the number of pages")
    }
    for margin in [setup.margins.left, setup.margins.right, setup.margins.top, setup.margins.bottom] {
      try Checks.range(margin, 0...49, what: "the margin in inches")
    }
    if let rows = setup.repeatedRows { try Checks.range(CellRange(rows: rows), sheet: sheet.name) }
    if let columns = setup.repeatedColumns {
      try Checks.range(CellRange(columns: columns), sheet: sheet.name)
    }
    if let area = setup.area { try Checks.range(area, sheet: sheet.name) }
    for (what, text) in [("the header", setup.header), ("the footer", setup.footer)] {
      // libxlsxwriter counts bytes here.
      if let text { try Checks.attribute(text, what: what, limit: 254, allowsLineFeed: true) }
    }
    let repeats = (setup.repeatedRows == nil ? 0 : 1) + (setup.repeatedColumns == nil ? 0 : 1)
    try checkHiddenName(of: sheet, references: max(repeats, setup.area == nil ? 0 : 1))
  }

  /// Print titles, print areas and filters are defined names, whose formula `'Sheet'!$A:$C,'Sheet'!$1:$4`
  /// libxlsxwriter cuts off at 127 bytes.
  func checkHiddenName(of sheet: SheetHandle, references: Int) throws(XLSXWriteError) {
    let length =
      references * (SheetNames.quoted(sheet.name).utf8.count + "!$XFD$1048576:$XFD$1048576,".utf8.count)
    guard length > 127 else { return }
    throw XLSXWriteError(
      .tooLong(
        what: "the sheet's name", count: sheet.name.utf8.count, limit: 127 / references - 29,
        unit: "bytes for this"),
      sheet: sheet.name)
  }

  private func setRepeats(
    _ setup: PrintSetup, of worksheet: UnsafeMutablePointer<lxw_worksheet>, sheet: SheetHandle
  ) throws(XLSXWriteError) {
    if let rows = setup.repeatedRows {
      let code = CLocale.run {
        worksheet_repeat_rows(worksheet, lxw_row_t(rows.lowerBound - 1), lxw_row_t(rows.upperBound - 1))
      }
      try XLSXWriter.check(code, sheet: sheet.name)
    }
    if let columns = setup.repeatedColumns {
      let code = CLocale.run {
        worksheet_repeat_columns(
          worksheet, lxw_col_t(columns.lowerBound - 1), lxw_col_t(columns.upperBound - 1))
      }
      try XLSXWriter.check(code, sheet: sheet.name)
    }
    if let area = setup.area {
      let (from, to) = (
        Place(worksheet: worksheet, address: area.from), Place(worksheet: worksheet, address: area.to)
      )
      let code = CLocale.run { worksheet_print_area(worksheet, from.row, from.column, to.row, to.column) }
      try XLSXWriter.check(code, sheet: sheet.name)
    }
  }

  private func setHeaderAndFooter(
    _ setup: PrintSetup, of worksheet: UnsafeMutablePointer<lxw_worksheet>, sheet: SheetHandle
  ) throws(XLSXWriteError) {
    if let header = setup.header {
      try XLSXWriter.check(CLocale.run { worksheet_set_header(worksheet, header) }, sheet: sheet.name)
    }
    if let footer = setup.footer {
      try XLSXWriter.check(CLocale.run { worksheet_set_footer(worksheet, footer) }, sheet: sheet.name)
    }
  }
}

extension CellRange {
  fileprivate init(rows: ClosedRange<Int>) {
    self.init(CellAddress(row: rows.lowerBound, column: 1), CellAddress(row: rows.upperBound, column: 1))
  }

  fileprivate init(columns: ClosedRange<Int>) {
    self.init(
      CellAddress(row: 1, column: columns.lowerBound), CellAddress(row: 1, column: columns.upperBound))
  }
}
