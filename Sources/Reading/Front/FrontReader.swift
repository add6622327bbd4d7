import Findings
import Forms
package import ProposalModel
import Spreadsheet

/// The one reader of a front page: what its fields say, whatever the layout they stand in.
package struct FrontReader {
  private let cells: FrontCells
  package private(set) var values: ValueReader

  package init(_ cells: FrontCells, round: Round?) {
    self.cells = cells
    values = ValueReader(round: round)
  }

  private func header(_ field: FrontField) -> String { EntryForm.front(field).header }

  /// Labels that are misspelt; a required field's is an error, since nobody may have meant it.
  package mutating func reportLabels() {
    for (field, value) in cells.misspelt {
      let here = value.place.at(value.labelCell)
      values.report(
        EntryForm.front(field).isRequired
          ? Catalogue.columnMissing(header(field), nearest: value.label, at: here)
          : Catalogue.readAs(value.label, header(field), at: here))
    }
  }

  /// The fields that need no round.
  package mutating func readValues(into proposal: inout Proposal) {
    reportFormulas()
    proposal.title = cells.text(.title) ?? ""
    if proposal.title.isEmpty, let field = cells.fields[.title] {
      values.report(Catalogue.Entry.empty(header(.title), at: field.place))
    }
    proposal.kind = kind() ?? proposal.kind
    proposal.funding = cells.text(.funding)
    proposal.risk = cells.text(.risk)
    proposal.version = cells.text(.version)
    proposal.originInnovation = cells.text(.originInnovation)
    proposal.priceLevel = year(.priceLevel)
    proposal.implementedPriceLevel = year(.implementedPriceLevel)
    proposal.isCrossCutting = tick(.crossCutting)
    proposal.isConfidential = tick(.confidential)
  }

  /// The fields that name committees of the round.
  package mutating func readNames(into proposal: inout Proposal) {
    if let field = cells.fields[.presenting], let text = field.stated {
      proposal.presenting = values.recipient(text, at: field.place)?.committee
    }
    proposal.affected = affected()
    if let field = cells.fields[.rule], let text = field.stated {
      proposal.rule = values.rule(text, at: field.place)
    }
    proposal.tieStart = tieStart()
  }

  /// The unit of the field `Måleenhed`.
  package mutating func unit() -> AmountUnit? {
    guard let field = cells.fields[.unit], let text = field.stated else { return nil }
    // `1000` alone, in a field for units, says what `1000 kr.` does.
    if let unit = UnitReading(text).unit ?? UnitReading(text + " kr.").unit { return unit }
    values.report(Catalogue.unitUnreadable(text, at: field.place))
    return nil
  }

  /// A payback time: `6`, `6 år`; a dash or `Ikke relevant` is none.
  package mutating func payback(_ field: FrontField) -> Int? {
    guard let stated = cells.fields[field], let text = stated.stated else { return nil }
    let years = PaybackYears(text)
    if years == .unreadable {
      values.report(
        Catalogue.valueUnreadable(header(field), text, expected: "et helt antal år, fx 6", at: stated.place))
    }
    return years.years
  }

  private func reportable(_ field: FrontField) -> (text: String, place: Place)? {
    cells.fields[field].flatMap { field in field.stated.map { ($0, field.place) } }
  }

  /// Formulas that no program has computed; the number of a proposal may be one that the file's name stands for.
  private mutating func reportFormulas() {
    for field in EntryForm.front where field.key != .id {
      guard let stated = cells.fields[field.key], let cell = stated.cell, let formula = cell.formula,
        cell.value == .empty
      else { continue }
      values.report(Catalogue.formulaWithoutValue(formula, at: stated.place))
    }
  }

  private mutating func tick(_ field: FrontField) -> Bool {
    guard let stated = cells.fields[field] else { return false }
    return values.tick(stated.cell, of: header(field), at: stated.place)
  }

  private mutating func year(_ field: FrontField) -> Int? {
    guard let (text, place) = reportable(field) else { return nil }
    return values.year(text, of: header(field), at: place)
  }

  private static let kinds: [String: ProposalKind] = [
    "investering": .investment, "innovation": .innovation, "tværgående": .crossCutting,
  ]

  /// One of the kinds, or a text with the word of one of them; a text with the words of several is not read.
  private mutating func kind() -> ProposalKind? {
    guard let (text, place) = reportable(.kind) else { return nil }
    var spellings = FrontReader.kinds
    spellings["effektiviseringsforslag"] = .crossCutting
    for kind in ProposalKind.allCases { spellings[EntrySpelling.key(kind.rawValue)] = kind }
    let key = EntrySpelling.key(text)
    let named = FrontReader.kinds.filter { key.contains($0.key) }.map(\.value)
    if let (kind, isExact) = EntrySpelling.choice(text, in: spellings) ?? named.only.map({ ($0, false) }) {
      if !isExact { values.report(Catalogue.readAs(text, kind.rawValue, at: place)) }
      return kind
    }
    values.report(
      Catalogue.choiceUnknown(header(.kind), text, among: ProposalKind.allCases.map(\.rawValue), at: place))
    return nil
  }

  /// The committees that the field names, and those with a cross beside their name in a row of their own.
  private mutating func affected() -> [String] {
    var codes: [String] = []
    if let (text, place) = reportable(.affected) { codes = values.committees(text, at: place) }
    for other in cells.others {
      guard let round = values.round, !other.text.isEmpty else { continue }
      switch round.read(name: other.label) {
      case .recipient(let recipient, let exact):
        guard values.tick(other.cell, of: other.label, at: other.place) else { continue }
        if !exact {
          let name = round.printedName(of: recipient)
          values.report(Catalogue.committeeReadAs(other.label, name, at: other.place.at(other.labelCell)))
        }
        codes.append(recipient.committee)
      case .unknown(let nearest):
        // Where the field itself is blank the crosses are the answer, and one beside an unknown name is lost.
        guard let field = cells.fields[.affected], field.stated == nil, isCross(other),
          nearest != nil || FrontReader.speaksOfCommittee(other.label)
        else { continue }
        values.report(
          Catalogue.committeeUnknown(other.label, nearest: nearest, at: other.place.at(other.labelCell)))
      }
    }
    var seen: Set<String> = []
    return codes.filter { seen.insert($0).inserted }
  }

  private func isCross(_ field: ReadField) -> Bool {
    field.cell?.value == .boolean(true) || EntryForm.yes.contains(field.text.lowercased())
  }

  private static func speaksOfCommittee(_ label: String) -> Bool {
    let key = EntrySpelling.key(label)
    return key.contains("forvaltning") || key.contains("udvalg")
  }

  /// The committee at which rounding begins: its name, or its number among those that share equally.
  private mutating func tieStart() -> Int? {
    guard let (text, place) = reportable(.tieStart) else { return nil }
    if let number = Int(text), number >= 0 { return number }
    guard let recipient = values.recipient(text, at: place) else { return nil }
    let start = values.round?.equalShareCommittees.firstIndex { $0.code == recipient.committee }
    if start == nil { values.report(Catalogue.committeeUnknown(text, at: place)) }
    return start
  }
}

