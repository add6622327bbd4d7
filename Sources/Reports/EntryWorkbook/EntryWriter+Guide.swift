import Forms
import ProposalModel
import Spreadsheet

/// The sheet `Vejledning`, made from the form definition.
extension EntryWriter {
  func writeGuide(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try writer.addSheet(EntrySheet.guide.rawValue)
    try writer.setColumns(1, through: 1, of: sheet, width: 31)
    try writer.setColumns(2, through: 2, of: sheet, width: 22)
    try writer.setColumns(3, through: 3, of: sheet, width: GuidePage.textWidth)
    try writer.hideGridlines(of: sheet)
    var page = GuidePage(sheet: sheet)
    try page.line(EntryForm.title, EntryStyles.title, &writer)
    try page.line(
      "Runde \(round.name)  ·  beløb i \(UnitHeader.text(unit: unit, priceLevel: proposal?.priceLevel ?? round.writtenPriceLevel))",
      EntryStyles.subtitle, &writer)
    page.row += 1
    try page.line("Sådan gør du", EntryStyles.heading, &writer)
    for (index, step) in EntryForm.steps.enumerated() { try page.line("\(index + 1). \(step)", nil, &writer) }
    page.row += 1
    try page.line("Farver", EntryStyles.heading, &writer)
    try page.entry("Gul", "", "Skriv her.", style: EntryStyles.input, &writer)
    try page.entry("Grå", "", "Udfyldes eller beregnes af arket.", style: EntryStyles.label, &writer)
    page.row += 1
    try fields(.front, EntryForm.front, &page, &writer)
    try fields(.lines, EntryForm.lineColumns, &page, &writer)
    page.row -= 1
    try page.entry("Et år pr. kolonne", "Beløb", EntryForm.yearExplanation, &writer)
    for field in EntryForm.sumColumns { try page.entry(field.header, "Formel", field.explanation, &writer) }
    try page.entry("Egne kolonner", "Tekst eller tal", EntryForm.basisExplanation, &writer)
    page.row += 1
    try page.line("Arket \(EntrySheet.keys.rawValue)", EntryStyles.heading, &writer)
    try page.line(EntrySheet.keys.purpose, EntryStyles.hint, &writer)
    try page.entry(EntryForm.keyHeader, "Navn", EntryForm.keyExplanation, &writer)
    page.row += 1
    try fields(.followUps, EntryForm.followUpColumns, &page, &writer)
    try fields(.hearings, EntryForm.hearingColumns, &page, &writer)
    try rules(&page, &writer)
    try committees(&page, &writer)
    try writer.setPrinting(printing(repeating: nil, portrait: true), of: sheet)
    try writer.protect(sheet)
  }

  private func fields<Key>(
    _ kind: EntrySheet, _ fields: [FormField<Key>], _ page: inout GuidePage, _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    try page.line("Arket \(kind.rawValue)", EntryStyles.heading, &writer)
    try page.line(kind.purpose, EntryStyles.hint, &writer)
    for field in fields {
      try page.entry(
        field.header, EntryForm.kindText(field.kind, list: field.list), field.explanation, &writer)
    }
    page.row += 1
  }

  private func rules(_ page: inout GuidePage, _ writer: inout XLSXWriter) throws(XLSXWriteError) {
    try page.line("Sådan skrives Fordeling", EntryStyles.heading, &writer)
    for (text, meaning) in EntryForm.ruleExamples { try page.entry(text, "", meaning, &writer) }
    page.row += 1
    try page.line("Regler for arket", EntryStyles.heading, &writer)
    for (topic, text) in EntryForm.rulesOfTheForm { try page.entry(topic, "", text, &writer) }
    page.row += 1
  }

  private func committees(_ page: inout GuidePage, _ writer: inout XLSXWriter) throws(XLSXWriteError) {
    try page.line("Udvalg, forvaltninger og enheder i runden", EntryStyles.heading, &writer)
    for committee in round.committees {
      let units =
        committee.units.isEmpty ? "" : ". Enheder: " + committee.units.map(\.name).joined(separator: ", ")
      let names =
        committee.name == committee.administrationName
        ? committee.name : "\(committee.name) – \(committee.administrationName)"
      let codes =
        committee.code == committee.administrationCode
        ? committee.code : "\(committee.code) – \(committee.administrationCode)"
      try page.entry(codes, "", names + units, &writer)
    }
  }
}

/// The place where the next row of the guide goes.
private struct GuidePage {
  /// Width of the column of explanations, in characters.
  static let textWidth = 88.0

  let sheet: SheetHandle
  var row = 1

  mutating func line(_ text: String, _ style: CellStyle?, _ writer: inout XLSXWriter) throws(XLSXWriteError) {
    try writer.write(text, at: CellAddress(row: row, column: 1), in: sheet, style: style)
    if style == EntryStyles.heading {
      for column in 2...3 {
        try writer.write(.blank, at: CellAddress(row: row, column: column), in: sheet, style: style)
      }
    }
    row += 1
  }

  mutating func entry(
    _ name: String, _ kind: String, _ text: String, style: CellStyle = EntryStyles.label,
    _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    try writer.write(
      name, at: CellAddress(row: row, column: 1), in: sheet, style: style.with { $0.isLocked = true })
    try writer.write(kind, at: CellAddress(row: row, column: 2), in: sheet, style: EntryStyles.explanation)
    try writer.write(text, at: CellAddress(row: row, column: 3), in: sheet, style: EntryStyles.plain)
    if let height = TextHeight.ofRow([(text, GuidePage.textWidth)]) {
      try writer.setRow(row, of: sheet, height: height)
    }
    row += 1
  }
}
