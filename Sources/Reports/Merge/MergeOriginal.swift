import AllocationTables
import Forms
import Intake
import ProposalModel
import Spreadsheet

/// The tables as they went out: stated rows where the proposal has them, else what lines and rules give.
struct MergeOriginal {
  package let proposal: Proposal
  package let origins: Origins
  package let round: Round
  package let tables: ProposalTables

  init(_ item: IntakeItem, proposal: Proposal, round: Round, options: TableOptions) {
    self.proposal = proposal
    self.round = round
    origins = item.origins
    var options = options
    options.priceLevel = .written
    tables = ProposalTables(proposal, round: round, options: options)
  }

  /// The price level of a table.
  package func priceLevel(of kind: AllocationTableKind) -> Int? {
    proposal.stated(kind)?.priceLevel ?? proposal.priceLevel
  }

  /// The rows of a table that somebody has; what rounding or a trouble left to nobody is no row.
  package func rows(of kind: AllocationTableKind) -> [MergeRow] {
    if let stated = proposal.stated(kind) {
      return MergeOriginal.rows(stated, origins: origins, years: proposal.years, of: proposal)
    }
    let printed = tables.table(kind.rawValue)?.rows ?? []
    return printed.compactMap { row in
      guard row.kind == .line, let recipient = row.recipient else { return nil }
      let merged = MergeRow(
        row: AllocationRow(
          recipient: recipient, part: row.part, account: row.account, controlArea: row.controlArea,
          figures: row.figures),
        place: Place(file: origins.file), figurePlaces: proposal.years.map { _ in Place(file: origins.file) })
      return merged.isFilled ? merged : nil
    }
  }

  /// The stated rows of `proposal` with their figures in the columns of `years`.
  package static func rows(_ stated: StatedAllocation, origins: Origins, years: [Int], of proposal: Proposal)
    -> [MergeRow]
  {
    stated.rows.enumerated().map { index, row in
      var row = row
      let figures = row.figures
      row.figures = years.map { year in proposal.years.firstIndex(of: year).map { figures[$0] } ?? .blank }
      return MergeRow(
        row: row, place: origins[.allocation(stated.table, index, .recipient)],
        figurePlaces: years.map { origins[.allocationFigure(stated.table, index, year: $0)] })
    }
  }
}
