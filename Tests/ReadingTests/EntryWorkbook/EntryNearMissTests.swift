import Findings
import Intake
import ProposalModel
import Spreadsheet
import TestSupport
import Testing

/// An entry workbook of one or more lines, as departments type it.
private struct Typed {
  let workbook: MarkedWorkbook
  let item: IntakeItem?

  init(_ text: String) {
    workbook = MarkedWorkbook(text)
    item = workbook.items().first
  }

  /// One line with everything in order, but for the texts given.
  init(
    committee: String = "SUD", unit: String = "", rule: String = "", figure: String = "-100",
    account: String = "3641"
  ) {
    self.init(
      """
      \(Typed.front)
      # Økonomi
      | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Enhed | Bevilling | Profitcenter | Fordeling | Gælder | 2022 | 2023 | 2024 |
      | L1 | Varig ændring | Mindre kørsel | Service | 1️⃣\(committee) | 2️⃣\(unit) | 3️⃣\(account) | 5880 | 4️⃣\(rule) | | 5️⃣\(figure) | -100 | -100 |
      """)
  }

  static let front = """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Type | Investeringsforslag |
    | Runde | OFS 2021-2022 |
    | P/l | 2023 |
    """

  var line: Line? { item?.proposal?.lines.first }
  var lines: [Line] { item?.proposal?.lines ?? [] }
  /// The codes of all findings, notes too, with the marks of their cells.
  var codes: [String] {
    workbook.allFindings.map { finding in
      let mark = workbook.marks.first { $0.sheet == finding.sheet && $0.cell == finding.cell }
      return "\(mark.map { String($0.mark) } ?? finding.cell ?? "-") \(finding.code.rawValue)"
    }
  }
}

@Suite struct `Near misses in entry workbooks` {
  @Test(arguments: [
    ("ØU", Recipient("ØU"), false), ("Økonomiudvalget", Recipient("ØU"), false),
    ("ØKF", Recipient("ØU"), false),
    ("Økonomiforvaltningen", Recipient("ØU"), false), ("Økonomi-udvalget", Recipient("ØU"), false),
    ("økonomi udvalget", Recipient("ØU"), false),
    ("Okonomiudvalget", Recipient("ØU"), true), ("Oekonomiudvalget", Recipient("ØU"), true),
    ("Økonomiudvalgt", Recipient("ØU"), true),
    ("Kultur- Fritidsforvaltningen", Recipient("KFU"), false),
    ("Kultur og Fritidsudvalget", Recipient("KFU"), false),
    ("Københavns Ejendomme og Indkøb", Recipient("ØU", unit: "Københavns Ejendomme"), false),
    ("KEID", Recipient("ØU", unit: "Københavns Ejendomme"), false),
    ("Koncern-IT", Recipient("ØU", unit: "Koncern IT"), false),
    ("ØU/Koncern IT", Recipient("ØU", unit: "Koncern IT"), false),
    ("ØU/Byggeri Kobenhavn", Recipient("ØU", unit: "Byggeri København"), true),
  ])
  func `a committee is read as it is written, with a note where letters are off`(
    name: String, recipient: Recipient, isNoted: Bool
  ) {
    let typed = Typed(committee: name)
    #expect(typed.line?.committee == recipient.committee)
    #expect(typed.line?.unit == recipient.unit)
    #expect(typed.codes.contains("1️⃣ unusual-input") == isNoted)
    #expect(!typed.codes.contains("1️⃣ committee-unknown"))
  }

  @Test(arguments: ["Miljøforvaltningen", "XYZ", "Socialudvalget og Økonomiudvalget", "UØ"])
  func `a name that may be several or none is a finding at its cell`(name: String) {
    #expect(Typed(committee: name).codes.contains("1️⃣ committee-unknown"))
  }

  @Test(arguments: [
    ("Ligedeling", "Ligedeling", false), ("ligedelingsprincippet", "Ligedeling", false),
    ("ØU 60 %; KFU 40 %", "ØU 60 %; KFU 40 %", false),
    ("ØU 60%, KFU 40%", "ØU 60 %; KFU 40 %", false), ("ØU 60 pct.; KFU 40 pct.", "ØU 60 %; KFU 40 %", false),
    ("Okonomiudvalget 60 %; KFU 40 %", "ØU 60 %; KFU 40 %", true), ("Resten: KFU", "Resten: KFU", false),
    ("KFU 50; resten ligedeling", "KFU 50; resten ligedeling", false),
    ("Københavns Ejendomme og Indkøb", "ØU/Københavns Ejendomme", false),
  ])
  func `a rule is read as it is written`(text: String, rule: String, isNoted: Bool) {
    let typed = Typed(rule: text)
    #expect(typed.line?.rule?.spelling == rule)
    #expect(typed.codes.contains("4️⃣ unusual-input") == isNoted)
    #expect(!typed.codes.contains("4️⃣ rule-unreadable"))
  }

