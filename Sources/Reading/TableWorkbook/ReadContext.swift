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

  init(_ read: ReadTables, round: Round?, keys: TableWorkbookReader.KeyReading?) {
    self.read = read
    self.keys = keys
    asked = round
  }

  package mutating func resolve() {
    readFront()
    findRound()
    readCommittees()
    readKeys()
    readFollowUps()
    readRule()
    readTieStart()
    for index in read.tables.indices {
      var table = read.tables[index]
      resolveRecipients(&table)
      read.tables[index] = table
      reportMisnamed(table)
    }
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

  private func place(_ field: ReadField) -> Place {
    Place(file: read.file, sheet: field.sheet, cell: field.cell)
  }

  private func text(_ label: String) -> String? {
    read.front[label].map(\.text).flatMap { $0.isEmpty || $0 == "-" ? nil : $0 }
  }

  private mutating func readFront() {
    var proposal = Proposal(id: read.id, title: text("Titel") ?? "", years: [])
    let type = Spelling.key(text("Type") ?? "")
    proposal.kind =
      type.contains("innovation") ? .innovation : type.contains("tværgående") ? .crossCutting : .investment
    proposal.round = text("Runde")
    proposal.funding = text("Finansiering")
    proposal.priceLevel = year("P/l")
    proposal.implementedPriceLevel = year("Udmøntes i p/l")
    proposal.risk = text("Risiko")
    proposal.version = text("Version")
    proposal.isCrossCutting = isTicked("Tværgående")
    proposal.isConfidential = isTicked("Fortroligt")
    proposal.originInnovation = text("Udspringer af innovationsforslag")
    proposal.hearings = read.hearings.map(\.hearing)
    for (label, field) in read.front { read.origins[.proposal(label)] = place(field) }
    for (index, hearing) in read.hearings.enumerated() {
      for (header, place) in hearing.cells { read.origins[.hearing(index, header)] = place }
    }
    read.proposal = proposal
  }

  /// A tick that is doubted (`Ja?`) is asked about.
  private mutating func isTicked(_ label: String) -> Bool {
    guard let text = text(label) else { return false }
    if Spelling.isDoubted(text), let field = read.front[label] {
      read.findings.append(Catalogue.Entry.tickUnknown(label, text, at: place(field)))
    }
    return EntryForm.yes.contains(text.lowercased())
  }

  private mutating func year(_ label: String) -> Int? {
    guard let text = text(label), let field = read.front[label] else { return nil }
    let digits = text.split { !$0.isASCII || !$0.isNumber }
    let years = digits.compactMap { Int($0) }.filter { (1990...2100).contains($0) }
    if !Spelling.isDoubted(text), let year = years.first { return year }
    read.findings.append(Catalogue.valueUnreadable(label, text, expected: "et årstal", at: place(field)))
    return nil
  }

  private mutating func findRound() {
    if let asked {
      read.round = asked
      if let name = read.proposal.round, asked.isNamed(name) { read.proposal.round = asked.name }
      return
    }
    let here = read.front["Runde"].map(place) ?? Place(file: read.file, sheet: read.frontSheet)
    if let name = read.proposal.round {
      if let round = RoundLibrary.round(named: name) {
        read.round = round
        read.proposal.round = round.name
      } else {
        let known = RoundLibrary.all.flatMap { [$0.name] + $0.aliases }
        read.round = roundThatFits
        let nearest = Spelling.nearest(to: name, among: known) ?? read.round?.name
        read.findings.append(Catalogue.roundUnknown(name, nearest: nearest, at: here))
      }
      return
    }
    read.round = roundThatFits
    if let round = read.round {
      read.proposal.round = round.name
      read.findings.append(Catalogue.roundFromYears(round.name, at: here))
    } else if !years.isEmpty {
      let fitting = RoundLibrary.all.filter { Set(years).isSubset(of: $0.years) }
      read.findings.append(Catalogue.roundMissing(fitting: fitting.map(\.name), at: here))
    }
  }

  /// The years of Tabel 1, else those of the first table.
  private var years: [Int] { read.tableOne?.years ?? read.tables.first { $0.kind != nil }?.years ?? [] }

  private var roundThatFits: Round? {
    let level = read.proposal.priceLevel ?? read.tableOne?.priceLevel
    // A level that is no round's is wrong in the only round that has the years, and is told there.
    return RoundLibrary.round(fitting: years, priceLevel: level, kind: read.proposal.kind)
      ?? RoundLibrary.round(fitting: years, priceLevel: nil, kind: read.proposal.kind)
  }

  private mutating func readCommittees() {
    guard let round = read.round else { return }
    if let field = read.front["Fremstillende forvaltning"], let text = text("Fremstillende forvaltning") {
      read.proposal.presenting = recipients(text, of: round, at: place(field)).first?.committee
    }
    guard let field = read.front["Berørte forvaltninger"], let text = text("Berørte forvaltninger") else {
      return
    }
    if ReadContext.namesAll(text) {
      read.proposal.affected = round.equalShareCommittees.map(\.code)
      return
    }
    for name in text.split(whereSeparator: { ",;\n".contains($0) }).map({ Spelling.tidy(String($0)) })
    where !name.isEmpty {
      for found in recipients(name, of: round, at: place(field))
      where !read.proposal.affected.contains(found.committee) {
        read.proposal.affected.append(found.committee)
      }
    }
  }

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

  private mutating func readRule() {
    guard let field = read.front["Fordeling"], let text = text("Fordeling") else { return }
    read.proposal.rule = rule(text, at: place(field))
  }

  /// The rule that a Fordeling cell writes; a name with a slip of the pen is noted, a rule that cannot be read
  /// is reported.
  private mutating func rule(_ text: String, at place: Place) -> DistributionRule? {
    guard let round = read.round else { return nil }
    var near: [(String, Recipient)] = []
    do {
      let rule = try DistributionRule(parsing: text) { name in
        guard case .recipient(let found, let exact) = round.read(name: name) else { return nil }
        if !exact, !near.contains(where: { $0.0 == name }) { near.append((name, found)) }
        return found
      }
      for (name, found) in near {
        read.findings.append(Catalogue.committeeReadAs(name, round.printedName(of: found), at: place))
      }
      return rule
    } catch {
      var nearest: String?
      if case .unknownRecipient(let name) = error, case .unknown(let near) = round.read(name: name) {
        nearest = near
      }
      read.findings.append(Catalogue.ruleUnreadable(text, error, nearest: nearest, at: place))
      return nil
    }
  }

  private mutating func readTieStart() {
    guard let field = read.front[EntryForm.front(.tieStart).header],
      let text = text(EntryForm.front(.tieStart).header)
    else { return }
    if let number = Int(text) {
      read.proposal.tieStart = number
    } else if let found = recipient(text, at: place(field)) {
      read.proposal.tieStart = read.round?.equalShareCommittees.firstIndex { $0.code == found.committee }
    }
  }

  /// `Alle forvaltninger`, `Samtlige udvalg`.
  private static func namesAll(_ text: String) -> Bool {
    let words = TableWords.words(text)
    return ["alle", "samtlige"].contains(words.first ?? "") && words.count <= 3
  }

  /// The committees that a text names; several, or one among other words, with a note.
  private mutating func recipients(_ text: String, of round: Round, at place: Place) -> [Recipient] {
    if case .unknown = round.read(name: text) {
      let mentioned = round.recipients(mentionedIn: text)
      if !mentioned.isEmpty {
        let names = mentioned.map(round.printedName).joined(separator: ", ")
        read.findings.append(Catalogue.committeeReadAs(text, names, at: place))
        return mentioned
      }
    }
    return recipient(text, at: place).map { [$0] } ?? []
  }

  private mutating func recipient(_ name: String, at place: Place) -> Recipient? {
    guard let round = read.round else { return nil }
    switch round.read(name: name) {
    case .recipient(let recipient, let exact):
      if !exact {
        read.findings.append(Catalogue.committeeReadAs(name, round.printedName(of: recipient), at: place))
      }
      return recipient
    case .unknown(let nearest):
      read.findings.append(Catalogue.committeeUnknown(name, nearest: nearest, at: place))
      return nil
    }
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
        table.rows[index].row.rule = rule(text, at: table.place(row.ruleCell))
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
