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

  init(_ heading: String) {
    let text = heading.lowercased().replacing("t.kr", with: "tkr").replacing("1.000", with: "1000")
      .replacing("1 000", with: "1000").replacing("t. kr", with: "tkr")
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let word = words.first(where: { AmountHeading.foreign.contains($0) }) {
      self = .other(word.uppercased())
    } else if let word = words.first(where: { AmountHeading.millions.contains($0) }) {
      self = .other(word)
    } else {
      self = .unit(words.contains { AmountHeading.thousands.contains($0) } ? .thousandKroner : .kroner)
    }
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
