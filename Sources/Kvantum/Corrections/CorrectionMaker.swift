public import AllocationTables
public import Findings
import Forms
public import Intake
public import Output
public import ProposalModel
import Spreadsheet
import Synchronization
import FoundationEssentials

/// Makes the corrections of proposals one by one, on any thread; account lists are read once per round.
public final class CorrectionMaker: Sendable {
  /// The layout of the files.
  public let profile: LayoutProfile
  private let choice: AccountListChoice
  private let options: TableOptions
  private let decision: String?
  private let lists = Mutex<[String: Result<List, FileFailure>]>([:])

  private struct List: Sendable {
    var accounts: AccountList
    var file: String?
    var fact: FileFact?
    var findings: [Finding]
  }

  /// Corrections in the layout of the profile named `profile`, on the accounts of the file `accounts` or of
  /// each round, which are compared with `chart`; `decision` is written in every row. With `forecasts` a forecast decides what may be loaded.
  public init(
    profile: String, accounts: String?, options: TableOptions, decision: String?, chart: AccountChart? = nil,
    forecasts: Bool = false
  ) throws(FileFailure) {
    self.profile = try LayoutLibrary.profile(profile)
    try self.profile.mustBeValid(on: Date().formatted(.iso8601.year().month().day()))
    // A file that replaces budgets must hold the new ones, and corrections are changes.
    guard forecasts || self.profile.mode != .replace else {
      throw FileFailure(
        file: profile, status: .usage,
        message:
          "Profilen er til en indlæsning, der erstatter budgettet (mode replace). Korrektioner er ændringer og ville overskrive hele budgettet; brug en profil med mode add, eller vis med --budget, hvad der ville gå tabt."
      )
    }
    // A list that cannot be read at all is said once and at once, not for every proposal; its rows are read
    // by the names of each proposal's round.
    if let accounts { _ = try AccountListReading(file: accounts, round: RoundLibrary.newest) }
    choice = AccountListChoice(file: accounts, chart: chart)
    self.options = options
    self.decision = decision
  }

  /// The corrections of a proposal in its round.
  public func book(of proposal: Proposal, round: Round, origins: Origins) throws(FileFailure)
    -> CorrectionBook
  {
    let accounts = try list(of: round).accounts
    return CorrectionBook(
      proposal, round: round, accounts: accounts, requirements: profile.requirements, options: options,
      origins: origins,
      fit: CorrectionReport.fit(profile, round: round, decision: decision))
  }

  /// What a run keeps of a proposal.
  public struct Part: Sendable {
    /// The rows.
    public var book: CorrectionBook
    /// The round; `nil` where it is not known, and then there are no rows.
    public var round: Round?
  }

  /// The rows of a proposal that was read.
  public func part(of proposal: Proposal, from item: IntakeItem) throws(FileFailure) -> Part {
    guard let round = item.round else { return Part(book: CorrectionBook(), round: nil) }
    return Part(book: try book(of: proposal, round: round, origins: item.origins), round: round)
  }

  /// The report of the rows of a run, so far as `decisions` let them be posted; `left` are the files that it
  /// could not use. Fails where there are none; `file` is named in the failure.
  public func report(
    _ parts: [Part], left: LeftFiles, decisions: DecisionList? = nil, for file: String
  ) throws(FileFailure) -> CorrectionReport {
    guard let round = parts.lazy.compactMap(\.round).first else {
      throw FileFailure(
        file: file, status: .findings, message: "Der er ingen forslag at lave korrektioner for.")
    }
    var book = CorrectionBook()
    var leftOut: [String] = []
    for part in parts {
      guard let decisions, let number = part.book.proposals.first else {
        book.append(part.book)
        continue
      }
      let use = decisions.use(of: number)
      let decided = part.book.decided(use)
      book.append(decided)
      if case .leftOut(let reason) = use {
        leftOut.append("\(number): \(reason)")
      } else if decided.rows.isEmpty {
        let words = decisions.decision(on: number)?.words ?? ""
        leftOut.append("\(number): \(words); det giver ingen rækker")
      }
    }
    var report = CorrectionReport(book, profile: profile, round: round, decision: decision)
    report.leftOut = leftOut + left.leftOut
    if let decisions {
      report.decisions = decisions
      if decisions.findings.contains(where: { $0.severity == .error }) {
        report.missing.append("beslutningslisten \(decisions.file ?? "") har fejl; se dem ovenfor")
      }
    }
    report.missing += left.missing.map { "ikke med: \($0)" }
    if files.isEmpty, !book.isComplete {
      report.missing.append("runden har ingen kontoliste; angiv den med --accounts")
    }
    if findings.contains(where: { $0.severity == .error }) {
      report.missing.append(
        "kontolisten \(files.joined(separator: ", ")) har fejl, så nogle af dens rækker er ikke læst")
    }
    return report
  }

