import AllocationTables
@testable import Intake
import ProposalModel
import Reading
@testable import Reports
import Spreadsheet
import TestSupport

/// A proposal that goes out as A–E workbooks and comes back from departments.
struct Returning {
  let proposal: Proposal
  let round: Round
  let item: IntakeItem

  init(_ proposal: Proposal, _ round: Round) {
    self.proposal = proposal
    self.round = round
    item = IntakeItem(
      file: "\(proposal.id).json", proposal: proposal, round: round,
      origins: Origins(file: "\(proposal.id).json"), findings: [])
  }

  /// The tables as they go out, all stated, so that a test can change rows as a department would.
  var outgoing: [StatedAllocation] {
    let tables = ProposalTables(proposal, round: round)
    return AllocationTableKind.allCases.compactMap { kind in
      if let stated = proposal.stated(kind) { return stated }
      let rows = (tables.table(kind.rawValue)?.rows ?? []).compactMap { row -> AllocationRow? in
        guard row.kind == .line, let recipient = row.recipient,
          row.account != nil || row.figures.contains(where: { $0 != .blank })
        else { return nil }
        return AllocationRow(
          recipient: recipient, part: row.part, account: row.account, controlArea: row.controlArea,
          figures: row.figures)
      }
      return rows.isEmpty ? nil : StatedAllocation(table: kind, priceLevel: proposal.priceLevel, rows: rows)
    }
  }

  /// The file that comes back when a department has made `allocations` of the tables.
  func returned(_ allocations: [StatedAllocation], as file: String) throws -> ReturnedFile {
    var copy = proposal
    copy.allocations = allocations
    let bytes = try TableExport(selection: .technical).files(for: copy, round: round).files[0].bytes
    let workbook = try XLSXReader.read(bytes: bytes)
    let read = try required(TableWorkbookReader.read(workbook, file: file, round: round).first)
    let item = IntakeItem(
      file: file, proposal: read.proposal, round: round, origins: read.origins, findings: read.findings)
    return ReturnedFile(item, workbook: workbook, round: round)
  }

  /// The merge of files, whatever their order.
  func merge(_ files: [ReturnedFile], takesChangedSums: Bool = false) -> AllocationMerge.Result {
    AllocationMerge(into: proposal, from: item, round: round, takesChangedSums: takesChangedSums).merge(files)
  }

  private func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw NothingRead() }
    return value
  }

  private struct NothingRead: Error {}
}

extension [StatedAllocation] {
  /// The same tables with the rows of one committee in one of them replaced.
  func replacing(
    _ committee: String, in table: AllocationTableKind, with change: ([AllocationRow]) -> [AllocationRow]
  )
    -> [StatedAllocation]
  {
    map { stated in
      guard stated.table == table else { return stated }
      var stated = stated
      let own = stated.rows.filter { $0.recipient.committee == committee }
      let place = stated.rows.firstIndex { $0.recipient.committee == committee } ?? stated.rows.count
      stated.rows.removeAll { $0.recipient.committee == committee }
      stated.rows.insert(contentsOf: change(own), at: place)
      return stated
    }
  }
}

extension AllocationRow {
  /// Two rows on accounts of their own that add up to the row: every amount in two parts.
  func split(_ first: String, _ second: String) -> [AllocationRow] {
    var (one, two) = (self, self)
    one.account = Account(parsing: first)
    two.account = Account(parsing: second)
    one.figures = figures.map { .amount(Amount(oere: $0.amount.oere / 3 / 100_000 * 100_000)) }
    two.figures = zip(figures, one.figures).map { .amount($0.amount - $1.amount) }
    return [one, two]
  }

  /// The row with `difference` × 1.000 kr. more in the year at `index`.
  func adding(_ difference: Int64, at index: Int) -> AllocationRow {
    var row = self
    row.figures[index] = .amount(row.figures[index].amount + Amount(thousands: difference))
    return row
  }
}
