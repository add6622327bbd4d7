public import ProposalModel

/// One number of an input and where it went.
public struct NumberCell: Hashable, Sendable {
  /// The cell.
  public var place: Place
  /// What a person reads in the cell.
  public var text: String
  /// The value: money in øre, everything else as it is; an exact decimal text.
  public var value: String
  /// What the number is for.
  public var role: NumberRole
  /// The line, or stated row, whose figure it is.
  public var line: String?
  /// The year of the figure.
  public var year: Int?
  /// Why the number is no money of the proposal, or the code of the finding that names it.
  public var reason: String?
}

/// What is known of a cell before its number is looked at.
package struct RoleMark: Hashable, Sendable {
  package var role: NumberRole
  package var line: String?
  package var year: Int?
  package var reason: String?
  /// The amount in øre, where the cell holds money that was read.
  package var oere: Int64?

  package init(
    _ role: NumberRole, line: String? = nil, year: Int? = nil, reason: String? = nil, oere: Int64? = nil
  ) {
    self.role = role
    self.line = line
    self.year = year
    self.reason = reason
    self.oere = oere
  }
}

/// The roles of cells as the readers tell them. The first role that a cell gets stays: money itself is marked
/// before its repetitions.
package struct RoleMarks: Sendable {
  package private(set) var marks: [Place: RoleMark] = [:]
  /// Columns under a year, with the rows in which every number must have a role or a finding.
  package private(set) var yearColumns: [YearColumn] = []

  /// A column of money: the sheet, the column and the rows below its heading.
  package struct YearColumn: Hashable, Sendable {
    package var file: String?
    package var sheet: String?
    package var column: Int
    package var rows: ClosedRange<Int>
  }

  package init() {}

  package subscript(place: Place) -> RoleMark? { marks[place] }

  package mutating func mark(_ place: Place, _ mark: RoleMark) {
    guard place.cell != nil, marks[place] == nil else { return }
    marks[place] = mark
  }

  package mutating func expect(_ column: YearColumn) { yearColumns.append(column) }
}
