/// What the words of a form say to the reading of printed text. Filled by the caller, since this module knows no
/// form: words of captions, sections, totals, columns, control areas and committees, and the labels of a front page.
///
/// Texts are compared by their letters and digits alone, in lower case: a word that a line or a hyphen breaks is
/// the same word.
public struct PrintedWords: Sendable {
  /// Whether a line is the caption of a table.
  public var isCaption: @Sendable (String) -> Bool
  /// What a row is by its label, or by the first line of it.
  public var rowKind: @Sendable (String) -> PrintedRowKind
  /// What a table holds, by its caption.
  public var meaning: @Sendable (String) -> PrintedMeaning
  /// Headings of columns beside the years, the longest spelling of one first.
  public var columns: [PrintedColumnWords]
  /// Control areas: the spellings of one in each list.
  public var controlAreas: [[String]]
  /// Committees and units, each in all its spellings.
  public var committees: [String]
  /// The two words that divide a committee's row (`Besparelse`, `Omkostninger`).
  public var shares: [String]
  /// Long words that a narrow column breaks without a hyphen.
  public var vocabulary: [String]
  /// The keys of ``vocabulary``.
  let vocabularyKeys: Set<String>
  /// Words after which a number belongs to the label (`hovedkonto 6`, `…gade 11`): ends of words.
  public var numberedWords: [String]
  /// First words of lines that end a table (`Note`, `Noter`, `Kilde`).
  public var noteWords: [String]
  /// The word for years after a payback (`år`).
  public var yearsWord: String
  /// Words that follow a hyphen which stays (`aften-` `og`).
  public var joiningWords: [String]
  /// Words that no label ends with (`af`, `til`), so that the next line goes on with it.
  public var openWords: [String]
  /// The front page and the hearings.
  public var front: PrintedFrontWords
  /// Whether a sentence names the unit of all amounts.
  public var saysUnit: @Sendable (String) -> Bool = { _ in false }

  /// Words of a form.
  public init(
    isCaption: @escaping @Sendable (String) -> Bool,
    rowKind: @escaping @Sendable (String) -> PrintedRowKind,
    meaning: @escaping @Sendable (String) -> PrintedMeaning,
    columns: [PrintedColumnWords], controlAreas: [[String]], committees: [String], shares: [String],
    vocabulary: [String], numberedWords: [String], noteWords: [String], yearsWord: String,
    joiningWords: [String], openWords: [String], front: PrintedFrontWords
  ) {
    self.isCaption = isCaption
    self.rowKind = rowKind
    self.meaning = meaning
    self.columns = columns
    self.controlAreas = controlAreas
    self.committees = committees
    self.shares = shares
    self.vocabulary = vocabulary
    vocabularyKeys = Set(vocabulary.map { PrintedKey.of($0) })
    self.numberedWords = numberedWords
    self.noteWords = noteWords
    self.yearsWord = yearsWord
    self.joiningWords = joiningWords
    self.openWords = openWords
    self.front = front
  }
}

extension PrintedWords {
  /// Whether a line begins with the name of a control area, or with as much of it as a narrow column leaves: its
  /// first word whole, or six letters of it.
  func startsWithArea(_ text: String) -> Bool {
    guard let first = text.split(separator: " ").first, first.first?.isUppercase ?? false else {
      return false
    }
    let key = PrintedKey.of(first)
    return controlAreas.joined().contains { area in
      let start = area.split(separator: " ").first.map { PrintedKey.of($0) } ?? ""
      return key == start || (key.count >= 6 && start.hasPrefix(key))
    }
  }
}

/// What a row is by its words.
public enum PrintedRowKind: Sendable, Hashable {
  case line, total, grandTotal, memo, payback
  case section(PrintedSection)
}

/// The kinds of money that a section or a table of lines holds.
public enum PrintedSection: Sendable, Hashable {
  /// Changes that go on: where figures are fewer than years, the first years are blank.
  case permanent
  /// Costs of some years: where figures are fewer than years, the last years are blank.
  case implementation
  /// Loans and other money in no total.
  case other
}

/// What a table holds, by its caption.
public struct PrintedMeaning: Sendable, Hashable {
  /// The kind of its lines, where it has no sections of its own.
  public var section: PrintedSection?
  /// The number of the control area in ``PrintedWords/controlAreas`` that the whole table is of.
  public var controlArea: Int?
  /// Whether this is the table of all lines with sections, which the other tables repeat.
  public var isMain: Bool
  /// Whether its total repeats a sum of the main table, so that the two are compared.
  public var repeatsMain: Bool

  /// A meaning; one that says nothing by default.
  public init(
    section: PrintedSection? = nil, controlArea: Int? = nil, isMain: Bool = false, repeatsMain: Bool = false
  ) {
    self.section = section
    self.controlArea = controlArea
    self.isMain = isMain
    self.repeatsMain = repeatsMain
  }
}

/// A heading of a column beside the years.
public struct PrintedColumnWords: Sendable, Hashable {
  /// What stands in the column.
  public enum Role: Sendable, Hashable { case controlArea, account, committee, mark, words }

  /// The words as printed, in full.
  public var words: String
  /// What stands in the column.
  public var role: Role

  /// A heading and its role.
  public init(_ words: String, _ role: Role) {
    self.words = words
    self.role = role
  }
}
