public import Findings
public import ProposalModel
import Spreadsheet

/// What came of a reconciliation, for people and for the workbook.
public struct ReconcileReport: Sendable {
  /// What was matched, and what is left.
  public var result: Reconciliation
  /// The expected postings.
  public var expected: [ExpectedPosting]
  /// The extract's file.
  public var extract: String
  /// How many rows it has.
  public var rows: Int
  /// Amounts and years of it that could not be read.
  public var findings: [Finding]
  /// What could not be compared, in Danish.
  public var remarks: [String]

  /// Whether everything expected was posted, once, and nothing else in the proposals' names.
  public var isReconciled: Bool { result.rest.isEmpty && findings.allSatisfy { $0.severity != .error } }

  /// One line of the summary: a kind, how many, and the sums.
  public struct Sum: Hashable, Sendable {
    /// `afstemt`, or a kind of discrepancy.
    public var name: String
    /// How many postings (or, for rows that nothing is expected for, rows).
    public var count: Int
    /// What was expected.
    public var expected: Amount
    /// What was posted.
    public var posted: Amount
  }

  /// The summary, matched first.
  public var sums: [Sum] {
    let matched = Sum(
      name: "afstemt", count: result.matched.map(\.expected.count).reduce(0, +),
      expected: result.matched.flatMap(\.expected).map(\.amount).sum(),
      posted: result.matched.flatMap(\.posted).map(\.amount).sum())
    return [matched]
      + DiscrepancyKind.allCases.map { kind in
        let rest = result.rest.filter { $0.kind == kind }
        let counts = kind == .postedTwice || kind == .notOurs
        return Sum(
          name: kind.rawValue, count: rest.count,
          expected: counts ? .zero : rest.compactMap(\.expected?.amount).sum(),
          posted: rest.flatMap(\.posted).map(\.amount).sum())
      }
  }

  /// How much was matched, in Danish: corrections add up to zero, so their sum says nothing of it. `nil`
  /// where nothing was.
  package var volume: String? {
    let expected = result.matched.flatMap(\.expected)
    guard !expected.isEmpty else { return nil }
    let rows = result.matched.map(\.posted.count).reduce(0, +)
    let up = expected.map(\.amount).filter { $0 > .zero }.sum().danish(in: .kroner)
    let down = expected.map(\.amount).filter { $0 < .zero }.sum().danish(in: .kroner)
    return "afstemt: \(DanishNumber.grouped(Int64(expected.count))) korrektioner i "
      + "\(DanishNumber.grouped(Int64(rows))) rækker: \(up) kr. op og \(down) kr. ned"
  }

  /// The report for a terminal: what is left line by line, then the summary.
  public var text: String {
    var lines = findings.map(\.line) + result.rest.map(line) + [volume].compactMap { $0 }
    let several = result.matched.count { $0.expected.count != 1 || $0.posted.count != 1 }
    lines += sums.dropFirst().filter { $0.count > 0 }.map { sum in
      "\(sum.name): \(DanishNumber.grouped(Int64(sum.count))) (forventet \(sum.expected.danish(in: .kroner)) kr., posteret \(sum.posted.danish(in: .kroner)) kr.)"
    }
    if several > 0 { lines.append("heraf afstemt som summer: \(several)") }
    if !result.withoutReference.isEmpty {
      lines.append("heraf afstemt uden henvisning til forslaget: \(result.withoutReference.count)")
    }
    lines.append("\(DanishNumber.grouped(Int64(rows))) rækker i \(extract).")
    return (lines + remarks).joined(separator: "\n") + "\n"
  }

  /// `udtraek.xlsx:Ark1!12: fejl: [mangler] …`
  private func line(_ rest: Discrepancy) -> String {
    let place = rest.posted.first.map { row in
      "\(extract)\(row.sheet.map { ":\($0)" } ?? ""):række \(rest.posted.map { String($0.row) }.joined(separator: ", "))"
    }
    let account =
      rest.expected.map { "\($0.codes.text), \($0.year)" } ?? rest.posted.first.map {
        "\($0.codes.text), \($0.year)"
      } ?? ""
    var words = "\(place ?? extract): [\(rest.kind.rawValue)] \(rest.proposal), \(account): "
    let sum = rest.posted.map(\.amount).sum().danish(in: .kroner)
    switch rest.kind {
    case .missing: words += "forventet \(amount(rest)) kr."
    case .wrongAmount: words += "forventet \(amount(rest)) kr., posteret \(sum) kr."
    case .wrongAccount: words += "\(amount(rest)) kr. er posteret på \(rest.posted.first?.codes.text ?? "")."
    case .wrongYear:
      words += "\(amount(rest)) kr. er posteret i \(rest.posted.first.map { String($0.year) } ?? "")."
    case .postedTwice: words += "\(sum) kr. er posteret en gang til."
    case .notOurs: words += "\(sum) kr. er ikke en korrektion i forslaget."
    }
    return words + " " + rest.remedy
  }

  private func amount(_ rest: Discrepancy) -> String { rest.expected?.amount.danish(in: .kroner) ?? "0" }
}
