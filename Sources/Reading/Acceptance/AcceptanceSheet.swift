import Findings
package import Forms
import ProposalModel
package import Spreadsheet

/// A column of a list of accepted warnings.
package enum AcceptanceField: Hashable, Sendable {
  case number, code, subject, reason, by, date
}

/// The sheet `Accepteret`, in which a department tells which warnings it has looked at and accepts.
package enum AcceptanceSheet {
  /// The name of the sheet.
  package static let name = "Accepteret"

  /// The columns.
  package static let columns: [FormField<AcceptanceField>] = [
    FormField(
      .number, "Forslagsnummer", aliases: ["Nummer", "Nr.", "Forslag", "Forslagsnr."], kind: .code,
      "Forslagets nummer, hvor listen gælder flere forslag."),
    FormField(
      .code, "Kode", kind: .code, isRequired: true, "Advarslens kode, som den står i rapporten."),
    FormField(
      .subject, "Sted", aliases: ["Hvor", "Linje", "Tabel"],
      "Linjens tekst, tabellens navn eller cellen. Kan udelades, hvor kun én advarsel har koden."),
    FormField(
      .reason, "Begrundelse", aliases: ["Hvorfor", "Årsag"], kind: .longText, isRequired: true,
      "Hvorfor advarslen accepteres."),
    FormField(.by, "Hvem", aliases: ["Af hvem", "Navn"], isRequired: true, "Hvem der accepterer den."),
    FormField(.date, "Dato", "Dagen."),
  ]

  /// Whether a sheet is the list. A sheet of that name with years over its columns is none: its money must be
  /// read or told.
  package static func isOne(_ sheet: Sheet) -> Bool {
    guard Spelling.key(sheet.name) == Spelling.key(name), let table = table(in: sheet) else { return false }
    return !table.others.contains { YearHeader.heading(Cell.text($0.header)).year != nil }
  }

  /// Where the columns stand; `nil` unless code and reason are among them.
  static func table(in sheet: Sheet) -> LocatedTable<AcceptanceField>? {
    guard let table = LocatedTable(columns, in: sheet, minimum: 2), table.columns[.code] != nil,
      table.columns[.reason] != nil
    else { return nil }
    return table
  }
}

extension Cell {
  /// A cell that holds a text, for reading a heading of which only the words are kept.
  fileprivate static func text(_ text: String) -> Cell {
    Cell(address: CellAddress(row: 1, column: 1), value: .text(text))
  }
}
