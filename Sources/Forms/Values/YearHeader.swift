import ProposalModel
package import Spreadsheet

/// What a heading over a column of money says about its year.
package enum YearHeading: Hashable {
  /// The year itself: 2027, `2027*`, `2.027`, 1 January 2027. `isUnusual` where that is worth a note.
  case year(Int, isUnusual: Bool)
  /// A year with words that only qualify it: `Budget 2027`, `FY2027`, `2027 og frem`.
  case qualified(Int, isUnusual: Bool)
  /// A year with words that say something else of it: `Regnskab 2023`, `Afvigelse 2023`.
  case other(Int)
  /// What stands where a year should and is none: 27, `2027/28`, `#REF!`, a date, a formula without value.
  case unreadable
  /// Words, or nothing at all.
  case none

  /// The year that the heading names, whatever else it says.
  package var year: Int? {
    switch self {
    case .year(let year, _), .qualified(let year, _), .other(let year): year
    case .unreadable, .none: nil
    }
  }

  /// The year of a heading that may head a column of money by itself.
  package var readableYear: Int? {
    switch self {
    case .year(let year, _), .qualified(let year, _): year
    case .other, .unreadable, .none: nil
    }
  }
}

/// Years over columns of money, as people write them: 2027, `2027*`, `B2027`, `Budget 2027`, `2027 og frem`,
/// `2027 1)`.
package enum YearHeader {
  private static let years = Spelling.years

  /// Words that stand beside a year and change nothing of what it means.
  private static let words: Set = [
    "b", "r", "f", "bo", "bf", "ff", "fy", "år", "året", "budget", "budgetår", "overslag", "budgetoverslag",
    "fra", "og", "frem", "fremad", "fremefter", "fremover", "følgende", "efterfølgende", "senere", "derefter",
    "pl", "p", "l", "fuldt", "indfaset", "indfasning", "helår", "helårsvirkning", "varig", "varigt",
  ]

  /// Those of them that stand behind a year in print, and need no note.
  private static let usual: Set = [
    "ff", "år", "året", "fra", "og", "frem", "fremad", "fremefter", "fremover", "følgende", "efterfølgende",
  ]

  /// The longest header that is looked at: `2027 og alle efterfølgende år` is one.
  private static let longest = 40

  /// Whether a heading is a year with a digit too few or too many (`202`, `20227`), with a letter for one (`202Z`) or
  /// with a question mark (`2022?`), and nothing else.
  package static func isSlip(_ text: String) -> Bool {
    hasLetterForDigit(text) || (Spelling.isDoubted(text) && heading(text) == .unreadable)
      || isMiscounted(text)
  }

  private static func isMiscounted(_ text: String) -> Bool {
    [3, 5].contains(text.utf8.count) && text.hasPrefix("20")
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a year has no neighbour among the years of its table: `2072` behind 2026 is a slip, and its money would
  /// go to no year that anybody budgets.
  package static func isAlone(_ year: Int, among years: [Int]) -> Bool {
    Set(years).count > 1 && !years.contains(year - 1) && !years.contains(year + 1)
  }

  /// Whether a heading holds a word that names a column: three letters in a row that are no unit of money.
  /// `Noter` and `Årsværk` do; `2O27`, `x`, `?` and `kr. 2027` in the place of a year do not.
  package static func namesColumn(_ text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }
      .contains { $0.count >= 3 && !["dkk", "tkr", "mio", "kroner", "aar"].contains($0) }
  }

  /// What the cell says of a year.
  package static func heading(_ cell: Cell) -> YearHeading {
    switch cell.value {
    case .number(let stored): number(stored)
    case .text(let text): heading(text)
    case .date(let iso): date(iso)
    case .error: .unreadable
    case .empty: cell.formula == nil ? .none : .unreadable
    case .boolean: .none
    }
  }

  private static func number(_ stored: String) -> YearHeading {
    guard let number = DecimalNumber(stored: stored) else { return .unreadable }
    // 2.027: a thousands point that a program in another language took for a decimal point.
    if number.scale == 0 || number.scale == 3, let year = Int(exactly: number.mantissa), years.contains(year)
    {
      return .year(year, isUnusual: number.scale == 3)
    }
    return .unreadable
  }

  /// The first or the last day of a year stands for it; of any other day the year is not certain.
  private static func date(_ iso: String) -> YearHeading {
    let day = iso.prefix { $0 != "T" }.split(separator: "-")
    guard day.count == 3, let year = Int(day[0]), years.contains(year) else { return .unreadable }
    let isEdge = (day[1] == "01" && day[2] == "01") || (day[1] == "12" && day[2] == "31")
    return isEdge ? .year(year, isUnusual: true) : .unreadable
  }

  /// What the text says of a year. A year that is doubted (`2027?`), or has a letter for a digit (`2O27`), is none.
  package static func heading(_ text: String) -> YearHeading {
    let heading = certainHeading(text)
    switch heading {
    case .year, .qualified: return Spelling.isDoubted(text) ? .unreadable : heading
    case .none: return hasLetterForDigit(text) ? .unreadable : heading
    case .other, .unreadable: return heading
    }
  }

  /// Letters that stand for digits where a year is typed or scanned.
  private static let lookalikes: [Character: Character] = [
    "O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "Z": "2", "z": "2", "S": "5", "s": "5", "B": "8",
  ]

  private static func hasLetterForDigit(_ text: String) -> Bool {
    guard text.utf8.count <= 8, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    let word = Spelling.tidy(text)
    guard word.count == 4, (2...3).contains(word.count(where: isDigit)) else { return false }
    return Int(String(word.map { lookalikes[$0] ?? $0 })).map(years.contains) ?? false
  }

  private static func certainHeading(_ text: String) -> YearHeading {
    guard text.utf8.count <= 4 * longest, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return .none
    }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard text.utf8.count == 4, let year = Int(text), years.contains(year) else {
        return text.utf8.count <= longest ? .unreadable : .none
      }
      return .year(year, isUnusual: false)
    }
    if namesSurelyNoYear(text) { return .none }
    let (plain, hasNote) = withoutNote(Spelling.tidy(text.filter { !isInvisible($0) }).lowercased())
    let tidy = withoutFootnote(plain)
    guard tidy.count <= longest, let start = tidy.firstIndex(where: isDigit) else { return .none }
    if let date = typedDate(tidy) { return date }
    let runs = digitRuns(tidy[start...])
    let named = runs.filter { run in run.count == 4 && Int(run).map(years.contains) ?? false }
    let letters = tidy.split { !$0.isLetter }.map(String.init)
    guard let run = named.first, let year = Int(run) else {
      // `B22`: a year in two digits.
      if letters.count == 1, words.contains(letters[0]), runs.count == 1, runs[0].count == 2,
        tidy.count <= 5
      {
        return .unreadable
      }
      return letters.isEmpty ? withPoint(tidy) : .none
    }
    if named.count > 1 { return .unreadable }
    // `1.000 kr. 2023 p/l` is a unit; `2027 (1.000 kr.)` is a year with something else beside it.
    let isFirst = tidy.hasPrefix(run)
    if letters.contains(where: ["kr", "kroner", "tkr", "mio"].contains) {
      return isFirst ? .other(year) : .none
    }
    if runs.count > 1 {
      let isRange = letters.isEmpty || letters.allSatisfy(words.contains)
      return isRange ? .unreadable : .other(year)
    }
    if tidy.contains(",") { return isFirst ? .other(year) : .none }
    if letters.isEmpty { return .year(year, isUnusual: hasNote) }
    guard letters.allSatisfy(words.contains) else { return .other(year) }
    return .qualified(year, isUnusual: !letters.allSatisfy(usual.contains))
  }

  /// Whether a text is so plain that its bytes tell that it speaks of no year: ASCII and Danish letters, at
  /// least six of them, no `note`, and no four digits by themselves that may be a year.
  ///
  /// Every cell of a sheet is asked for its year; most are words with a number.
  private static func namesSurelyNoYear(_ text: String) -> Bool {
    var letters = 0
    var lastFour: UInt32 = 0
    var digits = 0
    var number = 0
    var isDanish = false
    for byte in text.utf8 {
      if isDanish {
        guard Spelling.isDanishTail(byte) else { return false }
        isDanish = false
        letters += 1
        continue
      }
      lastFour = lastFour << 8 | UInt32(byte | 0x20)
      if lastFour == 0x6E6F_7465 { return false }  // note
      if (0x30...0x39).contains(byte) {
        digits += 1
        number = digits > 4 ? 0 : number * 10 + Int(byte - 0x30)
        continue
      }
      if digits == 4, years.contains(number) { return false }
      (digits, number) = (0, 0)
      switch byte {
      case 0xC3: isDanish = true
      case 0x80...: return false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letters += 1
      default: break
      }
    }
    return letters >= 6 && !isDanish && !(digits == 4 && years.contains(number))
  }

  /// `2.027` typed as a text; any other number is none of a year.
  private static func withPoint(_ text: String) -> YearHeading {
    let closed = text.filter { !Spelling.spaces.contains($0) }
    if closed.count == 5, closed.dropFirst().first == ".", let year = Int(closed.filter { $0 != "." }),
      years.contains(year)
    {
      return .year(year, isUnusual: true)
    }
    let isNumber = closed.allSatisfy { isDigit($0) || "./'’-–".contains($0) }
    return isNumber ? .unreadable : .none
  }

  /// `31-12-2027`, `1.1.2027`: a day typed as a text.
  private static func typedDate(_ text: String) -> YearHeading? {
    let parts = text.split { "-./".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(isDigit) }), parts[2].count == 4,
      parts[0].count <= 2, parts[1].count <= 2, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), years.contains(year), (1...31).contains(day), (1...12).contains(month)
    else { return nil }
    return (day, month) == (1, 1) || (day, month) == (31, 12) ? .year(year, isUnusual: true) : .unreadable
  }

  private static func digitRuns(_ text: Substring) -> [Substring] {
    text.split { !isDigit($0) }
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// Signs that nobody sees: zero-width spaces and marks of direction.
  private static func isInvisible(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
  }

  /// The text without a reference to a note, `(note 1)`, `jf. note 1`, and whether there was one.
  private static func withoutNote(_ text: String) -> (text: String, hasNote: Bool) {
    guard Spelling.mayHold(text, "note"), text.contains("note"),
      let note = text.firstRange(of: /[(\[,]?\s*(?:(?:jf|jvf|se)\.?\s*)?(?:fod)?note\s*\d{1,2}\s*[)\]]?/)
    else { return (text, false) }
    var rest = text
    rest.removeSubrange(note)
    return (Spelling.tidy(rest), true)
  }

  /// The text without `1)`, `(1)` or `[1]` at its end.
  private static func withoutFootnote(_ text: String) -> String {
    guard let last = text.last, last == ")" || last == "]" else { return text }
    let mark = text.dropLast().reversed().prefix(while: isDigit)
    guard mark.count == 1 else { return text }
    var rest = text.dropLast(2)
    if let bracket = rest.last, bracket == "(" || bracket == "[" { rest = rest.dropLast() }
    return Spelling.tidy(String(rest))
  }
}
