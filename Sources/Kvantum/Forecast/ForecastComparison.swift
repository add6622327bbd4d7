public import Findings
public import Output
public import ProposalModel
import Spreadsheet

/// A new extract against what a forecast said that the budgets would be.
public struct ForecastComparison: Sendable {
  /// A budget that is not what was forecast.
  public struct Deviation: Hashable, Sendable {
    /// The key, with what was forecast.
    public var line: Forecast.Line
    /// What the extract has; `nil` where it does not have the key.
    public var found: Amount?
    /// What most likely happened, in Danish.
    public var explanation: String

    /// What the extract has too much (or too little, negative).
    public var difference: Amount { (found ?? .zero) - line.after }
  }

  /// The forecast.
  public let forecast: Forecast
  /// The new extract.
  public let extract: String
  /// How many rows it has.
  public let rows: Int
  /// The budgets that differ, in the order of the forecast.
  public private(set) var deviations: [Deviation] = []
  /// Rows of the extract that could not be read.
  public let findings: [Finding]

  /// Whether every budget is as forecast.
  public var agrees: Bool { deviations.isEmpty && findings.allSatisfy { $0.severity != .error } }

  /// Compares the extract `file` with `forecast`. Fails where it lacks the column of a code that the forecast
  /// tells budgets apart by: what agrees in sum may still be on the wrong account.
  public init(
    _ forecast: Forecast, extract file: String, columns: ExtractColumns = ExtractColumns()
  ) throws(FileFailure) {
    let mask = PostingCodes.names.enumerated().reduce(UInt8(0)) { mask, name in
      forecast.codes.contains(name.element) ? mask | 1 << UInt8(name.offset) : mask
    }
    guard !forecast.lines.isEmpty else {
      throw FileFailure(file: file, status: .findings, message: "Prognosen har ingen nøgler at afstemme.")
    }
    let today = try TodaysBudget(file, keys: forecast.lines.map(\.key), mask: mask, columns: columns)
    guard today.lacking.isEmpty else {
      throw FileFailure(
        file: file, status: .unreadable,
        message: "Udtrækket har ikke \(Catalogue.list(today.lacking)), som prognosen skelner budgetter på. "
          + "Træk listen ud med de samme kolonner som før.")
    }
    (self.forecast, extract, rows, findings) = (forecast, file, today.rows, today.findings)
    for line in forecast.lines {
      let found = today.amounts[line.key]
      // An extract leaves out budgets that are nothing.
      guard found ?? .zero != line.after else { continue }
      deviations.append(
        Deviation(line: line, found: found, explanation: ForecastComparison.explanation(line, found)))
    }
  }

  private static func explanation(_ line: Forecast.Line, _ found: Amount?) -> String {
    guard let found else { return "nøglen er ikke i udtrækket" }
    if found == line.before { return "ændringen er ikke indlæst" }
    if found == line.after + line.change { return "ændringen er indlæst to gange" }
    if found == line.change { return "ændringen har erstattet budgettet" }
    if found == line.before - line.change { return "ændringen er indlæst med omvendt fortegn" }
    return "budgettet er også ændret af andet, eller beløbet er forkert"
  }

  /// The comparison for a terminal: what deviates line by line, then how much was compared.
  public var text: String {
    var lines = findings.map(\.line)
    lines += deviations.map { deviation in
      "\(extract): [afviger] \(deviation.line.key.text): forventet \(deviation.line.after.danish(in: .kroner)) kr., "
        + "i udtrækket \(deviation.found.map { $0.danish(in: .kroner) + " kr." } ?? "intet"), "
        + "forskel \(deviation.difference.danish(in: .kroner)) kr. (\(deviation.explanation))."
    }
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  /// `prognose: 23 nøgler afstemt, …`
  private var summary: String {
    let agreeing = forecast.lines.count - deviations.count
    let up = forecast.lines.map(\.change).filter { $0 > .zero }.sum().danish(in: .kroner)
    let down = forecast.lines.map(\.change).filter { $0 < .zero }.sum().danish(in: .kroner)
    return "prognose: \(agreeing) af \(forecast.lines.count) nøgler er som forudset "
      + "(\(up) kr. op og \(down) kr. ned); \(DanishNumber.grouped(Int64(rows))) rækker i \(extract)."
  }

  /// The comparison as a workbook: what it is, and every deviation.
  public func workbook() throws(FileFailure) -> [UInt8] {
    do { return try bytes() } catch { throw FileFailure(file: extract, error) }
  }

  private func bytes() throws(XLSXWriteError) -> [UInt8] {
    var book = try XLSXWriter(
      properties: DocumentProperties(title: "Afstemning med prognose", subject: extract, author: "fordel"))
    let front = try book.addSheet("Afstemning")
    let amounts = deviations.flatMap { [$0.line.after, $0.found ?? .zero] }
    let kroner = ["Forventet, kr.", "I udtrækket, kr.", "Forskel, kr."]
    var sheet = MoneyList(
      name: "Afvigelser", caption: "Afvigelser" + (deviations.isEmpty ? ": ingen" : ""),
      columns: PostingCodes.names.map { MoneyList.Column(header: $0, width: 12, kind: .code) } + [
        MoneyList.Column(header: "År", width: 6, kind: .whole),
        MoneyList.Column(header: "Forslag", width: 16, kind: .code),
      ] + kroner.map { MoneyList.Column(header: $0, width: 17, kind: .kroner) } + [
        MoneyList.Column(header: "Hvad der formentlig er sket", width: 34)
      ], decimals: amounts.map { $0.decimal(in: .kroner).scale }.max() ?? 0)
    let letters = kroner.map(sheet.letters)
    let first = sheet.firstRow
    sheet.rows = deviations.enumerated().map { index, deviation in
      let row = first + index
      return deviation.line.key.codes.written.map { $0.isEmpty ? .blank : .text($0) } + [
        .number(DecimalNumber(deviation.line.key.year)),
        .text(deviation.line.proposals.joined(separator: ", ")),
        .number(DecimalNumber(deviation.line.after, in: .kroner)),
        deviation.found.map { .number(DecimalNumber($0, in: .kroner)) } ?? .blank,
        .formula(
          "\(letters[1])\(row)-\(letters[0])\(row)",
          value: .number(DecimalNumber(deviation.difference, in: .kroner))),
        .text(deviation.explanation),
      ]
    }
    try sheet.write(
      sums: [
        deviations.map(\.line.after).sum(), deviations.map { $0.found ?? .zero }.sum(),
        deviations.map(\.difference).sum(),
      ], to: &book)
    try FrontSheet(
      title: "Afstemning med prognose",
      facts: [
        ("Hvad det er", "Budgettet efter indlæsning mod det, prognosen sagde"),
        ("Udtræk", extract.split(separator: "/").last.map(String.init) ?? extract), ("Hvor meget", summary),
      ],
      remarks: [
        (agrees ? "Alt er som forudset." : "\(deviations.count) budgetter afviger.", findings.map(\.line))
      ]
    ).write(in: front, to: &book)
    return try book.closeIntoBytes()
  }
}
