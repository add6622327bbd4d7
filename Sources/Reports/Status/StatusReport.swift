import AllocationTables
public import Findings
public import Intake
public import Kvantum
public import Output
public import ProposalModel

/// The state of a round: a row for each proposal, and every file accounted for.
public struct StatusReport: Sendable {
  /// The rows, by committee and number.
  public private(set) var rows: [StatusRow] = []
  /// Files that could not be read.
  public var unread: [UnreadFile] = []
  /// Files of folders that hold no proposal.
  public var withoutProposal: [String] = []
  /// Files of folders that are of no kind that proposals come in.
  public var others: [String] = []
  /// What is wrong with the list of decisions and the account list.
  public var findings: [Finding] = []
  /// The order of the committees, by short name.
  private let committees: [String]

  /// The state of the proposals that came in as `outcomes`; `entries` are those that are used, by their number
  /// among the outcomes.
  public init(
    _ outcomes: [ProposalRun.Outcome], entries: [Int: StatusEntry], decisions: DecisionList,
    committees: [String]
  ) {
    self.committees = committees
    var rows: [String: StatusRow] = [:]
    for (index, outcome) in outcomes.enumerated() {
      let number = outcome.id.flatMap { $0.isEmpty ? nil : $0 } ?? StatusReport.name(of: outcome.file)
      let key = outcome.id == nil ? "file:\(outcome.file)" : Spelling.key(number)
      var row = rows[key] ?? StatusRow(number: number)
      row.take(outcome, entries[index])
      row.decision = decisions.decision(on: number)
      rows[key] = row
    }
    self.rows = rows.values.sorted { order(of: $0) < order(of: $1) }
    findings = decisions.findings + decisions.unknown(among: rows.values.map(\.number))
  }

  private static func name(of file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }

  private func order(of row: StatusRow) -> (Int, ProposalNumber) {
    let committee = row.entry?.committee.flatMap { committees.firstIndex(of: $0) } ?? committees.count
    return (committee, ProposalNumber(row.number))
  }

  /// All findings of the round, those of its lists first.
  public var allFindings: [Finding] { findings + unread.map(\.finding) + rows.flatMap(\.findings) }

  /// Permanent changes when fully phased in, summed over the proposals that are used, by control area.
  public var permanent: [ControlArea: Amount] {
    rows.reduce(into: [:]) { sums, row in
      for (area, amount) in row.entry?.permanent ?? [:] { sums[area, default: .zero] += amount }
    }
  }

  /// `13 forslag: 9 klar til korrektioner, 4 med fejl, 1 kan ikke læses.`
  public var summary: String {
    let ready = rows.count { $0.obstacle == nil }
    let wrong = rows.count { $0.errors > 0 }
    var parts = ["\(ready) klar til korrektioner", "\(wrong) med fejl"]
    let unused = rows.count { $0.file == nil }
    if unused > 0 { parts.append("\(unused) uden en fil, der kan bruges") }
    if !unread.isEmpty {
      parts.append("\(unread.count) \(unread.count == 1 ? "fil" : "filer") kan ikke læses")
    }
    return "\(rows.count) forslag: \(parts.joined(separator: ", "))."
  }

  /// What became of the files that are in no row, in Danish.
  public var remarks: [String] {
    var lines = unread.map { "Ikke læst: \($0.file): \($0.failure.message)" }
    for row in rows {
      lines += row.passedOver.map { "\(row.number): \($0.file) er ikke brugt: \($0.reason)" }
    }
    if !withoutProposal.isEmpty { lines.append("uden forslag: \(withoutProposal.joined(separator: ", "))") }
    if !others.isEmpty { lines.append("Andre filer: \(others.joined(separator: ", "))") }
    return lines
  }

  /// The finished file by its ending; text for `-`.
  public func bytes(for file: String) throws(FileFailure) -> [UInt8] {
    let name = file.lowercased()
    if name.hasSuffix(".xlsx") {
      do { return try StatusWorkbook(report: self).bytes() } catch { throw FileFailure(file: file, error) }
    }
    if name.hasSuffix(".json") { return try json() }
    if name.hasSuffix(".html") { return Array(StatusPage(self).text.utf8) }
    throw FileFailure(
      file: file, status: .usage, message: "Filens navn skal ende på .xlsx, .html eller .json.")
  }
}

extension StatusRow {
  fileprivate init(number: String) { self.number = number }

  fileprivate mutating func take(_ outcome: ProposalRun.Outcome, _ entry: StatusEntry?) {
    switch outcome.use {
    case .used:
      (file, self.entry) = (outcome.file, entry)
      findings = outcome.findings
    case .repeated:
      passedOver.append((outcome.file, "samme indhold som \(file ?? "en anden fil")"))
    case .replaced:
      passedOver.append((outcome.file, outcome.findings.first?.message ?? "en senere version bruges"))
    case .left:
      passedOver.append((outcome.file, StatusRow.reason(outcome)))
      if file == nil { findings += outcome.findings }
    }
  }

  private static func reason(_ outcome: ProposalRun.Outcome) -> String {
    let first = outcome.findings.first { $0.severity == .error }
    return first?.message ?? "den kan ikke bruges"
  }
}
