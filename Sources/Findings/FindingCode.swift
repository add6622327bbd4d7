/// The stable code of a finding. Codes are a promise, wording is not.
///
/// A code is its text and nothing else; what belongs to it (severity, explanation) stands in one entry of
/// `FindingCodeFacts`. A new code is one static member here and one entry there.
public struct FindingCode: RawRepresentable, Hashable, Sendable, Codable, CaseIterable {
  /// The text of the code: `total-differs`.
  public let rawValue: String

  /// The code with this text; `nil` if there is none.
  public init?(rawValue: String) {
    guard FindingCodeFacts.byCode[rawValue] != nil else { return nil }
    self.rawValue = rawValue
  }

  /// A code of our own; its facts must exist, which a test of all codes proves.
  private init(_ rawValue: String) { self.rawValue = rawValue }

  // Errors.
  /// A total is not the sum of its lines.
  public static let totalDiffers = FindingCode("total-differs")
  /// Two tables disagree.
  public static let tablesDiffer = FindingCode("tables-differ")
  /// Shares do not add up, or two tables share out the same money differently.
  public static let sharesDiffer = FindingCode("shares-differ")
  /// A stated payback does not follow from the figures.
  public static let paybackDiffers = FindingCode("payback-differs")
  /// A table is in another price level than its proposal.
  public static let priceLevelDiffers = FindingCode("price-level-differs")
  /// An amount is a thousand (or ten) times another one of its line.
  public static let magnitudeSuspicious = FindingCode("magnitude-suspicious")
  /// A line has no control area.
  public static let controlAreaMissing = FindingCode("control-area-missing")
  /// What stands in the account column is no account.
  public static let accountUnresolved = FindingCode("account-unresolved")
  /// A control area stands where an account should.
  public static let accountIsControlArea = FindingCode("account-is-control-area")
  /// A text that is no number, in a cell for an amount.
  public static let numberUnreadable = FindingCode("number-unreadable")
  /// A number that can be read in two ways.
  public static let numberAmbiguous = FindingCode("number-ambiguous")
  /// A formula without a stored result.
  public static let formulaWithoutValue = FindingCode("formula-without-value")
  /// A number in a place of money that belongs to nothing that was read.
  public static let moneyUnread = FindingCode("money-unread")
  /// A heading above amounts that is not one year.
  public static let yearUnreadable = FindingCode("year-unreadable")
  /// A unit that is none of those the forms know, or two units.
  public static let unitUnreadable = FindingCode("unit-unreadable")
  /// A figure of a text whose year nothing decides.
  public static let columnUncertain = FindingCode("column-uncertain")
  /// The same table stands twice.
  public static let tableRepeated = FindingCode("table-repeated")
  /// The file holds no proposal with an amount.
  public static let notAProposal = FindingCode("not-a-proposal")
  /// A file that people use for proposals could not be read.
  public static let fileUnread = FindingCode("file-unread")
  /// One number, two contents.
  public static let duplicateProposal = FindingCode("duplicate-proposal")
  /// A loan is not repaid exactly.
  public static let loanDiffers = FindingCode("loan-differs")
  /// An implementation cost in an area that neither Tabel D nor E shows.
  public static let areaWithoutTable = FindingCode("area-without-table")
  /// Money that cannot be seen.
  public static let hiddenMoney = FindingCode("hidden-money")
  /// A placeholder of the template is left.
  public static let placeholderLeft = FindingCode("placeholder-left")
  /// A sheet that must be there is not.
  public static let sheetMissing = FindingCode("sheet-missing")
  /// A column that must be there is not.
  public static let columnMissing = FindingCode("column-missing")
  /// No known round fits.
  public static let roundUnknown = FindingCode("round-unknown")
  /// A name that is no committee or unit.
  public static let committeeUnknown = FindingCode("committee-unknown")
  /// Nothing says whose money it is.
  public static let committeeMissing = FindingCode("committee-missing")
  /// A text that is no control area.
  public static let controlAreaUnknown = FindingCode("control-area-unknown")
  /// A distribution rule that cannot be read.
  public static let ruleUnreadable = FindingCode("rule-unreadable")
  /// Two returned workbooks disagree.
  public static let mergeConflict = FindingCode("merge-conflict")
  /// A decision that cannot be read, or two that contradict each other.
  public static let decisionUnreadable = FindingCode("decision-unreadable")
  /// Loading a file of corrections would put an amount in the place of a budget.
  public static let budgetOverwritten = FindingCode("budget-overwritten")
  /// A file of corrections names a budget that today's extract does not have.
  public static let budgetKeyUnknown = FindingCode("budget-key-unknown")
  /// Corrections that an earlier receipt says were written for loading already.
  public static let postedTwice = FindingCode("posted-twice")
  /// A code of an account that is not in the year's chart of accounts, or has not the shape of its part.
  public static let accountNotInChart = FindingCode("account-not-in-chart")
  /// The dranst of an account does not fit its control area or funktion.
  public static let dranstDiffers = FindingCode("dranst-differs")
  // Warnings.
  /// A budget falls below zero.
  public static let budgetBelowZero = FindingCode("budget-below-zero")
  /// The extract has no column for a code that tells budgets apart.
  public static let budgetCoarse = FindingCode("budget-coarse")
  /// An account is marked as new and has a budget already.
  public static let accountNotNew = FindingCode("account-not-new")
  /// A decision on a number that no proposal has.
  public static let decisionUnknown = FindingCode("decision-unknown")
  /// An acceptance that cannot hold: of an error, or without a reason.
  public static let acceptanceRefused = FindingCode("acceptance-refused")
  /// A total is off by 1.
  public static let totalRounding = FindingCode("total-rounding")
  /// Two tables differ by 1.
  public static let tablesRounding = FindingCode("tables-rounding")
  /// A stated måltalseffekt that nothing explains.
  public static let targetDiffers = FindingCode("target-differs")
  /// A line stands twice.
  public static let lineRepeated = FindingCode("line-repeated")
  /// A line is the sum of those above it.
  public static let lineRepeatsSum = FindingCode("line-repeats-sum")
  /// All amounts of a table in 1.000 kr. are shown with kr.
  public static let unitDoubtful = FindingCode("unit-doubtful")
  /// A tracked change in a document is open.
  public static let changeNotAccepted = FindingCode("change-not-accepted")
  /// A payback is blank.
  public static let paybackMissing = FindingCode("payback-missing")
  /// A payback is above the round's limit.
  public static let paybackLong = FindingCode("payback-long")
  /// A table names no price level.
  public static let priceLevelMissing = FindingCode("price-level-missing")
  /// A line has no account.
  public static let accountMissing = FindingCode("account-missing")
  /// An account that can be read in two ways.
  public static let accountAmbiguous = FindingCode("account-ambiguous")
  /// A sign that is likely wrong.
  public static let signSuspicious = FindingCode("sign-suspicious")
  /// A committee has money but is not ticked.
  public static let committeeNotAffected = FindingCode("committee-not-affected")
  /// A committee is ticked but has no money.
  public static let affectedWithoutMoney = FindingCode("affected-without-money")
  /// Years that are not the proposal's.
  public static let yearsDiffer = FindingCode("years-differ")
  /// The administrative part is larger than the net change.
  public static let administrationGross = FindingCode("administration-gross")
  /// A permanent change that ends.
  public static let changeStopsEarly = FindingCode("change-stops-early")
  /// A mandatory hearing is missing.
  public static let hearingMissing = FindingCode("hearing-missing")
  /// A hearing's answer and date do not fit.
  public static let hearingDate = FindingCode("hearing-date")
  // Notes.
  /// Corrections whose account is the standard account of the account list.
  public static let accountsDefaulted = FindingCode("accounts-defaulted")
  /// A number stored as text.
  public static let numberAsText = FindingCode("number-as-text")
  /// A control area taken from the total.
  public static let areaFromTotal = FindingCode("area-from-total")
  /// A committee taken from the front page.
  public static let committeeFromPresenting = FindingCode("committee-from-presenting")
  /// A total without a total's words.
  public static let totalWithoutLabel = FindingCode("total-without-label")
  /// A total among the lines, read as one.
  public static let totalInLines = FindingCode("total-in-lines")
  /// An earlier version of a proposal that a later one replaces.
  public static let versionReplaced = FindingCode("version-replaced")
  /// Something unusual that was read with certainty.
  public static let unusualInput = FindingCode("unusual-input")
  /// An acceptance that no warning fits.
  public static let acceptanceUnused = FindingCode("acceptance-unused")
  /// A file that got no marks.
  public static let notAnnotated = FindingCode("not-annotated")

  /// All codes, errors first.
  public static let allCases: [FindingCode] = FindingCodeFacts.all.map { FindingCode($0.code) }

  /// What belongs to the code.
  private var facts: FindingCodeFacts {
    guard let facts = FindingCodeFacts.byCode[rawValue] else {
      preconditionFailure("the code \(rawValue) has no facts")
    }
    return facts
  }

  /// The severity a finding of this code has unless the rule says otherwise.
  public var severity: Severity { facts.severity }

  /// Whether an error of this code says that the structure of a proposal could not be read, so that `import`
  /// and `export` write nothing for it unless asked.
  public var blocksWriting: Bool { facts.blocksWriting }

  /// What must hold, in one Danish sentence.
  package var statement: String { facts.statement }

  /// Why it must, in Danish.
  package var reason: String { facts.reason }

  /// Reads the text of a code.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let code = FindingCode(rawValue: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no code of a finding")
    }
    self = code
  }

  /// Writes the text of the code.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
