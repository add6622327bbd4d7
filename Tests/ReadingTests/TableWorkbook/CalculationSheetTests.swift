import Findings
import AllocationTables
import Distribution
@testable import Forms
import ProposalModel
import Reading
@testable import Reports
import Spreadsheet
import TestSupport
import Testing

private let round = RoundLibrary.round(named: "ofs-2021-2022") ?? RoundLibrary.newest

private func line(_ id: String, _ thousands: [Int64], _ rule: String?, account: String? = nil) -> Line {
  Line(
    id: id, section: .permanent, text: "Tekst \(id)", controlArea: .service,
    account: account.flatMap { Account(parsing: $0) },
    rule: rule.flatMap { text in try? DistributionRule(parsing: text) { round.recipient(named: $0) } },
    figures: thousands.map { .amount(Amount(thousands: $0)) })
}

private func proposal(_ lines: [Line]) -> Proposal {
  var proposal = Proposal(id: "P1", title: "Prøve", years: [2022, 2023])
  proposal.priceLevel = 2023
  proposal.presenting = "SUD"
  proposal.round = round.name
  proposal.lines = lines
  return proposal
}

/// The sheet `Beregning` of an export; `nil` if it has none.
private func calculation(
  _ proposal: Proposal, in round: Round = round, _ options: TableOptions = TableOptions(),
  _ tables: String = "A"
)
  throws -> Sheet?
{
  let selection = try #require(TableSelection(parsing: tables))
  let files = try TableExport(selection: selection, options: options).files(for: proposal, round: round).files
  return try XLSXReader.read(bytes: try #require(files.first).bytes).sheets.first { $0.name == "Beregning" }
}

private func cells(of sheet: Sheet?) -> [Cell] { sheet.map { Array($0.cells) } ?? [] }

/// The rows below the header as text: step, line, text, rule, weights, then years as formula or value, then
/// the check.
private func shown(_ sheet: Sheet?) -> [String] {
  let rows = Dictionary(grouping: cells(of: sheet), by: \.address.row)
  return rows.keys.sorted().filter { $0 > 6 }.map { number in
    rows[number, default: []].sorted { $0.address.column < $1.address.column }.compactMap { cell in
      if let formula = cell.formula { return "=" + formula }
      switch cell.value {
      case .number(let text), .text(let text): return text
      default: return nil
      }
    }.joined(separator: " | ")
  }
}

@Test func `lines with one rule are added up and shared by formula, and only the rounded share is a value`()
  throws
{
  let sheet = try calculation(
    proposal([
      line("L1", [0, -200], "Ligedeling: ØU, KFU, SUD"), line("L2", [0, -100], "Ligedeling: ØU, KFU, SUD"),
    ]))
  #expect(
    shown(sheet) == [
      "Linje | L1 | Tekst L1 | Ligedeling: ØU, KFU, SUD | 0 | -200",
      "Linje | L2 | Tekst L2 | Ligedeling: ØU, KFU, SUD | 0 | -100",
      "Sum | Linjer med reglen Ligedeling: ØU, KFU, SUD | Ligedeling: ØU, KFU, SUD | =SUM(G7:G8) | =SUM(H7:H8)",
      "Årets total | Alle linjer | =SUMIF($A$7:$A$8,\"Linje\",G7:G8) | =SUMIF($A$7:$A$8,\"Linje\",H7:H8)",
      "Nøjagtig andel | Økonomiudvalget | Ligedeling: ØU, KFU, SUD | 1 | 3 | =G9*$E11/$F11 | =H9*$E11/$F11",
      "Afrundet andel | Økonomiudvalget | 0 | -100 | =IF(SUMPRODUCT(--((G12:H12-G11:H11)^2>=0.999999999))=0,\"inden for 1\",\"1 eller mere fra\")",
      "Nøjagtig andel | Kultur- og Fritidsudvalget | Ligedeling: ØU, KFU, SUD | 1 | 3 | =G9*$E13/$F13 | =H9*$E13/$F13",
      "Afrundet andel | Kultur- og Fritidsudvalget | 0 | -100 | =IF(SUMPRODUCT(--((G14:H14-G13:H13)^2>=0.999999999))=0,\"inden for 1\",\"1 eller mere fra\")",
      "Nøjagtig andel | Socialudvalget | Ligedeling: ØU, KFU, SUD | 1 | 3 | =G9*$E15/$F15 | =H9*$E15/$F15",
      "Afrundet andel | Socialudvalget | 0 | -100 | =IF(SUMPRODUCT(--((G16:H16-G15:H15)^2>=0.999999999))=0,\"inden for 1\",\"1 eller mere fra\")",
      "Sum af andele | Alle afrundede andele | =SUMIF($A$7:$A$16,\"Afrundet andel\",G$7:G$16) | =SUMIF($A$7:$A$16,\"Afrundet andel\",H$7:H$16)",
      "Afrundet total | Årets total i tabellen | 0 | -300 | =IF(SUMPRODUCT(--(G18:H18<>G17:H17))=0,\"stemmer\",\"forskel\")",
    ])
}

