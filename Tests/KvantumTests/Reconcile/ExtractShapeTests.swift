import Findings

@testable import Kvantum
import ProposalModel
import Output
import TestSupport
import Testing

/// Two postings of BC90, which every extract below holds in a shape of its own.
private let expected = [(2023, -500_000), (2024, -900_000)].map { year, kroner in
  ExpectedPosting(
    proposal: "BC90", codes: PostingCodes(appropriation: "3641", profitCentre: "588"), year: year,
    amount: Amount(kroner: Int64(kroner)))
}

/// An extract: its peculiarity, the name of its file, its text, and what must be read: the row, the year and
/// the kroner of each posting, or the code of each finding with its cell.
private struct Shape: CustomTestStringConvertible, Sendable {
  var peculiarity: String
  var name = "udtraek.csv"
  var text: String
  var encoding = Encoding.utf8
  var rows = ["2: 2023 -500.000", "3: 2024 -900.000"]
  var findings: [String] = []

  enum Encoding { case utf8, utf16, windows1252 }

  var testDescription: String { peculiarity }

  var bytes: [UInt8] {
    let text = text.replacing("\n", with: "\r\n")
    return switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .windows1252: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
  }
}

private let plain = """
  Reference;Bevilling;Profitcenter;År;Beløb
  BC90;3641;588;2023;-500000
  BC90;3641;588;2024;-900000

  """

private func lines(_ lines: String...) -> String { lines.joined(separator: "\n") + "\n" }

