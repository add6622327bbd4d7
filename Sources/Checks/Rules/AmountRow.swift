import AllocationTables
import Findings
import ProposalModel
import Reading

/// The amounts of one line, wherever it stands: a row of a read table, or a line of a proposal.
struct AmountRow: Hashable, Sendable {
  /// The text of the line.
  var text: String
  /// Its section.
  var section: LineSection?
  /// Its control area.
  var area: ControlArea?
  /// The years of the amounts.
  var years: [Int]
  /// One amount per year; `nil` where it could not be read.
  var amounts: [Amount?]
  /// Where each amount stands.
  var places: [Place]
  /// The seat of each amount.
  var seats: [Seat]

  /// The line of a proposal.
  init(_ line: Line, in check: ProposalCheck) {
    text = line.text
    section = line.section
    area = line.controlArea
    years = check.proposal.years
    let keys = years.map { FieldKey.figure(line.id, year: $0) }
    amounts = zip(keys, line.figures).map { check.isUnread($0) ? nil : $1.amount }
    places = keys.map { check.place($0) }
    seats = zip(keys, places).map { Seat($0, at: $1) }
  }

  /// The row of a read table.
  init(_ row: ReadRow, of table: ReadTable, area: ControlArea? = nil) {
    text = row.row.text
    section = row.row.section
    self.area = area ?? row.row.controlArea
    years = table.years
    amounts = row.row.figures.indices.map { row.amount($0) }
    places = row.figureCells.map { table.place($0) }
    seats = row.figureCells.map { Seat($0, on: table.sheet) }
  }

  /// The same line in the order of other years; a year that it does not have is unread.
  func aligned(to other: [Int]) -> AmountRow {
    guard other != years else { return self }
    var row = self
    let indices = other.map { years.firstIndex(of: $0) }
    row.years = other
    row.amounts = indices.map { $0.flatMap { amounts[$0] } }
    row.places = indices.map { $0.map { places[$0] } ?? Place() }
    row.seats = zip(indices, other).map { index, year in
      index.map { seats[$0] } ?? .field(.figure(text, year: year))
    }
    return row
  }

  /// Whether any amount is other than zero.
  var hasMoney: Bool { amounts.contains { $0.isMoney } }

  /// Whether the line is a permanent change with money whose control area is not known.
  var isOfUnknownArea: Bool { section == .permanent && area == nil && hasMoney }

  /// The same line, counted as Service where its area is not known.
  var asService: AmountRow {
    var row = self
    row.area = area ?? .service
    return row
  }

  /// The same line with other amounts in some years.
  func replacing(_ changes: [Int: Amount]) -> AmountRow {
    var row = self
    for (index, amount) in changes { row.amounts[index] = amount }
    return row
  }

  /// The amounts, without the years in which there is none.
  var money: [Amount] { amounts.compactMap { $0 }.filter { $0 != .zero } }

  /// The places of the years at `indices`, and the cells of those on the sheet of the first.
  func spot(_ indices: [Int]) -> (place: Place, cells: [String]) {
    let found = indices.map { places[$0] }
    guard let first = found.first else { return (Place(), []) }
    return (first, found.filter { $0.sheet == first.sheet }.compactMap(\.cell))
  }
}
