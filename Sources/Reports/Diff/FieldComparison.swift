import Forms
import ProposalModel
import Spreadsheet

/// What has changed in the words of a proposal or a line.
enum FieldComparison {
  /// The front page, paybacks as stated and as computed, hearings, follow-up and keys.
  static func changes(from old: Proposal, to new: Proposal, round: Round?) -> [FieldChange] {
    var changes = front(from: old, to: new, round: round)
    changes += list("Høring", old.hearings.map(text), new.hearings.map(text))
    changes += list("Opfølgning", old.followUps.map(text), new.followUps.map(text))
    changes += list("Fordelingsnøgler", old.keys.map(text), new.keys.map(text))
    if old.years != new.years { changes.append(FieldChange(field: "År", old: years(old), new: years(new))) }
    changes += [
      ("service", old.servicePayback, new.servicePayback), ("total", old.totalPayback, new.totalPayback),
    ].compactMap {
      change(
        "Beregnet tilbagebetalingstid, \($0.0)", $0.1?.covered.map(String.init),
        $0.2?.covered.map(String.init))
    }
    return changes
  }

  /// The words of a line; its id too, where it has another.
  static func changes(from old: Line, to new: Line) -> [FieldChange] {
    func texts(_ line: Line) -> [(String, String?)] {
      [
        ("Linje", line.id), ("Afsnit", line.section.rawValue), ("Tekst", line.text),
        ("Post i Tabel 1", line.tableOneItem),
        ("Leverance", line.delivery), ("Styringsområde", line.controlArea?.rawValue),
        ("Udvalg", line.committee), ("Enhed", line.unit),
        ("Bevilling, profitcenter", line.account?.printed), ("Fordeling", line.rule?.spelling),
        ("Gælder", line.condition.rawValue),
        ("Administration", line.administration?.rawValue),
        ("Innovationspulje", line.innovationPool ? "X" : nil),
        (
          "Beregningsgrundlag",
          line.basis.isEmpty ? nil : line.basis.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
        ),
      ]
    }
    return zip(texts(old), texts(new)).compactMap { change($0.0, $0.1, $1.1) }
  }

  private static func front(from old: Proposal, to new: Proposal, round: Round?) -> [FieldChange] {
    let empty = Round(
      id: "", name: "", years: [], writtenPriceLevel: 0, implementedPriceLevel: 0, committees: [])
    func text(_ proposal: Proposal, _ field: FrontField) -> String? {
      switch FrontPageContent(proposal: proposal, round: round ?? empty, names: .full).content(of: field) {
      case .text(let text): text.isEmpty ? nil : text
      case .number(let number): number.description
      default: nil
      }
    }
    return EntryForm.front.compactMap { change($0.header, text(old, $0.key), text(new, $0.key)) }
  }

  private static func change(_ field: String, _ old: String?, _ new: String?) -> FieldChange? {
    old == new ? nil : FieldChange(field: field, old: old, new: new)
  }

  /// Rows of words: those that are gone and those that have come, each on its own.
  private static func list(_ field: String, _ old: [String], _ new: [String]) -> [FieldChange] {
    let (gone, come) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    if gone.isEmpty, come.isEmpty, old != new {
      return [FieldChange(field: field, old: "\(old.count) rækker", new: "i en anden rækkefølge")]
    }
    return (0..<max(gone.count, come.count)).map { index in
      FieldChange(
        field: field, old: gone.indices.contains(index) ? gone[index] : nil,
        new: come.indices.contains(index) ? come[index] : nil)
    }
  }

  private static func years(_ proposal: Proposal) -> String {
    proposal.years.map(String.init).joined(separator: ", ")
  }

  private static func text(_ hearing: Hearing) -> String {
    [hearing.body, hearing.answer, hearing.date, hearing.remark].compactMap { $0 }.joined(separator: " · ")
  }

  private static func text(_ row: FollowUp) -> String {
    [row.section, row.goal, row.measurement, row.responsible, row.time].compactMap { $0 }.joined(
      separator: " · ")
  }

  private static func text(_ key: DistributionKey) -> String {
    key.name + ": "
      + key.weights.map { "\($0.recipient.spelling) \($0.weight.danish)" }.joined(separator: ", ")
  }
}
