/// The labels of a front page and of the hearings, as the caller's form has them.
public struct PrintedFrontWords: Sendable {
  /// A field of the front page.
  public struct Field: Sendable {
    /// What the value is.
    public enum Role: Sendable {
      /// Number and title in one text (`BC04 Nye løsninger`).
      case title
      /// One of the administrations.
      case administration
      /// Administrations with boxes that are ticked or not.
      case ticks
      /// Words.
      case value
      /// Running text, which is not read.
      case text
    }

    /// The spellings of its label.
    public var labels: [String]
    /// The label that is written into the neutral sheet.
    public var header: String
    /// What the value is.
    public var role: Role

    /// A field.
    public init(_ labels: [String], header: String, _ role: Role) {
      self.labels = labels
      self.header = header
      self.role = role
    }
  }

  /// The name of the sheet of the front page, and that of the hearings.
  public var sheets: (front: String, hearings: String)
  /// The labels of the fields.
  public var fields: [Field]
  /// The header under which a proposal's number is written.
  public var numberHeader: String
  /// Kinds of proposals as headings name them, and the header they are written under.
  public var kinds: [String]
  /// The header of the kind.
  public var kindHeader: String
  /// Names of rounds, and the header they are written under.
  public var rounds: [String]
  /// The header of the round.
  public var roundHeader: String
  /// Administrations, each in all its spellings; the first is written.
  public var administrations: [[String]]
  /// The heading above the hearings.
  public var hearingHeading: String
  /// The headings of the neutral sheet of hearings: body, answer, date, remark.
  public var hearingHeaders: [String]
  /// Bodies that are heard, in all spellings, the longest of one first.
  public var hearingBodies: [String]
  /// Answers of a hearing, the longest first.
  public var answers: [String]
  /// First words of lines inside the hearings that are no hearing: headings of its columns.
  public var hearingNoise: [String]
  /// Months in full.
  public var months: [String]

  /// Words of a front page.
  public init(
    sheets: (front: String, hearings: String), fields: [Field], numberHeader: String, kinds: [String],
    kindHeader: String, rounds: [String], roundHeader: String, administrations: [[String]],
    hearingHeading: String, hearingHeaders: [String], hearingBodies: [String], answers: [String],
    hearingNoise: [String], months: [String]
  ) {
    self.sheets = sheets
    self.fields = fields
    self.numberHeader = numberHeader
    self.kinds = kinds
    self.kindHeader = kindHeader
    self.rounds = rounds
    self.roundHeader = roundHeader
    self.administrations = administrations
    self.hearingHeading = hearingHeading
    self.hearingHeaders = hearingHeaders
    self.hearingBodies = hearingBodies
    self.answers = answers
    self.hearingNoise = hearingNoise
    self.months = months
  }
}
