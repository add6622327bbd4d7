import Kvantum
import AllocationTables
import Findings
import Output
import ProposalModel

extension StatusReport {
  /// The widest a line may be: what a terminal shows beside another window.
  private static let width = 100

  /// The state as text that fits 100 columns: a row per proposal, then the files that are in no row.
  public var text: String {
    let head = ["Nr.", "Titel", "Udv.", "Fejl", "Adv.", "A–E", "Beslutning", "Klar"]
    let rows = rows.map { row in
      [
        row.number, row.entry?.title ?? "", row.entry?.committee ?? "", String(row.errors),
        String(row.warnings), row.entry.map(StatusReport.tables) ?? "", row.decision?.kind.rawValue ?? "",
        row.readiness,
      ]
    }
    let lines = [head] + rows
    var widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    widths[0] = min(widths[0], 20)
    widths[7] = min(widths[7], 24)
    let others = widths.enumerated().filter { $0.offset != 1 }.reduce(0) { $0 + $1.element }
    widths[1] = max(5, min(widths[1], StatusReport.width - others - 2 * (head.count - 1)))
    let table = lines.map { line in
      let cells = line.enumerated().map { index, text in StatusReport.fitted(text, widths[index], index) }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
    let words = (remarks + findings.map(\.line) + money + [summary]).flatMap(StatusReport.wrapped)
    return (table + [""] + words).joined(separator: "\n") + "\n"
  }

  /// `A, B` stated in capitals, computed in small letters: `AB de`.
  private static func tables(_ entry: StatusEntry) -> String {
    [entry.stated.joined(), entry.computed.joined().lowercased()].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func fitted(_ text: String, _ width: Int, _ column: Int) -> String {
    let isNumber = column == 3 || column == 4
    let short = text.count > width ? String(text.prefix(max(0, width - 1))) + "…" : text
    let space = String(repeating: " ", count: width - short.count)
    return isNumber ? space + short : short + space
  }

  /// The line in lines that fit, broken between words.
  private static func wrapped(_ line: String) -> [String] {
    var lines: [String] = []
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append((lines.isEmpty ? "" : "  ") + word)
      }
    }
    return lines
  }

  /// `Fuldt indfaset: Service -12.300.000 kr., …`, and what the letters of A–E mean.
  private var money: [String] {
    let sums = permanent.sorted { $0.key < $1.key }.filter { $0.value != .zero }
    let letters = "A–E: store bogstaver er oplyst af forvaltningerne, små er beregnet."
    guard !sums.isEmpty else { return [letters] }
    let words = sums.map { "\($0.key.rawValue) \($0.value.danish(in: .kroner)) kr." }
    return [letters, "Fuldt indfaset: \(words.joined(separator: ", "))"]
  }
}
