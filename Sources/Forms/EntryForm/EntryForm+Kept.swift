package import ProposalModel

/// A column of the optional sheet `Delsummer`.
package enum PrintedRowField: Hashable, Sendable, CaseIterable {
  case text, kind, section, controlArea, place
}

extension EntryForm {
  /// The optional sheet with the rows of Tabel 1 that are no lines: subtotals per control area, `Heraf …`, the
  /// stated måltal, and totals that are printed otherwise than the lines add up.
  package static let printedRowsSheet = "Delsummer"

  /// The text of its first row.
  package static let printedRowsTitle =
    "Delsummer, »heraf« og måltal, som de trykkes i tabellen over økonomien"

  /// Its columns before the years; the header of the first is the unit and price level.
  package static let printedRowColumns: [FormField<PrintedRowField>] = [
    FormField(.text, "Række", width: 44, "Rækkens tekst, som den trykkes."),
    FormField(.kind, "Slags", width: 12, "Delsum, Total, Heraf eller Måltal."),
    FormField(.section, "Afsnit", list: .sections, width: 16, "Afsnittet, rækken står i; tom = nederst."),
    FormField(.controlArea, "Styringsområde", list: .controlAreas, width: 26, "Det område, rækken er om."),
    FormField(
      .place, "Efter række", kind: .code, width: 14,
      "Hvor mange af afsnittets rækker der står over den; »under totalen«, hvis den står der."),
  ]

  /// The words of `Slags`.
  package static let printedRowKinds: [(word: String, kind: KeptRowKind)] = [
    ("Delsum", .subtotal), ("Total", .total), ("Heraf", .memo), ("Måltal", .target),
  ]

  /// What a place says of a row below its section's total.
  package static let belowTotal = "under totalen"

  /// The name of the sheet of a table that is kept as it was printed; further tables of the kind are numbered
  /// on from 2, deliveries from 1.
  package static func sheetName(of kind: KeptTableKind, number: Int) -> String {
    let name =
      switch kind {
      case .administration: "Administration"
      case .delivery: "Leverance"
      case .permanentByDelivery: "Ændringer pr. leverance"
      case .investmentByDelivery: "Investeringer pr. leverance"
      }
    return number == 1 && kind != .delivery ? name : "\(name) \(number)"
  }
}
