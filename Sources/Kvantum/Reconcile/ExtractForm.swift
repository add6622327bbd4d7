import Forms
import ProposalModel

/// A column of an extract from Kvantum.
enum ExtractField: Hashable, Sendable, CaseIterable {
  case reference, text, appropriation, profitCentre, function, kind, projectElement, year, amount, side,
    process, document
}

/// The columns of an extract by their headers, as data: those of the layout profiles, of SAP, and of lists
/// that people make.
enum ExtractForm {
  package static let columns: [FormField<ExtractField>] = [
    FormField(
      .reference, "Forslag",
      aliases: ["Forslagsnummer", "Reference", "Referencenr.", "Ref.", "Forslagsnr.", "REFERENCE"],
      "Forslagets nummer."),
    FormField(
      .text, "Tekst",
      aliases: ["Posteringstekst", "Bilagstekst", "Postens tekst", "ITEM_TEXT", "Beskrivelse", "Linjetekst"],
      "Teksten; forslagets nummer kan stå i den."),
    FormField(
      .appropriation, "Bevilling",
      aliases: ["Bevillingsnummer", "Bevillingskode", "Fond", "FUND", "Bevillingsområde"], "Bevillingen."),
    FormField(
      .profitCentre, "Profitcenter", aliases: ["Profit center", "PC", "FUNDS_CTR", "Finanscenter"],
      "Profitcenteret."),
    FormField(
      .function, "Funktion", aliases: ["FUNC_AREA", "Funktionsområde", "Hovedfunktion"], "Funktionen."),
    FormField(.kind, "Art", aliases: ["CMMT_ITEM", "Artskonto", "Finanspost", "Udgiftsart"], "Arten."),
    FormField(
      .projectElement, "PSP", aliases: ["PSP-element", "PSP element", "FUNDED_PRG", "Projekt"],
      "PSP-elementet."),
    FormField(.year, "År", aliases: ["Regnskabsår", "Budgetår", "FISC_YEAR", "Finansår"], "Året."),
    FormField(
      .amount, "Beløb",
      aliases: [
        "Beløb, kr.", "Beløb i kr.", "AMOUNT", "Beløb i rapporteringsvaluta", "Beløb kr", "Budgetbeløb",
      ],
      "Beløbet i kroner."),
    FormField(
      .side, "Debet/kredit", aliases: ["D/K", "Soll/Haben", "S/H", "Debet kredit", "DK-kode"],
      "K eller H vender fortegnet."),
    FormField(
      .process, "Posteringstype", aliases: ["PROCESS", "Proces", "Budgetproces"],
      "Return vender fortegnet på positive beløb."),
    FormField(
      .document, "Bilag", aliases: ["Bilagsnummer", "Bilagsnr.", "DOCUMENT", "Dokument", "Dokumentnummer"],
      "Bilagets nummer."),
  ]

  /// The columns of the codes, in the order of ``PostingCodes``.
  package static let codes: [ExtractField] = [
    .appropriation, .profitCentre, .function, .kind, .projectElement,
  ]

  /// Words of the column Debet/kredit that turn the sign.
  static let credit: Set<String> = ["k", "h", "kredit", "haben", "credit", "c"]

  /// Words of the column Posteringstype that turn the sign of a positive amount.
  static let returns: Set<String> = ["return", "retur", "retn", "nedsættelse"]

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
