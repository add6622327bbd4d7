/// What a number of an input is for. Each number has exactly one role, so that none is counted twice and none
/// is forgotten.
public enum NumberRole: String, Hashable, Sendable, CaseIterable, Codable {
  /// The money itself, once: the figure of a line in a year.
  case amount
  /// Money that is seen again and compared: a detail table beside Tabel 1, a delivery's own table.
  case detail
  /// A sum of others, compared with them.
  case total
  /// A part of other money, repeated: `Heraf …`.
  case memo
  /// A row that a department has stated in Fordeling or A–E.
  case stated
  /// The stated effect on the savings target.
  case target
  /// The administrative part of the permanent change.
  case administration
  /// A loan or its repayment.
  case loan
  /// A payback time.
  case payback
  /// A year: of a column, of a price level.
  case year
  /// A bevilling, a profit centre.
  case account
  /// A weight of a distribution key.
  case weight
  /// A basis of calculation, or a column of the sender's own beside the table.
  case quantity
  /// No part of the proposal's money: prose, plans, volumes; the reason says which.
  case outside
  /// Nothing could be made of it, and a finding says so.
  case finding

  /// How the role is counted in a sentence: `96 beløb`.
  func words(_ count: Int) -> String {
    let (one, many) = names
    return "\(count) \(count == 1 ? one : many)"
  }

  /// The role as people read it: `beløb`, `gentaget`.
  public var danish: String { names.0 }

  private var names: (String, String) {
    switch self {
    case .amount: ("beløb", "beløb")
    case .detail: ("gentaget", "gentaget")
    case .total: ("total", "totaler")
    case .memo: ("heraf", "heraf")
    case .stated: ("oplyst fordeling", "oplyste i fordelinger")
    case .target: ("måltal", "måltal")
    case .administration: ("administration", "administration")
    case .loan: ("lån", "lån")
    case .payback: ("tilbagebetalingstid", "tilbagebetalingstider")
    case .year: ("årstal", "årstal")
    case .account: ("konto", "konti")
    case .weight: ("vægt", "vægte")
    case .quantity: ("mængde", "mængder")
    case .outside: ("uden for tabellerne", "uden for tabellerne")
    case .finding: ("nævnt i fejl og advarsler", "nævnt i fejl og advarsler")
    }
  }
}

/// How many numbers have each role.
public struct NumberCount: Hashable, Sendable {
  /// The roles that occur, with their numbers.
  public private(set) var counts: [NumberRole: Int] = [:]

  /// No numbers.
  public init() {}

  /// The roles of `cells`.
  public init(_ cells: [NumberCell]) { for cell in cells { add(cell.role) } }

  /// Counts one more number of a role.
  mutating func add(_ role: NumberRole) { counts[role, default: 0] += 1 }

  /// Adds the numbers of another input.
  public static func += (left: inout NumberCount, right: NumberCount) {
    left.counts.merge(right.counts) { $0 + $1 }
  }

  /// All numbers.
  public var total: Int { counts.values.reduce(0, +) }

  /// `312 tal: 96 beløb, 40 gentaget, 30 totaler`: only the roles that occur.
  public var sentence: String {
    let parts = NumberRole.allCases.compactMap { role in counts[role].map { role.words($0) } }
    return parts.isEmpty ? "\(total) tal" : "\(total) tal: " + parts.joined(separator: ", ")
  }
}
