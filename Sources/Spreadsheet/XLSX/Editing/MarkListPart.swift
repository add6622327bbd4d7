/// Writes a ``MarkList`` as the XML of a sheet.
struct MarkListPart {
  let list: MarkList
  let vocabulary: Vocabulary
  /// The numbers of the cell formats.
  let styles: Styles

  /// The cell formats of a list sheet.
  struct Styles {
    var title: Int
    var introduction: Int
    var header: Int
    var text: Int
    var link: Int

    /// Adds the formats to the styles of the workbook.
    init(_ additions: inout StyleAdditions) {
      title = additions.cell(font: ["b", "color rgb=\"FF1F3864\""], size: 16, isFramed: false)
      introduction = additions.cell(font: [], isFramed: false)
      header = additions.cell(font: ["b", "color rgb=\"FFFFFFFF\""], ground: "FF1F3864")
      text = additions.cell(font: [])
      link = additions.cell(font: ["u", "color rgb=\"FF0563C1\""])
    }
  }

  /// The row of the column headers.
  static let headerRow = 3

  /// The range with the list, headers included.
  var range: CellRange {
    CellRange(
      CellAddress(row: MarkListPart.headerRow, column: 1),
      CellAddress(row: MarkListPart.headerRow + max(1, list.rows.count), column: max(1, list.columns.count)))
  }

  /// The address of ``range`` as names write it: `$A$3:$G$12`.
  var absoluteRange: String {
    [range.from, range.to].map { "$\(CellAddress.letters(ofColumn: $0.column))$\($0.row)" }.joined(
      separator: ":")
  }

  /// The whole part.
  func text() -> [UInt8] {
    let first = MarkListPart.headerRow + 1
    let columns = list.columns.enumerated().map { index, column in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" customWidth=\"1\"/>"
    }
    return Array(
      (XMLText.declaration
        + "<worksheet xmlns=\"\(vocabulary.spreadsheet)\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
        + "<dimension ref=\"A1:\(range.to)\"/><sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\">"
        + "<pane ySplit=\"\(MarkListPart.headerRow)\" topLeftCell=\"A\(first)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        + "<selection pane=\"bottomLeft\" activeCell=\"A\(first)\" sqref=\"A\(first)\"/></sheetView></sheetViews>"
        + "<sheetFormatPr defaultRowHeight=\"15\"/><cols>\(columns.joined())</cols><sheetData>\(rows())</sheetData>"
        + "<autoFilter ref=\"\(range)\"/>\(merges())\(links())"
        + "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
        + "<headerFooter><oddFooter>&amp;L&amp;A&amp;RSide &amp;P af &amp;N</oddFooter></headerFooter></worksheet>")
        .utf8)
  }

  private func rows() -> String {
    let last = CellAddress.letters(ofColumn: max(1, list.columns.count))
    var rows =
      "<row r=\"1\" spans=\"1:\(list.columns.count)\" ht=\"24\" customHeight=\"1\">\(cell("A1", list.title, styles.title))</row>"
    rows += "<row r=\"2\" spans=\"1:\(list.columns.count)\" ht=\"48\" customHeight=\"1\">"
    rows += cell("A2", list.introduction, styles.introduction)
    if list.columns.count > 1 { rows += "<c r=\"\(last)2\" s=\"\(styles.introduction)\"/>" }
    rows += "</row>"
    rows += row(MarkListPart.headerRow, list.columns.map { .text($0.header) }, height: 20) { _ in
      styles.header
    }
    for (index, contents) in list.rows.enumerated() {
      rows += row(
        MarkListPart.headerRow + 1 + index, contents,
        height: index < list.heights.count ? list.heights[index] : 15
      ) { content in
        if case .link = content { styles.link } else { styles.text }
      }
    }
    return rows
  }

  private func row(
    _ number: Int, _ contents: [MarkList.Content], height: Double, style: (MarkList.Content) -> Int
  ) -> String {
    let cells = contents.enumerated().map { index, content in
      cell(CellAddress(row: number, column: index + 1).description, content.text, style(content))
    }
    return "<row r=\"\(number)\" ht=\"\(height)\" customHeight=\"1\">\(cells.joined())</row>"
  }

  private func cell(_ address: String, _ text: String, _ style: Int) -> String {
    if text.isEmpty { return "<c r=\"\(address)\" s=\"\(style)\"/>" }
    // Excel refuses longer texts.
    let text = String(text.prefix(8_000))
    return
      "<c r=\"\(address)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XMLText.stored(text))</t></is></c>"
  }

  private func merges() -> String {
    guard list.columns.count > 1 else { return "" }
    let last = CellAddress.letters(ofColumn: list.columns.count)
    return
      "<mergeCells count=\"2\"><mergeCell ref=\"A1:\(last)1\"/><mergeCell ref=\"A2:\(last)2\"/></mergeCells>"
  }

  private func links() -> String {
    var links = ""
    for (index, contents) in list.rows.enumerated() {
      for (column, content) in contents.enumerated() {
        guard case .link(let text, let sheet, let cell) = content else { continue }
        let address = CellAddress(row: MarkListPart.headerRow + 1 + index, column: column + 1)
        let target = XMLText.escaped("\(WorkbookSheets.quoted(sheet))!\(cell)")
        links += "<hyperlink ref=\"\(address)\" location=\"\(target)\" display=\"\(XMLText.escaped(text))\"/>"
      }
    }
    return links.isEmpty ? "" : "<hyperlinks>\(links)</hyperlinks>"
  }
}
