public import Output
import ProposalModel
import Spreadsheet

/// A forecast as JSON; amounts are whole øre.
struct ForecastDocument: Codable {
  var kind = ForecastDocument.kind
  var version = 1
  var profile: String
  var mode: LayoutProfile.Mode
  var budget: String
  var budgetRows: Int
  var files: [String]
  var proposals: [String]
  var codes: [String]
  var unit = "øre"
  var rows: [Row]
  var totals: [Total]
  var missing: [String]

  /// What tells the document from other JSON.
  static let kind = "fordel-forecast"

  struct Row: Codable {
    var appropriation, profitCentre, function, kind, projectElement: String
    var year: Int
    var controlAreas, committees, proposals: [String]
    var before, change, after: Int64
    var remarks: [String]
  }

  struct Total: Codable {
    var controlArea, committee: String
    var keys: Int
    var before, change, after: Int64
  }

  init(_ forecast: Forecast) {
    (profile, mode, budget, budgetRows) = (
      forecast.profile, forecast.mode, forecast.budget, forecast.budgetRows
    )
    (files, proposals, codes, missing) = (
      forecast.files, forecast.proposals, forecast.codes, forecast.missing
    )
    rows = forecast.lines.map { line in
      let codes = line.key.codes.written
      return Row(
        appropriation: codes[0], profitCentre: codes[1], function: codes[2], kind: codes[3],
        projectElement: codes[4], year: line.key.year, controlAreas: line.controlAreas,
        committees: line.committees, proposals: line.proposals, before: line.before.oere,
        change: line.change.oere, after: line.after.oere, remarks: line.remarks)
    }
    totals = forecast.totals.map { total in
      Total(
        controlArea: total.controlArea, committee: total.committee, keys: total.keys,
        before: total.before.oere, change: total.change.oere, after: total.after.oere)
    }
  }

  /// The forecast.
  var forecast: Forecast {
    Forecast(
      profile: profile, mode: mode, budget: budget, budgetRows: budgetRows, files: files,
      proposals: proposals, codes: codes,
      lines: rows.map { row in
        Forecast.Line(
          key: BudgetKey(
            codes: PostingCodes(
              appropriation: row.appropriation, profitCentre: row.profitCentre, function: row.function,
              kind: row.kind, projectElement: row.projectElement), year: row.year),
          controlAreas: row.controlAreas, committees: row.committees, proposals: row.proposals,
          before: Amount(oere: row.before), change: Amount(oere: row.change), after: Amount(oere: row.after),
          remarks: row.remarks)
      }, missing: missing)
  }
}

extension Forecast {
  /// The forecast as a workbook.
  public func workbook() throws(FileFailure) -> [UInt8] {
    do { return try ForecastWorkbook(forecast: self).bytes() } catch {
      throw FileFailure(file: budget, error)
    }
  }

  /// The forecast as JSON.
  public func json() throws(FileFailure) -> [UInt8] {
    do { return try CanonicalJSON.encodeDocument(ForecastDocument(self)) } catch {
      throw FileFailure(file: budget, status: .inputOutput, message: "Prognosen kan ikke skrives (\(error)).")
    }
  }

  /// Writes the workbook and the JSON beside the file of corrections: `k-prognose.xlsx` for `k.csv`.
  public func write(beside path: String, files: OutputFiles) throws(FileFailure) -> [WrittenFile] {
    let name = CorrectionReport.beside(path, "prognose")
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return [
      try files.write(try workbook(), to: stem + ".xlsx"), try files.write(try json(), to: stem + ".json"),
    ]
  }
}
