public import Distribution
public import ProposalModel

/// A field of an account that a posting may need.
public enum AccountField: String, Hashable, Sendable, Codable, CaseIterable {
  /// Bevilling, by code or name.
  case appropriation
  /// The bevilling's four-digit code.
  case appropriationCode
  /// Profitcenter.
  case profitCentre
  /// Funktion.
  case function
  /// Art.
  case kind
  /// PSP.
  case projectElement

  /// The Danish name.
  public var danish: String {
    switch self {
    case .appropriation: "bevilling"
    case .appropriationCode: "bevillingens nummer"
    case .profitCentre: "profitcenter"
    case .function: "funktion"
    case .kind: "art"
    case .projectElement: "PSP-element"
    }
  }

  /// Whether `account` has the field.
  public func isFilled(in account: RoundAccount) -> Bool {
    switch self {
    case .appropriation: account.appropriationCode != nil || account.appropriationName != nil
    case .appropriationCode: account.appropriationCode != nil
    case .profitCentre: account.profitCentre != nil
    case .function: account.function != nil
    case .kind: account.kind != nil
    case .projectElement: account.projectElement != nil
    }
  }
}

/// A field that every posting of some control areas must have.
public struct AccountRequirement: Hashable, Sendable, Codable {
  /// The field.
  public var field: AccountField
  /// The areas; `nil` means all.
  public var controlAreas: [ControlArea]?
  /// Whether counter-entries need it too; a pool has no project.
  public var appliesToCounterEntries: Bool

  /// `field` is needed in `controlAreas`.
  public init(_ field: AccountField, controlAreas: [ControlArea]? = nil, appliesToCounterEntries: Bool = true)
  {
    self.field = field
    self.controlAreas = controlAreas
    self.appliesToCounterEntries = appliesToCounterEntries
  }

  /// What a posting needs where nothing else is said: bevilling, profit centre, funktion and art; in Anlæg
  /// also the project.
  public static let standard: [AccountRequirement] = [
    AccountRequirement(.appropriation), AccountRequirement(.profitCentre), AccountRequirement(.function),
    AccountRequirement(.kind),
    AccountRequirement(.projectElement, controlAreas: [.capital], appliesToCounterEntries: false),
  ]
}

/// Why a correction cannot be posted.
public enum CorrectionProblem: Hashable, Sendable {
  /// The money is nobody's: a rounding difference, or money whose rule cannot be carried out.
  case nobodys(String)
  /// No account is written, and the list has no standard one.
  case accountMissing
  /// A code that is neither a bevilling nor a profit centre of the list.
  case accountUnknown(String)
  /// Something that is no account: `Digitalisering?`, `Service`.
  case accountUnreadable(String)
  /// Several profit centres without a split.
  case severalProfitCentres(String)
  /// Several accounts of the list fit.
  case severalAccounts([String])
  /// A field that the posting needs.
  case fieldMissing(AccountField)
  /// The round has no factor, so the amount is not at the implemented level.
  case priceFactorMissing(ControlArea, from: Int, to: Int)
  /// The counter-entry of the row's area and section cannot be posted, so nothing that it balances can.
  case counterAccount(LineSection, ControlArea)
  /// A field that is longer than the file it is written to allows; codes are never cut.
  case fieldTooLong(field: String, text: String, limit: Int)
  /// A field that the file may not leave blank.
  case fieldEmpty(field: String)
  /// A field with a character that the file's encoding lacks; codes are never changed.
  case characterUnknown(field: String, text: String)

  /// The problem in Danish.
  public var message: String {
    switch self {
    case .nobodys(let text): "\(text): beløbet er ikke fordelt til noget udvalg"
    case .accountMissing:
      "ingen konto; udfyld Bevilling, profitcenter eller marker en standardkonto i kontolisten"
    case .accountUnknown(let text):
      "»\(text)« findes ikke i kontolisten, hverken som bevilling eller profitcenter"
    case .accountUnreadable(let text): "»\(text)« er ikke en konto"
    case .severalProfitCentres(let text): "flere profitcentre uden fordeling (»\(text)«); del rækken op"
    case .severalAccounts(let accounts):
      "flere konti i kontolisten passer (\(accounts.joined(separator: "; ")))"
    case .fieldMissing(let field): "\(field.danish) mangler"
    case .priceFactorMissing(let area, let from, let to):
      "runden har ingen faktor fra \(from) til \(to) p/l for \(area.rawValue)"
    case .counterAccount(let section, let area):
      "modkontoen for \(section == .permanent ? "varige ændringer" : section == .loan ? "lån" : "implementeringsomkostninger"), \(area.rawValue), er ikke udfyldt"
    case .fieldTooLong(let field, let text, let limit):
      "\(field) »\(text)« er længere end de \(limit) tegn, filen har plads til"
    case .fieldEmpty(let field): "\(field) må ikke være tom i filen"
    case .characterUnknown(let field, let text):
      "\(field) »\(text)« har tegn, som filens tegnsæt ikke kan skrive"
    }
  }
}

