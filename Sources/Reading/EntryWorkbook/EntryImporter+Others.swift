import Findings
import Forms
import ProposalModel
import Spreadsheet

/// The sheets `Fordelingsnøgler`, `Opfølgning` and `Høring`.
extension EntryImporter {
  mutating func readFollowUps() {
    guard let sheet = sheet(.followUps) else { return }
    let rows = FollowUpRows(sheet) { [self] in place(sheet, $0) }
    proposal.followUps = rows.followUps
    for (key, place) in rows.places { origins[key] = place }
  }

  mutating func readHearings() {
    guard let sheet = sheet(.hearings), let table = HearingTable(sheet) else { return }
    for row in table.rows {
      let index = proposal.hearings.count
      for (field, address) in row.cells {
        origins[.hearing(index, field)] = place(sheet, address)
      }
      if row.hearing.body.isEmpty {
        report(Catalogue.Entry.bodyMissing(at: origins[.hearing(index, .body)]))
      }
      proposal.hearings.append(row.hearing)
    }
  }

  /// A key per column, a committee or unit per row.
  mutating func readKeys() {
    guard let sheet = sheet(.keys), let header = keyHeader(sheet) else { return }
    let names = header.row.cells.filter { $0.address.column > header.column }.compactMap { cell in
      CellText.text(cell).map { (column: cell.address.column, name: $0) }
    }
    var keys = names.map { DistributionKey(name: $0.name, weights: []) }
    var headerless: Set<Int> = []
    for row in sheet.rows where row.number > header.row.number {
      let weights = row.cells.filter { $0.address.column > header.column && CellText.text($0) != nil }
      guard let name = CellText.text(row.cell(header.column)), !weights.isEmpty else {
        if let first = weights.first {
          report(Catalogue.committeeUnknown("", at: place(sheet, first.address)))
        }
        continue
      }
      let here = place(sheet, CellAddress(row: row.number, column: header.column))
      guard let recipient = recipient(name, at: here) else { continue }
      for cell in weights {
        guard let index = names.firstIndex(where: { $0.column == cell.address.column }) else {
          if headerless.insert(cell.address.column).inserted {
            report(Catalogue.Entry.keyWithoutName(at: place(sheet, cell.address)))
          }
          continue
        }
        guard let weight = weight(cell, on: sheet) else { continue }
        if keys[index].weights.contains(where: { $0.recipient == recipient }) {
          let first = origins[.key(keys[index].name, recipient)].cell ?? ""
          report(Catalogue.keyRecipientTwice(name, key: keys[index].name, other: first, at: here))
        }
        keys[index].weights.append(KeyWeight(recipient, weight))
        origins[.key(keys[index].name, recipient)] = place(sheet, cell.address)
      }
    }
    reportKeysTwice(
      keys, at: names.map { place(sheet, CellAddress(row: header.row.number, column: $0.column)) })
    proposal.keys = keys
  }

  /// Columns under one name: which of them a rule means, nobody can say unless they hold the same.
  private mutating func reportKeysTwice(_ keys: [DistributionKey], at places: [Place]) {
    for (index, key) in keys.enumerated() {
      guard let first = keys[..<index].firstIndex(where: { Spelling.same($0.name, key.name) }),
        keys[first].weights != key.weights
      else { continue }
      report(Catalogue.keyTwice(key.name, other: places[first].cell ?? "", at: places[index]))
    }
  }

  /// Whether nobody sees a weight; a hidden sheet of keys is no secret, since rules name them.
  private func isUnseen(_ cell: Cell, on sheet: Sheet) -> Bool {
    cell.isHidden && !sheet.isHidden || cell.display.marks.contains(.coveredByMerge)
      || cell.display.format.isInvisible
  }

  private func keyHeader(_ sheet: Sheet) -> (row: Row, column: Int)? {
    let words = [EntryForm.keyHeader, "Udvalg", "Enhed", "Forvaltning", "Udvalg/enhed"]
    for row in sheet.rows {
      if let cell = row.cells.first(where: { cell in
        CellText.text(cell).map { text in words.contains { EntrySpelling.isSame($0, text) } } ?? false
      }) {
        return (row, cell.address.column)
      }
    }
    return nil
  }

  private mutating func weight(_ cell: Cell, on sheet: Sheet) -> Weight? {
    let here = place(sheet, cell.address)
    if case .empty = cell.value, let formula = cell.formula {
      report(Catalogue.formulaWithoutValue(formula, at: here))
      return nil
    }
    if isUnseen(cell, on: sheet) {
      report(Catalogue.hiddenWeight(CellText.text(cell) ?? "", at: here))
      return nil
    }
    let marks = cell.display.marks
    if !marks.isDisjoint(with: [.struckOut, .partlyStruck, .mergedOverRows, .mergedOverColumns]) {
      let isMerged = marks.isDisjoint(with: [.struckOut, .partlyStruck])
      report(
        Catalogue.numberAmbiguous(CellText.text(cell) ?? "", why: isMerged ? .merged : .struckOut, at: here))
      return nil
    }
    if case .number(let stored) = cell.value, let number = DecimalNumber(stored: stored),
      let weight = Weight(mantissa: number.mantissa, scale: number.scale)
    {
      return weight
    }
    guard let text = CellText.text(cell) else { return nil }
    if text.contains(".") {
      report(Catalogue.numberAmbiguous(text, why: .separator, at: here))
      return nil
    }
    if let weight = Weight(parsing: text) { return weight }
    report(Catalogue.numberUnreadable(text, at: here))
    return nil
  }
}