  /// What is wrong with the account lists that were read. The one file of `--accounts` can serve several
  /// rounds, and each has its own committees: what is wrong by the names of one round and right by those of
  /// another is not told.
  public var findings: [Finding] {
    read.flatMap { readings -> [Finding] in
      let others = readings.dropFirst().map { Set($0.findings.map(Mistake.init)) }
      return (readings.first?.findings ?? []).filter { finding in
        others.allSatisfy { $0.contains(Mistake(finding)) }
      }
    }
  }

  /// The account lists that were read.
  public var files: [String] { read.compactMap { $0.first?.file } }

  /// The account lists that were read, as they were then.
  public var inputs: [FileFact] { read.compactMap { $0.first?.fact } }

  /// What is wrong at which cell, whatever the words.
  private struct Mistake: Hashable {
    var code: FindingCode
    var sheet: String?
    var cells: [String]

    init(_ finding: Finding) { (code, sheet, cells) = (finding.code, finding.sheet, finding.cells) }
  }

  /// The readings of each file, by file.
  private var read: [[List]] {
    let lists = lists.withLock { lists in lists.sorted { $0.key < $1.key }.compactMap { try? $0.value.get() }
    }.filter { $0.file != nil }
    return Dictionary(grouping: lists) { $0.file ?? "" }.sorted { $0.key < $1.key }.map(\.value)
  }

  private func list(of round: Round) throws(FileFailure) -> List {
    let result = lists.withLock { lists -> Result<List, FileFailure> in
      if let known = lists[round.id] { return known }
      let made = Result { () throws(FileFailure) -> List in
        let choice = try choice.accounts(of: round)
        return List(
          accounts: choice.accounts, file: choice.file, fact: choice.fact, findings: choice.findings)
      }
      lists[round.id] = made
      return made
    }
    return try result.get()
  }
}

extension CorrectionReport {
  /// Writes the files for `path`, unless the corrections are incomplete and that is not allowed; `say` hears
  /// what is missing and what was written, which is also the result. Where words are to be `isShort` and a file
  /// is written, the rows that cannot be posted are counted; why nothing is written is always told in full.
  @discardableResult
  public func write(
    to path: String, allowsIncomplete: Bool, files: OutputFiles, isShort: Bool = false, say: (String) -> Void
  ) throws(FileFailure) -> [WrittenFile] {
    let isWritten = isComplete || allowsIncomplete
    for remark in isShort && isWritten ? shortRemarks : remarks { say("Mangler: \(remark)") }
    for text in leftOut { say("Udeladt: \(text)") }
    if let accountSources { say("Kontokilde: \(accountSources)") }
    guard isWritten else {
      throw FileFailure(
        file: path, status: .findings,
        message:
          "Korrektionerne er ikke hele, så intet er skrevet. Ret det, der mangler, eller brug --allow-incomplete."
      )
    }
    var written: [WrittenFile] = []
    for file in try self.files(for: path) {
      written.append(try files.write(file.bytes, to: file.path))
      if path != "-" { say("Skrevet: \(file.path) (\(file.rows == 1 ? "1 række" : "\(file.rows) rækker"))") }
    }
    if profile.isKeyed, let mode = profile.mode { say("Indlæses sådan: \(mode.danish)") }
    return written
  }
}
