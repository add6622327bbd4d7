internal import CXLSXWriter

extension XLSXWriter {
  /// Sets columns `first` to `last` (1 for `A`) of `sheet`: their width in characters, the style of cells
  /// that have none, and whether they are hidden.
  ///
  /// `width` is 0 to 255; `nil` keeps Excel's own (8.43). The corresponding C function is
  /// `worksheet_set_column_opt`.
  public mutating func setColumns(
    _ first: Int, through last: Int, of sheet: SheetHandle, width: Double? = nil, style: CellStyle? = nil,
    isHidden: Bool = false
  ) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    let range = CellRange(from: CellAddress(row: 1, column: first), to: CellAddress(row: 1, column: last))
    let format = try locating(sheet.name) { () throws(XLSXWriteError) in
      try Checks.range(range, sheet: sheet.name)
      try Checks.range(width ?? usualColumnWidth, 0...255, what: "the width of the column")
      return try self.format(style)
    }
    var settings = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
    let (from, to) = (lxw_col_t(range.from.column - 1), lxw_col_t(range.to.column - 1))
    let code = CLocale.run {
      worksheet_set_column_opt(worksheet, from, to, width ?? usualColumnWidth, format, &settings)
    }
    try XLSXWriter.check(code, sheet: sheet.name, cells: range)
  }

  /// Sets row `row` of `sheet`: its height in points, the style of cells that have none, and whether it is
  /// hidden.
  ///
  /// `height` is 0 to 409; `nil` keeps Excel's own (15). The corresponding C function is
  /// `worksheet_set_row_opt`.
  public mutating func setRow(
    _ row: Int, of sheet: SheetHandle, height: Double? = nil, style: CellStyle? = nil, isHidden: Bool = false
  ) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    let place = CellAddress(row: row, column: 1)
    let format = try locating(sheet.name, CellRange(place)) { () throws(XLSXWriteError) in
      try Checks.address(place, sheet: sheet.name)
      try Checks.range(height ?? usualRowHeight, 0...409, what: "the height of the row")
      try advance(sheet, to: row)
      return try self.format(style)
    }
    var settings = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
    let code = CLocale.run {
      worksheet_set_row_opt(worksheet, lxw_row_t(row - 1), height ?? usualRowHeight, format, &settings)
    }
    try XLSXWriter.check(code, sheet: sheet.name, cells: CellRange(place))
  }

  /// Makes one cell of `range`, which must be more than one cell and share none with another merged range or
  /// a table, and writes `content` into it.
  ///
  /// The corresponding C function is `worksheet_merge_range`.
  public mutating func merge(
    _ range: CellRange, in sheet: SheetHandle, content: CellContent = .blank, style: CellStyle? = nil
  ) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    let format = try locating(sheet.name, range) { () throws(XLSXWriteError) in
      try checkMerge(range, in: sheet)
      return try self.format(style)
    }
    // Written twice: first so that content that cannot be stored is refused before anything is merged.
    try write(content, at: range.from, in: sheet, style: style)
    let (from, to) = (
      Place(worksheet: worksheet, address: range.from), Place(worksheet: worksheet, address: range.to)
    )
    let code = CLocale.run {
      worksheet_merge_range(worksheet, from.row, from.column, to.row, to.column, nil, format)
    }
    try XLSXWriter.check(code, sheet: sheet.name, cells: range)
    sheets[sheet.index].merged.append(range)
    if case .link = content { sheets[sheet.index].linkCount -= 1 }
    try write(content, at: range.from, in: sheet, style: style)
  }

  private func checkMerge(_ range: CellRange, in sheet: SheetHandle) throws(XLSXWriteError) {
    try Checks.range(range, sheet: sheet.name)
    guard range.from != range.to else {
      throw XLSXWriteError(.invalid(what: "the range to merge", problem: "is one cell"))
    }
    if options.constantMemory, range.from.row != range.to.row {
      throw XLSXWriteError(.needsWholeSheetInMemory("merging cells of several rows is"))
    }
    let state = sheets[sheet.index]
    if let other = state.merged.first(where: range.overlaps) {
      throw XLSXWriteError(.overlaps(what: "the range to merge", other: other))
    }
    if let other = state.tables.first(where: range.overlaps) {
      throw XLSXWriteError(.overlaps(what: "the range to merge", other: other))
    }
  }

  /// Keeps the rows above and the columns to the left of `address` in view: `A3` freezes two rows, `B3` one
  /// column too.
  ///
  /// The corresponding C function is `worksheet_freeze_panes`.
  public mutating func freeze(at address: CellAddress, in sheet: SheetHandle) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    try Checks.address(address, sheet: sheet.name)
    let place = Place(worksheet: worksheet, address: address)
    CLocale.run { worksheet_freeze_panes(worksheet, place.row, place.column) }
  }

  /// Colours the sheet's tab. The corresponding C function is `worksheet_set_tab_color`.
  public mutating func setTabColour(_ colour: Colour, of sheet: SheetHandle) throws(XLSXWriteError) {
    worksheet_set_tab_color(try worksheet(sheet), colour.libraryColour)
  }

  /// Shows the sheet at `percent` of its size, 10 to 400. The corresponding C function is
  /// `worksheet_set_zoom`.
  public mutating func setZoom(_ percent: Int, of sheet: SheetHandle) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    try locating(sheet.name) { () throws(XLSXWriteError) in
      try Checks.range(percent, 10...400, what: "the zoom in per cent")
    }
    worksheet_set_zoom(worksheet, UInt16(percent))
  }

  /// Hides the grid lines on the screen. The corresponding C function is `worksheet_gridlines`.
  public mutating func hideGridlines(of sheet: SheetHandle) throws(XLSXWriteError) {
    worksheet_gridlines(try worksheet(sheet), UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Opens the workbook on `sheet`, which must not be hidden, in place of the first visible one. The
  /// corresponding C function is `worksheet_activate`.
  public mutating func activate(_ sheet: SheetHandle) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    guard !sheets[sheet.index].isHidden else {
      throw XLSXWriteError(
        .invalid(what: "the sheet that the workbook opens on", problem: "is hidden"), sheet: sheet.name)
    }
    worksheet_activate(worksheet)
    activeSheet = sheet.index
  }

  /// Puts the cursor on `range`. The corresponding C function is `worksheet_set_selection`.
  public mutating func select(_ range: CellRange, in sheet: SheetHandle) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    try Checks.range(range, sheet: sheet.name)
    let (from, to) = (
      Place(worksheet: worksheet, address: range.from), Place(worksheet: worksheet, address: range.to)
    )
    CLocale.run { worksheet_set_selection(worksheet, from.row, from.column, to.row, to.column) }
  }

  /// Gives the header row of `range` filter buttons; one filter per sheet. The corresponding C function is
  /// `worksheet_autofilter`.
  public mutating func setAutofilter(_ range: CellRange, in sheet: SheetHandle) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    try Checks.range(range, sheet: sheet.name)
    guard !sheets[sheet.index].hasAutofilter else {
      throw XLSXWriteError(
        .invalid(what: "the filter", problem: "is the second of the sheet"), sheet: sheet.name, cells: range)
    }
    try checkHiddenName(of: sheet, references: 1)
    let (from, to) = (
      Place(worksheet: worksheet, address: range.from), Place(worksheet: worksheet, address: range.to)
    )
    let code = CLocale.run { worksheet_autofilter(worksheet, from.row, from.column, to.row, to.column) }
    try XLSXWriter.check(code, sheet: sheet.name, cells: range)
    sheets[sheet.index].hasAutofilter = true
  }
}

private let usualColumnWidth = 8.43
private let usualRowHeight = 15.0
