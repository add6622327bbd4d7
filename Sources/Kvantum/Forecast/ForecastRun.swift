public import Findings
public import Output
import AllocationTables
import ProposalModel

/// A forecast with everything that speaks against loading the file.
public struct ForecastRun: Sendable {
  /// What the load will do.
  public private(set) var forecast: Forecast
  /// What is wrong or doubtful. With an error nothing may be written.
  public private(set) var findings: [Finding]

  /// Whether the files may be loaded.
  public var isSafe: Bool { findings.allSatisfy { $0.severity != .error } }

  /// Simulates the load of the files of `report` on the budget of the extract `file`.
  ///
  /// The corrections of every decided proposal are loaded; without decisions those for the case that it is
  /// adopted. Fails where the profile does not say what a load does, or the extract is none.
  public init(
    of report: CorrectionReport, budget file: String, columns: ExtractColumns = ExtractColumns(),
    output: String
  ) throws(FileFailure) {
    guard let mode = report.profile.mode else {
      throw FileFailure(
        file: report.profile.id, status: .usage,
        message: "Profilen siger ikke, hvad en indlæsning gør ved budgettet (mode), så det kan ikke forudses."
      )
    }
    let lists: [CorrectionBook.List] = report.decisions == nil ? [.adopted] : [.adopted, .ifNotAdopted]
    let mask = report.profile.budgetMask
    let files = lists.map { report.records($0, mask: mask) }
    let today = try TodaysBudget(file, keys: files.joined().map(\.key), mask: mask, columns: columns)
    var simulation = LoadSimulation(mode, on: today.amounts)
    var order: [BudgetKey] = []
    var groups: [BudgetKey: [Record]] = [:]
    for records in files {
      let records = records.map { $0.masked(today.mask) }
      simulation.load(records.map { ($0.key, $0.row.amount) })
      for record in records {
        if groups[record.key] == nil { order.append(record.key) }
        groups[record.key, default: []].append(record)
      }
    }
    let lines = order.sorted(by: BudgetKey.precedes).map { key in
      Forecast.Line(
        key, groups[key] ?? [], before: today.amounts[key], after: simulation.budget[key] ?? .zero, report)
    }
    forecast = Forecast(
      profile: report.profile.label, mode: mode, budget: file, budgetRows: today.rows,
      files: [output.split(separator: "/").last.map(String.init) ?? output],
      proposals: report.book.proposals.filter { number in lines.contains { $0.proposals.contains(number) } },
      codes: PostingCodes.names.enumerated().filter { today.mask & 1 << UInt8($0.offset) != 0 }.map(
        \.element),
      lines: lines, missing: report.remarks + report.leftOut)
    let newAccounts = Set(groups.filter { $0.value.contains { $0.row.row.correction.isNewAccount } }.keys)
    findings = today.findings
    findings += ForecastRun.findings(
      lines, newAccounts, simulation.lost, today, mode, at: Place(file: file))
  }

  /// Adds what the receipts of earlier runs say.
  public mutating func note(_ findings: [Finding]) { self.findings += findings }

  /// A record of a file with the key of its budget.
  struct Record {
    var key: BudgetKey
    var row: KeyedRow

    func masked(_ mask: UInt8) -> Record { Record(key: key.masked(mask), row: row) }
  }

  private static func findings(
    _ lines: [Forecast.Line], _ newAccounts: Set<BudgetKey>, _ lost: [BudgetKey: Amount],
    _ today: TodaysBudget, _ mode: LayoutProfile.Mode, at place: Place
  ) -> [Finding] {
    var findings: [Finding] = []
    if !today.lacking.isEmpty { findings.append(Catalogue.budgetCoarse(today.lacking, at: place)) }
    if !lost.isEmpty {
      let gone = lines.filter { lost[$0.key] != nil }
      let largest = gone.sorted { (lost[$0.key] ?? .zero).magnitude > (lost[$1.key] ?? .zero).magnitude }
      findings.append(
        Catalogue.budgetOverwritten(
          keys: lost.count, amount: lost.values.map(\.magnitude).sum().danish(in: .kroner),
          mode: mode.danish,
          examples: largest.prefix(5).map { line in
            "\(line.key.text): \((lost[line.key] ?? .zero).danish(in: .kroner)) kr. bliver til "
              + "\(line.after.danish(in: .kroner)) kr."
          }, at: place))
    }
    for account in accounts(of: lines) {
      let unknown = account.filter { today.amounts[$0.key] == nil && !newAccounts.contains($0.key) }
      let codes = account[0].key.codes
      if !unknown.isEmpty {
        let years = unknown.map { "\($0.key.year) (\($0.change.danish(in: .kroner)) kr.)" }
        findings.append(
          Catalogue.budgetKeyUnknown(codes.text, years: years, known: today.years(of: codes), at: place))
      }
      let taken = account.filter {
        newAccounts.contains($0.key) && today.amounts[$0.key].map { $0 != .zero } ?? false
      }
      if !taken.isEmpty {
        findings.append(Catalogue.accountNotNew(codes.text, years: taken.map(\.key.year), at: place))
      }
      let falling = account.filter {
        $0.fallsBelowZero && (today.amounts[$0.key] != nil || newAccounts.contains($0.key))
      }
      if !falling.isEmpty {
        let years = falling.map { line in
          "\(line.key.year) fra \(line.before.danish(in: .kroner)) kr. til \(line.after.danish(in: .kroner)) kr."
        }
        findings.append(Catalogue.budgetBelowZero(codes.text, years: years, at: place))
      }
    }
    return findings
  }

  /// The lines of each account, in their order.
  private static func accounts(of lines: [Forecast.Line]) -> [[Forecast.Line]] {
    lines.reduce(into: []) { accounts, line in
      if accounts.last?.first?.key.codes == line.key.codes {
        accounts[accounts.count - 1].append(line)
      } else {
        accounts.append([line])
      }
    }
  }
}

extension CorrectionReport {
  /// The records of the file of a list, as the profile has them, each with the key of its budget.
  func records(_ list: CorrectionBook.List, mask: UInt8) -> [ForecastRun.Record] {
    KeyedRows(book.rows(list, isPostable: true), layout(profile)).rows.map { row in
      let correction = row.row.correction
      let key = BudgetKey(codes: PostingCodes(correction.account), year: correction.year)
      return ForecastRun.Record(key: key.masked(mask), row: row)
    }
  }
}

extension Forecast.Line {
  /// The line of the records of a key; `before` is `nil` where the extract does not have it.
  init(
    _ key: BudgetKey, _ records: [ForecastRun.Record], before: Amount?, after: Amount,
    _ report: CorrectionReport
  ) {
    let corrections = records.flatMap(\.row.members).map(\.correction)
    func unique(_ texts: [String]) -> [String] {
      texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    self.key = key
    controlAreas = unique(corrections.map(\.controlArea.rawValue))
    committees = unique(
      corrections.map { correction in
        correction.recipient.map { report.round.name(of: $0.committee) } ?? "Modkonto"
      })
    proposals = unique(corrections.map(\.proposal))
    self.before = before ?? .zero
    change = records.map(\.row.amount).sum()
    self.after = after
    remarks = []
    if before == nil { remarks.append("ny konto: står ikke i udtrækket") }
    if fallsBelowZero { remarks.append("kommer under nul") }
  }
}
