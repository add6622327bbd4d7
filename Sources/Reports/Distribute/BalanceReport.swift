public import AllocationTables
public import Distribution
public import Output
public import ProposalModel

/// What rounding does to each committee over many proposals, as text or JSON: whether anybody gains or loses
/// systematically.
public struct BalanceReport: Sendable {
  /// What rounding did, by committee.
  public private(set) var balance = RoundingBalance()
  /// How many proposals are counted.
  public private(set) var proposals = 0
  /// Files whose proposals have another booking unit than the first, and are not counted.
  public private(set) var leftOut: [String] = []
  private var names: [String: String] = [:]
  private var order: [String] = []

  /// An empty report.
  public init() {}

  /// Whether departments have stated the table that books a block: then nothing of it is rounded here.
  private static func isStated(_ key: BlockKey, in proposal: Proposal) -> Bool {
    switch (key.section, key.condition) {
    case (.permanent, .ifNotAdopted): proposal.stated(.budgetEffectIfNotAdopted) != nil
    case (.permanent, _): proposal.stated(.budgetEffect) != nil
    case (_, _) where key.area == .capital: proposal.stated(.capitalInvestment) != nil
    default: proposal.stated(.serviceInvestment) != nil
    }
  }

  /// What rounding does in the blocks of one proposal.
  public static func part(of proposal: Proposal, in round: Round, options: TableOptions) -> RoundingBalance {
    let blocks = ProposalTables(proposal, round: round, options: options).blocks
    var balance = RoundingBalance()
    for (key, block) in blocks.sorted(by: { "\($0.key)" < "\($1.key)" }) where !isStated(key, in: proposal) {
      balance.add(block)
    }
    return balance
  }

  /// Counts a proposal of `round`, read from `file`.
  public mutating func add(_ part: RoundingBalance, of round: Round, file: String) {
    guard balance.add(part) else {
      leftOut.append(file)
      return
    }
    proposals += 1
    for committee in round.committees where names[committee.code] == nil {
      names[committee.code] = committee.name
      order.append(committee.code)
    }
  }

  /// The committees in the order of the first round that knows them.
  private var committees: [RoundingBalance.CommitteeBalance] {
    balance.committees.sorted { place($0.committee) < place($1.committee) }
  }

  private func place(_ code: String) -> Int { order.firstIndex(of: code) ?? order.count }

  /// The report as a table for a reader.
  public var text: String {
    let unit = balance.bookingUnit == 1_000 ? "1.000 kr." : "\(balance.bookingUnit) kr."
    var rows = [
      [
        "Afrundingens virkning (\(unit))", "Brøkandele", "Rundet op", "Rundet ned", "Forskel i alt",
        "Varigt pr. år",
      ]
    ]
    rows += committees.map { entry in
      [
        names[entry.committee] ?? entry.committee, String(entry.cells), String(entry.up), String(entry.down),
        entry.balance.danish(),
        entry.lasting.danish(),
      ]
    }
    var lines =
      committees.isEmpty
      ? ["Ingen andel er en brøk, så der er intet at afrunde.", ""] : [TextTable.aligned(rows), ""]
    lines.append(
      "\(proposals) forslag. Op og ned er i numerisk værdi (-38,57 til -39 er op); forskellen er afrundet minus nøjagtig andel, varigt er det sidste år af varige ændringer."
    )
    lines.append("Største forskel mellem to udvalg, varigt pr. år: \(balance.lastingSpread.danish()).")
    lines += leftOut.map { "\($0): afrundet i en anden enhed og ikke talt med." }
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Document: Encodable {
    var proposals: Int
    var unit: Int64
    var committees: [RoundingBalance.CommitteeBalance]
    var lastingSpread: Fraction
  }

  /// The report as JSON, with exact fractions.
  public func json() throws(FileFailure) -> [UInt8] {
    let document = Document(
      proposals: proposals, unit: balance.bookingUnit, committees: committees,
      lastingSpread: balance.lastingSpread)
    do { return try CanonicalJSON.encodeDocument(document) } catch {
      throw FileFailure(
        file: "-", status: .inputOutput, message: "Oversigten kan ikke skrives som JSON (\(error)).")
    }
  }
}
