/// A value that stands in JSON as its text.
public protocol TextCodable: Codable {
  /// What the text is, for the message about one that is not: `fraction`.
  static var textKind: String { get }
  /// The text; reads back as the same value.
  var codedText: String { get }
  /// Reads ``codedText``; `nil` for a text that is none.
  init?(codedText: String)
}

extension TextCodable {
  /// Reads the text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(codedText: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is no \(Self.textKind)")
    }
    self = value
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(codedText)
  }
}
