/// An error that reading found and that the model alone does not show any more: a note of uncertainty.
///
/// A line of Tabel 1 without a control area gets the one of its detail table, and is an error. In the canonical
/// JSON the area is there; without this note the error would have become a fact.
public struct OpenFinding: Hashable, Sendable, Codable {
  /// The code of the finding: `control-area-missing`.
  public var code: String
  /// The file in which it was found.
  public var file: String?
  /// The sheet.
  public var sheet: String?
  /// The cells, the most telling first.
  public var cells: [String]
  /// What stands there.
  public var found: String?
  /// What should stand there.
  public var expected: String?
  /// The whole sentence, in Danish.
  public var message: String
  /// What to do about it, in Danish.
  public var suggestion: String?

  /// An error; see the properties for the meaning.
  public init(
    code: String, file: String? = nil, sheet: String? = nil, cells: [String] = [], found: String? = nil,
    expected: String? = nil, message: String, suggestion: String? = nil
  ) {
    self.code = code
    self.file = file
    self.sheet = sheet
    self.cells = cells
    self.found = found
    self.expected = expected
    self.message = message
    self.suggestion = suggestion
  }
}
