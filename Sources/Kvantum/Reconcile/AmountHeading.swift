import Forms
import Output
import ProposalModel
import Spreadsheet

/// What the heading of a column of amounts says of its unit and currency.
///
/// The words that name a column are compared without what stands in brackets, so `Beløb (EUR)` and
/// `Beløb (1.000 kr.)` are found as `Beløb`; here the whole heading is read.
enum AmountHeading: Hashable {
  /// Kroner or 1.000 kr.
  case unit(AmountUnit)
  /// Another currency, or a unit that amounts are not read in: what the heading says.
  case other(String)

  private static let millions: Set<String> = ["mio", "mill", "mia", "mrd", "mdkk", "mkr"]
  private static let thousands: Set<String> = ["tkr", "tdkk", "tusind", "tusinde", "1000"]

  /// The currencies that the city can meet, by the codes and words that headings use.
  private static let foreign: Set<String> = [
    "eur", "euro", "usd", "dollar", "sek", "nok", "gbp", "chf", "isk", "pln", "jpy", "cny", "cad", "aud",
  ]

  /// The words of a heading, those of a unit joined.
  private static func words(_ heading: String) -> [String] {
    let text = heading.lowercased().replacing("t.kr", with: "tkr").replacing("1.000", with: "1000")
      .replacing("1 000", with: "1000").replacing("t. kr", with: "tkr")
    return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  init(_ heading: String) {
    let words = AmountHeading.words(heading)
    if let word = words.first(where: { AmountHeading.foreign.contains($0) }) {
      self = .other(word.uppercased())
    } else if let word = words.first(where: { AmountHeading.millions.contains($0) }) {
      self = .other(word)
    } else {
      self = .unit(words.contains { AmountHeading.thousands.contains($0) } ? .thousandKroner : .kroner)
    }
  }
}

extension AmountHeading {
  private static let kroner: Set<String> = ["kr", "kroner", "dkk", "dkr"]

  /// Whether a heading names a unit itself, so that no title above the table is needed.
  static func namesUnit(_ heading: String) -> Bool {
    let words = words(heading)
    return words.contains { kroner.contains($0) || thousands.contains($0) || millions.contains($0) }
  }

  /// Words beside a unit that say nothing but that it is the unit.
  private static let fillers: Set<String> = [
    "alle", "beløb", "beløbene", "tal", "tallene", "er", "i", "vises", "vist", "enhed", "måleenhed",
    "opgjort",
    "angivet", "hele", "valuta", "rapporteringsvaluta", "skalering",
  ]

  /// Words by which an amount is a limit, and no unit.
  private static let limits: Set<String> = [
    "over", "under", "mindst", "højst", "mere", "mindre", "større", "end", "fra", "til", "minimum", "max",
  ]

  /// What a text above the table says of the unit of all its amounts; `nil` where it says nothing of it, or
  /// that they are kroner. `isCertain` is false where other words stand beside the unit.
  ///
  /// `Alle beløb i 1.000 kr.` says 1.000 kr.; `Kun posteringer over 1.000 kr.` says nothing.
  static func title(_ text: String) -> (heading: AmountHeading, isCertain: Bool)? {
    let words = words(text)
    guard !words.contains(where: limits.contains), words.count <= 20 else { return nil }
    let heading = AmountHeading(text)
    if heading == .unit(.kroner) { return nil }
    // A thousand alone is any number; with kroner, or as the unit, it is one.
    if heading == .unit(.thousandKroner), !words.contains(where: { thousands.contains($0) && $0 != "1000" }) {
      let isUnit = zip(words, words.dropFirst()).contains {
        ($0 == "1000" && kroner.contains($1)) || (kroner.contains($0) && $1 == "1000")
          || ($1 == "1000" && fillers.contains($0))
      }
      guard isUnit else { return nil }
    }
    let isCertain = words.allSatisfy {
      fillers.contains($0) || kroner.contains($0) || thousands.contains($0) || millions.contains($0)
        || foreign.contains($0)
    }
    return (heading, isCertain)
  }
}

/// The columns of an extract that say which currency its amounts are in.
struct ExtractCurrency {
  /// The columns that hold the currency of the amounts that are read.
  private(set) var columns: [Int] = []

  private static let general: Set<String> = [
    "valuta", "valutakode", "currency", "møntfod", "valutanøgle", "curr",
  ]
  private static let company: Set<String> = [
    "internvaluta", "firmavaluta", "firmakodevaluta", "lokalvaluta", "localcurrency", "companycodecurrency",
  ]
  private static let document: Set<String> = [
    "bilagsvaluta", "transaktionsvaluta", "documentcurrency", "transactioncurrency", "doccurr",
  ]

  /// Finds the currencies of the columns `amounts`, of which `isCompany` tells whether they are in the
  /// company's own currency.
  ///
  /// Where there are several columns of amounts, a currency belongs to the nearest on its left, as SAP prints
  /// them, and the first one to the first where none is on its left.
  init(header: [Cell], amounts: [Int], isCompany: Bool) {
    let headings = header.compactMap { cell in
      CellText.text(cell).map { (key: EntrySpelling.key($0), column: cell.address.column) }
    }
    let all = headings.filter { heading in
      amounts.contains(heading.column)
        || ["beløb", "amount", "debet", "kredit", "debit", "credit"].contains { heading.key.hasPrefix($0) }
    }.map(\.column)
    for (key, column) in headings where !all.contains(column) {
      if isCompany ? ExtractCurrency.company.contains(key) : ExtractCurrency.document.contains(key) {
        columns.append(column)
      }
      guard ExtractCurrency.general.contains(key) else { continue }
      let owner = all.filter { $0 < column }.max() ?? all.filter { $0 > column }.min()
      if all.count <= amounts.count || owner.map(amounts.contains) ?? true { columns.append(column) }
    }
  }

  /// The cell that says that a row's amount is in another currency than kroner; `nil` where none does.
  func foreign(_ cells: [Cell]) -> Cell? {
    cells.first { cell in
      guard columns.contains(cell.address.column), let text = CellText.text(cell) else { return false }
      return !["dkk", "kr", "kroner", "dkr"].contains(Spelling.key(text))
    }
  }
}
