/// That somebody has looked at a warning and accepts it: why, who, and when. The warning stays visible.
public struct Acceptance: Hashable, Sendable, Codable {
  /// Why it is accepted.
  public var reason: String
  /// Who accepts it.
  public var by: String
  /// When, as written.
  public var date: String?

  /// An acceptance for `reason` by a person.
  public init(reason: String, by: String, date: String? = nil) {
    self.reason = reason
    self.by = by
    self.date = date
  }

  /// `Aftalt med udvalget; Jens Hansen, 14-01-2022`, in one line whatever was typed.
  public var words: String {
    let parts = "\(reason); \(by)" + (date.map { ", \($0)" } ?? "")
    return String(parts.map { $0.isNewline ? " " : $0 })
  }

  private enum CodingKeys: String, CodingKey { case reason, by, date }

  /// Writes all three fields; a date that is not known is `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(reason, forKey: .reason)
    try container.encode(by, forKey: .by)
    try container.encode(date, forKey: .date)
  }
}