  @Test(arguments: [
    ("-1.275", -1_275_00, "-"), ("-1275", -1_275_00, "-"), ("\"-1.275\"", -1_275_00, "number-as-text"),
    ("\"1050\"", 1_050_00, "number-as-text"),
    ("−1.275", -1_275_00, "unusual-input"), ("–1.275", -1_275_00, "unusual-input"),
    ("- 3.000", -3_000_00, "unusual-input"),
    ("-2. 750", -2_750_00, "unusual-input"), ("1.275-", -1_275_00, "unusual-input"),
    ("(1.275)", -1_275_00, "unusual-input"),
    ("1 275", 1_275_00, "unusual-input"), ("1\u{A0}275", 1_275_00, "unusual-input"),
    ("1\u{202F}275", 1_275_00, "unusual-input"),
    ("1\u{2007}275", 1_275_00, "unusual-input"), ("\"1.275,50\"", 1_275_50, "number-as-text"),
    ("1.275 t.kr.", 1_275_00, "unusual-input"),
  ])
  func `an amount that can be read with certainty is read`(text: String, hundredths: Int, code: String) {
    let typed = Typed(figure: text)
    #expect(typed.line?.figures.first == .amount(Amount(oere: Int64(hundredths) * 1_000)))
    let found = typed.codes.filter { $0.hasPrefix("5️⃣") && !$0.hasSuffix("sign-suspicious") }
    #expect(found == (code == "-" ? [] : ["5️⃣ \(code)"]))
  }

  @Test(arguments: [
    ("1.6780", "number-ambiguous"), ("\"1,275\"", "number-ambiguous"), ("1,275", "number-ambiguous"),
    ("1.27", "number-ambiguous"),
    ("½", "number-ambiguous"), ("1.275 kr.", "number-ambiguous"), ("1.111+08", "number-unreadable"),
    ("6 år", "number-unreadable"),
    ("ca. 500", "number-unreadable"), ("=B3*2", "formula-without-value"), ("#REF!", "number-unreadable"),
    ("12.5.0", "number-ambiguous"),
  ])
  func `an amount that can be read in two ways or in none is a finding and no amount`(
    text: String, code: String
  ) {
    let typed = Typed(figure: text)
    #expect(typed.line?.figures.first?.isMoney == false)
    #expect(typed.codes.filter { $0.hasPrefix("5️⃣") } == ["5️⃣ \(code)"])
  }

  @Test func `a fractional number in an account cell is an account that Excel has turned into a number`() {
    let typed = Typed(account: "3641,588")
    #expect(typed.codes.contains("3️⃣ account-unresolved"))
    #expect(typed.line?.account == nil)
  }

  @Test(arguments: [("6 år", 6), ("6 År.", 6), ("6", 6)])
  func `a payback with its unit is a number of years`(text: String, years: Int) {
    let typed = Typed(
      Typed.front + """

        | Tilbagebetalingstid, service | 1️⃣\(text) |
        # Økonomi
        | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 |
        | Varig ændring | Mindre kørsel | Service | SUD | -100 | -100 |
        """)
    #expect(typed.item?.proposal?.payback.service == years)
    #expect(!typed.codes.contains { $0.hasSuffix("number-unreadable") })
  }

  private static let right = [
    Line(
      id: "L1", section: .permanent, text: "Mindre kørsel", controlArea: .service, committee: "SUD",
      account: Account(parsing: "3641, 5880"),
      figures: [.blank, .amount(Amount(thousands: -100)), .amount(Amount(thousands: -100))]),
    Line(
      id: "L2", section: .implementation, text: "Ombygning", controlArea: .capital, committee: "ØU",
      account: Account(parsing: "3170, 5881"),
      figures: [.amount(Amount(thousands: 50)), .blank, .blank]),
  ]

  private static let plain = """
    # Økonomi
    | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | 2022 | 2023 | 2024 |
    | L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | | -100 | -100 |
    | L2 | Implementering | Ombygning | Anlæg | ØU | 3170 | 5881 | | | 50 | | |
    """

