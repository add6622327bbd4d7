package import Findings
package import ProposalModel

/// The place of one amount, in whatever form it came: a cell of a sheet, or a field of a canonical JSON file.
package enum Seat: Hashable, Sendable {
  /// A cell of a sheet (of a CSV file where the sheet is empty).
  case cell(sheet: String, cell: String)
  /// A field that stands in no cell.
  case field(FieldKey)

  /// The seat of a cell.
  package init(_ cell: String, on sheet: String?) { self = .cell(sheet: sheet ?? "", cell: cell) }

  /// The seat of a field that was read from `place`.
  package init(_ key: FieldKey, at place: Place) {
    self = place.cell.map { Seat($0, on: place.sheet) } ?? .field(key)
  }
}

/// What a rule found, and what it says about the findings of other rules.
///
/// A rule knows nothing of the others: it tells which amounts it holds to be wrong, and which mistakes, if
/// they were found, would explain what it sees. ``Causes`` decides.
package struct Judgement: Hashable, Sendable {
  /// The finding.
  package var finding: Finding
  /// The amounts that the finding holds to be wrong: its own cells, and those it names as the likely seat of
  /// the mistake.
  package var accuses: Set<Seat>
  /// What would explain the finding: one group for each thing that is off (a year, say), each group the
  /// amounts any of which may be behind it. The finding is a consequence where every group has an amount that
  /// a stronger finding accuses. Empty: the finding stands on its own.
  package var explainedBy: [Set<Seat>]
  /// What is to be done instead of what the finding suggests, as long as amounts are wrong of which nobody knows
  /// which: it follows from them. `nil` where it does not.
  package var suggestionAfterAmounts: String?

  /// A judgement; the cells of a finding that is more than a note are always among those it accuses.
  package init(
    _ finding: Finding, accusing accused: Set<Seat> = [], explainedBy: [Set<Seat>] = [],
    suggestionAfterAmounts: String? = nil
  ) {
    self.finding = finding
    self.suggestionAfterAmounts = suggestionAfterAmounts
    let own = finding.severity > .note ? finding.cells.map { Seat($0, on: finding.sheet) } : []
    accuses = accused.union(own)
    self.explainedBy = explainedBy
  }
}
