public import Intake
import Findings

/// A line for each of many proposals, where every finding would be too much to read at once.
///
/// ```
/// Nr.   Fejl  Adv.  Bem.  Fil           Hvad
/// BC04     0     5     4                account-missing 4, hearing-date 1
/// BC61    14     0     1  Bilag 7.docx  account-is-control-area 12, price-level-differs 1, total-differs 1
/// ```
///
/// What keeps a file from being used is told in full below the lines: it decides what the run is worth.
public struct RunSummary: Sendable {
  /// So many proposals are told finding by finding.
  public static let few = 3
  /// The widest a line may be: what a terminal shows beside another window.
  private static let width = 100
  /// The widest that the number and the file's name may be.
  private static let numberWidth = 20, fileWidth = 28

  private let outcomes: [ProposalRun.Outcome]
  private let findings: Set<Finding>

  /// The summary of what became of the proposals of a run; `nil` where they are few.
  public init?(_ outcomes: [ProposalRun.Outcome]) {
    guard outcomes.count > RunSummary.few else { return nil }
    self.outcomes = outcomes
    findings = Set(outcomes.flatMap(\.findings))
  }

  /// Whether a finding is of one of the proposals; others are of the run's lists and copies.
  func isOfProposal(_ finding: Finding) -> Bool { findings.contains(finding) }

  /// The findings that are told in full: the errors of what is not used.
  var blocking: [Finding] {
    outcomes.filter { $0.use == .left }.flatMap(\.findings).filter { $0.severity == .error }
  }

  /// `27 fejl, 33 advarsler, 11 bemærkninger i 13 forslag; --details viser dem.`
  public var sentence: String {
    let findings = outcomes.flatMap(\.findings)
    let count = outcomes.count { $0.id != nil && ($0.use == .used || $0.use == .left) }
    let more = findings.isEmpty ? "." : "; --details viser dem."
    return "\(FindingCount(findings).words) i \(count) forslag\(more)"
  }

  /// The head and a line for each proposal, none wider than 100 columns.
  public var lines: [String] {
    let table = [["Nr.", "Fejl", "Adv.", "Bem.", "Fil", "Hvad"]] + outcomes.map(RunSummary.cells)
    let hasFiles = table.dropFirst().contains { !$0[4].isEmpty }
    let widths = (0..<(hasFiles ? 5 : 4)).map { column in
      min(
        table.map { $0[column].count }.max() ?? 0, column == 4 ? RunSummary.fileWidth : RunSummary.numberWidth
      )
    }
    return table.map { row in
      let cells = widths.enumerated().map { column, width in
        RunSummary.fitted(row[column], width, isNumber: (1...3).contains(column))
      }
      let start = cells.joined(separator: "  ") + "  "
      let room = RunSummary.width - start.count
      let line = start + (row[5].count > room ? row[5].prefix(room - 1) + "…" : row[5])
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func cells(_ outcome: ProposalRun.Outcome) -> [String] {
    let count = FindingCount(outcome.findings)
    let name = outcome.file.split(separator: "/").last.map(String.init) ?? outcome.file
    // `BC04` from `BC04.xlsx` need not be said twice.
    let isSame = outcome.id.map { name == $0 || name.hasPrefix($0 + ".") } ?? false
    return [
      outcome.id ?? "–", "\(count.errors)", "\(count.warnings)", "\(count.notes)", isSame ? "" : name,
      words(outcome),
    ]
  }

  /// `payback-differs 2, account-missing 1`: errors before warnings, the most frequent first.
  private static func words(_ outcome: ProposalRun.Outcome) -> String {
    switch outcome.use {
    case .repeated: return "samme indhold som en anden fil"
    case .replaced: return "en anden fil bruges"
    case .used, .left: break
    }
    let findings = outcome.findings.filter { $0.severity != .note }
    let kinds = Dictionary(grouping: findings) { [$0.severity.rawValue, $0.code.rawValue] }.values
      .sorted { first, second in
        let (a, b) = (first[0], second[0])
        return (b.severity, second.count, a.code.rawValue) < (a.severity, first.count, b.code.rawValue)
      }
    let words = kinds.map { "\($0[0].code.rawValue) \($0.count)" }.joined(separator: ", ")
    return outcome.use == .left ? "ikke brugt: \(words)" : words
  }

  private static func fitted(_ text: String, _ width: Int, isNumber: Bool) -> String {
    let short = text.count > width ? String(text.prefix(max(0, width - 1))) + "…" : text
    let space = String(repeating: " ", count: width - short.count)
    return isNumber ? space + short : short + space
  }
}
