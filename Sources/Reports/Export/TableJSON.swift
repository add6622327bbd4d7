import AllocationTables
import Distribution
import Output
import ProposalModel
import Spreadsheet

/// The tables of a proposal as JSON: amounts in whole øre, blank `null`, dash `"-"`; and the certificates of
/// the computed ones, with exact fractions beside the rounded shares, which `Tests/certificate.py` checks.
enum TableJSON {
  private struct Document: Encodable {
    var proposal: String
    var title: String
    var rounding: String
    var bookingUnit: Int64?
    var tables: [Table]
    var certificates: [Certificate]
  }

  private struct Table: Encodable {
    var table: String
    var caption: String
    /// Whether the rows of Fordeling and A–E are stated or computed.
    var origin: AllocationOrigin?
    var priceLevel: Int?
    var years: [Int]
    /// Areas whose money stands unconverted; left out where there is none.
    var unconverted: [ControlArea]?
    var rows: [Row]
  }

  private struct Row: Encodable {
    var kind: String
    /// The row as `explain --row` takes it; left out for headings.
    var name: String?
    var section: String?
    var text: String
    var committee: String?
    var unit: String?
    var part: String?
    var account: String?
    var controlArea: String?
    var rule: String?
    var figures: [Figure]
    var paybackYears: Int?
    var lines: [String]
  }

  package static func bytes(_ tables: [BudgetTable], of all: ProposalTables, proposal: Proposal, round: Round)
    throws(FileFailure)
    -> [UInt8]
  {
    let document = Document(
      proposal: proposal.id, title: proposal.title, rounding: all.options.policy.spelling,
      bookingUnit: all.options.bookingUnit,
      tables: tables.map { table in
        Table(
          table: table.code, caption: table.caption, origin: table.origin, priceLevel: table.priceLevel,
          years: table.years,
          unconverted: table.unconverted.isEmpty ? nil : table.unconverted,
          rows: table.rows.map { row($0, named: RowNames(table: table, round: round)) })
      },
      certificates: all.blocks(behind: tables).map {
        $0.block.certificate(title: "\(proposal.id), \($0.title)")
      })
    do { return try CanonicalJSON.encodeDocument(document) } catch {
      throw FileFailure(
        file: proposal.id, status: .inputOutput, message: "Tabellerne kan ikke skrives som JSON (\(error)).")
    }
  }

  private static func row(_ row: TableRow, named names: RowNames) -> Row {
    Row(
      kind: "\(row.kind)", name: row.kind == .heading ? nil : names.name(row), section: row.section?.rawValue,
      text: row.text,
      committee: row.recipient?.committee, unit: row.recipient?.unit,
      part: row.part?.rawValue, account: row.account?.printed, controlArea: row.controlArea?.rawValue,
      rule: row.rule?.spelling, figures: row.figures,
      paybackYears: row.paybackYears, lines: row.lineIDs)
  }
}
