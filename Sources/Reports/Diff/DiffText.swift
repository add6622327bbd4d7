import ProposalModel

/// One proposal's differences as lines of text.
struct DiffText {
  package let difference: ProposalDifference

  init(_ difference: ProposalDifference) { self.difference = difference }

  package var text: String {
    var lines = ["\(difference.id) \(difference.title): \(DiffText.word(difference.kind))"]
    guard difference.kind != .same else { return lines[0] + "\n" }
    if difference.kind == .changed {
      lines += difference.fields.map { "  \($0.field): \(quoted($0.old)) → \(quoted($0.new))" }
      for line in difference.changedLines { lines += self.lines(of: line) }
    }
    let sums = difference.sums.filter(\.isChanged)
    if !sums.isEmpty { lines += ["  Summer:"] + sums.map { "    \($0.label): \(amounts($0.years))" } }
    if difference.kind == .changed, !difference.tables.isEmpty {
      lines += ["  Fordeling og A–E:"] + difference.tables.map { "    \($0.label): \(amounts($0.years))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `ændret`, `nyt`, `udgået`, `uændret`.
  package static func word(_ kind: ChangeKind) -> String {
    switch kind {
    case .added: "nyt"
    case .removed: "udgået"
    case .changed: "ændret"
    case .same: "uændret"
    }
  }

  private func lines(of change: LineChange) -> [String] {
    guard let line = change.new ?? change.old else { return [] }
    let sign = change.kind == .added ? "+" : change.kind == .removed ? "-" : "~"
    let area = line.controlArea.map { ", \($0.rawValue)" } ?? ""
    var lines = [
      "  \(sign) \(line.id) \(line.section.rawValue)\(area): »\(line.text)«"
        + (change.isMoved ? " (flyttet)" : "")
    ]
    if change.kind == .changed {
      lines += change.fields.map { "      \($0.field): \(quoted($0.old)) → \(quoted($0.new))" }
    }
    if change.hasNewMoney { lines.append("      " + amounts(change.years)) }
    return lines
  }

  /// `2023: -1.000 → -1.200 (-200)`, one for each year with a difference.
  private func amounts(_ years: [YearChange]) -> String {
    years.filter { $0.difference != .zero }.map { change in
      func text(_ amount: Amount?) -> String { amount?.danish(in: difference.unit) ?? "–" }
      let sign = change.difference.oere > 0 ? "+" : ""
      return
        "\(change.year): \(text(change.old)) → \(text(change.new)) (\(sign)\(change.difference.danish(in: difference.unit)))"
    }.joined(separator: "; ")
  }

  private func quoted(_ text: String?) -> String { text.map { "»\(Spelling.tidy($0))«" } ?? "tom" }
}