private let shapes: [Shape] = [
  Shape(peculiarity: "plain", text: plain),
  Shape(peculiarity: "tab text named .xls", name: "udtraek.xls", text: plain.replacing(";", with: "\t")),
  Shape(peculiarity: "UTF-16", text: plain.replacing(";", with: "\t"), encoding: .utf16),
  Shape(
    peculiarity: "UTF-16 named .xls", name: "udtraek.xls", text: plain.replacing(";", with: "\t"),
    encoding: .utf16),
  Shape(peculiarity: "Windows-1252", text: plain, encoding: .windows1252),
  Shape(peculiarity: "pipes", text: plain.replacing(";", with: "|")),
  Shape(
    peculiarity: "title rows", text: "Posteringer i Kvantum;;;;\nUdtrukket 01.02.2024;;;;\n" + plain,
    rows: ["4: 2023 -500.000", "5: 2024 -900.000"]),
  Shape(
    peculiarity: "an empty column A",
    text: plain.split(separator: "\n").map { ";" + $0 }.joined(separator: "\n")),
  Shape(
    peculiarity: "a star for a sum", text: plain + "*;3641;588;2024;-1400000\n"),
  Shape(peculiarity: "a sum of a proposal", text: plain + "* BC90;3641;588;2024;-1400000\n"),
  Shape(peculiarity: "a sum of sums", text: plain + "** ;;;;-1400000\n*** BC90;3641;588;2024;-1400000\n"),
  Shape(peculiarity: "a sum with all its keys in words", text: plain + "BC90 i alt;3641;588;2024;-1400000\n"),
  Shape(
    peculiarity: "page headings that come again",
    text: plain.replacing(
      "BC90;3641;588;2024", with: "Reference;Bevilling;Profitcenter;År;Beløb\nBC90;3641;588;2024"),
    rows: ["2: 2023 -500.000", "4: 2024 -900.000"]),
  Shape(
    peculiarity: "minus behind",
    text: plain.replacing("-500000", with: "500.000,00-").replacing("-900000", with: "900.000,00-")),
  Shape(
    peculiarity: "debits and credits",
    text:
      lines(
        "Reference;Bevilling;Profitcenter;År;Debet;Kredit",
        "BC90;3641;588;2023;;500000",
        "BC90;3641;588;2024;;900000")
  ),
  Shape(
    peculiarity: "a column Debet/kredit",
    text:
      lines(
        "Reference;Bevilling;Profitcenter;År;Beløb;D/K",
        "BC90;3641;588;2023;500000;K",
        "BC90;3641;588;2024;900000;H")
  ),
  Shape(
    peculiarity: "the year in a date",
    text: plain.replacing("År", with: "Bogføringsdato").replacing(";2023;", with: ";31.12.2023;")
      .replacing(";2024;", with: ";01.01.2024;")),
  Shape(
    peculiarity: "the year in a period",
    text: plain.replacing("År", with: "Periode").replacing(";2023;", with: ";012.2023;")
      .replacing(";2024;", with: ";001.2024;")),
  Shape(
    peculiarity: "a year of two digits",
    text: plain.replacing("År", with: "Bogføringsdato")
      .replacing(";2023;", with: ";31.12.23;").replacing(";2024;", with: ";01.01.2024;"),
    rows: ["3: 2024 -900.000"], findings: ["D2 number-unreadable"]),
  Shape(
    peculiarity: "the unit in the heading",
    text: plain.replacing("Beløb", with: "Beløb (1.000 kr.)").replacing("-500000", with: "-500")
      .replacing("-900000", with: "-900")),
  Shape(
    peculiarity: "t.kr. in the heading",
    text: plain.replacing("Beløb", with: "Beløb i t.kr.").replacing("-500000", with: "-500")
      .replacing("-900000", with: "-900")),
  Shape(
    peculiarity: "two amounts in different currencies",
    text:
      lines(
        "Reference;Bevilling;Profitcenter;År;Beløb i bilagsvaluta;Valuta;Beløb i firmavaluta;Valuta",
        "BC90;3641;588;2023;-67000;EUR;-500000;DKK",
        "BC90;3641;588;2024;-900000;DKK;-900000;DKK")
  ),
  Shape(
    peculiarity: "an amount in euros beside one in kroner",
    text:
      lines(
        "Reference;Bevilling;Profitcenter;År;Beløb i EUR;Beløb i DKK",
        "BC90;3641;588;2023;-67000;-500000",
        "BC90;3641;588;2024;-120000;-900000")
  ),
  Shape(
    peculiarity: "a currency that is not kroner",
    text: plain.replacing("Beløb", with: "Beløb;Valuta").replacing("-500000", with: "-500000;EUR")
      .replacing("-900000", with: "-900000;DKK"), rows: ["3: 2024 -900.000"],
    findings: ["F2 unit-unreadable"]),
  Shape(
    peculiarity: "a currency before its amount",
    text: plain.replacing("Beløb", with: "Valuta;Beløb").replacing("-500000", with: "EUR;-500000")
      .replacing("-900000", with: "kr.;-900000"), rows: ["3: 2024 -900.000"],
    findings: ["E2 unit-unreadable"]),
  Shape(
    peculiarity: "SAP's Danish headings",
    text:
      lines(
        "Tildeling;PSP-element;Omkostningssted;Regnskabsår;Bilagsposttekst;Profit center;Fond;Beløb i intern valuta",
        ";;;2023;BC90 husleje;588;3641;-500.000,00",
        ";;;2024;BC90 husleje;588;3641;-900.000,00")
  ),
  Shape(
    peculiarity: "SAP's English headings",
    text:
      lines(
        "Item text\tFunds center\tFUND\tFiscal year\tAmount in local currency",
        "BC90 rent\t588\t3641\t2023\t-500,000.00",
        "BC90 rent\t588\t3641\t2024\t-900,000.00")
  ),
  Shape(
    peculiarity: "the amount of the document in kroner",
    text: plain.replacing("Beløb", with: "Beløb i bilagsvaluta;Bilagsvaluta")
      .replacing("-500000", with: "-500000;DKK").replacing("-900000", with: "-900000;DKK")),
  Shape(
    peculiarity: "a posting whose text begins with a star",
    text:
      lines(
        "Bilag;Tekst;Bevilling;Profitcenter;År;Beløb",
        "17;* BC90 haster;3641;588;2023;-500000",
        "18;BC90;3641;588;2024;-900000")
  ),
  Shape(
    peculiarity: "codes with the zeros that SAP puts in front",
    text: plain.replacing(";588;", with: ";0000000588;")),
  Shape(
    peculiarity: "the unit in a title above the table",
    text: "Alle beløb i 1.000 kr.;;;;\n"
      + plain.replacing("-500000", with: "-500").replacing("-900000", with: "-900"),
    rows: ["3: 2023 -500.000", "4: 2024 -900.000"]),
  Shape(
    peculiarity: "a title with the same unit as the heading",
    text: "Enhed: t.kr.;;;;\n"
      + plain.replacing("Beløb", with: "Beløb i t.kr.").replacing("-500000", with: "-500")
      .replacing("-900000", with: "-900"),
    rows: ["3: 2023 -500.000", "4: 2024 -900.000"]),
  Shape(
    peculiarity: "a limit of the list in a title, which is no unit",
    text: "Kun posteringer over 1.000 kr. på konto 1000-9999;;;;\n" + plain,
    rows: ["3: 2023 -500.000", "4: 2024 -900.000"]),
  Shape(
    peculiarity: "two columns of amounts of one name that agree",
    text: plain.replacing("Beløb", with: "Beløb;Budgetbeløb").replacing(
      "-500000", with: "-500000;-500.000,00"
    )
    .replacing("-900000", with: "-900000;")),
  Shape(
    peculiarity: "two columns of amounts of one name that differ",
    text: plain.replacing("Beløb", with: "Budgetbeløb;Beløb").replacing("-500000", with: "0;-500000")
      .replacing("-900000", with: "-900000;-900000"),
    rows: ["3: 2024 -900.000"], findings: ["F2 number-ambiguous"]),
  Shape(
    peculiarity: "two columns of years of one name that differ",
    text: plain.replacing("År", with: "År;Regnskabsår").replacing(";2023;", with: ";2022;2023;")
      .replacing(";2024;", with: ";2024;2024;"),
    rows: ["3: 2024 -900.000"], findings: ["E2 number-ambiguous"]),
  Shape(
    peculiarity: "amounts in euros and kroner of one name",
    text: plain.replacing("Beløb", with: "Beløb (EUR);Beløb (DKK)").replacing(
      "-500000", with: "-67000;-500000"
    )
    .replacing("-900000", with: "-120000;-900000")),
  Shape(
    peculiarity: "an amount that stands in debet and kredit only",
    text:
      lines(
        "Reference;Bevilling;Profitcenter;År;Beløb;Debet;Kredit",
        "BC90;3641;588;2023;;;500000",
        "BC90;3641;588;2024;-900000;;900000")
  ),
  Shape(
    peculiarity: "an amount beside another one in kredit",
    text:
      lines(
        "Reference;Bevilling;Profitcenter;År;Beløb;Debet;Kredit",
        "BC90;3641;588;2023;-500000;;499999",
        "BC90;3641;588;2024;-900000;;900000"), rows: ["3: 2024 -900.000"],
    findings: ["G2 number-ambiguous"]),
  Shape(
    peculiarity: "a side that is neither debet nor kredit",
    text:
      lines(
        "Reference;Bevilling;Profitcenter;År;Beløb;D/K",
        "BC90;3641;588;2023;500000;X",
        "BC90;3641;588;2024;900000;Cr."), rows: ["3: 2024 -900.000"], findings: ["F2 number-ambiguous"]),
  Shape(
    peculiarity: "a process that begins like a return",
    text:
      lines(
        "Reference;Bevilling;Profitcenter;År;Beløb;PROCESS",
        "BC90;3641;588;2023;500000;RETU",
        "BC90;3641;588;2024;900000;Reduktion")
  ),
  Shape(
    peculiarity: "a fund beside the bevilling",
    text: plain.replacing("Bevilling", with: "Fond;Bevilling").replacing(";3641;", with: ";9999;3641;")),
  Shape(
    peculiarity: "columns in another order",
    text:
      "Beløb;År;Profitcenter;Bevilling;Reference\n-500000;2023;588;3641;BC90\n-900000;2024;588;3641;BC90\n"),
]

