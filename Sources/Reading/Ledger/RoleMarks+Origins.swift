import AllocationTables
import Forms
package import ProposalModel

extension RoleMarks {
  /// Marks the cells that the fields of a proposal came from.
  package mutating func take(_ origins: Origins, of proposal: Proposal) {
    let lines = Dictionary(proposal.lines.map { ($0.id, $0) }) { first, _ in first }
    let stated = Dictionary(grouping: proposal.allocations, by: \.table).mapValues { $0.flatMap(\.rows) }
    let order = Dictionary(proposal.lines.indices.map { (proposal.lines[$0].id, $0) }) { first, _ in first }
    let places = origins.places.map { (rank: Rank($0.key, order), key: $0.key, place: $0.value) }
    var headers = HeaderRoles()
    for (_, key, place) in places.sorted(by: { $0.rank < $1.rank }) {
      switch key {
      case .figure(let id, let year): takeFigure(lines[id], year, of: proposal, at: place)
      case .allocationFigure(let table, let index, let year):
        takeStated(stated[table] ?? [], table, index: index, year: year, of: proposal, at: place)
      case .key: mark(place, RoleMark(.weight))
      case .proposal(let field): takeFront(field, at: place)
      case .line(let id, _), .basis(let id, _): mark(place, headers.role(of: key.heading, line: id))
      case .allocation, .allocationLevel: mark(place, headers.role(of: key.heading, line: nil))
      case .hearing, .followUp: mark(place, RoleMark(.outside, reason: "tekst under »\(key.heading)«"))
      }
    }
  }

  /// The order in which fields of one cell have it: figures before words, lines in their order.
  private struct Rank: Comparable {
    private let kind: Int
    private let number: Int
    private let header: String

    init(_ key: FieldKey, _ order: [String: Int]) {
      switch key {
      case .figure(let id, let year): (kind, number, header) = (0, order[id] ?? .max, String(year))
      case .allocationFigure(let table, let index, let year):
        (kind, number, header) = (1, index, "\(year) \(table.rawValue)")
      case .key(let name, let recipient):
        (kind, number, header) = (2, 0, "\(name) \(recipient.committee) \(recipient.unit ?? "")")
      case .proposal: (kind, number, header) = (3, 0, key.heading)
      case .line(let id, _), .basis(let id, _): (kind, number, header) = (4, order[id] ?? .max, key.heading)
      case .allocation(let table, let index, _):
        (kind, number, header) = (5, index, "\(table.rawValue) \(key.heading)")
      case .allocationLevel(let table): (kind, number, header) = (5, -1, "\(table.rawValue) \(key.heading)")
      case .hearing(let index, _): (kind, number, header) = (6, index, key.heading)
      case .followUp(let index, _): (kind, number, header) = (7, index, key.heading)
      }
    }

    static func < (left: Rank, right: Rank) -> Bool {
      (left.kind, left.number, left.header) < (right.kind, right.number, right.header)
    }
  }

  private mutating func takeFigure(_ line: Line?, _ year: Int, of proposal: Proposal, at place: Place) {
    guard let line, let index = proposal.years.firstIndex(of: year), line.figures.indices.contains(index),
      line.figures[index] != .blank
    else { return }
    let role: NumberRole =
      line.condition == .notCounted ? .detail : line.section == .loan ? .loan : .amount
    let reason =
      line.condition == .notCounted ? "linjen er ikke knyttet til Tabel 1 og tælles ikke med" : nil
    mark(
      place,
      RoleMark(
        role, line: line.id, year: year, reason: reason, oere: line.figures[index].amount.oere))
  }

  private mutating func takeStated(
    _ rows: [AllocationRow], _ table: AllocationTableKind, index: Int, year: Int,
    of proposal: Proposal, at place: Place
  ) {
    let id = StatedRowID.text(table, index)
    guard let column = proposal.years.firstIndex(of: year) else { return }
    guard rows.indices.contains(index) else {
      mark(place, RoleMark(.detail, year: year, reason: "fordels egen beregning, læst tilbage"))
      return
    }
    let figures = rows[index].figures
    guard figures.indices.contains(column), figures[column] != .blank else { return }
    mark(place, RoleMark(.stated, line: id, year: year, oere: figures[column].amount.oere))
  }

  private mutating func takeFront(_ field: FrontField, at place: Place) {
    let label = EntryForm.front(field).header
    switch field {
    case .servicePayback, .totalPayback: mark(place, RoleMark(.payback))
    case .priceLevel, .implementedPriceLevel: mark(place, RoleMark(.year, reason: label))
    default: mark(place, RoleMark(.outside, reason: "forsiden: »\(label)«"))
    }
  }

  /// Whether a heading is that of accounts: `Bevilling`, `Profitcenter`.
  static func isAccount(_ header: String) -> Bool {
    let key = Spelling.key(header)
    return key.hasPrefix("bevilling") || key.hasPrefix("profitcent")
  }
}

extension FieldKey {
  /// The label or heading that the field stands under in the forms.
  fileprivate var heading: String {
    switch self {
    case .proposal(let field): EntryForm.front(field).header
    case .line(_, let field): FieldKey.lines[field].orStop("a column \(field)")
    case .basis(_, let heading): heading
    case .allocation(_, _, let field): EntryForm.heading(of: field, in: EntryForm.allocationColumns)
    case .allocationLevel: EntryForm.front(.priceLevel).header
    case .hearing(_, let field): EntryForm.heading(of: field, in: EntryForm.hearingColumns)
    case .followUp(_, let field): EntryForm.heading(of: field, in: EntryForm.followUpColumns)
    case .figure, .allocationFigure, .key: ""
    }
  }

  /// Looked up for every field of every line.
  private static let lines = Dictionary(
    uniqueKeysWithValues: (EntryForm.lineColumns + EntryForm.sumColumns).map { ($0.key, $0.header) })
}

/// What numbers under the headings of lines and rows are for. Each heading is looked at once, however many cells
/// stand below it.
private struct HeaderRoles {
  private var roles: [String: RoleMark] = [:]

  mutating func role(of header: String, line: String?) -> RoleMark {
    var role = roles[header] ?? HeaderRoles.role(of: header)
    if roles[header] == nil { roles[header] = role }
    role.line = line
    return role
  }

  private static func role(of header: String) -> RoleMark {
    if RoleMarks.isAccount(header) { return RoleMark(.account) }
    if ["Tekst", "Styringsområde", "Udvalg"].contains(header) {
      return RoleMark(.outside, reason: "tekst under »\(header)«")
    }
    let isForm = EntryForm.lineColumns.contains { $0.header == header }
    return isForm && !LooseNumber.isBasis(header)
      ? RoleMark(.outside, reason: "tekst under »\(header)«")
      : RoleMark(.quantity, reason: "egen kolonne »\(header)«")
  }
}
