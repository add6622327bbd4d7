/// The spellings people use for the words and signs of the forms, as data.
public enum Spelling {
  /// Characters typed for a minus or a lone dash: hyphen-minus, minus, en dash, em dash, figure dash,
  /// non-breaking hyphen, small and full-width hyphens.
  public static let minusSigns: Set<Character> = [
    "-", "\u{2212}", "\u{2013}", "\u{2014}", "\u{2012}", "\u{2010}", "\u{2011}", "\u{FE63}", "\u{FF0D}",
  ]

  /// Spaces: ordinary, no-break, narrow no-break, figure, thin, tab and line breaks within a cell.
  public static let spaces: Set<Character> = [
    " ", "\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\t", "\n", "\r", "\r\n",
  ]

  /// The numbers that are taken for years.
  public static let years = 1990...2100

  static let vulgarFractions: Set<Character> = ["½", "¼", "¾", "⅓", "⅔", "⅛"]

  /// Unit spellings behind an amount; longer ones first, since the shorter are their ends.
  static let amountUnits: [(String, AmountUnit?)] = [
    ("1.000 kr.", .thousandKroner), ("1000 kr.", .thousandKroner), ("mio. kr.", .millionKroner),
    ("mio.kr.", .millionKroner), ("mkr.", .millionKroner), ("mio. kr", .millionKroner), ("mio.", nil),
    ("mio", nil),
    ("t. kr.", .thousandKroner), ("t.kr.", .thousandKroner), ("t.kr", .thousandKroner),
    ("t. kr", .thousandKroner),
    ("tkr.", .thousandKroner),
    ("tkr", .thousandKroner), ("kroner", .kroner), ("kr.", .kroner), ("dkk", .kroner), ("kr", .kroner),
    (",-", .kroner), ("øre", nil),
    ("%", nil),
  ]

  /// Whether a sign takes no room on the screen: the zero-width spaces and joiners, the marks of writing
  /// direction, the byte order mark, the soft hyphen.
  public static func isInvisible(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
      default: false
      }
    }
  }

  /// A word made comparable: small letters, `og` and `&` alike, without spaces and punctuation; `å`/`aa`,
  /// `ø`/`oe` and `æ`/`ae` are *not* confused here.
  ///
  /// `Kultur- Fritidsforvaltningen`, `Kultur- og Fritidsforvaltningen` differ;
  /// `Beskæftigelses-ogIntegrationsudvalget` equals the spelling with spaces.
  public static func key(_ text: String) -> String { plainKey(text) ?? unicodeKey(text) }

  /// The key by the properties that Unicode gives every letter.
  package static func unicodeKey(_ text: String) -> String {
    var key = ""
    for scalar in composed(text.lowercased()).unicodeScalars where isLetterOrDigit(scalar) {
      key.unicodeScalars.append(scalar)
    }
    return key
  }

  /// The text with the accents of Danish and its neighbours joined to their letters: a file from a Mac may
  /// hold `å` as `a` and a ring.
  public static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x300...0x30A).contains($0.value) }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let last = scalars.last,
        let joined = joined[[last.value, scalar.value]].flatMap(Unicode.Scalar.init)
      {
        scalars.removeLast()
        scalars.append(joined)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Letter and accent, and the letter that they make.
  private static let joined: [[UInt32]: UInt32] = [
    [0x61, 0x30A]: 0xE5, [0x41, 0x30A]: 0xC5, [0x65, 0x301]: 0xE9, [0x45, 0x301]: 0xC9, [0x61, 0x308]: 0xE4,
    [0x41, 0x308]: 0xC4, [0x6F, 0x308]: 0xF6, [0x4F, 0x308]: 0xD6, [0x75, 0x308]: 0xFC, [0x55, 0x308]: 0xDC,
    [0x65, 0x300]: 0xE8, [0x61, 0x300]: 0xE0, [0x6F, 0x301]: 0xF3, [0x61, 0x301]: 0xE1,
  ]

  /// Whether a character counts in a comparable word. The letters and figures of ASCII are told at once,
  /// since most are.
  public static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "\0"..."\u{7F}": false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Whether the writer marks a word as doubtful: `SUD?`, `vedtaget ?`. What is doubted is not read; it is asked
  /// about.
  public static func isDoubted(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "?")) }

  /// Whether two texts are the same words, whatever the spaces, punctuation and case.
  public static func same(_ left: String, _ right: String) -> Bool { key(left) == key(right) }

  /// The text without spaces at its ends and with each inner run of spaces as one.
  public static func tidy(_ text: String) -> String {
    isTidy(text) ? text : text.split(whereSeparator: { spaces.contains($0) }).joined(separator: " ")
  }

  /// The number of single-letter edits (insert, delete, change, swap of neighbours) between two words, or
  /// `nil` above `limit`.
  public static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
    let (first, second) = (Array(left), Array(right))
    if abs(first.count - second.count) > limit { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 0..<first.count {
      var current = [row + 1] + Array(repeating: 0, count: second.count)
      for column in 0..<second.count {
        let cost = first[row] == second[column] ? 0 : 1
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current[column + 1] = best
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }

  /// The candidate nearest to `text`, for "mente du …?": equal by ``key(_:)``, or at most a quarter of its
  /// letters (and at least one, at most three) away.
  public static func nearest(to text: String, among candidates: [String]) -> String? {
    let wanted = key(text)
    guard !wanted.isEmpty else { return nil }
    let limit = max(1, min(3, wanted.count / 4))
    let ranked = candidates.compactMap { candidate in
      distance(wanted, key(candidate), limit: limit).map { (candidate, $0) }
    }
    return ranked.min { $0.1 < $1.1 }?.0
  }
}
