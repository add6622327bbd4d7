public import AllocationTables
public import Findings
public import Intake
public import Output
public import ProposalModel
import Spreadsheet

/// The corrections of a round as files: a workbook for people, or text in the layout of a profile.
public struct CorrectionReport: Sendable {
  /// The rows.
  public var book: CorrectionBook
  /// The layout.
  public var profile: LayoutProfile
  /// The round, for the names of committees.
  public var round: Round
  /// The decision that the postings rest on, as it is to be written in them.
  public var decision: String?
  /// What is missing beside the rows, in Danish: files that could not be read, proposals passed over.
  public var missing: [String] = []
  /// Which of several files with one proposal were passed over, and why, in Danish.
  public var versions: [String] = []

  /// The decisions that the rows were chosen by; `nil` where they are those of every proposal, in both cases.
  public var decisions: DecisionList?
  /// The proposals without rows because of their decision, each with the reason, in Danish.
  public internal(set) var leftOut: [String] = []

  /// The earlier set that the rows are the difference to; `nil` where they are the whole.
  var earlier: EarlierSetUse?

  /// A report of `book` in the layout of `profile`.
  public init(_ book: CorrectionBook, profile: LayoutProfile, round: Round, decision: String? = nil) {
    self.book = book
    self.profile = profile
    self.round = round
    self.decision = decision
  }

  /// What `Corrections.init` must ask the layout of each row before it is posted.
  public static func fit(_ profile: LayoutProfile, round: Round, decision: String? = nil) -> (Correction) ->
    [CorrectionProblem]
  {
    LayoutValues(profile: profile, round: round, decision: decision).trouble
  }

  /// A file to write.
  public struct File: Hashable, Sendable {
    /// Where.
    public var path: String
    /// What.
    public var bytes: [UInt8]
    /// How many rows it holds.
    public var rows: Int
  }

  /// Whether every row can be posted and nothing is missing.
  public var isComplete: Bool { book.isComplete && missing.isEmpty && tooLong.isEmpty }

  /// The sums that are longer than their column, in Danish; a figure is never cut.
  private var tooLong: [String] {
    let layout = layout(profile)
    return CorrectionBook.List.allCases.flatMap { list in
      KeyedRows(book.rows(list, isPostable: true), layout).rows.flatMap { row in
        zip(profile.columns, layout.values(of: row)).compactMap { column, value -> String? in
          guard let limit = column.maxLength, case .number = value else { return nil }
          let text = LayoutText(profile: profile).plain(value)
          guard text.count > limit else { return nil }
          let problem = CorrectionProblem.fieldTooLong(field: column.header, text: text, limit: limit)
          return "\(row.proposals.joined(separator: ", ")), \(row.row.correction.year): \(problem.message)"
        }
      }
    }
  }

  /// Everything that keeps the corrections from being complete, in Danish; rows with the same lack are one
  /// remark.
  public var remarks: [String] { missing + book.omissions + tooLong + problems }

  /// ``remarks``, with the rows that cannot be posted in one line; the list of them tells why.
  var shortRemarks: [String] {
    let rows = book.rows.filter { !$0.isPostable && !$0.correction.isCounterEntry }
    let proposals = Set(rows.map(\.correction.proposal)).count
    let words =
      "\(rows.count == 1 ? "1 række" : "\(rows.count) rækker") i \(proposals) forslag kan ikke konteres; --details viser hvorfor"
    return missing + book.omissions + tooLong + (rows.isEmpty ? [] : [words])
  }

  private var problems: [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for row in book.rows where !row.isPostable && !row.correction.isCounterEntry {
      for problem in row.correction.problems {
        let text = "\(row.correction.proposal), tabel \(row.correction.table): \(problem.message)"
        if counts[text] == nil { order.append(text) }
        counts[text, default: 0] += 1
      }
    }
    return order.map { text in "\(text) (\(counts[text] == 1 ? "1 række" : "\(counts[text] ?? 0) rækker"))"
    }
  }