@Test func `fixed amounts are values, and what they leave is shared by formula`() throws {
  let rows = shown(
    try calculation(proposal([line("L1", [0, -1_000], "KFU 300; resten ligedeling: KFU, SUD")])))
  #expect(
    rows[1]
      == "Rest | L1 | Tekst L1, efter faste beløb | KFU 300; resten ligedeling: KFU, SUD | =G7 | =H7-(-300)")
  #expect(
    rows[3]
      == "Nøjagtig andel | L1 | Kultur- og Fritidsudvalget | KFU 300; resten ligedeling: KFU, SUD | 1 | 2 | =G8*$E10/$F10 | =-300+H8*$E10/$F10"
  )
}

@Test func `conversion is part of the formulas`() throws {
  let rows = shown(
    try calculation(proposal([line("L1", [0, -1_000], "KFU")]), TableOptions(priceLevel: .implemented)))
  #expect(
    rows.prefix(4) == [
      "Linje | L1 | Tekst L1 | KFU | 0 | -1000",
      "Årets total | Alle linjer × 0,9797 | =SUMIF($A$7:$A$7,\"Linje\",G7:G7)*0.9797 | =SUMIF($A$7:$A$7,\"Linje\",H7:H7)*0.9797",
      "Andel | L1 | Kultur- og Fritidsudvalget | KFU | =G7 | =H7",
      "Nøjagtig andel | Kultur- og Fritidsudvalget | =G9*0.9797 | =H9*0.9797",
    ])
}

@Test func `the row that takes the difference, and a difference nobody takes, are named`() throws {
  let lines = [line("L1", [0, -270], "Ligedeling")]
  func checks(_ policy: RoundingPolicy) throws -> [String] {
    let sheet = try calculation(proposal(lines), TableOptions(policy: policy))
    return cells(of: sheet).filter { $0.formula?.hasPrefix("IF(") == true }.compactMap { cell in
      if case .text(let text) = cell.value { text } else { nil }
    }
  }
  #expect(
    try checks(.residualTo(committee: "KFU")) == ["inden for 1", "bærer forskellen"]
      + Array(repeating: "inden for 1", count: 5) + [
        "stemmer"
      ])
  #expect(try checks(.asPublished) == Array(repeating: "inden for 1", count: 7) + ["forskel"])
}

@Test func `there is no calculation of tables that are stated, or that show lines alone`() throws {
  var stated = proposal([line("L1", [0, -9], "KFU")])
  stated.allocations = [
    StatedAllocation(
      table: .targetEffect,
      rows: [AllocationRow(recipient: Recipient("KFU"), figures: [.blank, .amount(Amount(thousands: -9))])])
  ]
  #expect(try calculation(stated) == nil)
  #expect(try calculation(stated, TableOptions(), "1,2") == nil)
  #expect(try calculation(stated, TableOptions(), "B") != nil)
}

@Test func `the calculation is passed over when the workbook is read back`() throws {
  let files = try TableExport(selection: try #require(TableSelection(parsing: "all"))).files(
    for: proposal([line("L1", [0, -270], "Ligedeling"), line("L2", [0, 12], "[indsæt udvalg]")]), round: round
  ).files
  let book = try XLSXReader.read(bytes: files[0].bytes)
  let read = TableWorkbookReader.read(book, file: "P1.xlsx")
  #expect(book.sheets.last?.name == "Beregning")
  #expect(read.count == 1)
  #expect(read[0].tables.allSatisfy { $0.sheet != "Beregning" })
  #expect(read[0].findings.allSatisfy { $0.sheet != "Beregning" })
}

