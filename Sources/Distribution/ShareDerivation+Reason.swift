extension ShareDerivation.Reason: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, steps, difference, controlled
  }

  private enum Kind: String, Codable {
    case whole, alone, absorbed, controlled
    case largestRemainder = "largest-remainder"
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .whole: self = .whole
    case .alone: self = .alone
    case .absorbed: self = .absorbed(difference: try container.decode(Int64.self, forKey: .difference))
    case .controlled: self = .flow(try container.decode(ShareDerivation.FlowReason.self, forKey: .controlled))
    case .largestRemainder:
      self = .largestRemainder(try container.decode([ShareDerivation.RemainderStep].self, forKey: .steps))
    }
  }

  /// Writes `kind` (`whole`, `largest-remainder`, `controlled`, `alone`, `absorbed`) and what belongs to it:
  /// `steps`, `controlled` or `difference`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .whole: try container.encode(Kind.whole, forKey: .kind)
    case .alone: try container.encode(Kind.alone, forKey: .kind)
    case .absorbed(let difference):
      try container.encode(Kind.absorbed, forKey: .kind)
      try container.encode(difference, forKey: .difference)
    case .flow(let reason):
      try container.encode(Kind.controlled, forKey: .kind)
      try container.encode(reason, forKey: .controlled)
    case .largestRemainder(let steps):
      try container.encode(Kind.largestRemainder, forKey: .kind)
      try container.encode(steps, forKey: .steps)
    }
  }
}
