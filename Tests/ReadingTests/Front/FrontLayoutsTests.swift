import Findings
import Intake
import ProposalModel
import TestSupport
import Testing

/// The same labels and values in every layout that has a front page: an entry workbook, a table workbook, a page.
@Suite struct `A front page says the same in every layout` {
  @Test("values and findings", arguments: FrontCase.all)
  func isSame(example: FrontCase) throws {
    let entry = try example.read(.entry)
    let table = try example.read(.table)
    #expect(entry.told == example.told)
    #expect(table.told == example.told)
    #expect(entry.said == example.said)
    #expect(table.said == example.said)
    guard example.isPrintable else { return }
    let page = try example.read(.page)
    #expect(page.told == example.told)
    #expect(page.said == example.said)
  }

  @Test("hearings", arguments: [false, true])
  func hearings(isEntry: Bool) throws {
    let item = try #require(
      FrontCase.item(
        isEntry,
        """
        # Høring
        | Bemærkninger | Dato for svar | Ja/Nej/Ikke relevant | Høringspart |
        | set | 14. januar 2022 | Ja | Center for Økonomi |
        | | | Nej | |
        """))
    let hearings = try #require(item.proposal).hearings
    #expect(
      hearings == [
        Hearing(body: "Center for Økonomi", answer: "Ja", date: "14. januar 2022", remark: "set"),
        Hearing(body: "", answer: "Nej", date: nil, remark: nil),
      ])
    #expect(item.findings.contains { $0.sheet == "Høring" && $0.message.contains("hvem der er hørt") })
  }

  @Test("a key that nobody has defined", arguments: [false, true])
  func unknownKey(isEntry: Bool) throws {
    let item = try #require(FrontCase.item(isEntry, front: "| Fordeling | Nøgle: Findes ikke |"))
    #expect(item.findings.contains { $0.code == .ruleUnreadable && $0.sheet == "Forslag" })
  }
}

/// One label and value, with what is said and told of it.
struct FrontCase: Sendable, CustomTestStringConvertible {
  enum Layout { case entry, table, page }

  var label: String
  var value: String
  /// What the proposal has, of what the field can change.
  var said: String
  /// The findings that name the value or the label.
  var told: [String]
  /// Whether a page can hold the row: ticks and labels that no field has are no fields there.
  var isPrintable = true

  var testDescription: String { "\(label): \(value)" }

  init(_ label: String, _ value: String, _ said: String, _ told: [String] = [], isPrintable: Bool = true) {
    (self.label, self.value, self.said, self.told) = (label, value, said, told)
    self.isPrintable = isPrintable
  }

  static let all = [
    FrontCase("Tværgående", "Ja", "tværgående"),
    FrontCase("Tværgående", "✓", "tværgående"),
    FrontCase("Tværgående", "nej", ""),
    FrontCase("Tværgående", "måske", "", ["unusual-input advarsel"]),
    FrontCase("Fortroligt", "J", "fortroligt"),
    FrontCase("Type", "Innovationsforslag", "Innovationsforslag"),
    FrontCase(
      "Type", "Tværgående effektivisering", "Tværgående effektiviseringsforslag", ["unusual-input bemærkning"]
    ),
    FrontCase("Type", "Årets forslag", "", ["unusual-input advarsel"]),
    FrontCase("Type", "Tværgående investeringsforslag", "", ["unusual-input advarsel"]),
    FrontCase("Berørte forvaltninger", "SOF og SUF", "berørt SUD,SOU"),
    FrontCase("Berørte forvaltninger", "SOF, SUF", "berørt SUD,SOU"),
    FrontCase("Berørte forvaltninger", "SOF og Månen", "", ["committee-unknown fejl"]),
    FrontCase("Berørte forvaltninger", "Alle undtagen SOF", "", ["committee-unknown fejl"]),
    FrontCase("Berørte forvaltninger", "-", ""),
    FrontCase("Socialforvaltningen", "X", "berørt SUD", isPrintable: false),
    FrontCase("Socialforvaltningen", "måske", "", ["unusual-input advarsel"], isPrintable: false),
    FrontCase("Fremstillende forvaltning", "SUF", "fra SOU"),
    FrontCase("Fremstillende forvaltning", "Månen", "", ["committee-unknown fejl"]),
    FrontCase("Fremstilende forvaltning", "SUF", "fra SOU", ["unusual-input bemærkning"], isPrintable: false),
    FrontCase("Stillet af", "SUF", "fra SOU", isPrintable: false),
    FrontCase("Udmøntes i p/l", "2024", "udmøntes 2024", ["price-level-differs fejl"]),
    FrontCase("Udmøntes i p/l", "2023 eller 2024", "", ["number-unreadable fejl"]),
    FrontCase("Udmøntes i p/l", "1985", "", ["number-unreadable fejl"]),
    FrontCase("Udmøntes i p/l", "20244", "", ["number-unreadable fejl"]),
    FrontCase("Tilbagebetalingstid, total", "6 år", "total 6", ["payback-differs fejl"]),
    FrontCase("Tilbagebetalingstid, total", "Ca. 6 år.", "total 6"),
    FrontCase("Tilbagebetalingstid, total", "Ikke relevant", ""),
    FrontCase("Tilbagebetalingstid, total", "6 måneder", "", ["number-unreadable fejl"]),
    FrontCase("Tilbagebetalingstid, total", "2,5", "", ["number-unreadable fejl"]),
    FrontCase("Fordeling", "Ligedeling", "Ligedeling"),
    FrontCase("Fordeling", "Ligedelning", "", ["rule-unreadable fejl"]),
    FrontCase("Afrunding begynder ved", "SUD", "rest 4"),
    FrontCase("Afrunding begynder ved", "-3", "", ["committee-unknown fejl"]),
    FrontCase("Måleenhed", "1.000 kr.", ""),
    FrontCase("Måleenhed", "stk.", "", ["unit-unreadable fejl"], isPrintable: false),
    FrontCase("Runde", "OFS 2021-2022", ""),
  ]