extension FrontReader {
  /// The round: the one asked for, else the one that is named, else the one whose years and price level fit. The
  /// proposal takes the round's usual name.
  package mutating func round(
    asked: Round?, among rounds: [Round], level: Int?, for proposal: inout Proposal, at page: Place
  ) -> Round? {
    let here = cells.fields[.round]?.place ?? page
    let name = cells.text(.round)
    proposal.round = name
    if let asked {
      if let name, asked.isNamed(name) { proposal.round = asked.name }
      return asked
    }
    if let name, let named = rounds.first(where: { $0.isNamed(name) }) {
      proposal.round = named.name
      return named
    }
    let (years, kind) = (proposal.years, proposal.kind)
    // A level that is no round's is wrong in the only round that has the years, and is told there.
    let fitting = [level, nil].lazy.compactMap {
      RoundLibrary.round(fitting: years, priceLevel: $0, kind: kind, among: rounds)
    }.first
    if let name {
      let known = rounds.flatMap { [$0.name] + $0.aliases }
      let nearest = Spelling.nearest(to: name, among: known) ?? fitting?.name
      values.report(Catalogue.roundUnknown(name, nearest: nearest, at: here))
    } else if let fitting {
      proposal.round = fitting.name
      values.report(Catalogue.roundFromYears(fitting.name, at: here))
    } else if !cells.isEmpty || !years.isEmpty {
      let several = rounds.filter { !years.isEmpty && Set(years).isSubset(of: $0.years) }
      values.report(Catalogue.roundMissing(fitting: several.map(\.name), at: here))
    }
    return fitting
  }
}

extension Array {
  /// The only element.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
