import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// Reads the sheet `Forslag` (labels in column A, values in B) and the sheet `Høring`.
package enum FrontPage {
  /// Labels in use on printed front pages only, beside those of the form.
  private static let printedLabels: [FrontField: [String]] = [
    .id: ["nr"], .title: ["overskrift"], .kind: ["form"], .round: ["budgetproces"],
    .presenting: ["fremstillendeudvalg", "stilletaf"],
    .affected: ["berørteforvaltningerogudvalg"], .funding: ["dersøgesommidlerfra"],
    .priceLevel: ["prisoglønniveau"],
    .implementedPriceLevel: ["udmøntespl", "udmøntesi"], .risk: ["risikoniveau"],
    .crossCutting: ["tværgåendeforslag"],
  ]

  /// The labels of the form, each with the others in use, comparable.
  private static let labels: [(header: String, key: String, others: [String])] = EntryForm.front.map {
    field in
    (
      field.header, Spelling.key(field.header),
      field.aliases.map { Spelling.key($0) } + (printedLabels[field.key] ?? [])
    )
  }

  /// The usual spelling of a label: exact, another in use, or at most two letters off.
  package static func label(_ text: String) -> (header: String, isExact: Bool)? {
    let key = Spelling.key(text)
    guard key.count > 1 else { return nil }
    if let found = labels.first(where: { $0.key == key }) { return (found.header, true) }
    if let found = labels.first(where: { $0.others.contains(key) }) { return (found.header, false) }
    guard key.count >= 5 else { return nil }
    return labels.first { Spelling.distance(key, $0.key, limit: 2) != nil }.map { ($0.header, false) }
  }

  /// `Forslag`, `Mit forslag`, `Forside`, and a copy `Forslag (2)`; not `Investeringer i forslag`.
  package static func isFront(_ name: String) -> Bool {
    let words = TableWords.words(SheetName.meant(name)).filter { !$0.allSatisfy(\.isNumber) }
    return words.count <= 2 && (words.last?.hasSuffix("forslag") ?? false || words.last == "forside")
  }

  static func isHearing(_ name: String) -> Bool {
    let key = Spelling.key(SheetName.meant(name))
    return key.hasSuffix("høring") || key.hasSuffix("høringer") || key.hasSuffix("hoering")
  }

  /// The fields of the front page, ticked committees gathered into `Berørte forvaltninger`.
  package static func read(_ sheet: Sheet, isPlainText: Bool) -> [String: ReadField] {
    let grid = SheetGrid(sheet, isPlainText: isPlainText)
    var fields: [String: ReadField] = [:]
    // The label itself wins over another word for it, wherever the two stand.
    var exact: Set<String> = []
    var ticked: [String] = []
    for row in grid.rowNumbers {
      let cells = grid.cells(row).filter { !SheetGrid.text($0).isEmpty }
      guard let first = cells.first, case .text = first.value else { continue }
      let value = cells.dropFirst().first
      let address = value?.address.description ?? SheetGrid.address(row, first.address.column + 1)
      if let (label, isExact) = label(SheetGrid.text(first)),
        fields[label] == nil || (isExact && !exact.contains(label))
      {
        if isExact { exact.insert(label) }
        fields[label] = ReadField(
          text: CellText.text(value) ?? "", cell: address, sheet: grid.name,
          labelCell: first.address.description)
      } else if let value, ["x", "ja", "sand", "☒", "✓", "1"].contains(SheetGrid.text(value).lowercased()) {
        ticked.append(SheetGrid.text(first))
      }
    }
    if !ticked.isEmpty, var field = fields["Berørte forvaltninger"], field.text.isEmpty {
      field.text = ticked.joined(separator: ", ")
      fields["Berørte forvaltninger"] = field
    }
    return fields
  }

  /// Fields that stand once more on a front page, with another value than the one read: `P/l` 2022 below
  /// `P/l` 2023, or a copied sheet with another number.
  static func contradictions(_ sheet: Sheet, to fields: [String: ReadField], file: String?) -> [Finding] {
    let grid = SheetGrid(sheet, isPlainText: false)
    return grid.rowNumbers.compactMap { row -> Finding? in
      let cells = grid.cells(row).filter { !SheetGrid.text($0).isEmpty }
      guard cells.count > 1, case (let label, true)? = label(SheetGrid.text(cells[0])),
        let read = fields[label],
        decisive.contains(label), !read.text.isEmpty
      else { return nil }
      let (value, cell) = (CellText.text(cells[1]) ?? "", cells[1].address.description)
      guard !Spelling.same(value, read.text), (read.sheet, read.cell) != (grid.name, cell) else { return nil }
      let other = read.sheet == grid.name ? read.cell : "\(read.sheet ?? "")!\(read.cell)"
      return Catalogue.fieldRepeated(
        label, value, read: read.text, other: other, at: Place(file: file, sheet: grid.name, cell: cell))
    }
  }

  /// The fields that decide what amounts are and where they go.
  static let decisive: Set<String> = Set(
    [.id, .round, .presenting, .affected, .priceLevel, .implementedPriceLevel, .rule, .unit].map { field in
      EntryForm.front(field).header
    })

  /// The hearings, below a header with the words Part, Svar, Dato and Bemærkning in any order.
  package static func hearings(_ sheet: Sheet, file: String?, isPlainText: Bool) -> [(
    hearing: Hearing, cells: [String: Place]
  )] {
    let grid = SheetGrid(sheet, isPlainText: isPlainText)
    var columns = ["Part": 1, "Svar": 2, "Dato": 3, "Bemærkning": 4]
    var rows: [(hearing: Hearing, cells: [String: Place])] = []
    var isBody = false
    for row in grid.rowNumbers {
      if !isBody, let found = header(grid, row) {
        columns = found
        isBody = true
        continue
      }
      func text(_ name: String) -> String? {
        columns[name].flatMap { CellText.text(grid.cell(row, $0)) }
      }
      guard isBody, let body = text("Part") else { continue }
      let cells = columns.mapValues { Place(file: file, sheet: grid.name, cell: SheetGrid.address(row, $0)) }
      rows.append(
        (Hearing(body: body, answer: text("Svar"), date: text("Dato"), remark: text("Bemærkning")), cells))
    }
    return rows
  }

  private static func header(_ grid: SheetGrid, _ row: Int) -> [String: Int]? {
    var columns: [String: Int] = [:]
    for cell in grid.cells(row) {
      let key = Spelling.key(SheetGrid.text(cell))
      if key == "part" || key == "høringspart" { columns["Part"] = cell.address.column }
      if key == "svar" || key.hasPrefix("janej") { columns["Svar"] = cell.address.column }
      if key.hasPrefix("dato") { columns["Dato"] = cell.address.column }
      if key.hasPrefix("bemærkning") { columns["Bemærkning"] = cell.address.column }
    }
    return columns["Part"] != nil && columns["Svar"] != nil ? columns : nil
  }
}
