import Synchronization

/// A round of proposals (runde): its years, price levels, committees, accounts and rules. All of it is data
/// in `templates/`, none of it code.
public struct Round: Hashable, Sendable, Codable {
  /// The file's name: `ofs-2021-2022`.
  public var id: String
  /// The printed name: `OFS 2021-2022`.
  public var name: String
  /// Other names of the same round: `Overførselssagen 2021-2022`.
  public var aliases: [String]
  /// The years of the money columns.
  public var years: [Int]
  /// The price level proposals are written in.
  public var writtenPriceLevel: Int
  /// The price level they are carried out in.
  public var implementedPriceLevel: Int
  /// The forms of the round whose proposals are written in another price level, by the Danish name of the
  /// form.
  public var priceLevelExceptions: [PriceLevelException]
  /// The unit in which shares are rounded, in kroner: 1.000.
  public var bookingUnit: Int64
  /// The longest payback the round allows, in years, if it sets one.
  public var paybackLimit: Int?
  /// The committees in printed order.
  public var committees: [Committee] { didSet { names = RoundNames() } }
  /// Their spellings, made once.
  var names = RoundNames()
  /// The known bevillinger and profit centres.
  public var accounts: [RoundAccount]
  /// The named distribution keys of the round.
  public var keys: [DistributionKey]
  /// The bodies that are heard, in printed order.
  public var hearings: [RoundHearing]
  /// Conversion factors between price levels.
  public var priceFactors: [PriceFactor]
  /// Counter accounts of the corrections.
  public var counterAccounts: [CounterAccount]
  /// The file with the round's account list, XLSX or CSV: a path, seen from the folder of the round's own
  /// file.
  public var accountList: String?
  /// Where these facts come from.
  public var source: String

  /// A round with committees and years, and nothing else.
  public init(
    id: String, name: String, years: [Int], writtenPriceLevel: Int, implementedPriceLevel: Int,
    committees: [Committee]
  ) {
    self.id = id
    self.name = name
    self.years = years
    self.writtenPriceLevel = writtenPriceLevel
    self.implementedPriceLevel = implementedPriceLevel
    self.committees = committees
    aliases = []
    priceLevelExceptions = []
    bookingUnit = 1_000
    accounts = []
    keys = []
    hearings = []
    priceFactors = []
    counterAccounts = []
    source = ""
  }
}

extension Round {
  private enum CodingKeys: String, CodingKey {
    case id, name, aliases, years, writtenPriceLevel, implementedPriceLevel, priceLevelExceptions,
      bookingUnit,
      paybackLimit, committees, accounts, keys, hearings, priceFactors, counterAccounts, accountList, source
  }

  /// Reads a round. A price factor that stands as `"factor": ""` is not known yet, and is left out.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    name = try values.decode(String.self, forKey: .name)
    aliases = try values.decode([String].self, forKey: .aliases)
    years = try values.decode([Int].self, forKey: .years)
    writtenPriceLevel = try values.decode(Int.self, forKey: .writtenPriceLevel)
    implementedPriceLevel = try values.decode(Int.self, forKey: .implementedPriceLevel)
    priceLevelExceptions = try values.decode([PriceLevelException].self, forKey: .priceLevelExceptions)
    bookingUnit = try values.decode(Int64.self, forKey: .bookingUnit)
    paybackLimit = try values.decodeIfPresent(Int.self, forKey: .paybackLimit)
    committees = try values.decode([Committee].self, forKey: .committees)
    accounts = try values.decode([RoundAccount].self, forKey: .accounts)
    keys = try values.decode([DistributionKey].self, forKey: .keys)
    hearings = try values.decode([RoundHearing].self, forKey: .hearings)
    priceFactors = try values.decode([KnownFactor].self, forKey: .priceFactors).compactMap(\.factor)
    counterAccounts = try values.decode([CounterAccount].self, forKey: .counterAccounts)
    accountList = try values.decodeIfPresent(String.self, forKey: .accountList)
    source = try values.decode(String.self, forKey: .source)
  }

  /// A price factor, or the place where one is to be put.
  private struct KnownFactor: Decodable {
    var factor: PriceFactor?

    private enum CodingKeys: String, CodingKey { case factor }

    init(from decoder: any Decoder) throws {
      let text = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .factor)
      if !Spelling.tidy(text).isEmpty { factor = try PriceFactor(from: decoder) }
    }
  }
}

/// The spellings of a round's committees and units, made when they are first asked for: every cell that may name
/// one asks. It is no part of what a round is: all are equal, and none is written.
final class RoundNames: Sendable {
  private let recipients = Mutex<[String: Recipient]?>(nil)
  private let committees = Mutex<[String: Int]?>(nil)

  /// The recipient of each spelling; `committees` are always the round's own.
  func spellings(of committees: [Committee]) -> [String: Recipient] {
    RoundNames.value(recipients) { Round.spellings(of: committees) }
  }

  /// The place of each committee among `committees`, the round's own, by its short name.
  func places(of committees: [Committee]) -> [String: Int] {
    RoundNames.value(self.committees) {
      Dictionary(committees.indices.map { (committees[$0].code, $0) }) { first, _ in first }
    }
  }

