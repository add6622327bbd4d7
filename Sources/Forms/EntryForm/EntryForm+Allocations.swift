import AllocationTables
package import ProposalModel

extension EntryForm {
  /// The columns before the years; the first one's header is the unit and price level.
  package static let allocationColumns: [FormField<AllocationField>] = [
    FormField(
      .recipient, "Udvalg", kind: .names, list: .committees, width: 38,
      "Udvalget; overskriften er enheden og prisniveauet, fx 1.000 kr. 2023 p/l."),
    FormField(.unit, "Enhed", kind: .names, list: .organisationalUnits, width: 22, "Enheden under udvalget."),
    FormField(
      .part, "Besparelse eller omkostninger", width: 16,
      "Kun på arket Fordeling: Besparelse eller Omkostninger."),
    FormField(
      .account, "Bevilling, profitcenter",
      aliases: [
        "Bevilling", "Bevillingsområde", "Bevilling, profitcenter mv.", "Bevilling, profitcenter mv",
      ],
      kind: .code, width: 24, "Kontoen, fx 3641, 588."),
    FormField(
      .profitCentre, "Profitcenter", kind: .code, width: 14,
      "Profitcenteret, hvis det står i sin egen kolonne."),
    FormField(.controlArea, "Styringsområde", list: .controlAreas, width: 24, "Kun i Tabel B og C."),
  ]

  /// The heading of a column.
  package static func heading<Key>(of field: Key, in columns: [FormField<Key>]) -> String {
    columns.first { $0.key == field }.orStop("a column \(field)").header
  }

  /// The name of the sheet of a stated table.
  package static func sheetName(of kind: AllocationTableKind) -> String {
    switch kind {
    case .distribution: kind.rawValue
    case .capitalDistribution: "Fordeling anlæg"
    case .serviceDistribution: "Fordeling service"
    case .targetEffect, .budgetEffect, .budgetEffectIfNotAdopted, .capitalInvestment, .serviceInvestment:
      "Tabel \(kind.rawValue)"
    }
  }

  /// The caption in its first row; that of a Fordeling names its control area, where it has one.
  package static func caption(of kind: AllocationTableKind, _ area: ControlArea? = nil) -> String {
    let words = Wording.caption(of: .allocation(kind))
    guard kind.isDivision else { return "Tabel \(kind.rawValue). \(words)" }
    return area.map { "\(words), \(Wording.inCaption($0))" } ?? words
  }

  /// Whether the text of column A says that the row is a sum.
  package static func isAllocationTotal(_ text: String) -> Bool {
    let words =
      [Wording.total, "I alt", Wording.roundingDifference] + DistributionPart.allCases.map(\.rawValue)
    return words.contains { EntrySpelling.isSame($0, text) } || EntrySpelling.key(text).hasPrefix("samlet")
  }
}
