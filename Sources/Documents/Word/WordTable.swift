import Spreadsheet

/// Reads a table with its merged cells.
struct WordTable {
  private let node: WordNode
  private let styles: WordStyles
  /// What the style of the table says about letters.
  private let letters: WordStyles.Letters
  /// Whether the table or its style colours cells.
  private let isColoured: Bool
  /// Tables in cells beside text, read behind this one.
  private(set) var inner: [WordNode] = []
  /// What has to be told.
  private(set) var notes: [DocumentNote] = []
  private var rows: [DocumentRow] = []
  /// The cell of each column that may be continued below: row and place in it.
  private var open: [Int: (row: Int, cell: Int)] = [:]

  init(_ node: WordNode, styles: WordStyles) {
    (self.node, self.styles) = (node, styles)
    let properties = node.child(XMLName("tblPr"))
    let style = properties?.child(XMLName("tblStyle"))?[WordNames.val]
    letters = styles.letters(style)
    isColoured = styles.colours(style) || properties.map(WordStyles.isShaded) ?? false
  }

  mutating func read() -> DocumentTable {
    addRows(of: node, isInserted: false)
    return DocumentTable(rows.flatMap(StackedRows.unstacked))
  }

  private mutating func addRows(of node: WordNode, isInserted: Bool) {
    for child in node.children where child.namespace == .word || child.namespace == .other {
      switch child.name {
      case XMLName("tr"): addRow(child, isInserted: isInserted)
      case XMLName("tblPr"), XMLName("tblGrid"), XMLName("sdtPr"): break
      case XMLName("ins"): addRows(of: child, isInserted: true)
      default: addRows(of: child, isInserted: isInserted)
      }
    }
  }

  private mutating func addRow(_ row: WordNode, isInserted: Bool) {
    let properties = row.child(XMLName("trPr"))
    let isDeleted = properties?.child(XMLName("del")) != nil
    let isNew = isInserted || properties?.child(XMLName("ins")) != nil
    var cells: [DocumentCell] = []
    var column = 1 + number(properties, XMLName("gridBefore"))
    for cell in WordTable.cells(of: row) {
      let cellProperties = cell.child(XMLName("tcPr"))
      let span = max(1, min(number(cellProperties, XMLName("gridSpan"), 1), 1_000))
      defer { column += span }
      let merge = cellProperties?.child(XMLName("vMerge"))
      if let merge, merge[WordNames.val] != "restart", let above = open[column] {
        rows[above.row].cells[above.cell].rowSpan += 1
        continue
      }
      if let merge = cellProperties?.child(XMLName("hMerge")), merge[WordNames.val] != "restart",
        let left = cells.indices.last
      {
        cells[left].columnSpan += span
        let covered = self.text(of: cell).text
        if !covered.isEmpty { cells[left].text.hiddenText = (cells[left].text.hiddenText ?? "") + covered }
        continue
      }
      var text = self.text(of: cell)
      let isCellNew = cellProperties?.child(XMLName("cellIns")) != nil
      let isCellDeleted = cellProperties?.child(XMLName("cellDel")) != nil
      if isNew || isCellNew { text.earlierText = "" }
      if isDeleted || isCellDeleted {
        text = DocumentText(marks: .deleted, earlierText: text.earlierText ?? text.text)
      }
      open[column] = merge == nil ? nil : (rows.count, cells.count)
      cells.append(DocumentCell(column: column, columnSpan: span, text: text, element: cell.number))
    }
    rows.append(DocumentRow(cells, isHidden: properties?.isOn(XMLName("hidden")) ?? false))
  }

  private func number(_ properties: WordNode?, _ name: XMLName, _ usual: Int = 0) -> Int {
    properties?.child(name)?[WordNames.val].flatMap { Int($0) }.map { min(max($0, 0), 1_000) } ?? usual
  }

  /// The cells of a row, also those inside content controls.
  private static func cells(of row: WordNode) -> [WordNode] {
    row.children.flatMap { child -> [WordNode] in
      if child.isWord(XMLName("tc")) { return [child] }
      if child.isWord(XMLName("trPr")) || child.isWord(XMLName("sdtPr")) { return [] }
      return cells(of: child)
    }
  }

  private mutating func text(of cell: WordNode) -> DocumentText {
    var paragraphs: [WordNode] = []
    gather(cell, into: &paragraphs)
    let isShaded = cell.child(XMLName("tcPr")).map(WordStyles.isShaded) ?? false
    let text = WordText(
      paragraphs: paragraphs, styles: styles, around: letters, isOnWhite: !isColoured && !isShaded)
    for _ in 0..<text.objects { notes.append(DocumentNote(.embeddedObject)) }
    var result = text.result
    for box in text.boxes { add(box, to: &result) }
    return result
  }

  /// Text boxes that hang on a cell: their tables are read behind this one. Their text is a line of its own in the
  /// cell, and where nothing else stands in that, a box may lie anywhere on the page, so that its figures are told.
  private mutating func add(_ box: WordNode, to text: inout DocumentText) {
    inner += WordTable.tables(in: box)
    let content = WordText(paragraphs: WordTable.paragraphs(in: box), styles: styles).result.text
    guard content.contains(where: \.isNumber) else { return }
    if text.text.isEmpty {
      notes.append(DocumentNote(.figuresUnread, text: content))
    } else {
      text.text += "\n" + content
    }
  }

  private static func paragraphs(in node: WordNode) -> [WordNode] {
    node.children.flatMap { child -> [WordNode] in
      if child.isWord(XMLName("tbl")) { return [] }
      return child.isWord(XMLName("p")) ? [child] : paragraphs(in: child)
    }
  }

  /// The paragraphs of a cell; tables in it are kept for later, but one of a single cell is only a frame.
  private mutating func gather(_ node: WordNode, into paragraphs: inout [WordNode]) {
    for child in node.children {
      if child.isWord(XMLName("p")) {
        paragraphs.append(child)
      } else if child.isWord(XMLName("tbl")) {
        let rows = WordTable.descendants(XMLName("tr"), of: child)
        if rows.count == 1, WordTable.cells(of: rows[0]).count == 1 {
          gather(child, into: &paragraphs)
        } else {
          inner.append(child)
        }
      } else if !child.isWord(XMLName("tcPr")) {
        gather(child, into: &paragraphs)
      }
    }
  }

  private static func descendants(_ name: XMLName, of node: WordNode) -> [WordNode] {
    node.children.flatMap { $0.isWord(name) ? [$0] : descendants(name, of: $0) }
  }

  private static func tables(in node: WordNode) -> [WordNode] {
    node.children.flatMap { $0.isWord(XMLName("tbl")) ? [$0] : tables(in: $0) }
  }
}