  private static func value<Value: Sendable>(_ made: borrowing Mutex<Value?>, _ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

extension RoundNames: Hashable {
  static func == (left: RoundNames, right: RoundNames) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

/// A form that is written in another price level than the rest of its round.
public struct PriceLevelException: Hashable, Sendable, Codable {
  /// The form.
  public var kind: ProposalKind
  /// The price level its amounts are written in.
  public var writtenPriceLevel: Int
}

/// A bevilling or profit centre that the round knows.
public struct RoundAccount: Hashable, Sendable, Codable {
  /// The bevilling's four-digit code.
  public var appropriationCode: String?
  /// The bevilling's name.
  public var appropriationName: String?
  /// The profit centre's code.
  public var profitCentre: String?
  /// The committee it belongs to, by short name.
  public var committee: String?
  /// The unit under the committee.
  public var unit: String?
  /// The control area it is booked under.
  public var controlArea: ControlArea?
  /// Funktion in the authorised chart of accounts.
  public var function: String?
  /// Art: the kind of spending.
  public var kind: String?
  /// PSP element of a project.
  public var projectElement: String?

  /// An account; every part is optional, since the printed proposals rarely give more than one or two.
  public init(
    appropriationCode: String? = nil, appropriationName: String? = nil, profitCentre: String? = nil,
    committee: String? = nil,
    unit: String? = nil, controlArea: ControlArea? = nil, function: String? = nil, kind: String? = nil,
    projectElement: String? = nil
  ) {
    self.appropriationCode = appropriationCode
    self.appropriationName = appropriationName
    self.profitCentre = profitCentre
    self.committee = committee
    self.unit = unit
    self.controlArea = controlArea
    self.function = function
    self.kind = kind
    self.projectElement = projectElement
  }
}

/// A body that is heard about proposals of the round.
public struct RoundHearing: Hashable, Sendable, Codable {
  /// The printed name.
  public var body: String
  /// Other spellings.
  public var aliases: [String]
  /// When the hearing is mandatory; `nil` means never by rule.
  public var mandatoryWhen: MandatoryHearing?

  /// A body with its rule.
  public init(body: String, aliases: [String] = [], mandatoryWhen: MandatoryHearing? = nil) {
    self.body = body
    self.aliases = aliases
    self.mandatoryWhen = mandatoryWhen
  }
}

/// The fact about a proposal that makes a hearing mandatory.
public enum MandatoryHearing: String, Hashable, Sendable, Codable {
  /// Always: the budget office approves every proposal.
  case always
  /// Transfers to persons change: Velfærdsanalytisk vurdering.
  case transfers
  /// Square metres or rent change: Ejendomsfaglig vurdering, before the budget office's approval.
  case squareMetres
  /// Employer matters: HR-kredsen.
  case employerMatters
}

/// The conversion factor of one control area from one price level to another.
public struct PriceFactor: Hashable, Sendable, Codable {
  /// The control area.
  public var controlArea: ControlArea
  /// The level converted from.
  public var from: Int
  /// The level converted to.
  public var to: Int
  /// The exact factor, `0,9797`.
  public var factor: Weight
  /// Where it comes from.
  public var source: String

  /// The factor of `controlArea` between two price levels.
  public init(controlArea: ControlArea, from: Int, to: Int, factor: Weight, source: String) {
    self.controlArea = controlArea
    self.from = from
    self.to = to
    self.factor = factor
    self.source = source
  }
}

/// The account on the other side of a correction, so that a proposal's corrections add up to zero.
public struct CounterAccount: Hashable, Sendable, Codable {
  /// The control area.
  public var controlArea: ControlArea
  /// Implementation costs go against the pool, permanent changes against an account named by the round.
  public var section: LineSection
  /// The account's text: `Investeringspuljen, service`.
  public var text: String
  /// The account itself.
  public var account: RoundAccount
}

extension Round {
  /// The committee of a short name.
  public func committee(_ code: String) -> Committee? {
    names.places(of: committees)[code].map { committees[$0] }
  }

  /// The committees that take a share in ligedeling, in printed order.
  public var equalShareCommittees: [Committee] { committees.filter(\.takesEqualShare) }

  /// The full name of a recipient's committee; the short name itself if the round does not know it.
  public func name(of code: String) -> String { committee(code)?.name ?? code }

  /// The place of a recipient in the printed order: committees in order, each one's own row before its units.
  public func order(of recipient: Recipient) -> Int {
    let place = names.places(of: committees)[recipient.committee] ?? committees.count
    let unit = recipient.unit.map { name in
      1
        + (committees.indices.contains(place)
          ? committees[place].units.firstIndex { $0.name == name } ?? 900 : 900)
    }
    return place * 1_000 + (unit ?? 0)
  }

  /// The committee at which ties of rounding start: the proposal's own, else the first number in its id
  /// modulo the committees that share (domain rule).
  public func tieStart(of proposal: Proposal) -> Int {
    let count = equalShareCommittees.count
    guard count > 0 else { return 0 }
    if let stated = proposal.tieStart { return ((stated % count) + count) % count }
    let digits = proposal.id.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    return digits.reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % count }
  }
}

extension Round {
  /// The price level that proposals on a form are written in.
  public func writtenPriceLevel(of kind: ProposalKind) -> Int {
    priceLevelExceptions.first { $0.kind == kind }?.writtenPriceLevel ?? writtenPriceLevel
  }
}
