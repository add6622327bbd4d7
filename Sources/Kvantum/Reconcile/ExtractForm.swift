import Forms
import ProposalModel
import Spreadsheet

/// A column of an extract from Kvantum.
enum ExtractField: Hashable, Sendable, CaseIterable {
  case reference, text, appropriation, profitCentre, function, kind, projectElement, year, amount, side,
    process, document
  /// The year where there is no column of years: a date of posting, or a period that has its year.
  case date, period
  /// The amount in the company's own currency beside one in another, in the currency of its document, in
  /// 1.000 kr., or in two columns.
  case companyAmount, documentAmount, thousands, debit, credit
}

/// The columns of an extract by their headers, as data: those of the layout profiles, of SAP, and of lists
/// that people make.
enum ExtractForm {
  package static let columns: [FormField<ExtractField>] = [
    FormField(
      .reference, "Forslag",
      aliases: [
        "Forslagsnummer", "Reference", "Referencenr.", "Ref.", "Forslagsnr.", "Referencenummer",
      ],
      "Forslagets nummer."),
    FormField(
      .text, "Tekst",
      aliases: [
        "Posteringstekst", "Bilagstekst", "Postens tekst", "ITEM_TEXT", "Beskrivelse", "Linjetekst",
        "Bilagsposttekst", "Positionstekst", "Item text",
      ],
      "Teksten; forslagets nummer kan stå i den."),
    FormField(
      .appropriation, "Bevilling",
      aliases: ["Bevillingsnummer", "Bevillingskode", "Fond", "FUND", "Bevillingsområde"], "Bevillingen."),
    FormField(
      .profitCentre, "Profitcenter",
      aliases: ["Profit center", "PC", "FUNDS_CTR", "Finanscenter", "Profitcenternr.", "Funds center"],
      "Profitcenteret."),
    FormField(
      .function, "Funktion", aliases: ["FUNC_AREA", "Funktionsområde", "Hovedfunktion", "Functional area"],
      "Funktionen."),
    FormField(
      .kind, "Art",
      aliases: ["CMMT_ITEM", "Artskonto", "Finanspost", "Udgiftsart", "Commitment item", "GLAccount"],
      "Arten."),
    FormField(
      .projectElement, "PSP", aliases: ["PSP-element", "PSP element", "FUNDED_PRG", "Projekt", "WBSElement"],
      "PSP-elementet."),
    FormField(
      .year, "År", aliases: ["Regnskabsår", "Budgetår", "FISC_YEAR", "Finansår", "Fiscal year"], "Året."),
    FormField(
      .amount, "Beløb",
      aliases: [
        "Beløb, kr.", "Beløb i kr.", "AMOUNT", "Beløb i rapporteringsvaluta", "Beløb kr", "Budgetbeløb",
      ],
      "Beløbet i kroner."),
    FormField(
      .side, "Debet/kredit", aliases: ["D/K", "Soll/Haben", "S/H", "Debet kredit", "DK-kode", "SIDE"],
      "K, H eller afgiver (SEND) vender fortegnet."),
    FormField(
      .process, "Posteringstype", aliases: ["PROCESS", "Proces", "Budgetproces"],
      "Return vender fortegnet på positive beløb."),
    FormField(
      .document, "Bilag", aliases: ["Bilagsnummer", "Bilagsnr.", "DOCUMENT", "Dokument", "Dokumentnummer"],
      "Bilagets nummer."),
    FormField(
      .date, "Bogføringsdato", aliases: ["Bogf.dato", "Posteringsdato", "Bogføringsdag", "Posting date"],
      "Datoen, som året tages af, hvor der ikke er en kolonne med år."),
    FormField(
      .period, "Periode", aliases: ["Regnskabsperiode", "Bogføringsperiode", "Posting period"],
      "Perioden med sit år, fx 012.2023, hvor der hverken er år eller dato."),
    FormField(
      .companyAmount, "Beløb i firmavaluta",
      aliases: [
        "Beløb i intern valuta", "Beløb i DKK", "Beløb, DKK", "Beløb i firmakodevaluta",
        "Beløb i lokal valuta", "Amount in local currency", "Amount in company code currency",
      ],
      "Beløbet i kroner; går forud for Beløb, der kan være i en anden valuta."),
    FormField(
      .documentAmount, "Beløb i bilagsvaluta",
      aliases: [
        "Beløb i transaktionsvaluta", "Amount in document currency", "Amount in transaction currency",
        "Amount in doc. curr.",
      ],
      "Beløbet i bilagets valuta; læses kun, hvor der ikke er andre, og en kolonne siger, at det er kroner."),
    FormField(
      .thousands, "Beløb i 1.000 kr.",
      aliases: [
        "Beløb, 1.000 kr.", "Beløb i tusinde kr.", "Beløb i t.kr.", "Beløb, t.kr.", "Beløb i 1000 DKK",
      ],
      "Beløbet i 1.000 kr."),
    FormField(.debit, "Debet", aliases: ["Debetbeløb", "Debit", "Debit amount"], "Beløb i debet."),
    FormField(
      .credit, "Kredit", aliases: ["Kreditbeløb", "Credit", "Credit amount"],
      "Beløb i kredit; trækkes fra."),
  ]

