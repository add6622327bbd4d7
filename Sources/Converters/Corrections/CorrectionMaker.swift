public import AllocationTables
public import Checks
public import ProposalModel
import Synchronization

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
    var findings: [Finding]
  }

  /// Corrections in the layout of the profile named `profile`, on the accounts of the file `accounts` or of each round; `decision` is written in every row.
  public init(profile: String, accounts: String?, options: TableOptions, decision: String?) throws(FileFailure) {
    self.profile = try LayoutLibrary.profile(profile)
    choice = AccountListChoice(file: accounts)
    self.options = options
    self.decision = decision
  }

  /// The corrections of a proposal in its round.
  public func book(of proposal: Proposal, round: Round, origins: Origins) throws(FileFailure) -> CorrectionBook {
    let accounts = try list(of: round).accounts
    return CorrectionBook(
      proposal, round: round, accounts: accounts, requirements: profile.requirements, options: options, origins: origins,
      fit: CorrectionReport.fit(profile, round: round, decision: decision))
  }

  /// The report of the rows of a round.
  public func report(_ book: CorrectionBook, round: Round) -> CorrectionReport {
    CorrectionReport(book, profile: profile, round: round, decision: decision)
  }

  /// What is wrong with the account lists that were read.
  public var findings: [Finding] { read.flatMap(\.findings) }

  /// The account lists that were read.
  public var files: [String] { read.compactMap(\.file) }

  private var read: [List] {
    lists.withLock { lists in lists.sorted { $0.key < $1.key }.compactMap { try? $0.value.get() } }
      // Several rounds can share the one file of --accounts; what is wrong with it is said once.
      .reduce(into: []) { lists, list in
        if !lists.contains(where: { $0.file == list.file && $0.findings == list.findings }) { lists.append(list) }
      }
  }

  private func list(of round: Round) throws(FileFailure) -> List {
    let result = lists.withLock { lists -> Result<List, FileFailure> in
      if let known = lists[round.id] { return known }
      let made = Result { () throws(FileFailure) -> List in
        let (accounts, file, findings) = try choice.accounts(of: round)
        return List(accounts: accounts, file: file, findings: findings)
      }
      lists[round.id] = made
      return made
    }
    return try result.get()
  }
}

extension CorrectionReport {
  /// Writes the files for `path`, unless the corrections are incomplete and that is not allowed; `say` hears what is missing and what was written.
  public func write(to path: String, allowsIncomplete: Bool, files: OutputFiles, say: (String) -> Void) throws(FileFailure) {
    for remark in remarks { say("Mangler: \(remark)") }
    guard isComplete || allowsIncomplete else {
      throw FileFailure(
        file: path, status: .findings,
        message: "Korrektionerne er ikke hele, så intet er skrevet. Ret det, der mangler, eller brug --allow-incomplete.")
    }
    for file in try self.files(for: path) {
      try files.write(file.bytes, to: file.path)
      if path != "-" { say("Skrevet: \(file.path) (\(file.rows == 1 ? "1 række" : "\(file.rows) rækker"))") }
    }
  }
}