@Suite struct `An extract as it comes` {
  @Test(arguments: shapes)
  fileprivate func `is read right, or the row that cannot be read is named`(shape: Shape) throws {
    let folder = try TemporaryFolder()
    try folder.write(shape.bytes, to: shape.name)
    var reader = ExtractReader(folder.path(shape.name), expected: expected, proposals: ["BC90"])
    try reader.read()
    #expect(
      (reader.posted["BC90"] ?? []).map { "\($0.row): \($0.year) \($0.amount.danish(in: .kroner))" }
        == shape.rows)
    #expect(reader.unnamed == [])
    #expect(reader.findings.map { "\($0.cell ?? "") \($0.code.rawValue)" } == shape.findings)
  }

  @Test(arguments: ["Beløb i EUR", "Beløb (USD)", "Beløb i mio. kr.", "Beløb i bilagsvaluta"])
  func `without an amount in kroner is refused, and the heading that it has is named`(heading: String) throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Array(plain.replacing("Beløb", with: heading).utf8), to: "udtraek.csv")
    var reader = ExtractReader(folder.path("udtraek.csv"), expected: expected, proposals: ["BC90"])
    let failure = #expect(throws: FileFailure.self) { try reader.read() }
    #expect(failure?.status == .unreadable)
    #expect(failure?.message.contains("»\(heading)«") == true, "\(failure?.message ?? "")")
  }

  @Test(arguments: [
    "Beløb i mio. kr.", "Valuta: EUR", "Udtræk af budgettet 2023, 1.000 DKK",
  ])
  func `with a unit above the table that its heading does not say is refused, and the place is named`(
    title: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(Array((title + ";;;;\n" + plain).utf8), to: "udtraek.csv")
    var reader = ExtractReader(folder.path("udtraek.csv"), expected: expected, proposals: ["BC90"])
    let failure = #expect(throws: FileFailure.self) { try reader.read() }
    #expect(failure?.message.contains("i A1, står »\(title)«") == true, "\(failure?.message ?? "")")
  }

  @Test func `that has sums tells how many, and that they are no postings`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array((plain + "* BC90;3641;588;2024;-1400000\n").utf8), to: "udtraek.csv")
    let report = try ReconcileReport(
      expected: expected, proposals: ["BC90"], extract: folder.path("udtraek.csv"))
    #expect(report.isReconciled)
    #expect(
      report.text.contains("1 sumrække i udtrækket er ikke regnet som posteringer (række 4)."),
      "\(report.text)")
  }

  @Test func `that fits says how much it is`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(plain.utf8), to: "udtraek.csv")
    let report = try ReconcileReport(
      expected: expected, proposals: ["BC90"], extract: folder.path("udtraek.csv"))
    #expect(
      report.text.hasPrefix("afstemt: 2 korrektioner i 2 rækker: 0 kr. op og -1.400.000 kr. ned\n"),
      "\(report.text)")
  }
}
