import AllocationTables
import Forms
package import ProposalModel

extension RoleMarks {
  /// Marks the cells that the fields of a proposal came from.
  package mutating func take(_ origins: Origins, of proposal: Proposal) {
    let lines = Dictionary(proposal.lines.map { ($0.id, $0) }) { first, _ in first }
    for (key, place) in origins.places {
      switch key {
      case .figure(let id, let year): takeFigure(lines[id], year, of: proposal, at: place)
      case .allocationFigure(let table, let index, let year):
        takeStated(table, index, year, of: proposal, at: place)
      case .key: mark(place, RoleMark(.weight))
      case .proposal(let label): takeFront(label, at: place)
      case .line(let id, let header): takeField(id, header, at: place)
      case .allocation(_, _, let header): takeField(nil, header, at: place)
      case .hearing(_, let header), .followUp(_, let header):
        mark(place, RoleMark(.outside, reason: "tekst under »\(header)«"))
      }
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
    _ table: AllocationTableKind, _ index: Int, _ year: Int, of proposal: Proposal, at place: Place
  ) {
    let id = StatedRowID.text(table, index)
    guard let column = proposal.years.firstIndex(of: year) else { return }
    let rows = proposal.allocations.filter { $0.table == table }.flatMap(\.rows)
    guard rows.indices.contains(index) else {
      mark(place, RoleMark(.detail, year: year, reason: "fordels egen beregning, læst tilbage"))
      return
    }
    let figures = rows[index].figures
    guard figures.indices.contains(column), figures[column] != .blank else { return }
    mark(place, RoleMark(.stated, line: id, year: year, oere: figures[column].amount.oere))
  }

  private mutating func takeFront(_ label: String, at place: Place) {
    if label.hasPrefix("Tilbagebetalingstid") {
      mark(place, RoleMark(.payback))
    } else if label.lowercased().contains("p/l") {
      mark(place, RoleMark(.year, reason: label))
    } else {
      mark(place, RoleMark(.outside, reason: "forsiden: »\(label)«"))
    }
  }

  private mutating func takeField(_ line: String?, _ header: String, at place: Place) {
    if Self.isAccount(header) {
      mark(place, RoleMark(.account, line: line))
    } else if !["Tekst", "Styringsområde", "Udvalg"].contains(header) {
      let isBasis = LooseNumber.isBasis(header)
      let isForm = EntryForm.lineColumns.contains { $0.header == header }
      mark(
        place,
        isForm && !isBasis
          ? RoleMark(.outside, line: line, reason: "tekst under »\(header)«")
          : RoleMark(.quantity, line: line, reason: "egen kolonne »\(header)«"))
    } else {
      mark(place, RoleMark(.outside, line: line, reason: "tekst under »\(header)«"))
    }
  }

  /// Whether a heading is that of accounts: `Bevilling`, `Profitcenter`.
  static func isAccount(_ header: String) -> Bool {
    let key = Spelling.key(header)
    return key.hasPrefix("bevilling") || key.hasPrefix("profitcent")
  }
}
