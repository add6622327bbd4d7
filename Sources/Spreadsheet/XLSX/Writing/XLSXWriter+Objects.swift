internal import CXLSXWriter

extension XLSXWriter {
  /// Puts a comment (a note, in newer words) at `address`; one per cell.
  ///
  /// `size` is in pixels, `nil` for Excel's own. The corresponding C function is
  /// `worksheet_write_comment_opt`.
  public mutating func comment(
    _ text: String, at address: CellAddress, author: String? = nil, isVisible: Bool = false,
    size: (width: Int, height: Int)? = nil,
    in sheet: SheetHandle
  ) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    let stored = try locating(sheet.name, CellRange(address)) { () throws(XLSXWriteError) in
      try Checks.address(address, sheet: sheet.name)
      try checkComment(text, author: author, size: size)
      try advance(sheet, to: address.row)
      guard sheets[sheet.index].commented.insert(address).inserted else {
        throw XLSXWriteError(.invalid(what: "the comment", problem: "is the second of the cell"))
      }
      return try Checks.storedText(text, what: "the comment")
    }
    let place = Place(worksheet: worksheet, address: address)
    let code = CText.with([author]) { texts in
      var settings = lxw_comment_options()
      settings.visible = UInt8(
        (isVisible ? LXW_COMMENT_DISPLAY_VISIBLE : LXW_COMMENT_DISPLAY_HIDDEN).rawValue)
      settings.author = texts[0]
      if let size { (settings.width, settings.height) = (UInt16(size.width), UInt16(size.height)) }
      return CLocale.run {
        worksheet_write_comment_opt(worksheet, place.row, place.column, stored, &settings)
      }
    }
    try XLSXWriter.check(code, sheet: sheet.name, cells: CellRange(address))
  }

  private func checkComment(_ text: String, author: String?, size: (width: Int, height: Int)?)
    throws(XLSXWriteError)
  {
    if text.isEmpty { throw XLSXWriteError(.invalid(what: "the comment", problem: "is empty")) }
    if let author {
      try Checks.attribute(author, what: "the comment's author")
      try Checks.length(author, what: "the comment's author", limit: 52)
    }
    if let size {
      try Checks.range(size.width, 1...2000, what: "the comment's width in pixels")
      try Checks.range(size.height, 1...2000, what: "the comment's height in pixels")
    }
  }

  /// Puts `chart` on `sheet` with its top left corner at `address`. The corresponding C function is
  /// `worksheet_insert_chart_opt`.
  public mutating func insert(_ chart: Chart, at address: CellAddress, in sheet: SheetHandle)
    throws(XLSXWriteError)
  {
    let worksheet = try worksheet(sheet)
    try locating(sheet.name, CellRange(address)) { () throws(XLSXWriteError) in
      try Checks.address(address, sheet: sheet.name)
      try check(chart)
    }
    guard let workbook, let object = CLocale.run({ workbook_add_chart(workbook, UInt8(chart.code.rawValue)) })
    else {
      throw XLSXWriter.libraryError(LXW_ERROR_MEMORY_MALLOC_FAILED).at(sheet: sheet.name)
    }
    CLocale.run { ChartMaker.fill(object, with: chart) }
    let place = Place(worksheet: worksheet, address: address)
    let code = CText.with([chart.description]) { texts in
      var settings = lxw_chart_options()
      settings.x_scale = Double(chart.width) / 480
      settings.y_scale = Double(chart.height) / 288
      settings.description = texts[0]
      return CLocale.run { worksheet_insert_chart_opt(worksheet, place.row, place.column, object, &settings) }
    }
    try XLSXWriter.check(code, sheet: sheet.name, cells: CellRange(address))
  }

  private func check(_ chart: Chart) throws(XLSXWriteError) {
    if chart.series.isEmpty { throw XLSXWriteError(.invalid(what: "the chart", problem: "has no series")) }
    guard chart.series.count <= 255 else {
      throw XLSXWriteError(.tooLong(what: "the chart", count: chart.series.count, limit: 255, unit: "series"))
    }
    try Checks.range(chart.width, 1...10_000, what: "the chart's width in pixels")
    try Checks.range(chart.height, 1...10_000, what: "the chart's height in pixels")
    for text in [chart.title, chart.categoryTitle, chart.valueTitle, chart.valueFormat, chart.description] {
      guard let text else { continue }
      try Checks.attribute(text, what: "a text of the chart", limit: 1_000, allowsLineFeed: true)
      try checkNoFormula(text)
    }
    for series in chart.series {
      let cells: SheetRange? = if case .cell(let cell) = series.name { cell } else { nil }
      for reference in [series.values, series.categories, cells] {
        guard let reference else { continue }
        try checkReference(reference)
      }
      if case .text(let name) = series.name {
        try Checks.attribute(name, what: "the name of a series", limit: 1_000)
        try checkNoFormula(name)
      }
    }
  }

  private func checkReference(_ reference: SheetRange) throws(XLSXWriteError) {
    try Checks.range(reference.range, sheet: reference.sheet)
    guard sheets.contains(where: { $0.name == reference.sheet }) else {
      throw XLSXWriteError(
        .invalid(what: "the chart", problem: "refers to the sheet '\(reference.sheet)', which is not there"))
    }
  }

  /// libxlsxwriter takes a text that begins with `=` for the cell that holds it.
  private func checkNoFormula(_ text: String) throws(XLSXWriteError) {
    guard text.utf8.first != UInt8(ascii: "=") else {
      throw XLSXWriteError(.invalid(what: "the text '\(text)' of the chart", problem: "begins with ="))
    }
  }

  /// Makes a table of `range`: its first row gets the columns' headings. The range shares no cell with
  /// another table or merged cells.
  ///
  /// The corresponding C function is `worksheet_add_table`.
  public mutating func addTable(_ table: SheetTable, at range: CellRange, in sheet: SheetHandle)
    throws(XLSXWriteError)
  {
    let worksheet = try worksheet(sheet)
    try locating(sheet.name, range) { () throws(XLSXWriteError) in try check(table, at: range, in: sheet) }
    let (from, to) = (
      Place(worksheet: worksheet, address: range.from), Place(worksheet: worksheet, address: range.to)
    )
    let code = TableMaker.withLibraryValue(of: table) { settings in
      CLocale.run { worksheet_add_table(worksheet, from.row, from.column, to.row, to.column, &settings) }
    }
    try XLSXWriter.check(code, sheet: sheet.name, cells: range)
    sheets[sheet.index].tables.append(range)
    tableNames.insert(table.name.lowercased())
  }

  private func check(_ table: SheetTable, at range: CellRange, in sheet: SheetHandle) throws(XLSXWriteError) {
    try Checks.range(range, sheet: sheet.name)
    if options.constantMemory { throw XLSXWriteError(.needsWholeSheetInMemory("tables are")) }
    if let problem = SheetNames.problem(ofDefinedName: table.name) {
      throw XLSXWriteError(.name(table.name, problem: problem))
    }
    try Checks.attribute(table.name, what: "the table's name", limit: 255)
    guard !tableNames.contains(table.name.lowercased()), !definedNames.contains(table.name.lowercased())
    else {
      throw XLSXWriteError(.name(table.name, problem: "is taken"))
    }
    guard range.rows.count >= (table.hasTotalRow ? 3 : 2) else {
      throw XLSXWriteError(.invalid(what: "the table", problem: "has no row between its header and its end"))
    }
    guard range.columns.count == table.columns.count else {
      throw XLSXWriteError(
        .invalid(
          what: "the table", problem: "has \(table.columns.count) headings for \(range.columns.count) columns"
        ))
    }
    try Checks.range(table.style, 0...28, what: "the table's style")
    let state = sheets[sheet.index]
    if let other = (state.tables + state.merged).first(where: range.overlaps) {
      throw XLSXWriteError(.overlaps(what: "the table", other: other))
    }
    try checkHeaders(of: table)
  }

  private func checkHeaders(of table: SheetTable) throws(XLSXWriteError) {
    var seen: Set<String> = []
    for column in table.columns {
      if column.header.isEmpty {
        throw XLSXWriteError(.invalid(what: "the table", problem: "has a column without a heading"))
      }
      try Checks.attribute(column.header, what: "the heading '\(column.header)'")
      try Checks.length(column.header, what: "the heading '\(column.header)'", limit: 255)
      guard StoredText.encode(column.header) == column.header else {
        throw XLSXWriteError(
          .invalid(what: "the heading '\(column.header)'", problem: "contains what looks like an escape"))
      }
      guard seen.insert(column.header.lowercased()).inserted else {
        throw XLSXWriteError(
          .invalid(what: "the heading '\(column.header)'", problem: "stands over two columns of the table"))
      }
      switch column.total {
      case .label(let label): try Checks.attribute(label, what: "the total's label", limit: 255)
      case .sum(let number): _ = try Checks.number(number)
      case nil: break
      }
    }
  }
}
