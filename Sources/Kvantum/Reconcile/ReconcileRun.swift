import AllocationTables
import Intake
public import Output
import Spreadsheet

/// A whole `fordel reconcile`: the corrections of proposals against an extract.
public struct ReconcileRun: Sendable {
  private let rows: [CorrectionBook.Row]
  private let proposals: [String]
  private let omissions: [String]

  /// The corrections of the proposals of a run; expected are those of `list`, or where there are decisions
  /// those that they let be posted.
  public init(
    _ parts: [CorrectionMaker.Part], list: CorrectionBook.List = .adopted, decisions: DecisionList? = nil
  ) {
    let books = parts.map(\.book).map { book in
      guard let decisions, let number = book.proposals.first else {
        return book.decided(list == .adopted ? .adopted : .notAdopted)
      }
      return book.decided(decisions.use(of: number))
    }
    rows = books.flatMap(\.rows)
    proposals = books.flatMap(\.proposals)
    omissions = books.flatMap(\.omissions)
  }

  /// Fails where the extract is not there, or the file to write is no workbook by its name, before anything
  /// is read.
  public static func check(extract: String, output: String?) throws(FileFailure) {
    if let output, output != "-", OutputKind(output) != .xlsx {
      throw FileFailure(file: output, status: .usage, message: "Filens navn skal ende på .xlsx.")
    }
    let failures = extract == "-" ? [] : InputFiles.find([extract]).unread
    if let file = failures.first { throw file.failure }
  }

  /// Reads the extract and compares.
  public func report(extract file: String, columns: ExtractColumns = ExtractColumns()) throws(FileFailure)
    -> ReconcileReport
  {
    let expected = rows.filter(\.isPostable).map { ExpectedPosting($0.correction) }
    guard !expected.isEmpty else {
      throw FileFailure(
        file: file, status: .findings,
        message:
          "Ingen korrektioner kan konteres, så der er intet at afstemme. Se hvad der mangler med fordel corrections."
      )
    }
    let unpostable = rows.filter { !$0.isPostable && !$0.correction.isCounterEntry }.map {
      ExpectedPosting($0.correction)
    }
    var report = try ReconcileReport(
      expected: expected, unpostable: unpostable, proposals: proposals, extract: file,
      columns: columns)
    report.remarks += omissions
    if !unpostable.isEmpty {
      report.remarks.append(
        "\(unpostable.count) korrektioner er ikke konterbare (se fordel corrections); \(report.result.completedByHand.count) af dem er posteret alligevel, "
          + "de øvrige er ikke regnet som manglende.")
    }
    return report
  }
}

extension ReconcileReport {
  /// Reads the extract and compares it with `expected`; `proposals` are the numbers that its rows can name.
  public init(
    expected: [ExpectedPosting], unpostable: [ExpectedPosting] = [], proposals: [String],
    extract file: String,
    columns: ExtractColumns = ExtractColumns()
  ) throws(FileFailure) {
    var reader = ExtractReader(file, expected: expected, proposals: proposals, columns: columns)
    try reader.read()
    // Codes that the extract has no columns for cannot be compared.
    let comparable = expected.map { posting in
      var posting = posting
      posting.codes = posting.codes.masked(reader.mask)
      return posting
    }
    var result =
      reader.namesProposals
      ? Reconciliation(
        expected: comparable, unpostable: unpostable, posted: reader.posted, unnamed: reader.unnamed)
      : Reconciliation(expected: comparable, nameless: reader.unnamed)
    result.note(unread: reader.unread)
    result.note(ofOthers: reader.ofOthers)
    var remarks: [String] = []
    if !reader.namesProposals {
      remarks.append(
        "Udtrækket har hverken Forslag eller Tekst; der er kun sammenlignet på konto, år og beløb, og fremmede posteringer ses ikke."
      )
    }
    let missing = PostingCodes.names.indices.filter { reader.mask & (1 << UInt8($0)) == 0 }.map {
      PostingCodes.names[$0]
    }
    if !missing.isEmpty {
      remarks.append("Udtrækket har ikke \(missing.joined(separator: ", ")); de er ikke sammenlignet.")
    }
    let cancelled = result.matched.filter(\.posted.isEmpty).map(\.expected.count).reduce(0, +)
    if cancelled > 0 {
      remarks.append(
        "\(cancelled) korrektioner i flere forslag ophæver hinanden på deres konto og er ikke posteret; "
          + "budgettet er det samme.")
    }
    if reader.sums.count > 0 {
      remarks.append(
        "\(reader.sums.count == 1 ? "1 sumrække" : "\(reader.sums.count) sumrækker") i udtrækket er ikke regnet som "
          + "posteringer (\(reader.sums.count == 1 ? "række" : "den første er række") \(reader.sums.first)).")
    }
    self.init(
      result: result, expected: comparable, extract: file, rows: reader.rows, findings: reader.findings,
      remarks: remarks)
  }
}
