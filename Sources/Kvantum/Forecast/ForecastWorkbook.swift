import Findings
import Output
import ProposalModel
import Spreadsheet

/// A forecast as a workbook: what it is in five lines, every key with before, change and after, and the totals
/// per control area and committee, with live sums.
struct ForecastWorkbook {
  let forecast: Forecast

  /// The name of the sheet that is read back.
  static let keys = "Nøgler"

  func bytes() throws(XLSXWriteError) -> [UInt8] {
    var book = try XLSXWriter(
      properties: DocumentProperties(title: "Prognose", subject: forecast.profile, author: "fordel"))
    let front = try book.addSheet("Overblik")
    let keys = keySheet
    try keys.write(
      sums: [
        forecast.lines.map(\.before).sum(), forecast.lines.map(\.change).sum(),
        forecast.lines.map(\.after).sum(),
      ], to: &book)
    try writeTotals(keys, &book)
    try FrontSheet(
      title: "Prognose: hvad filen gør ved budgettet", facts: facts,
      remarks: [
        (
          forecast.missing.isEmpty ? "Der mangler intet." : "Det mangler, eller er udeladt:", forecast.missing
        ),
        remarked.isEmpty ? ("Ingen af budgetterne kommer under nul.", []) : ("Det skal ses efter:", remarked),
      ]
    ).write(in: front, to: &book)
    return try book.closeIntoBytes()
  }

  private var facts: [(label: String, text: String)] {
    let lines = forecast.lines
    let up = lines.map(\.change).filter { $0 > .zero }.sum().danish(in: .kroner)
    let down = lines.map(\.change).filter { $0 < .zero }.sum().danish(in: .kroner)
    let name = forecast.budget.split(separator: "/").last.map(String.init) ?? forecast.budget
    let rows = DanishNumber.grouped(Int64(forecast.budgetRows))
    return [
      (
        "Hvad det er",
        "Prognose for \(forecast.files.joined(separator: ", ")) i layoutet \(forecast.profile), "
          + "holdt op mod \(name) (\(rows) rækker) på \(Catalogue.list(forecast.codes + ["år"]))"
      ),
      ("Indlæses sådan", forecast.mode.danish), ("Hvor meget", "\(up) kr. op og \(down) kr. ned"),
      (
        "Hvor mange",
        "\(DanishNumber.grouped(Int64(lines.count))) nøgler fra \(forecast.proposals.count) forslag "
          + "(\(forecast.proposals.joined(separator: ", ")))"
      ),
      ("Hvad mangler", forecast.missing.isEmpty ? "intet" : "\(forecast.missing.count) ting; se nedenfor"),
    ]
  }

  private var remarked: [String] {
    forecast.lines.filter { !$0.remarks.isEmpty }.prefix(200).map { line in
      "\(line.key.text): \(line.remarks.joined(separator: "; ")) "
        + "(\(line.before.danish(in: .kroner)) → \(line.after.danish(in: .kroner)) kr.)"
    }
  }

  // MARK: Keys

  static let before = "Før, kr.", change = "Ændring, kr.", after = "Efter, kr."
  static let area = "Styringsområde", committee = "Udvalg"

  private var decimals: Int {
    forecast.lines.flatMap { [$0.before, $0.change] }.map { $0.decimal(in: .kroner).scale }.max() ?? 0
  }

  private var keySheet: MoneyList {
    let widths: [Double] = [10, 12, 11, 8, 14]
    var sheet = MoneyList(
      name: ForecastWorkbook.keys, caption: "Budget pr. nøgle: før, ændring, efter",
      columns: PostingCodes.names.enumerated().filter { forecast.codes.contains($0.element) }.map {
        MoneyList.Column(header: $0.element, width: widths[$0.offset], kind: .code)
      } + [
        MoneyList.Column(header: "År", width: 6, kind: .whole),
        MoneyList.Column(header: ForecastWorkbook.area, width: 18),
        MoneyList.Column(header: ForecastWorkbook.committee, width: 24),
        MoneyList.Column(header: "Forslag", width: 14, kind: .code),
        MoneyList.Column(header: ForecastWorkbook.before, width: 16, kind: .kroner),
        MoneyList.Column(header: ForecastWorkbook.change, width: 16, kind: .kroner),
        MoneyList.Column(header: ForecastWorkbook.after, width: 16, kind: .kroner),
        MoneyList.Column(header: "Bemærkning", width: 26),
      ], decimals: decimals)
    let (before, change) = (sheet.letters(ForecastWorkbook.before), sheet.letters(ForecastWorkbook.change))
    let first = sheet.firstRow
    sheet.rows = forecast.lines.enumerated().map { index, line in
      let row = first + index
      let codes = zip(PostingCodes.names, line.key.codes.written).filter { forecast.codes.contains($0.0) }
      return codes.map { $0.1.isEmpty ? .blank : .text($0.1) } + [
        .number(DecimalNumber(line.key.year)), .text(line.area), .text(line.committee),
        .text(line.proposals.joined(separator: ", ")), .number(DecimalNumber(line.before, in: .kroner)),
        .number(DecimalNumber(line.change, in: .kroner)),
        .formula(
          "\(before)\(row)+\(change)\(row)", value: .number(DecimalNumber(line.after, in: .kroner))),
        line.remarks.isEmpty ? .blank : .text(line.remarks.joined(separator: "; ")),
      ]
    }
    return sheet
  }

  // MARK: Totals

  private func writeTotals(_ keys: MoneyList, _ book: inout XLSXWriter) throws(XLSXWriteError) {
    let figures = [ForecastWorkbook.before, ForecastWorkbook.change, ForecastWorkbook.after]
    var sheet = MoneyList(
      name: "Totaler", caption: "Totaler pr. styringsområde og udvalg",
      columns: [
        MoneyList.Column(header: ForecastWorkbook.area, width: 32),
        MoneyList.Column(header: ForecastWorkbook.committee, width: 36),
        MoneyList.Column(header: "Nøgler", width: 9, kind: .whole),
      ] + figures.map { MoneyList.Column(header: $0, width: 18, kind: .kroner) },
      decimals: decimals, isFiltered: false)
    let first = sheet.firstRow
    let totals = forecast.totals
    sheet.rows = totals.enumerated().map { index, total in
      let row = first + index
      let criteria =
        "\(keys.range(ForecastWorkbook.area)),$A\(row),\(keys.range(ForecastWorkbook.committee)),$B\(row)"
      let amounts = zip(figures, [total.before, total.change, total.after]).map { header, amount in
        CellContent.formula(
          "SUMIFS(\(keys.range(header)),\(criteria))", value: .number(DecimalNumber(amount, in: .kroner)))
      }
      return [
        .text(total.controlArea), .text(total.committee),
        .formula("COUNTIFS(\(criteria))", value: .number(DecimalNumber(total.keys))),
      ] + amounts
    }
    try sheet.write(
      sums: [totals.map(\.before).sum(), totals.map(\.change).sum(), totals.map(\.after).sum()], to: &book)
  }
}
