import ProposalModel

/// One field of the entry workbook: a label of `Forslag`, or a column of one of the other sheets.
///
/// The fields are the single source of the blank workbook, the importer, the sheet `Vejledning` and the page
/// in the documentation.
package struct FormField<Key: Hashable & Sendable>: Sendable {
  /// Which field of the model it fills.
  package var key: Key
  /// The label or header, as written.
  package let header: String
  /// Other labels that mean the same.
  package let aliases: [String]
  /// The header and its aliases, made comparable once: every cell of a workbook is asked whether it is one of
  /// them.
  package let names: Set<String>
  /// What to write, in Danish, for the person who fills it in.
  package var explanation: String
  /// What kind of content it takes.
  package var kind: FieldKind
  /// The closed (or suggested) list, if it has one.
  package var list: ChoiceList?
  /// Width of the column, in characters.
  package var width: Double
  /// Whether the importer reports it when the column or label is gone.
  package var isRequired: Bool

  /// A field; see the properties for the meaning.
  package init(
    _ key: Key, _ header: String, aliases: [String] = [], kind: FieldKind = .text, list: ChoiceList? = nil,
    width: Double = 12,
    isRequired: Bool = false, _ explanation: String
  ) {
    self.key = key
    self.header = header
    self.aliases = aliases
    names = Set(([header] + aliases).map(EntrySpelling.key))
    self.kind = kind
    self.list = list
    self.width = width
    self.isRequired = isRequired
    self.explanation = explanation
  }

  /// Whether `text` is the field's header or one of its aliases, whatever the case, spaces and punctuation.
  package func isNamed(_ text: String) -> Bool { isNamed(key: EntrySpelling.key(text)) }

  /// The same for a text that is already comparable (``EntrySpelling/key(_:)``).
  package func isNamed(key: String) -> Bool { names.contains(key) }
}

/// What kind of content a field takes.
package enum FieldKind: Hashable, Sendable {
  /// Words.
  case text
  /// Words that may run over several lines.
  case longText
  /// A code or an account: always text, so that no program turns `0588` into a number.
  case code
  /// A whole number, such as a year or a number of years.
  case number
  /// `Ja` or `Nej`.
  case yesNo
  /// An `X`, or nothing.
  case cross
  /// A name or several names of committees, administrations or units.
  case names
  /// Filled in by fordel.
  case identifier
}

/// A list of choices that the hidden sheet `Lister` holds and drop-downs refer to.
package enum ChoiceList: String, Hashable, Sendable, CaseIterable {
  case kinds = "Type"
  case administrations = "Forvaltning"
  case rules = "Fordeling"
  case yesNo = "JaNej"
  case units = "Måleenhed"
  case sections = "Afsnit"
  case controlAreas = "Styringsområde"
  case committees = "Udvalg"
  case organisationalUnits = "Enhed"
  case conditions = "Gælder"
  case administration = "Administration"
  case cross = "Kryds"
  case answers = "Svar"
  case hearings = "Part"
  // What import reads, for the live totals and checks.
  case permanentWords = "OrdVarig"
  case implementationWords = "OrdImplementering"
  case sectionKeys = "OrdAfsnit"
  case areaKeys = "OrdOmråde"
  case conditionKeys = "OrdGælder"

  /// Whether only these choices are known; where not, the list is a suggestion and anything else is as good.
  package var isClosed: Bool {
    switch self {
    case .rules, .hearings, .answers: false
    default: true
    }
  }

  /// The defined name of the list's range.
  package var rangeName: String { "Liste_" + rawValue }
}

/// Comparing labels and headers.
package enum EntrySpelling {
  /// Letters and digits in small letters, without the accents that keyboards abroad lack being the same:
  /// `Måling` and `Maling` differ.
  package static func isSame(_ left: String, _ right: String) -> Bool { key(left) == key(right) }

  /// The comparable form of a header: a footnote mark, a unit in brackets or a colon at the end says nothing.
  package static func key(_ text: String) -> String {
    Spelling.plainKey(text, withoutBrackets: true) ?? unicodeKey(text)
  }

  /// The key by the properties that Unicode gives every letter.
  package static func unicodeKey(_ text: String) -> String {
    var key = ""
    var depth = 0
    for scalar in Spelling.composed(text.lowercased()).unicodeScalars {
      if scalar == "(" { depth += 1 }
      if depth == 0, Spelling.isLetterOrDigit(scalar) { key.unicodeScalars.append(scalar) }
      if scalar == ")" { depth -= 1 }
    }
    return key
  }

  /// `aa` for `å`, `oe` for `ø`, `ae` for `æ`: how Danish is typed on other keyboards.
  package static func folded(_ text: String) -> String {
    key(text).replacing("å", with: "aa").replacing("ø", with: "oe").replacing("æ", with: "ae")
  }

  /// The candidate that `text` most likely was meant to be, and is not: the same but for `å`/`aa` and the
  /// like, or at most a few letters away.
  package static func nearest(to text: String, among candidates: [String]) -> String? {
    let wanted = folded(text)
    guard wanted.count > 1 else { return nil }
    if let same = candidates.first(where: { folded($0) == wanted }) { return same }
    let limit = max(1, min(3, wanted.count / 4))
    let ranked = candidates.compactMap { candidate in
      Spelling.distance(wanted, folded(candidate), limit: limit).map { (candidate, $0) }
    }
    return ranked.min { $0.1 < $1.1 }?.0
  }
}

extension EntrySpelling {
  /// The words of `choices` that `text` is, or most likely was meant to be; `isExact` is false for a slip of
  /// the pen. A choice that is doubted (`Varig ændring?`), or that says another one in brackets
  /// (`Implementering (varig)`), is none.
  package static func choice<Value: Equatable>(_ text: String, in spellings: [String: Value]) -> (
    value: Value, isExact: Bool
  )? {
    guard !Spelling.isDoubted(text), let found = nearChoice(text, in: spellings) else { return nil }
    return isContradicted(text, found.value, in: spellings) ? nil : found
  }

  /// Whether the words in brackets, which say nothing else of a choice, are those of another one or begin them.
  package static func isContradicted<Value: Equatable>(
    _ text: String, _ value: Value, in spellings: [String: Value]
  ) -> Bool {
    text.split(separator: "(").dropFirst().contains { group in
      let inner = Spelling.key(String(group.prefix { $0 != ")" }))
      guard inner.count >= 3 else { return false }
      let meant = spellings.filter { $0.key.hasPrefix(inner) || inner.hasPrefix($0.key) }
      return meant.contains { $0.value != value } && !meant.contains { $0.value == value }
    }
  }

  private static func nearChoice<Value>(_ text: String, in spellings: [String: Value]) -> (
    value: Value, isExact: Bool
  )? {
    if let value = spellings[key(text)] { return (value, true) }
    let wanted = folded(text)
    for (spelling, value) in spellings.sorted(by: { $0.key < $1.key }) where folded(spelling) == wanted {
      return (value, false)
    }
    guard wanted.count >= 5 else { return nil }
    let near = spellings.filter { Spelling.distance(wanted, folded($0.key), limit: 1) != nil }.sorted {
      $0.key < $1.key
    }
    return near.first.map { ($0.value, false) }
  }
}