@Test(arguments: [
  TableOptions(), TableOptions(policy: .controlled, bookingUnit: 1, priceLevel: .implemented),
  TableOptions(policy: .asPublished),
])
func `every formula gives exactly the value beside it, and the same bytes come twice, on generated proposals`(
  options: TableOptions
) throws {
  for variety in [ProposalGenerator.Variety.clean, .wild] {
    var generator = ProposalGenerator(seed: 4_711, round: round, variety: variety)
    for _ in 0..<(isDebug ? 6 : 100) {
      let proposal = generator.next()
      guard let sheet = try calculation(proposal, options, "all") else { continue }
      #expect(cells(of: try calculation(proposal, options, "all")) == cells(of: sheet))
      let evaluator = FormulaEvaluator(sheet)
      for cell in sheet.cells {
        guard let formula = cell.formula, case .number(let stored) = cell.value else { continue }
        let value = evaluator.value(of: cell.address)
        let cached =
          DecimalNumber(stored: stored).map { Fraction(Int128($0.mantissa), over: power(of: $0.scale)) }
          ?? nil
        let apart = value.flatMap { value in cached?.subtracting(value) }
        #expect(
          apart.map { $0.magnitude < (Fraction(1, over: 100_000_000) ?? .one) } == true,
          "seed 4711, \(proposal.id), \(cell.address): \(formula) is \(value.map(String.init(describing:)) ?? "?"), not \(stored)"
        )
      }
    }
  }
}

#if DEBUG
  private let isDebug = true
#else
  private let isDebug = false
#endif

private func power(of places: Int) -> Int128 { (0..<places).reduce(Int128(1)) { power, _ in power * 10 } }

/// Calculates the few kinds of formulas of the sheet exactly, from the values and never from cached results.
private struct FormulaEvaluator {
  private var cells: [CellAddress: Cell] = [:]

  init(_ sheet: Sheet) { for cell in sheet.cells { cells[cell.address] = cell } }

  func value(of address: CellAddress) -> Fraction? {
    guard let cell = cells[address] else { return .zero }
    if let formula = cell.formula {
      var text = formula.filter { $0 != "$" }[...]
      let value = sum(&text)
      return text.isEmpty ? value : nil
    }
    guard case .number(let stored) = cell.value, let number = DecimalNumber(stored: stored) else {
      return nil
    }
    return Fraction(Int128(number.mantissa), over: power(of: number.scale))
  }

  private func sum(_ text: inout Substring) -> Fraction? {
    var value = product(&text)
    while let sign = text.first, sign == "+" || sign == "-" {
      text.removeFirst()
      let next = product(&text)
      value = value.flatMap { left in next.flatMap { sign == "+" ? left.adding($0) : left.subtracting($0) } }
    }
    return value
  }

  private func product(_ text: inout Substring) -> Fraction? {
    var value = factor(&text)
    while let sign = text.first, sign == "*" || sign == "/" {
      text.removeFirst()
      let next = factor(&text)
      value = value.flatMap { left in
        next.flatMap {
          sign == "*"
            ? left.multiplied(by: $0) : Fraction($0.denominator, over: $0.numerator).flatMap(left.multiplied)
        }
      }
    }
    return value
  }

  private func factor(_ text: inout Substring) -> Fraction? {
    if text.first == "-" {
      text.removeFirst()
      return factor(&text).map { -$0 }
    }
    if text.first == "(" {
      text.removeFirst()
      let value = sum(&text)
      text = text.dropFirst()
      return value
    }
    if text.hasPrefix("SUM(") || text.hasPrefix("SUMIF(") {
      let arguments = text.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ",").map(
        String.init)
      text = text.drop { $0 != ")" }.dropFirst()
      return arguments.count == 1
        ? total(arguments[0])
        : total(arguments[2], where: arguments[0], is: arguments[1].filter { $0 != "\"" })
    }
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "." }
    text = text.dropFirst(word.count)
    if let address = CellAddress(String(word)) { return value(of: address) }
    return DecimalNumber(stored: String(word)).flatMap {
      Fraction(Int128($0.mantissa), over: power(of: $0.scale))
    }
  }

  private func places(_ range: String) -> [CellAddress] {
    let ends = range.split(separator: ":").compactMap { CellAddress(String($0)) }
    guard ends.count == 2 else { return [] }
    return (ends[0].row...ends[1].row).map { CellAddress(row: $0, column: ends[0].column) }
  }

  private func total(_ range: String, where marks: String? = nil, is word: String = "") -> Fraction? {
    let chosen = zip(places(range), places(marks ?? range)).filter {
      marks == nil || cells[$1]?.value == .text(word)
    }.map(\.0)
    return chosen.reduce(Optional(Fraction.zero)) { sum, place in value(of: place).flatMap { sum?.adding($0) }
    }
  }
}
