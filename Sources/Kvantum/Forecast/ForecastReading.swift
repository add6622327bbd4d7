import Forms
import Intake
public import Output
import ProposalModel
import Spreadsheet

extension Forecast {
  /// Reads a forecast that was written before, the workbook or the JSON. Of the workbook the sheet `Nøgler` is
  /// read, by its headings; its profile is not needed afterwards, and stays blank.
  ///
  /// Fails where the file is neither, or a key has no year or no amount that can be read: a budget that is not
  /// compared would look as if it agreed.
  public init(file: String) throws(FileFailure) {
    let bytes = try InputFiles.read(file)
    switch FileContent(bytes, name: file) {
    case .json:
      do {
        let document = try CanonicalJSON.decodeDocument(ForecastDocument.self, bytes).value
        guard document.kind == ForecastDocument.kind else { throw Forecast.noForecast(file) }
        self = document.forecast
      } catch { throw Forecast.noForecast(file) }
    case .workbook:
      let book = try Grids.workbook(bytes, file: file)
      guard let sheet = book.sheet(named: ForecastWorkbook.keys) else { throw Forecast.noForecast(file) }
      self = try ForecastSheetReading(sheet, file: file).forecast
    case .csv: throw Forecast.noForecast(file)
    }
  }

  fileprivate static func noForecast(_ file: String) -> FileFailure {
    FileFailure(
      file: file, status: .unreadable,
      message: "Filen er ikke en prognose. Den skrives ved siden af korrektionerne "
        + "(-prognose.xlsx og -prognose.json) af fordel corrections --budget.")
  }
}

/// The sheet `Nøgler` of a forecast.
private struct ForecastSheetReading {
  private(set) var forecast: Forecast

  private static let columns: [FormField<String>] =
    (PostingCodes.names + [
      "År", ForecastWorkbook.area, ForecastWorkbook.committee, "Forslag", ForecastWorkbook.before,
      ForecastWorkbook.change, ForecastWorkbook.after,
    ]).map { FormField($0, $0, "") }

  init(_ sheet: Sheet, file: String) throws(FileFailure) {
    let needed = ["År", ForecastWorkbook.before, ForecastWorkbook.change, ForecastWorkbook.after]
    let list = SmallList(sheet, file: file, ForecastSheetReading.columns, needs: needed)
    guard list.isFound else { throw Forecast.noForecast(file) }
    let codes = PostingCodes.names.filter { list.keys.contains($0) }
    forecast = Forecast(
      profile: "", mode: .add, budget: "", budgetRows: 0, files: [], proposals: [], codes: codes, lines: [],
      missing: [])
    for row in list.rows {
      func text(_ header: String) -> String { row.text(header) ?? "" }
      // The sum below the keys has no year.
      if let first = codes.first, ExtractForm.isOnlyTotal(text(first)) { continue }
      func trouble(_ words: String) -> FileFailure {
        FileFailure(
          file: file, status: .unreadable, message: "\(row.name): \(words) Skriv prognosen igen.")
      }
      if needed.contains(where: { row.rival($0) != nil }) {
        throw trouble("to kolonner har samme overskrift og siger forskelligt.")
      }
      func amount(_ header: String) throws(FileFailure) -> Amount {
        let reading = ExtractAmount(row.cell(header), at: row.sheet)
        if let amount = reading.amount { return amount }
        throw trouble("\(header) kan ikke læses.")
      }
      guard let year = ExtractForm.year(row.cell("År"), under: .year) else {
        throw trouble("året kan ikke læses.")
      }
      let written = PostingCodes.names.map(text)
      forecast.lines.append(
        Forecast.Line(
          key: BudgetKey(
            codes: PostingCodes(
              appropriation: written[0], profitCentre: written[1], function: written[2], kind: written[3],
              projectElement: written[4]), year: year),
          controlAreas: [text(ForecastWorkbook.area)], committees: [text(ForecastWorkbook.committee)],
          proposals: text("Forslag").split(separator: ", ").map(String.init),
          before: try amount(ForecastWorkbook.before),
          change: try amount(ForecastWorkbook.change), after: try amount(ForecastWorkbook.after), remarks: [])
      )
    }
  }
}
