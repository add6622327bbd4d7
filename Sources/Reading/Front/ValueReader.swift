package import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// The one reader of the values that are no amounts, a function for each kind: ticks, years, payback times, names
/// and rules. Every form feeds it what its cells say, and takes its findings.
package struct ValueReader {
  /// The round whose names are read.
  package let round: Round?
  package private(set) var findings: [Finding] = []
  /// The keys that rules mention, with the cells that do.
  package private(set) var mentionedKeys: [(name: String, place: Place)] = []

  package init(round: Round?) { self.round = round }

  package mutating func report(_ finding: Finding) { findings.append(finding) }

  /// Whether a cell is ticked: `X`, `Ja`, TRUE, 1. Nothing, `Nej`, FALSE and 0 are no tick; anything else is
  /// reported.
  package mutating func tick(_ cell: Cell?, of field: String, at place: Place) -> Bool {
    if case .boolean(let value)? = cell?.value { return value }
    guard let text = CellText.text(cell) else { return false }
    let word = text.lowercased()
    if EntryForm.yes.contains(word) { return true }
    if !EntryForm.no.contains(word) { report(Catalogue.Entry.tickUnknown(field, text, at: place)) }
    return false
  }

  /// The one year of a text: `2023`, `2023 p/l`. Another number beside it, or a year that no round has, is no
  /// certain reading.
  package mutating func year(_ text: String, of field: String, at place: Place) -> Int? {
    let runs = text.split { !$0.isNumber }
    if !Spelling.isDoubted(text), runs.count == 1, let run = runs.first, run.count == 4,
      let year = Int(run), Spelling.years.contains(year)
    {
      return year
    }
    report(Catalogue.valueUnreadable(field, text, expected: "et årstal, fx 2023", at: place))
    return nil
  }

  /// A committee or unit by its name; what the round does not know is reported.
  package mutating func recipient(_ text: String, at place: Place) -> Recipient? {
    guard let round else { return nil }
    switch round.read(name: text) {
    case .recipient(let recipient, let exact):
      if !exact { report(Catalogue.committeeReadAs(text, round.printedName(of: recipient), at: place)) }
      return recipient
    case .unknown(let nearest):
      report(Catalogue.committeeUnknown(text, nearest: nearest, at: place))
      return nil
    }
  }

  /// Names separated by commas, semicolons, line breaks or `og`, of which the round knows all that stand around an
  /// `og`; `Alle forvaltninger` are those that share equally.
  package mutating func committees(_ text: String, at place: Place) -> [String] {
    guard let round else { return [] }
    if ValueReader.namesAll(text) {
      report(Catalogue.Entry.allAffected(text, at: place))
      return round.equalShareCommittees.map(\.code)
    }
    let pieces = text.split { $0.isNewline || $0 == "," || $0 == ";" }.map { Spelling.tidy(String($0)) }
    return pieces.filter { !$0.isEmpty }.flatMap { piece in
      let parts = piece.split(separator: " og ").map { Spelling.tidy(String($0)) }
      let isList =
        parts.count > 1 && round.recipient(named: piece) == nil
        && parts.allSatisfy { round.recipient(named: $0) != nil }
      return (isList ? parts : [piece]).compactMap { recipient($0, at: place)?.committee }
    }
  }

  /// `Alle forvaltninger`, `Samtlige udvalg`; not `Alle undtagen SOF`.
  private static func namesAll(_ text: String) -> Bool {
    let words = TableWords.words(text)
    let others: Set = ["forvaltninger", "forvaltningerne", "udvalg", "udvalgene", "kommunens", "byens"]
    return ["alle", "samtlige"].contains(words.first ?? "") && words.dropFirst().allSatisfy(others.contains)
  }

  /// A rule as a `Fordeling` cell writes it; a name with a slip of the pen is noted, a rule that cannot be read is
  /// reported.
  package mutating func rule(_ text: String, at place: Place) -> DistributionRule? {
    guard let round else { return nil }
    var near: [(String, Recipient)] = []
    do {
      let rule = try DistributionRule(parsing: text) { name in
        guard case .recipient(let found, let exact) = round.read(name: name) else { return nil }
        if !exact, !near.contains(where: { $0.0 == name }) { near.append((name, found)) }
        return found
      }
      for (name, found) in near {
        report(Catalogue.committeeReadAs(name, round.printedName(of: found), at: place))
      }
      if case .key(let name) = rule { mentionedKeys.append((name, place)) }
      return rule
    } catch {
      var nearest: String?
      if case .unknownRecipient(let name) = error, case .unknown(let near) = round.read(name: name) {
        nearest = near
      }
      if EntrySpelling.nearest(to: text, among: ["Ligedeling"]) != nil { nearest = "Ligedeling" }
      report(Catalogue.ruleUnreadable(text, error, nearest: nearest, at: place))
      return nil
    }
  }

  /// What is told of keys that rules mention and nobody has defined.
  package static func unknownKeys(
    _ mentioned: [(name: String, place: Place)], keys: [DistributionKey], of round: Round?
  ) -> [Finding] {
    let known = (keys + (round?.keys ?? [])).map(\.name)
    return mentioned.filter { key in !known.contains { Spelling.same($0, key.name) } }.map { name, place in
      Catalogue.keyUnknown(name, nearest: Spelling.nearest(to: name, among: known), at: place)
    }
  }
}

/// A payback time as people write it.
package enum PaybackYears: Hashable {
  case years(Int)
  /// It is said that there is none.
  case none
  case unreadable

  /// `6`, `6 år`, `Ca. 6 år.`; a dash or `Ikke relevant` is none; `2,5`, `2-3`, `> 6`, `6 måneder` and `seks` are
  /// not read.
  package init(_ text: String) {
    if text.count == 1, let only = text.first, Spelling.minusSigns.contains(only) {
      self = .none
      return
    }
    if ["ingen", "ikkerelevant", "ikkebesvaret"].contains(EntrySpelling.key(text)) {
      self = .none
      return
    }
    let plain = Spelling.tidy(String(text.prefix { $0 != "(" })).lowercased()
    if let found = plain.wholeMatch(of: /(?:ca\.? ?|cirka )?([0-9]{1,3}) ?(?:år)?\.?/),
      let years = Int(found.1)
    {
      self = .years(years)
    } else {
      self = .unreadable
    }
  }

  package var years: Int? { if case .years(let years) = self { years } else { nil } }
}
