import Kvantum
import ProposalModel
import Spreadsheet
import Foundation

/// Expected corrections against an extract of 100,000 rows of ten columns: everything from the path to the
/// list of discrepancies.
enum ReconcileBenchmark {
  private static let header = [
    "Bilag", "Reference", "Bevilling", "Profitcenter", "Funktion", "Art", "PSP", "Regnskabsår", "Beløb",
    "Tekst",
  ]
  private static let proposals = (1...500).map { "BC\($0)" }

  /// Four accounts by six years for each proposal.
  private static var expected: [ExpectedPosting] {
    proposals.indices.flatMap { proposal in
      (0..<24).map { index in
        ExpectedPosting(
          proposal: proposals[proposal],
          codes: PostingCodes(
            appropriation: String(1_000 + proposal), profitCentre: String(200 + index / 6),
            function: "645\(index / 6)", kind: "2"),
          year: 2022 + index % 6, amount: Amount(kroner: Int64(-1_000 * (proposal + 1) - index)))
      }
    }
  }

  /// `reconcile-make ROWS FILE`: an extract as `.xlsx` or `.csv`; every hundredth expected posting is missing
  /// from it.
  static func make(_ arguments: [String]) throws {
    guard arguments.count == 2, let count = Int(arguments[0]) else {
      throw UsageError(usage: "reconcile-make ROWS FILE.xlsx|FILE.csv")
    }
    let ours = expected.enumerated().filter { $0.offset % 100 != 0 }.map(\.element)
    guard count >= ours.count else {
      throw UsageError(usage: "reconcile-make ROWS FILE, at least \(ours.count) rows")
    }
    let step = count / ours.count
    func row(_ index: Int) -> [String] {
      let place = index / step
      guard index % step == 0, ours.indices.contains(place) else {
        return [
          String(index), "KB\(index % 977)", String(1_000 + index % 7_919), String(index % 9_000),
          "64\(index % 99)", "4", "",
          String(2020 + index % 8), String(index * 7_919 % 5_000_000), "Løn og drift \(index % 61)",
        ]
      }
      let posting = ours[place]
      let codes = posting.codes.codes
      return [
        String(index), posting.proposal, codes[0], codes[1], codes[2], codes[3], "", String(posting.year),
        String(posting.amount.oere / 100), "Budgetkorrektion",
      ]
    }
    report(try seconds { try write(count, row, to: arguments[1]) })
  }

  private static func write(_ count: Int, _ row: (Int) -> [String], to path: String) throws {
    guard path.hasSuffix(".xlsx") else {
      var writer = CSVWriter(.excelDanish)
      writer.append(header.map { .text($0) })
      for index in 0..<count { writer.append(row(index).map { $0.isEmpty ? .blank : .text($0) }) }
      try writer.write(to: path)
      return
    }
    var book = try XLSXWriter(path: path)
    let sheet = try book.addSheet("Udtræk")
    for (column, text) in header.enumerated() {
      try book.write(text, at: CellAddress(row: 1, column: column + 1), in: sheet)
    }
    for index in 0..<count {
      for (column, text) in row(index).enumerated() where !text.isEmpty {
        let number = Int64(text).map { CellContent.number(DecimalNumber(mantissa: $0, scale: 0)) }
        try book.write(number ?? .text(text), at: CellAddress(row: index + 2, column: column + 1), in: sheet)
      }
    }
    try book.close()
  }

  /// `reconcile FILE`
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 1 else { throw UsageError(usage: "reconcile FILE.xlsx|FILE.csv") }
    let expected = expected
    var made: ReconcileReport?
    let elapsed = try seconds {
      made = try ReconcileReport(expected: expected, proposals: proposals, extract: arguments[0])
    }
    report(
      elapsed,
      [
        "rows": made?.rows ?? 0, "matched": made?.result.matched.count ?? 0,
        "rest": made?.result.rest.count ?? 0,
      ])
  }
}
