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

  static let vulgarFractions: Set<Character> = ["½", "¼", "¾", "⅓", "⅔", "⅛"]

  /// Unit spellings behind an amount; longer ones first, since the shorter are their ends.
  static let amountUnits: [(String, AmountUnit?)] = [
    ("1.000 kr.", .thousandKroner), ("1000 kr.", .thousandKroner), ("mio. kr.", nil), ("mio.kr.", nil),
    ("mio. kr", nil), ("mio.", nil),
    ("mio", nil),
    ("t. kr.", .thousandKroner), ("t.kr.", .thousandKroner), ("t.kr", .thousandKroner),
    ("t. kr", .thousandKroner),
    ("tkr.", .thousandKroner),
    ("tkr", .thousandKroner), ("kroner", .kroner), ("kr.", .kroner), ("dkk", .kroner), ("kr", .kroner),
    (",-", .kroner), ("øre", nil),
    ("%", nil),
  ]

  /// A word made comparable: small letters, `og` and `&` alike, without spaces and punctuation; `å`/`aa`,
  /// `ø`/`oe` and `æ`/`ae` are *not* confused here.
  ///
  /// `Kultur- Fritidsforvaltningen`, `Kultur- og Fritidsforvaltningen` differ;
  /// `Beskæftigelses-ogIntegrationsudvalget` equals the spelling with spaces.
  public static func key(_ text: String) -> String { plainKey(text) ?? unicodeKey(text) }

  /// The key by the properties that Unicode gives every letter.
  package static func unicodeKey(_ text: String) -> String {
    var key = ""
    for scalar in Spelling.composed(text.lowercased()).unicodeScalars where isLetterOrDigit(scalar) {
      key.unicodeScalars.append(scalar)
    }
    return key
  }

  /// The text with å, ö, ä, ü and é as one character each, where they were typed as a letter and a mark.
  public static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { return text }
    let letters: [Character: Character] = [
      "a\u{30A}": "\u{E5}", "o\u{308}": "\u{F6}", "a\u{308}": "\u{E4}", "u\u{308}": "\u{FC}",
      "e\u{301}": "\u{E9}",
    ]
    return String(text.map { letters[$0] ?? $0 })
  }

  /// Whether a character counts in a comparable word. The letters and figures of ASCII are told at once,
  /// since most are.
  public static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "\0"..."\u{7F}": false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Whether two texts are the same words, whatever the spaces, punctuation and case.
  public static func same(_ left: String, _ right: String) -> Bool { key(left) == key(right) }

  /// The text without spaces at its ends and with each inner run of spaces as one.
  public static func tidy(_ text: String) -> String {
    text.split(whereSeparator: { spaces.contains($0) }).joined(separator: " ")
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