  /// How many corrections have their account from where, in Danish: `linje 12, standardkonto 3`; `nil` where
  /// there are none.
  public var accountSources: String? {
    let rows = book.rows.filter { !$0.correction.isCounterEntry }
    let counts = AccountSource.allCases.compactMap { source -> String? in
      let count = rows.count { $0.correction.accountSource == source }
      return count == 0 ? nil : "\(source.rawValue) \(count)"
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  /// What a receipt tells of the file `path`; `isForLoading` where a forecast was made of it.
  public func facts(of path: String, isForLoading: Bool) -> CorrectionFacts {
    CorrectionFacts(
      profile: profile.id, profileVersion: profile.version,
      format: path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? "csv",
      mode: profile.mode?.rawValue, isForLoading: isForLoading || profile.isKeyed,
      posted: book.proposals.filter { number in
        book.rows.contains { $0.isPostable && $0.correction.proposal == number }
      }, since: earlier?.sums)
  }

  /// A note of the corrections that have the list's standard account, by proposal; none where there are none.
  public func defaultedAccounts(in file: String?) -> [Finding] {
    let rows = book.rows.filter { !$0.correction.isCounterEntry }
    let counts = book.proposals.compactMap { number -> (String, Int)? in
      let count = rows.count {
        $0.correction.proposal == number && $0.correction.accountSource == .standard
      }
      return count == 0 ? nil : (number, count)
    }
    guard !counts.isEmpty else { return [] }
    return [
      Catalogue.accountsDefaulted(
        counts.map(\.1).reduce(0, +), of: rows.count, counts: counts.map { "\($0) (\($1))" },
        at: Place(file: file))
    ]
  }

  /// The files for `path`, whose ending decides: one workbook for `.xlsx`; for `.csv`, `.txt` and `-` text in
  /// the profile's layout, where the lists that have rows get files of their own if the profile wants that.
  public func files(for path: String) throws(FileFailure) -> [File] {
    let name = path.lowercased()
    if name.hasSuffix(".xlsx") {
      do {
        return [File(path: path, bytes: try CorrectionWorkbook(report: self).bytes(), rows: book.rows.count)]
      } catch {
        throw FileFailure(file: path, error)
      }
    }
    if name.hasSuffix(".json") { return [try document(path)] }
    guard name.hasSuffix(".csv") || name.hasSuffix(".txt") || path == "-" else {
      throw FileFailure(
        file: path, status: .usage, message: "Filens navn skal ende på .xlsx, .csv, .txt eller .json.")
    }
    let files = textFiles(path) + wholeSet(path)
    return path == "-" ? Array(files.prefix(1)) : files
  }

  /// The corrections as JSON.
  private func document(_ path: String) throws(FileFailure) -> File {
    do {
      return File(
        path: path, bytes: try CanonicalJSON.encodeDocument(CorrectionDocument(self)), rows: book.rows.count)
    } catch {
      throw FileFailure(file: path, status: .inputOutput, message: "Filen kan ikke skrives (\(error)).")
    }
  }

  /// The whole set beside a file of differences, in the readable layout: what the next difference is to.
  private func wholeSet(_ path: String) -> [File] {
    guard let earlier, let readable = LayoutLibrary.readable else { return [] }
    return [file(earlier.whole, readable, CorrectionReport.beside(path, "hele"))]
  }

  /// The files in the profile's layout.
  private func textFiles(_ path: String) -> [File] {
    guard profile.lists == .separate else { return [file(book.rows, profile, path)] }
    var files = [file(book.rows(.adopted, isPostable: true), profile, path)]
    let rejected = book.rows(.ifNotAdopted, isPostable: true)
    if !rejected.isEmpty {
      files.append(file(rejected, profile, CorrectionReport.beside(path, "ikke-vedtaget")))
    }
    for (list, suffix) in [
      (CorrectionBook.List.adopted, "raekker"), (.ifNotAdopted, "ikke-vedtaget-raekker"),
    ] {
      let rows = book.rows(list, isPostable: true)
      guard profile.isKeyed, !rows.isEmpty else { continue }
      files.append(file(rows, traced(list), CorrectionReport.beside(path, suffix)))
    }
    let rest = book.rows.filter { !$0.isPostable }
    // What cannot be posted is for people, whatever the layout of the rest.
    if !rest.isEmpty {
      files.append(
        file(rest, LayoutLibrary.readable ?? profile, CorrectionReport.beside(path, "ikke-konterbar")))
    }
    return files
  }

  /// The fields of rows in a profile's layout.
  func layout(_ profile: LayoutProfile) -> LayoutValues {
    let traces =
      profile.columns.contains { $0.field == .fileRow }
      ? traces(.adopted).merging(traces(.ifNotAdopted)) { first, _ in first } : [:]
    return LayoutValues(
      profile: profile, round: round, decision: decision, decisions: decisions, traces: traces)
  }

  private func file(_ rows: [CorrectionBook.Row], _ profile: LayoutProfile, _ path: String) -> File {
    let layout = layout(profile)
    let keyed = KeyedRows(rows, layout).rows
    return File(
      path: path, bytes: LayoutText(profile: profile).bytes(keyed.map(layout.values)), rows: keyed.count)
  }

  /// The corrections of a list one by one, each with the number of the row in the file that it is part of.
  func traces(_ list: CorrectionBook.List) -> [CorrectionBook.Row: String] {
    let keyed = KeyedRows(book.rows(list, isPostable: true), layout(profile))
    var traces: [CorrectionBook.Row: String] = [:]
    for (index, row) in keyed.rows.enumerated() {
      for member in row.members { traces[member] = String(index + 1) }
    }
    for member in keyed.empty.flatMap(\.members) { traces[member] = "ingen (summen er 0)" }
    return traces
  }

  /// The readable layout with a first column `Række i filen`.
  func traced(_ list: CorrectionBook.List) -> LayoutProfile {
    var profile = LayoutLibrary.readable ?? profile
    profile.columns.insert(
      LayoutProfile.Column(header: "Række i filen", field: .fileRow, width: 12), at: 0)
    return profile
  }

  /// `out/k-ikke-vedtaget.csv` for `out/k.csv`.
  static func beside(_ path: String, _ suffix: String) -> String {
    guard let point = path.lastIndex(of: ".") else { return "\(path)-\(suffix)" }
    return "\(path[..<point])-\(suffix)\(path[point...])"
  }
}
