package import ProposalModel

/// The unit of amounts that a text names: the one reader of units, for every form.
package enum UnitReading: Hashable {
  /// The text names this unit.
  case unit(AmountUnit)
  /// The text names a unit that is none of those the forms know, or two units.
  case unreadable
  /// The text names no unit.
  case none

  /// Reads `1.000 kr. 2023 p/l`, `(1.000 kr./2023-P/L)`, `Kr. 1.000`, `t.kr.`, `i tusinde kr.`, `kr.`, `DKK`:
  /// without case, spaces, points, brackets, year, p/l and words such as `alle tal i hele`. `mio. kr.` and `mkr.` too;
  /// `kkr.`, `Mia. kr.` are unreadable, and so is a unit that is doubted (`1.000 kr.?`).
  package init(_ text: String) {
    let words = UnitReading.words(text).filter { !UnitReading.isFiller($0) }
    guard words.contains(where: UnitReading.namesUnit) else {
      self = .none
      return
    }
    if Spelling.isDoubted(text) {
      self = .unreadable
      return
    }
    let first = UnitReading.patterns.first { words.starts(with: $0.0) }
    let rest = words.dropFirst(first?.0.count ?? 0)
    if let first, !rest.contains(where: { UnitReading.namesUnit($0) || UnitReading.isLargeNumber($0) }) {
      self = .unit(first.1)
    } else if first != nil
      || words.allSatisfy({
        UnitReading.namesUnit($0) || $0.allSatisfy(\.isNumber) || $0 == "t"
      })
    {
      self = .unreadable
    } else {
      self = UnitReading.namesUnit(words[0]) ? .unreadable : .none
    }
  }

  /// The unit, where one can be read.
  package var unit: AmountUnit? { if case .unit(let unit) = self { unit } else { nil } }

  /// The spellings, the longest first, word by word.
  private static let patterns: [([String], AmountUnit)] = [
    (["1", "000", "kr"], .thousandKroner), (["kr", "1", "000"], .thousandKroner),
    (["1", "000", "kroner"], .thousandKroner), (["1000", "kroner"], .thousandKroner),
    (["1", "000", "dkk"], .thousandKroner), (["1000", "dkk"], .thousandKroner),
    (["1000", "kr"], .thousandKroner), (["kr", "1000"], .thousandKroner), (["t", "kr"], .thousandKroner),
    (["tusinde", "kr"], .thousandKroner), (["tusinde", "kroner"], .thousandKroner),
    (["tkr"], .thousandKroner),
    (["mio", "kr"], .millionKroner), (["mio", "kroner"], .millionKroner), (["mkr"], .millionKroner),
    (["kroner"], .kroner), (["dkk"], .kroner), (["kr"], .kroner),
  ]

  /// Words and numbers in small letters; a number glued to its unit (`1000kr`, `kr.2018`) is two.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var isLastDigit: Bool?
    for character in text.lowercased() {
      if let currency = currencies[character] {
        words.append(currency)
        isLastDigit = nil
        continue
      }
      guard character.isLetter || character.isNumber else {
        isLastDigit = nil
        continue
      }
      if isLastDigit == character.isNumber, let last = words.popLast() {
        words.append(last + String(character))
      } else {
        words.append(String(character))
      }
      isLastDigit = character.isNumber
    }
    return words
  }

  /// Words that stand beside a unit and change nothing of it, and years.
  private static func isFiller(_ word: String) -> Bool {
    fillers.contains(word) || (word.count == 4 && Int(word).map { (1980...2100).contains($0) } ?? false)
  }

  private static let fillers: Set<String> = [
    "p", "l", "pl", "pris", "priser", "prisniveau", "niveau", "løn", "i", "beløb", "beløbene", "alle", "er",
    "af", "enhed", "hele", "hel", "samtlige", "tal", "tallene", "angivet", "angives", "anført", "opgjort",
    "vist", "vises", "skrevet", "regnet", "faste", "løbende", "årets", "nb", "obs", "bemærk",
  ]

  /// Signs of money of other countries, which no form has.
  private static let currencies: [Character: String] = ["€": "eur", "$": "usd", "£": "gbp"]

  private static func namesUnit(_ word: String) -> Bool {
    units.contains(word) || currencies.values.contains(word)
      || ["krone", "tusind", "million", "milliard"].contains(where: word.hasPrefix)
  }

  private static let units: Set = [
    "kr", "hkr", "kkr", "tkr", "mkr", "dkk", "tdkk", "mdkk", "mio", "mia", "mill", "mrd", "euro", "teur",
    "sek", "nok", "øre",
  ]

  /// A round number left over beside `kr`, as in `100 kr.` and `1.000.000 kr.`; a year, even a misspelt one, is
  /// none.
  private static func isLargeNumber(_ word: String) -> Bool {
    word.count >= 3 && word.allSatisfy(\.isNumber) && word.hasSuffix("00")
  }
}

