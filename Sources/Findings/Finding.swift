public import ProposalModel

/// How serious a finding is. The words are Danish in reports: fejl, advarsel, bemærkning.
public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Read with certainty from unusual input, or worth knowing.
  case note
  /// Somebody should look.
  case warning
  /// Wrong: must be mended before the figures can be used.
  case error

  /// Note, warning, error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }

  /// The Danish word of the text report.
  public var danish: String {
    switch self {
    case .note: "bemærkning"
    case .warning: "advarsel"
    case .error: "fejl"
    }
  }
}

/// One thing that is wrong, unusual or missing in a proposal: a value that reports render, never thrown.
public struct Finding: Hashable, Sendable, Codable {
  /// The stable code.
  public var code: FindingCode
  /// How serious it is.
  public var severity: Severity
  /// The file, as the user named it.
  public var file: String?
  /// The sheet; `nil` in a CSV file.
  public var sheet: String?
  /// The cells concerned, the most telling first: `F12`.
  public var cells: [String]
  /// What stands there.
  public var found: String?
  /// What should stand there.
  public var expected: String?
  /// The whole sentence for a reader, in Danish.
  public var message: String
  /// What to do about it, in Danish.
  public var suggestion: String?
  /// What it speaks of, by the words around its cells; `nil` where nothing of that is known. Not written.
  public var subject: FindingSubject?
  /// Why and by whom a warning is accepted; `nil` for all others.
  public var accepted: Acceptance?

  /// A finding at `place`; the severity is the code's own unless another is given.
  public init(
    _ code: FindingCode, severity: Severity? = nil, at place: Place, cells: [String] = [],
    found: String? = nil, expected: String? = nil,
    message: String, suggestion: String? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    file = place.file
    sheet = place.sheet
    self.cells = cells.isEmpty ? (place.cell.map { [$0] } ?? []) : cells
    self.found = found
    self.expected = expected
    self.message = message
    self.suggestion = suggestion
  }

  /// Whether it is a warning that somebody has accepted: shown, and counted no more.
  public var isAccepted: Bool { accepted != nil && severity == .warning }

  /// `fejl`, `advarsel`, `advarsel (accepteret: …)`.
  public var severityWords: String {
    guard isAccepted, let accepted else { return severity.danish }
    return "\(severity.danish) (accepteret: \(accepted.words))"
  }

  /// The first of the cells.
  public var cell: String? { cells.first }

  /// `file.xlsx:Økonomi!F12: fejl: [total-differs] …`, the line of the text report.
  public var line: String { line(as: severityWords) }

  /// The line with other words where the severity stands.
  public func line(as severity: String) -> String {
    var place = file ?? "-"
    if let sheet {
      place += ":" + sheet + (cell.map { "!" + $0 } ?? "")
    } else if let cell {
      place += ":" + cell
    }
    let remedy = suggestion.map { " " + $0 } ?? ""
    return "\(place): \(severity): [\(code.rawValue)] \(message)\(remedy)"
  }

  private enum CodingKeys: String, CodingKey {
    case code, severity, file, sheet, cell, cells, found, expected, message, suggestion
    case accepted
  }

  /// Writes the fields of the JSON report; `cell` is the first of `cells`, absent parts are `null`, and only
  /// an accepted warning has `accepted`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(severity, forKey: .severity)
    try container.encode(file, forKey: .file)
    try container.encode(sheet, forKey: .sheet)
    try container.encode(cell, forKey: .cell)
    try container.encode(cells, forKey: .cells)
    try container.encode(found, forKey: .found)
    try container.encode(expected, forKey: .expected)
    try container.encode(message, forKey: .message)
    try container.encode(suggestion, forKey: .suggestion)
    try container.encodeIfPresent(accepted, forKey: .accepted)
  }

  /// Reads a finding of a JSON report.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    code = try container.decode(FindingCode.self, forKey: .code)
    severity = try container.decode(Severity.self, forKey: .severity)
    file = try container.decodeIfPresent(String.self, forKey: .file)
    sheet = try container.decodeIfPresent(String.self, forKey: .sheet)
    cells = try container.decode([String].self, forKey: .cells)
    found = try container.decodeIfPresent(String.self, forKey: .found)
    expected = try container.decodeIfPresent(String.self, forKey: .expected)
    message = try container.decode(String.self, forKey: .message)
    suggestion = try container.decodeIfPresent(String.self, forKey: .suggestion)
    accepted = try container.decodeIfPresent(Acceptance.self, forKey: .accepted)
  }
}
