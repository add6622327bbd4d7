import AllocationTables
import Kvantum
public import Output
import ProposalModel
import Spreadsheet

extension AnnexReport {
  /// The finished file: `.xlsx`, `.csv` or `.json` by the name; CSV for `-`.
  public func bytes(for file: String) throws(FileFailure) -> [UInt8] {
    switch OutputKind(file) {
    case .xlsx:
      do { return try AnnexWorkbook(report: self).bytes() } catch { throw FileFailure(file: file, error) }
    case .json:
      do { return try CanonicalJSON.encodeDocument(AnnexDocument(self)) } catch {
        throw FileFailure(
          file: file, status: .inputOutput, message: "Bilagene kan ikke skrives som JSON (\(error)).")
      }
    case .csv: return csv
    case nil: throw OutputKind.failure(file)
    }
  }

  /// The name of the file in a folder: `bilag-standard.xlsx`.
  public static func fileName(_ profile: AnnexProfile) -> String {
    OutputFiles.name(for: profile.id) + ".xlsx"
  }

  // MARK: CSV

  /// All annexes below each other, each with its total.
  private var csv: [UInt8] {
    var writer = CSVWriter(.excelDanish)
    let heads = profile.columns.flatMap { column -> [String] in
      switch column.field {
      case .years: years.map(String.init)
      case .marker where column.header.isEmpty: ["Markering"]
      case .rows: ["Kilde"]
      default: [column.header]
      }
    }
    writer.append((["Bilag", "Måleenhed"] + heads).map { .text($0) })
    for (annex, rows) in zip(profile.annexes, rows) {
      let lead: [CSVField] = [.text(annex.sheet), .text(unitText)]
      for row in rows { writer.append(lead + profile.columns.flatMap { fields(row, $0) }) }
      let totals = totals(rows)
      writer.append(
        lead
          + profile.columns.flatMap { column -> [CSVField] in
            switch column.field {
            case .committee: [.text("I alt")]
            case .years: totals.map { .number(DecimalNumber($0, in: unit)) }
            default: [.blank]
            }
          })
    }
    return writer.bytes
  }

  private func fields(_ row: Row, _ column: AnnexProfile.Column) -> [CSVField] {
    func text(_ text: String) -> [CSVField] { text.isEmpty ? [.blank] : [.text(text)] }
    switch column.field {
    case .committee: return text(name(row.committee))
    case .number: return text(row.number)
    case .marker: return text(row.marker?.rawValue ?? "")
    case .title: return text(row.title)
    case .tables: return text(row.tables.joined(separator: ", "))
    case .rows: return text(row.members.joined().sorted().flatMap { basis[$0].row.sources }.unique.spelling)
    case .years: return row.amounts.map { $0.map { .number(DecimalNumber($0, in: unit)) } ?? .blank }
    }
  }
}

extension [Place] {
  /// Each place once, in the order of the first.
  fileprivate var unique: [Place] {
    var seen: Set<Place> = []
    return filter { seen.insert($0).inserted }
  }
}

/// The annexes as JSON: every figure with the rows it is the sum of. Amounts are whole øre.
private struct AnnexDocument: Encodable {
  var kind = "fordel-annex"
  var version = 1
  var profile: String
  var profileVersion: String
  var round: String
  var unit = "øre"
  var priceLevels: [Int]
  var decisions: String?
  var proposals: [String]
  var years: [Int]
  var annexes: [Annex]
  var basis: [Basis]
  var withoutEffect: [String]
  var leftOut: [String]
  var missing: [String]
  var remarks: [String]

  struct Annex: Encodable {
    var sheet: String
    var caption: String
    var sign: String
    var rows: [Row]
    var totals: [Int64]
  }

  struct Row: Encodable {
    var committee: String?
    var number: String
    var title: String
    var marker: String?
    var tables: [String]
    /// The sum of each year; null where there is nothing.
    var amounts: [Int64?]
    /// Of each year the places in `basis`, from 0.
    var basis: [[Int]]
  }

  struct Basis: Encodable {
    var committee: String?
    var unit: String?
    var proposal: String
    var table: String
    var lines: [String]
    var text: String
    var controlArea: String
    var year: Int
    var amount: Int64
    var priceLevel: Int
    var sources: String
    var remark: String?
  }

  init(_ report: AnnexReport) {
    (profile, profileVersion) = (report.profile.id, report.profile.version)
    (round, decisions, proposals, years) = (
      report.round.id, report.decisions, report.proposals, report.years
    )
    priceLevels = Set(report.basis.map(\.row.correction.priceLevel)).sorted()
    annexes = zip(report.profile.annexes, report.rows).map { annex, rows in
      Annex(
        sheet: annex.sheet, caption: annex.caption, sign: annex.sign.rawValue,
        rows: rows.map { row in
          Row(
            committee: row.committee, number: row.number, title: row.title, marker: row.marker?.rawValue,
            tables: row.tables, amounts: row.amounts.map { $0?.oere }, basis: row.members)
        }, totals: report.totals(rows).map(\.oere))
    }
    basis = report.basis.map { basis in
      let correction = basis.row.correction
      return Basis(
        committee: correction.recipient?.committee, unit: correction.recipient?.unit,
        proposal: correction.proposal, table: correction.table, lines: correction.lineIDs,
        text: correction.text, controlArea: correction.controlArea.rawValue, year: correction.year,
        amount: correction.amount.oere, priceLevel: correction.priceLevel,
        sources: basis.row.sources.spelling, remark: basis.row.remark)
    }
    (withoutEffect, leftOut) = (report.withoutEffect, report.leftOut)
    (missing, remarks) = (report.missing, report.remarks)
  }
}