  /// The columns of the codes, in the order of ``PostingCodes``.
  package static let codes: [ExtractField] = [
    .appropriation, .profitCentre, .function, .kind, .projectElement,
  ]

  /// Words of the column Debet/kredit that turn the sign.
  static let credit: Set<String> = [
    "k", "h", "kredit", "haben", "credit", "c", "cr", "send", "sender", "afgiver",
  ]

  /// Words of the column Debet/kredit that leave the sign as it is; the last two stand under `Side` in fordel's
  /// own readable list.
  static let debit: Set<String> = [
    "d", "s", "debet", "soll", "debit", "dr", "recv", "receiver", "modtager", "forslag", "modpost",
  ]

  /// Words of the column Posteringstype that turn the sign of a positive amount.
  static func isReturn(_ word: String) -> Bool {
    ["ret", "nedsæt", "reduk", "tilbagef"].contains { word.lowercased().hasPrefix($0) }
  }

  /// The columns that can tell the year, and those that can tell the amount, the surest first.
  static let yearFields: [ExtractField] = [.year, .date, .period]
  static let amountFields: [ExtractField] = [.companyAmount, .amount, .thousands, .documentAmount]

  /// The year of a cell under a heading of years, dates or periods; `nil` where it is not certain.
  ///
  /// `2023`, `31.12.2023`, `2023-12-31`, `012.2023` and `2023012` have one; `31.12.23` and a period `12` do
  /// not.
  static func year(_ cell: Cell?, under field: ExtractField) -> Int? {
    guard let cell else { return nil }
    if case .date(let iso) = cell.value { return Int(iso.prefix(4)) }
    guard let text = CellText.text(cell) else { return nil }
    if field == .year { return Int(text) }
    let parts = text.split { !$0.isNumber }.map(String.init)
    let whole = parts.filter { $0.count == 4 }.compactMap { Int($0) }.filter { Spelling.years.contains($0) }
    if whole.count == 1, parts.count > 1 { return whole[0] }
    guard parts.count == 1, let only = parts.first, [7, 8].contains(only.count),
      let year = Int(only.prefix(4)), Spelling.years.contains(year)
    else { return nil }
    return year
  }

  /// Whether a row is a sum of the list itself, as SAP marks them: a cell begins with `*`, `**` and so on,
  /// alone or before the value that the sum is of (`* BC90`).
  ///
  /// Only a posting's own text may begin with a star, and only where the row has the number of a document,
  /// which a sum never has.
  static func isStarred(_ cells: [Cell], _ columns: [ExtractField: Int]) -> Bool {
    cells.contains { cell in
      guard case .text(let text) = cell.value, text.utf8.first(where: { $0 != 0x20 }) == 0x2A else {
        return false
      }
      guard cell.address.column == columns[.text], let document = columns[.document] else { return true }
      return !cells.contains { $0.address.column == document && CellText.text($0) != nil }
    }
  }

  /// Words that can stand beside those of a sum without saying anything else.
  private static let totalWords: Set<String> = [
    "i", "alt", "ialt", "total", "totalt", "subtotal", "sum", "resultat", "samlet", "for", "af", "beløb",
  ]

  /// Whether a text says nothing but that its row is a sum, of a proposal or a number perhaps: `I alt`,
  /// `BC08 i alt`, `Total 3641`.
  static func isOnlyTotal(_ text: String?) -> Bool {
    guard let text, isTotal(text) else { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.allSatisfy { totalWords.contains(String($0)) || $0.contains(where: \.isNumber) }
  }

  /// Whether a text says that its row is a sum of others.
  package static func isTotal(_ text: String?) -> Bool {
    guard let text else { return false }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    let isSum = words.contains { ["ialt", "total", "totalt", "subtotal", "sum", "resultat"].contains($0) }
    return isSum || text.hasPrefix("*") || zip(words, words.dropFirst()).contains { $0 == ("i", "alt") }
  }

  package static func header(_ field: ExtractField) -> String {
    columns.first { $0.key == field }?.header ?? ""
  }
}
