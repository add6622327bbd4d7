import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Numbers that stand by themselves.
package enum LooseNumber {
  /// Whether a person sees a number in the cell: a stored one, or a text that is one amount.
  static func isNumber(_ cell: Cell) -> Bool {
    switch cell.value {
    case .number: return true
    case .text(let text):
      guard text.utf8.count <= 24, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
        return false
      }
      if hasForeignLetter(text) { return false }
      if case .amount = AmountReading(typed: text, unit: .thousandKroner) { return true }
      return false
    default: return false
    }
  }

  /// Whether a text has a letter that stands in no unit (`t.kr.`, `mio.`, `kroner`, `DKK`), so that it is no
  /// amount.
  private static func hasForeignLetter(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte | 0x20 {
      case UInt8(ascii: "k"), UInt8(ascii: "r"), UInt8(ascii: "o"), UInt8(ascii: "n"), UInt8(ascii: "e"),
        UInt8(ascii: "m"), UInt8(ascii: "i"), UInt8(ascii: "d"), UInt8(ascii: "t"):
        false
      case UInt8(ascii: "a")...UInt8(ascii: "z"): true
      default: false
      }
    }
  }

  static func text(_ cell: Cell) -> String { CellText.text(cell) ?? (cell.formula.map { "=" + $0 } ?? "") }

  /// The sum of the cells as a person writes it; numbers finer than two decimals are left out.
  static func sum(_ cells: [Cell]) -> String {
    var sum = Amount.zero
    for cell in cells {
      switch cell.value {
      case .number(let stored):
        if let number = DecimalNumber(stored: stored),
          case .amount(let amount, _) = AmountReading(
            storedMantissa: number.mantissa, scale: number.scale, unit: .kroner)
        {
          sum = sum + amount
        }
      case .text(let text):
        if case .amount(let amount, _) = AmountReading(typed: text, unit: .kroner) { sum = sum + amount }
      default: continue
      }
    }
    return sum.danish(in: .kroner)
  }

  /// Whether the cells count the rows: 1, 2, 3 …
  static func isCount(_ cells: [Cell]) -> Bool {
    let numbers = cells.map { Int(text($0)) }
    guard let first = numbers.first ?? nil, (0...1).contains(first) else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { pair in
      pair.0.flatMap { left in pair.1.map { $0 == left + 1 } } ?? false
    }
  }

  static func unread(_ cells: [Cell], _ why: String, at place: Place) -> Finding {
    let addresses = cells.map(\.address.description)
    return Catalogue.moneyUnread(
      cells.map(text), why, at: place.at(addresses.first), cells: addresses)
  }

  /// Words of a basis of calculation, of which no note is due.
  private static let basis = remarks.union([
    "antal", "årsværk", "årsværker", "timer", "time", "timetal", "sats", "satser", "andel", "procent", "pct",
    "mængde", "mængder", "volumen", "enhedspris", "enhedspriser", "pris", "nr", "nummer", "stk", "m2", "kvm",
    "borgere", "elever", "pladser", "dage", "uger", "måneder", "linje", "id", "takst", "faktor", "vægt",
    "side", "kilde", "reference", "ref",
  ])

  private static let remarks: Set<String> = [
    "kommentar", "kommentarer", "bemærkning", "bemærkninger", "note", "noter",
  ]

  /// Words of rows that say something more about the money above them.
  static func isShare(_ text: String) -> Bool {
    let words = TableWords.words(text)
    return words.contains { word in
      [
        "netto", "brutto", "akkumuler", "kumul", "heraf", "nutidsværdi", "ændring", "måltal", "effekt",
        "saldo", "konsekvens",
      ]
      .contains { word.hasPrefix($0) }
    }
  }

  /// Whether a heading says that what stands below counts or explains and is no money: `Antal borgere`,
  /// `Pris pr. stk.`. Other words beside one of a basis (`Andel egenfinansiering`) may well be money.
  static func isBasis(_ heading: String) -> Bool {
    let words = TableWords.words(heading)
    if let first = words.first, counting.contains(first) { return true }
    let said = words.filter { !fillers.contains($0) && !$0.allSatisfy(\.isNumber) }
    return said.isEmpty ? heading.contains("%") : said.allSatisfy(basis.contains)
  }

  /// Whether a unit that stands under a heading is that of the heading's own figures (`Pris pr. stk.`), and not
  /// said of the amounts beside it, as in a remark.
  static func hasOwnUnit(_ heading: String) -> Bool {
    isBasis(heading) && !TableWords.words(heading).contains(where: remarks.contains)
  }

  /// Whether a row speaks of a basis anywhere in its words.
  static func mentionsBasis(_ text: String) -> Bool {
    TableWords.words(text).contains(where: basis.contains) || text.contains("%")
  }

  /// Words of counting, whatever is counted.
  private static let counting: Set = [
    "antal", "årsværk", "årsværker", "timer", "timetal", "mængde", "mængder", "volumen",
  ]

  /// Words beside those of a basis that say nothing of their own.
  private static let fillers: Set = [
    "pr", "per", "i", "af", "til", "og", "m", "a", "år", "årligt", "kr", "kroner", "tkr", "gennemsnitlig",
    "samlet", "total", "ialt", "alt",
  ]
}