extension UnitReading {
  /// The unit that a text names beside what it says: in brackets (`Tabel 1. Økonomi (mio. kr.)`), behind its last
  /// comma (`…, i kr.`), or in a sentence on the amounts (`Alle beløb er i hele kr.`). An amount (`(5 mio. kr.)`,
  /// `500 kr. pr. borger`) is none. A text that says nothing but a unit (`mio. kr.`, `Nedenstående i kr.`) names it
  /// too.
  package static func aside(in text: String) -> UnitReading {
    let alone = standingAlone(text)
    if alone != .none { return alone }
    let hasPlace = text.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ",") }
    guard hasPlace || ["beløb", "tallene", "alle tal"].contains(where: { Spelling.mayHold(text, $0) }),
      // The sign for kelvin is a K to Unicode; it begins with this byte.
      text.utf8.contains(where: { $0 == 0xE2 || "kdm".utf8.contains($0 | 0x20) }),
      text.contains(where: { "kKdDmM".contains($0) })
    else { return .none }
    for group in text.split(separator: "(").dropFirst() {
      let inner = group.prefix { $0 != ")" }
      let reading = withoutHele(inner)
      if reading.unit != nil || (reading == .unreadable && !inner.contains(where: \.isNumber)) {
        return reading
      }
    }
    if let comma = text.lastIndex(of: ","), text[comma...].count <= 20 {
      let reading = withoutHele(text[text.index(after: comma)...])
      if reading.unit != nil { return reading }
    }
    let small = text.lowercased()
    guard small.contains("beløb") || small.contains("tallene") || small.contains("alle tal"),
      let match = small.firstMatch(of: sentence)
    else { return .none }
    return UnitReading(String(match.1))
  }

  /// The unit of a text that speaks of nothing else. `500 kr.` is an amount, and `1.000 kr.` alone may be one.
  private static func standingAlone(_ text: String) -> UnitReading {
    guard text.utf8.count <= 80, text.contains(where: { "kKdDmMeE€$£".contains($0) }) else { return .none }
    let all = words(text)
    let said = all.filter { !isFiller($0) && !pointers.contains($0) }
    let isUnit = said.allSatisfy { namesUnit($0) || isUnitNumber($0) || $0 == "t" }
    guard isUnit, said.contains(where: namesUnit) else { return .none }
    if said.contains(where: { $0.allSatisfy(\.isNumber) }), said.count == all.count { return .none }
    return UnitReading(said.joined(separator: " "))
  }

  private static func isUnitNumber(_ word: String) -> Bool { ["1", "000", "1000"].contains(word) }

  /// Words that point at the amounts a unit is said of.
  private static let pointers: Set<String> = [
    "nedenstående", "ovenstående", "nedenfor", "ovenfor", "herunder", "følgende", "dette", "denne", "disse",
    "tabel", "tabellen", "tabeller", "tabellerne", "ark", "arket", "arkene", "linje", "linjer", "linjerne",
    "række", "rækker", "rækkerne", "kolonne", "kolonner", "kolonnerne", "skema", "skemaet", "bilag", "at",
    "og",
    "herfra", "over", "under", "forslag", "forslaget", "står", "hermed", "øvrige", "resten", "bruger",
    "anvender", "vi", "enheden", "måleenhed",
  ]

  /// The unit that a sentence says of all amounts: `Alle beløb er i mio. kr.`, `Tallene i tabellen er i hele kroner`.
  /// A rate (`Beløb i kr. pr. borger`) is none, and neither is an amount (`3,5 mio. kr. i 2023`).
  package static func ofAmounts(in text: String) -> AmountUnit? {
    guard ["beløb", "tallene", "alle tal"].contains(where: { Spelling.mayHold(text, $0) }),
      text.utf8.count < 2_000
    else { return nil }
    for part in text.lowercased().split(whereSeparator: { "\n!?;".contains($0) }) {
      guard let match = part.firstMatch(of: saying), let unit = UnitReading(String(match.1)).unit else {
        continue
      }
      let behind = part[match.range.upperBound...].drop { " .)".contains($0) }
      if ["pr", "per", "om", "i", "/"].contains(where: {
        behind.hasPrefix($0 + " ") || behind.hasPrefix($0 + ".")
      }) {
        continue
      }
      return unit
    }
    return nil
  }

  /// The amounts, at most a few words, and the unit: no other sentence and no number between them.
  private nonisolated(unsafe) static let saying =
    /\b(?:alle tal|tallene|alle beløb|beløbene|beløb)\b(?:\s+[\p{L}]+){0,6}?\s+i\s+(?:hele\s+)?((?:(?:1\.?000|t\.|tusinde?|mio\.?|mill\.?|millioner|mia\.?|milliarder)\s*)?(?:kr\b\.?|kroner\b)|tkr\b|mkr\b)/

  private static func withoutHele(_ text: Substring) -> UnitReading {
    UnitReading(text.lowercased().replacing("hele ", with: ""))
  }

  /// `i mio. kr.`, `i hele kroner`: the unit is the first group.
  private nonisolated(unsafe) static let sentence =
    /\bi\s+(?:hele\s+)?((?:(?:1\.?000|t\.|tusinde?|mio\.?|mill\.?|millioner|mia\.?|milliarder)\s*)?(?:kr\b\.?|kroner\b)|tkr\b|mkr\b)/
}