/// Where the account of a correction comes from (`Kontokilde`).
public enum AccountSource: String, Hashable, Sendable, CaseIterable {
  /// It is written on the line.
  case line = "linje"
  /// It is written in the row of a stated table.
  case table = "tabel"
  /// The account list completes what is written, or names the account of a counter-entry.
  case list = "kontoliste"
  /// Nothing is written; it is the list's standard account of the committee and area.
  case standard = "standardkonto"
}

/// One row of the corrections: an amount in one year on one account.
public struct Correction: Hashable, Sendable {
  /// Forslagsnummer.
  public var proposal: String
  /// The table whose cell it is: `B`, `C`, `D`, `E`, or `Lån`.
  public var table: String
  /// Whether it is the other side of rows, on an account named by the round.
  public var isCounterEntry: Bool
  /// The lines (or stated rows) behind the amount; empty for counter-entries.
  public var lineIDs: [String]
  /// What it is for, whole; see ``shortText(limit:)``.
  public var text: String
  /// The committee or unit; `nil` for counter-entries and money that is nobody's.
  public var recipient: Recipient?
  /// Styringsområde.
  public var controlArea: ControlArea
  /// Permanent change, implementation cost or loan.
  public var section: LineSection
  /// The year.
  public var year: Int
  /// The proposal's last year, where a permanent change goes on beyond it and the row repeats that year's
  /// amount; `nil` for the proposal's own years.
  public var continuedFrom: Int? = nil
  /// The amount at ``priceLevel``: a whole number of booking units, cost positive.
  public var amount: Amount
  /// The implemented price level; where the round has no factor to it, the written one, at which the amount
  /// has stayed.
  public var priceLevel: Int
  /// The exact amount at the written level, in øre: the amount before conversion and rounding.
  public var written: Fraction?
  /// The written price level.
  public var writtenPriceLevel: Int
  /// The exact factor between the two levels; `nil` where the round has none.
  public var factor: Fraction?
  /// The account as the table has it.
  public var writtenAccount: Account?
  /// The account, so far as it is known.
  public var account: RoundAccount
  /// Where the account comes from; `nil` where there is none.
  public var accountSource: AccountSource? = nil
  /// Whether the account has no budget yet.
  public var isNewAccount: Bool
  /// Why it cannot be posted; empty if it can.
  public var problems: [CorrectionProblem]

  /// Whether the change goes on in the years after the last; costs and loans are one-off.
  public var isPermanent: Bool { section == .permanent }

  /// The text in at most `limit` characters: cut at a word where one ends in the last third, and marked `…`.
  public func shortText(limit: Int) -> String {
    guard text.count > limit, limit > 1 else { return String(text.prefix(limit)) }
    let cut = text.prefix(limit - 1)
    guard let space = cut.lastIndex(of: " "), cut.distance(from: cut.startIndex, to: space) >= limit * 2 / 3
    else { return cut + "…" }
    return cut[..<space] + "…"
  }
}

/// Corrections that are entered together: those that can be posted, and those that cannot. Each half adds up
/// to zero per proposal, year and area.
public struct CorrectionList: Hashable, Sendable {
  /// The rows that can be posted, with their counter-entries.
  public var postable: [Correction] = []
  /// `Ikke konterbar`: the rows that lack something, with their counter-entries.
  public var unpostable: [Correction] = []

  /// An empty list.
  public init() {}

  /// Both halves.
  public var all: [Correction] { postable + unpostable }

  /// Adds another list behind this one.
  public mutating func append(_ other: CorrectionList) {
    postable += other.postable
    unpostable += other.unpostable
  }
}
