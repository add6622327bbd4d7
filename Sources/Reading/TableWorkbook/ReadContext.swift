import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Turns read tables into a proposal, once it is known which round they belong to.
package struct ReadContext {
  package var read: ReadTables
  private let asked: Round?
  private let keys: TableWorkbookReader.KeyReading?
  /// The keys that rules mention, with the cells that do.
  private var mentionedKeys: [(name: String, place: Place)] = []

  init(_ read: ReadTables, round: Round?, keys: TableWorkbookReader.KeyReading?) {
    self.read = read
    self.keys = keys
    asked = round
  }

  package mutating func resolve() {
    readFront()
    findRound()
    readFront { reader, proposal in reader.readNames(into: &proposal) }
    readKeys()
    readFollowUps()
    for index in read.tables.indices {
      var table = read.tables[index]
      resolveRecipients(&table)
      read.tables[index] = table
      reportMisnamed(table)
    }
    read.findings += ValueReader.unknownKeys(mentionedKeys, keys: read.proposal.keys, of: read.round)
    var builder = ProposalBuilder(read)
    builder.build()
    read = builder.read
    ComputedTables.settle(&read)
  }

  /// Columns whose content is the form's although their heading is not.
  private mutating func reportMisnamed(_ table: ReadTable) {
    guard let kind = table.kind else { return }
    for stray in table.strays {
      guard let content = FormContent.of(stray.texts, read.round), kind.shows(content),
        !table.hasColumn(of: content)
      else { continue }
      read.findings.append(
        Catalogue.columnMisnamed(
          content.header, heading: stray.heading, holds: stray.texts, at: table.place(stray.cell)))
    }
  }

  /// Reads the front page by the one reader, and takes what it tells.
  private mutating func readFront<Value>(_ body: (inout FrontReader, inout Proposal) -> Value) -> Value {
    var reader = FrontReader(read.front, round: read.round)
    let value = body(&reader, &read.proposal)
    take(reader.values)
    return value
  }

  /// Reads a value by the one reader of its kind, and takes what it tells.
  private mutating func readValue<Value>(_ body: (inout ValueReader) -> Value) -> Value {
    var reader = ValueReader(round: read.round)
    let value = body(&reader)
    take(reader)
    return value
  }

  private mutating func take(_ values: ValueReader) {
    read.findings += values.findings
    mentionedKeys += values.mentionedKeys
  }

  private mutating func readFront() {
    read.proposal = Proposal(id: read.id, title: "", years: years)
    read.proposal.hearings = read.hearings.map(\.hearing)
    readFront { reader, proposal in
      reader.reportLabels()
      reader.readValues(into: &proposal)
    }
    for (field, value) in read.front.fields {
      read.origins[.proposal(field)] = value.place
    }
    for (index, hearing) in read.hearings.enumerated() {
      for (field, place) in hearing.places {
        read.origins[.hearing(index, field)] = place
      }
    }
  }

  private mutating func findRound() {
    let (asked, page) = (asked, Place(file: read.file, sheet: read.frontSheet))
    let level = read.proposal.priceLevel ?? read.tableOne?.priceLevel
    read.round = readFront { reader, proposal in
      reader.round(asked: asked, among: RoundLibrary.all, level: level, for: &proposal, at: page)
    }
  }

  /// The years of Tabel 1, else those of the first table.
  private var years: [Int] { read.tableOne?.years ?? read.tables.first { $0.kind != nil }?.years ?? [] }

  /// The proposal's own distribution keys, which an exported workbook carries with the rules that name them.
  private mutating func readKeys() {
    guard let sheet = read.keySheet, let round = read.round, let found = keys?(sheet, round) else { return }
    read.proposal.keys = found.keys
    read.findings += found.findings
  }

  /// The follow-up, read as in the entry workbook.
  private mutating func readFollowUps() {
    guard let sheet = read.followUpSheet else { return }
    let file = read.file
    let rows = FollowUpRows(sheet) {
      Place(file: file, sheet: sheet.name, cell: $0.description)
    }
    read.proposal.followUps = rows.followUps
    for (key, place) in rows.places { read.origins[key] = place }
  }

  private mutating func recipient(_ name: String, at place: Place) -> Recipient? {
    readValue { $0.recipient(name, at: place) }
  }

  private mutating func resolveRecipients(_ table: inout ReadTable) {
    guard case .allocation? = table.kind else { return resolveLines(&table) }
    for index in table.rows.indices where table.rows[index].row.kind == .line {
      let row = table.rows[index]
      let isNobodys = [Wording.roundingDifference, Wording.undistributed, Wording.undistributedTarget]
        .contains {
          Spelling.same(row.row.text, $0)
        }
      guard !isNobodys, row.hasMoney || row.row.account != nil else {
        table.rows[index].row.recipient = emptyRow(row, of: table)
        continue
      }
      let unit = row.unitText ?? ""
      if !unit.isEmpty, !row.row.text.isEmpty, !Spelling.same(unit, row.row.text) {
        table.rows[index].row.recipient =
          unitRecipient(row, unit, of: table) ?? recipientAlone(unit, of: row, in: table)
      } else {
        table.rows[index].row.recipient = recipient(
          unit.isEmpty ? row.row.text : unit, at: table.place(row.textCell))
      }
    }
  }

  /// The committees and units that the cross-cutting form prints on the lines, and the lines' own rules.
  private mutating func resolveLines(_ table: inout ReadTable) {
    for index in table.rows.indices where table.rows[index].row.kind == .line {
      let row = table.rows[index]
      if let text = row.ruleText {
        let here = table.place(row.ruleCell)
        table.rows[index].row.rule = readValue { $0.rule(text, at: here) }
      }
      guard let name = row.committeeText else { continue }
      var named = row
      named.row.text = name
      named.textCell = row.committeeCell
      let unit = row.unitText.flatMap { $0.isEmpty ? nil : $0 }
      if let unit, !Spelling.same(unit, name) {
        table.rows[index].row.recipient =
          unitRecipient(named, unit, of: table) ?? recipientAlone(unit, of: named, in: table)
      } else {
        table.rows[index].row.recipient = recipient(name, at: table.place(row.committeeCell))
      }
    }
  }

  /// The recipient that a unit names by itself, if it is the row's own committee or the row names none; a unit of
  /// another committee is told, and nothing is guessed.
  private mutating func recipientAlone(_ unit: String, of row: ReadRow, in table: ReadTable) -> Recipient? {
    let here = table.place(row.unitCell)
    guard let found = recipient(unit, at: here) else { return nil }
    guard case .recipient(let own, _)? = read.round?.read(name: row.row.text),
      own.committee != found.committee
    else { return found }
    let cells = [row.textCell, here.cell].compactMap { $0 }
    read.findings.append(
      Catalogue.unitOfOther(unit, committee: row.row.text, at: here.at(cells.first), cells: cells))
    return nil
  }

  /// The recipient of a row with committee and unit; a slip of the pen in either is noted at its own cell.
  private mutating func unitRecipient(_ row: ReadRow, _ unit: String, of table: ReadTable) -> Recipient? {
    guard let round = read.round,
      case .recipient(let found, let exact) = round.read(name: "\(row.row.text)/\(unit)")
    else { return nil }
    guard !exact else { return found }
    if case .recipient(let parent, false) = round.read(name: row.row.text) {
      read.findings.append(
        Catalogue.committeeReadAs(row.row.text, round.printedName(of: parent), at: table.place(row.textCell)))
    }
    if round.committee(found.committee)?.unit(named: unit) == nil {
      read.findings.append(
        Catalogue.committeeReadAs(unit, round.printedName(of: found), at: table.place(row.unitCell)))
    }
    return found
  }

  /// The recipient of a row without money: a slip of the pen is noted, words that are no recipient are left
  /// alone.
  private mutating func emptyRow(_ row: ReadRow, of table: ReadTable) -> Recipient? {
    guard let round = read.round else { return nil }
    if let unit = row.unitText, !unit.isEmpty { return unitRecipient(row, unit, of: table) }
    guard case .recipient(let found, let exact) = round.read(name: row.row.text) else { return nil }
    if !exact {
      read.findings.append(
        Catalogue.committeeReadAs(row.row.text, round.printedName(of: found), at: table.place(row.textCell)))
    }
    return found
  }
}

extension BudgetTableKind {
  /// Whether tables of the kind print such a column, so that what stands in it decides where money goes.
  fileprivate func shows(_ content: FormContent) -> Bool {
    switch (self, content) {
    case (.allocation(let which), .area): which == .budgetEffect || which == .budgetEffectIfNotAdopted
    case (.allocation(let which), .account): !which.isDivision
    case (.allocation, .unit): true
    case (.permanent, .account), (.investment, .account): true
    case (.tableOne, .rule), (.tableOne, .condition): true
    case (.permanent, .rule), (.investment, .rule): true
    default: false
    }
  }
}

extension ReadTable {
  fileprivate func hasColumn(of content: FormContent) -> Bool {
    switch content {
    case .area: hasAreaColumn
    case .account: hasAccountColumn
    case .unit: rows.contains { $0.unitCell != nil }
    case .rule: rows.contains { $0.ruleCell != nil }
    case .condition: false
    }
  }
}

extension Committee {
  /// The unit of a name or alias, whatever the case, spaces and hyphens.
  fileprivate func unit(named text: String) -> OrganisationalUnit? {
    units.first { ([$0.name] + $0.aliases).contains { Spelling.same($0, text) } }
  }
}
