internal import CXLSXWriter

extension XLSXWriter {
  /// Writes `content` into the cell `address` of `sheet`, in place of what was there.
  ///
  /// A blank or an empty text without a style writes nothing. A cell without a style takes that of its row,
  /// or else of its column. Throws if the content cannot be stored exactly: a number of more than 15
  /// significant digits, text of more than 32,767 characters (UTF-16, escapes counted), a NUL character, a
  /// day that is none, a formula of more than 8,192 characters, or a cell outside the sheet.
  public mutating func write(
    _ content: CellContent, at address: CellAddress, in sheet: SheetHandle, style: CellStyle? = nil
  ) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    do {
      try Checks.address(address, sheet: sheet.name)
      try advance(sheet, to: address.row)
      let format = try format(style)
      let code = try write(
        content, to: Place(worksheet: worksheet, address: address), style: style, format: format, sheet: sheet
      )
      try XLSXWriter.check(code, sheet: sheet.name)
    } catch {
      throw error.at(sheet: sheet.name, cells: CellRange(address))
    }
  }

  /// Writes `number`; the short form of ``write(_:at:in:style:)``.
  public mutating func write(
    _ number: DecimalNumber, at address: CellAddress, in sheet: SheetHandle, style: CellStyle? = nil
  ) throws(XLSXWriteError) {
    try write(.number(number), at: address, in: sheet, style: style)
  }

  /// Writes `text`; the short form of ``write(_:at:in:style:)``.
  public mutating func write(
    _ text: String, at address: CellAddress, in sheet: SheetHandle, style: CellStyle? = nil
  ) throws(XLSXWriteError) {
    try write(.text(text), at: address, in: sheet, style: style)
  }

  /// A cell as libxlsxwriter counts it, from zero.
  struct Place {
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let row: lxw_row_t
    let column: lxw_col_t

    @inline(__always)
    init(worksheet: UnsafeMutablePointer<lxw_worksheet>, address: CellAddress) {
      self.worksheet = worksheet
      row = lxw_row_t(truncatingIfNeeded: address.row - 1)
      column = lxw_col_t(truncatingIfNeeded: address.column - 1)
    }
  }

  /// In constant-memory mode rows come in order.
  @inline(__always)
  mutating func advance(_ sheet: SheetHandle, to row: Int) throws(XLSXWriteError) {
    guard options.constantMemory else { return }
    let current = sheets[sheet.index].currentRow
    guard row >= current else { throw XLSXWriteError(.rowAlreadyWritten(row: row, current: current)) }
    sheets[sheet.index].currentRow = row
  }

  private mutating func write(
    _ content: CellContent, to place: Place, style: CellStyle?, format: UnsafeMutablePointer<lxw_format>?,
    sheet: SheetHandle
  ) throws(XLSXWriteError) -> lxw_error {
    if !sheets[sheet.index].booleanFormulas.isEmpty {
      sheets[sheet.index].booleanFormulas[place.address] = nil
    }
    switch content {
    case .number(let number):
      let value = try Checks.number(number)
      return CLocale.run { worksheet_write_number(place.worksheet, place.row, place.column, value, format) }
    case .text(let text):
      return try write(text, to: place, format: format)
    case .blank:
      return CLocale.run { worksheet_write_blank(place.worksheet, place.row, place.column, format) }
    case .boolean(let value):
      return CLocale.run {
        worksheet_write_boolean(place.worksheet, place.row, place.column, value ? 1 : 0, format)
      }
    case .date(let year, let month, let day):
      return try writeDate(year, month, day: day, to: place, style: style, format: format)
    case .formula(let formula, let value):
      return try write(formula, value: value, to: place, format: format, sheet: sheet)
    case .link(let target, let text):
      return try write(target, text: text, to: place, format: format, sheet: sheet)
    case .richText(let runs):
      return try write(runs, to: place, format: format)
    }
  }

  private func write(_ text: String, to place: Place, format: UnsafeMutablePointer<lxw_format>?)
    throws(XLSXWriteError) -> lxw_error
  {
    if text.isEmpty {
      return CLocale.run { worksheet_write_blank(place.worksheet, place.row, place.column, format) }
    }
    let stored = try Checks.storedText(text)
    return CLocale.run { worksheet_write_string(place.worksheet, place.row, place.column, stored, format) }
  }

  private mutating func writeDate(
    _ year: Int, _ month: Int, day: Int, to place: Place, style: CellStyle?,
    format: UnsafeMutablePointer<lxw_format>?
  ) throws(XLSXWriteError) -> lxw_error {
    guard let number = DayNumber.of(year: year, month: month, day: day) else {
      throw XLSXWriteError(.notADate(year: year, month: month, day: day))
    }
    var format = format
    if style?.numberFormat == nil {
      format = try self.format((style ?? CellStyle()).with { $0.numberFormat = "dd-mm-yyyy" })
    }
    return CLocale.run {
      worksheet_write_number(place.worksheet, place.row, place.column, Double(number), format)
    }
  }

  private mutating func write(
    _ formula: String, value: CachedValue, to place: Place, format: UnsafeMutablePointer<lxw_format>?,
    sheet: SheetHandle
  ) throws(XLSXWriteError) -> lxw_error {
    let formula = try Checks.formula(formula)
    switch value {
    case .number(let number):
      let value = try Checks.number(number)
      return CLocale.run {
        worksheet_write_formula_num(place.worksheet, place.row, place.column, formula, format, value)
      }
    case .text(let text):
      let stored = try Checks.storedText(text, what: "the formula's value")
      return CLocale.run {
        worksheet_write_formula_str(place.worksheet, place.row, place.column, formula, format, stored)
      }
    case .boolean(let value):
      sheets[sheet.index].booleanFormulas[place.address] = value
      let word = value ? BooleanResults.trueWord : BooleanResults.falseWord
      return CLocale.run {
        worksheet_write_formula_str(place.worksheet, place.row, place.column, formula, format, word)
      }
    }
  }

  private mutating func write(
    _ target: LinkTarget, text: String, to place: Place, format: UnsafeMutablePointer<lxw_format>?,
    sheet: SheetHandle
  ) throws(XLSXWriteError) -> lxw_error {
    guard sheets[sheet.index].linkCount < SheetLimits.links else {
      throw XLSXWriteError(
        .tooLong(what: "the sheet", count: SheetLimits.links + 1, limit: SheetLimits.links, unit: "links"))
    }
    let address = try LinkAddress.checked(target)
    guard !text.isEmpty else { throw XLSXWriteError(.invalid(what: "the link", problem: "has no text")) }
    let stored = try Checks.storedText(text)
    try Checks.attribute(stored, what: "the text of the link", allowsLineFeed: true)
    sheets[sheet.index].linkCount += 1
    return CLocale.run {
      worksheet_write_url_opt(place.worksheet, place.row, place.column, address, format, stored, nil)
    }
  }

  private mutating func write(
    _ runs: [TextRun], to place: Place, format: UnsafeMutablePointer<lxw_format>?
  ) throws(XLSXWriteError) -> lxw_error {
    let runs = runs.filter { !$0.text.isEmpty }
    // One part is no rich text for Excel: an invisible style difference would be lost, so it is written as
    // plain text.
    guard runs.count > 1 else { return try write(runs.first?.text ?? "", to: place, format: format) }
    guard runs.count < 250 else {
      throw XLSXWriteError(.tooLong(what: "the text", count: runs.count, limit: 249, unit: "parts"))
    }
    var texts: [String] = []
    var fonts: [UnsafeMutablePointer<lxw_format>?] = []
    for run in runs {
      texts.append(try Checks.storedText(run.text))
      fonts.append(try self.format(run.style))
    }
    return CText.with(texts) { copies in
      var tuples = zip(fonts, copies).map { lxw_rich_string_tuple(format: $0, string: $1) }
      return tuples.withUnsafeMutableBufferPointer { buffer in
        var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] =
          buffer.indices.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
        return CLocale.run {
          worksheet_write_rich_string(place.worksheet, place.row, place.column, &list, format)
        }
      }
    }
  }
}

extension XLSXWriter.Place {
  var address: CellAddress { CellAddress(row: Int(row) + 1, column: Int(column) + 1) }
}
