package import AllocationTables
import ProposalModel

/// Which tables of a proposal are exported: `A-E`, `all`, or a list such as `1,2,A,Fordeling`.
public struct TableSelection: Hashable, Sendable {
  private enum Choice: Hashable, Sendable {
    case all
    case codes([String])
  }

  private var choice: Choice

  /// The technical tables A–E.
  public static let technical = TableSelection(choice: .codes(["a", "b", "c", "d", "e"]))

  private init(choice: Choice) { self.choice = choice }

  /// Reads `A-E`, `all` or a list of short names and ranges; `nil` if a part is none.
  public init?(parsing text: String) {
    if text.lowercased() == "all" {
      choice = .all
      return
    }
    var codes: [String] = []
    for part in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { $0.trimmingSpaces }
      switch ends.count {
      case 1 where TableSelection.isCode(ends[0]): codes.append(ends[0])
      case 2:
        guard let range = TableSelection.range(ends[0], ends[1]) else { return nil }
        codes += range
      default: return nil
      }
    }
    choice = .codes(codes)
  }

  /// The selected tables, in printed order.
  package func select(from tables: [BudgetTable]) -> [BudgetTable] {
    switch choice {
    case .all: tables
    case .codes(let codes): tables.filter { codes.contains(TableSelection.code(of: $0)) }
    }
  }

  /// The short names that were asked for and that none of `tables` has.
  package func missing(from tables: [BudgetTable]) -> [String] {
    guard case .codes(let codes) = choice else { return [] }
    return codes.filter { code in !tables.contains { $0.code.lowercased() == code } }
  }

  /// The short name by which a table is asked for; a Fordeling of a further control area comes with the first.
  private static func code(of table: BudgetTable) -> String {
    if case .allocation(let kind) = table.kind, kind == .distribution { return kind.rawValue.lowercased() }
    return table.code.lowercased()
  }

  private static func isCode(_ text: String) -> Bool {
    text == "fordeling" || (text.count == 1 && "abcde".contains(text))
      || (Int(text).map { (1...99).contains($0) } ?? false)
  }

  private static func range(_ first: String, _ last: String) -> [String]? {
    if let from = Int(first), let to = Int(last), from >= 1, from <= to, to <= 99 {
      return (from...to).map(String.init)
    }
    let letters = Array("abcde")
    guard first.count == 1, last.count == 1, let from = letters.firstIndex(of: Character(first)),
      let to = letters.firstIndex(of: Character(last)),
      from <= to
    else { return nil }
    return letters[from...to].map(String.init)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