  @Test(arguments: [
    ("as it should be", plain),
    (
      "shifted down and to the right",
      """
      # Økonomi
      | |
      | | Vores økonomi |
      | | Udfyldt af SOF |
      | |
      | | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | 2022 | 2023 | 2024 |
      | | L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | | -100 | -100 |
      | | |
      | | L2 | Implementering | Ombygning | Anlæg | ØU | 3170 | 5881 | | | 50 | | |
      """
    ),
    (
      "columns in another order",
      """
      # Økonomi
      | 2022 | 2023 | 2024 | Udvalg | Tekst | Afsnit | Gælder | Fordeling | Profitcenter | Bevilling | Styringsområde | Linje |
      | | -100 | -100 | SUD | Mindre kørsel | Varig ændring | | | 5880 | 3641 | Service | L1 |
      | 50 | | | ØU | Ombygning | Implementering | | | 5881 | 3170 | Anlæg | L2 |
      """
    ),
    (
      "headers and words in other spellings",
      """
      # Okonomi
      | Linje | AFSNIT | Tekst: | Styringsområde * | Forvaltning | Bevilling, profitcenter mv.* | Fordeling | Gælder | 2022 | Budget 2023 | 2024 |
      | L1 | Varige ændringer | Mindre kørsel | Serviceudgifter | Socialforvaltningen | 3641, 5880 | | | | -100 | -100 |
      | L2 | Implementeringsomkostninger | Ombygning | Bruttoanlæg | ØKF | 3170, 5881 | | | 50 | | |
      """
    ),
    (
      "totals and remarks between the lines",
      """
      # Økonomi
      | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | 2022 | 2023 | 2024 |
      | L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | | -100 | -100 |
      | | | Samlet varig ændring | | | | | | | | -100 | -100 |
      | | | Herfra er det investeringer | | | | | | | | | |
      | L2 | Implementering | Ombygning | Anlæg | ØU | 3170 | 5881 | | | 50 | | |
      | | | I alt | | | | | | | 50 | -100 | -100 |
      """
    ),
  ])
  func `the same lines are read however the sheet is laid out`(layout: String, sheet: String) {
    let typed = Typed(Typed.front + "\n" + sheet)
    #expect(typed.lines == `Near misses in entry workbooks`.right, "\(layout): \(typed.workbook.findings)")
    let errors = typed.workbook.allFindings.filter { $0.severity == .error && $0.code != .sheetMissing }
    #expect(errors.map(\.line) == [], "\(layout)")
  }

  @Test func `an extra column is kept as the basis of the lines`() {
    let typed = Typed(
      Typed.front + "\n" + `Near misses in entry workbooks`.plain.replacing("| Gælder |", with: "| Årsværk |")
    )
    #expect(typed.lines.map(\.figures) == `Near misses in entry workbooks`.right.map(\.figures))
    let filled = Typed(
      Typed.front + """

        # Økonomi
        | Afsnit | Tekst | Styringsområde | Udvalg | Årsværk | 2022 | 2023 |
        | Varig ændring | Mindre kørsel | Service | SUD | 0,5 | -100 | -100 |
        """)
    #expect(filled.line?.basis == [BasisEntry(label: "Årsværk", text: "0,5")])
  }

  @Test(arguments: [
    ("Samlet varig ændring", "-100", nil), ("Samlet varig ændring", "-101", "1️⃣ total-rounding"),
    ("Samlet varig ændring", "-1.000", "1️⃣ total-differs"),
    ("Samlede implementeringsomkostninger", "50", "1️⃣ total-differs"),
    ("Samlet økonomisk påvirkning", "-100", nil), ("Samlet økonomisk påvirkning", "-10", "1️⃣ total-differs"),
  ])
  func `a total typed over its formula must be the sum of the lines`(
    label: String, total: String, finding: String?
  ) {
    let typed = Typed(
      Typed.front + """

        # Økonomi
        | \(label) | | | | | | | | | | 1️⃣\(total) | |
        | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | 2022 | 2023 | 2024 |
        | L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | | -100 | -100 |
        | L2 | Implementering | Ombygning | Anlæg | ØU | 3170 | 5881 | | | 50 | | |
        """)
    #expect(typed.codes.filter { $0.contains("total-") } == (finding.map { [$0] } ?? []))
  }

  @Test func `a total of a stated table typed over its formula must be the sum of the rows`() {
    let typed = Typed(
      Typed.front + """

        # Økonomi
        | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | 2022 | 2023 | 2024 |
        | L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | | -100 | -100 |
        # Tabel A
        | Tabel A. Måltalseffekt |
        | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
        | Socialudvalget | | 3641, 5880 | | -60 | -60 |
        | Beskæftigelses- og Integrationsudvalget | | 3520, 5881 | | -40 | -40 |
        | Total | | | | -100 | 1️⃣-110 |
        """)
    #expect(
      typed.workbook.errorsAndWarnings.filter { $0.contains("-differ") } == [
        "1️⃣ fejl: [shares-differ] »Total« er skrevet som tal og er ikke summen af linjerne: der står -110 (2024), summen er -100 (2024). Slet tallet, og indsæt formlen fra skabelonen, eller ret linjerne."
      ])
  }

  @Test(arguments: [
    ("2022 | 2023 | 1️⃣2032", "years-differ"), ("2022 | 1️⃣203 | 2024", "year-unreadable"),
    ("2022 | 2023 | 1️⃣2023", "years-differ"),
    ("2022 | 1️⃣20233 | 2024", "year-unreadable"),
  ])
  func `a slip in the years over the amounts is a finding at the year`(years: String, code: String) {
    let typed = Typed(
      Typed.front + """

        # Økonomi
        | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | \(years) |
        | L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | -100 | -100 | -100 |
        """)
    #expect(typed.codes.contains("1️⃣ \(code)"))
  }
}