  static func item(_ isEntry: Bool, _ more: String = "", front: String = "") -> IntakeItem? {
    let money =
      isEntry
      ? """
      # Økonomi
      | 1.000 kr. 2023 p/l |
      | Linje | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 |
      | L1 | Implementering | Kursus | Service | | 5 | 7 | 0 | 0 | 0 | 0 |
      """
      : """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 |
      | Implementeringsomkostninger |
      | Kursus | Service | 5 | 7 | 0 | 0 | 0 | 0 |
      | Implementering i alt | | 5 | 7 | 0 | 0 | 0 | 0 |
      """
    let isRound = front.hasPrefix("| Runde ")
    return MarkedWorkbook(
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Titel | Et forslag |
      \(isRound ? "" : "| Runde | OFS 2021-2022 |")
      | P/l | 2023 |
      \(front)
      \(money)
      \(more)
      """
    ).items().first
  }

  func read(_ layout: Layout) throws -> (said: String, told: [String]) {
    let item: IntakeItem?
    switch layout {
    case .entry: item = FrontCase.item(true, front: "| \(label) | \(value) |")
    case .table: item = FrontCase.item(false, front: "| \(label) | \(value) |")
    case .page: item = try page()
    }
    let found = try #require(item)
    let proposal = try #require(found.proposal)
    let findings = found.findings.filter { $0.found == value || $0.found == label }
    return (FrontCase.said(proposal), findings.map { "\($0.code.rawValue) \($0.severity.danish)" })
  }

  private func page() throws -> IntakeItem? {
    let rows = [
      ("Forslagsnummer", "BC99"), ("Titel", "Et forslag"), ("Runde", "OFS 2021-2022"), ("P/l", "2023"),
      (label, value),
    ].filter { label != "Runde" || $0.0 != "Runde" || $0.1 == value }
    let html =
      "<html><body><table>" + rows.map { "<tr><td>\($0.0)</td><td>\($0.1)</td></tr>" }.joined()
      + "</table><p>Tabel 1. Forslagets samlede økonomiske konsekvenser</p><table>"
      + "<tr><td>1.000 kr. 2023 p/l</td><td>Styringsområde</td>"
      + (2022...2027).map { "<td>\($0)</td>" }.joined() + "</tr>"
      + "<tr><td>Implementeringsomkostninger</td></tr>"
      + "<tr><td>Kursus</td><td>Service</td><td>5</td><td>7</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>"
      + "<tr><td>Implementering i alt</td><td></td><td>5</td><td>7</td><td>0</td><td>0</td><td>0</td>"
      + "<td>0</td></tr></table></body></html>"
    let folder = try TemporaryFolder()
    try folder.write(html.utf8, to: "BC99.html")
    return Intake().read([folder.path("BC99.html")]).items.first
  }

  private static func said(_ proposal: Proposal) -> String {
    var said: [String] = []
    if proposal.isCrossCutting { said.append("tværgående") }
    if proposal.isConfidential { said.append("fortroligt") }
    if proposal.kind != .investment { said.append(proposal.kind.rawValue) }
    if let committee = proposal.presenting { said.append("fra \(committee)") }
    if !proposal.affected.isEmpty { said.append("berørt " + proposal.affected.joined(separator: ",")) }
    if let level = proposal.implementedPriceLevel, level != 2022 { said.append("udmøntes \(level)") }
    if let years = proposal.payback.total { said.append("total \(years)") }
    if let rule = proposal.rule { said.append(rule.spelling) }
    if let start = proposal.tieStart { said.append("rest \(start)") }
    return said.joined(separator: "; ")
  }
}
