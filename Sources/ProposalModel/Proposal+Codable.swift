extension Proposal: Codable {
  private enum CodingKeys: String, CodingKey {
    case affected, allocations, followUps, funding, hearings, id, implementedPriceLevel, isConfidential,
      isCrossCutting, keptTables, keys, kind, lines,
      originInnovation, payback, presenting, priceLevel, risk, round, rule, tableOneRows, tieStart, title,
      version, years
  }

  /// Reads a proposal; parts that are left out are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func list<Item: Decodable>(_ key: CodingKeys) throws -> [Item] {
      try container.decodeIfPresent([Item].self, forKey: key) ?? []
    }
    self.init(
      id: try container.decode(String.self, forKey: .id),
      title: try container.decode(String.self, forKey: .title),
      kind: try container.decode(ProposalKind.self, forKey: .kind),
      years: try container.decode([Int].self, forKey: .years))
    round = try container.decodeIfPresent(String.self, forKey: .round)
    presenting = try container.decodeIfPresent(String.self, forKey: .presenting)
    affected = try list(.affected)
    funding = try container.decodeIfPresent(String.self, forKey: .funding)
    priceLevel = try container.decodeIfPresent(Int.self, forKey: .priceLevel)
    implementedPriceLevel = try container.decodeIfPresent(Int.self, forKey: .implementedPriceLevel)
    payback = try container.decodeIfPresent(StatedPayback.self, forKey: .payback) ?? StatedPayback()
    risk = try container.decodeIfPresent(String.self, forKey: .risk)
    rule = try container.decodeIfPresent(DistributionRule.self, forKey: .rule)
    isCrossCutting = try container.decodeIfPresent(Bool.self, forKey: .isCrossCutting) ?? false
    isConfidential = try container.decodeIfPresent(Bool.self, forKey: .isConfidential) ?? false
    version = try container.decodeIfPresent(String.self, forKey: .version)
    originInnovation = try container.decodeIfPresent(String.self, forKey: .originInnovation)
    tieStart = try container.decodeIfPresent(Int.self, forKey: .tieStart)
    lines = try list(.lines)
    allocations = try list(.allocations)
    tableOneRows = try list(.tableOneRows)
    keptTables = try list(.keptTables)
    keys = try list(.keys)
    followUps = try list(.followUps)
    hearings = try list(.hearings)
  }

  /// Writes every part; what is not stated is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(affected, forKey: .affected)
    try container.encode(allocations, forKey: .allocations)
    try container.encode(followUps, forKey: .followUps)
    try container.encodeIfPresent(funding, forKey: .funding)
    try container.encode(hearings, forKey: .hearings)
    try container.encode(id, forKey: .id)
    try container.encodeIfPresent(implementedPriceLevel, forKey: .implementedPriceLevel)
    try container.encode(isConfidential, forKey: .isConfidential)
    try container.encode(isCrossCutting, forKey: .isCrossCutting)
    try container.encode(keptTables, forKey: .keptTables)
    try container.encode(keys, forKey: .keys)
    try container.encode(kind, forKey: .kind)
    try container.encode(lines, forKey: .lines)
    try container.encodeIfPresent(originInnovation, forKey: .originInnovation)
    try container.encode(payback, forKey: .payback)
    try container.encodeIfPresent(presenting, forKey: .presenting)
    try container.encodeIfPresent(priceLevel, forKey: .priceLevel)
    try container.encodeIfPresent(risk, forKey: .risk)
    try container.encodeIfPresent(round, forKey: .round)
    try container.encodeIfPresent(rule, forKey: .rule)
    try container.encode(tableOneRows, forKey: .tableOneRows)
    try container.encodeIfPresent(tieStart, forKey: .tieStart)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(version, forKey: .version)
    try container.encode(years, forKey: .years)
  }
}
