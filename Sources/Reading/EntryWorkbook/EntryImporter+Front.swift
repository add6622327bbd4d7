import Findings
import Forms
import ProposalModel
package import Spreadsheet

/// The sheet `Forslag` of an entry workbook: labels in the column that holds most of them, values in the next one.
package struct FrontSheet {
  package let sheet: Sheet
  package let cells: FrontCells

  init(_ sheet: Sheet, place: (CellAddress) -> Place) {
    self.sheet = sheet
    var found: [Int: Int] = [:]
    for cell in sheet.cells where CellText.text(cell).flatMap(FrontLabel.init) != nil {
      found[cell.address.column, default: 0] += 1
    }
    guard let column = found.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
      cells = FrontCells()
      return
    }
    cells = FrontCells(
      sheet.rows.compactMap { row in
        guard let cell = row.cell(column), let label = CellText.text(cell) else { return nil }
        let value = CellAddress(row: row.number, column: column + 1)
        return ReadField(
          label: label, labelCell: cell.address.description, cell: sheet[value], place: place(value))
      })
  }
}

extension EntryImporter {
  /// Reads the front page by the one reader, and takes what it tells.
  mutating func read<Value>(_ front: FrontSheet?, _ body: (inout FrontReader, inout Proposal) -> Value)
    -> Value
  {
    var reader = FrontReader(front?.cells ?? FrontCells(), round: round)
    let value = body(&reader, &proposal)
    take(reader.values)
    return value
  }

  func frontSheet(_ sheet: Sheet) -> FrontSheet { FrontSheet(sheet) { [self] in place(sheet, $0) } }

  /// Labels that are gone or misspelt.
  mutating func checkLabels(_ front: FrontSheet) {
    read(front) { reader, _ in reader.reportLabels() }
    for field in EntryForm.front where field.isRequired && front.cells.fields[field.key] == nil {
      report(Catalogue.columnMissing(field.header, at: place(front.sheet, nil)))
    }
  }

  /// Reads the fields that name committees; the round is known by now.
  mutating func readFront(_ front: FrontSheet) {
    for (field, value) in front.cells.fields {
      origins[.proposal(field)] = value.place
    }
    read(front) { reader, proposal in
      proposal.payback = StatedPayback(
        service: reader.payback(.servicePayback), total: reader.payback(.totalPayback))
      reader.readNames(into: &proposal)
    }
    findings += front.cells.contradictions()
    for sheet in workbook.sheets where sheet.name != front.sheet.name && FrontPage.isFront(sheet.name) {
      findings += front.cells.contradictions(on: frontSheet(sheet).cells)
    }
    reportNumbersBeside(front)
  }

  /// Numbers that stand in no field: an own label, or a cell beside the form.
  private mutating func reportNumbersBeside(_ front: FrontSheet) {
    let fields = front.cells.fields.values + front.cells.repeated.map(\.value)
    let places = Set(fields.compactMap(\.place.cell))
    for cell in front.sheet.cells
    where LooseNumber.isNumber(cell) && !places.contains(cell.address.description) {
      let label = front.cells.others.first { $0.cell?.address == cell.address }?.label
      if let label, LooseNumber.isBasis(label) { continue }
      report(Catalogue.besideFields(label, LooseNumber.text(cell), at: place(front.sheet, cell.address)))
    }
  }

  /// The proposal's number; without one, the file's name stands for it.
  mutating func nameProposal(_ front: FrontSheet?) {
    if let text = front?.cells.text(.id) {
      proposal.id = text
      return
    }
    let name = (file ?? "").split(separator: "/").last.map(String.init) ?? ""
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    proposal.id = stem.isEmpty || stem == "-" ? "uden nummer" : stem
    let field = front?.cells.fields[.id]
    guard field != nil || isBareTable else { return }
    report(
      Catalogue.numberOfProposalMissing(readAs: proposal.id, at: field?.place ?? place(front?.sheet, nil)))
  }

  /// A price level typed over the table of lines must agree with that of the front page.
  mutating func comparePriceLevels(_ front: FrontSheet?) {
    guard let (level, text, place) = levelOfLines else { return }
    if let stated = proposal.priceLevel {
      if stated != level { report(Catalogue.Entry.priceLevelsDiffer(text, stated, at: place)) }
    } else {
      proposal.priceLevel = level
      if front != nil { report(Catalogue.Entry.priceLevelFromTable(level, at: place)) }
    }
  }

  /// Finds the round; where none is found the names are read by the first one, and the error stays.
  mutating func resolveRound(_ front: FrontSheet?) {
    let (given, rounds, page) = (given, rounds, place(front?.sheet, nil))
    let found = read(front) { reader, proposal in
      reader.round(asked: given, among: rounds, level: proposal.priceLevel, for: &proposal, at: page)
    }
    round = found ?? rounds.first
  }
}
