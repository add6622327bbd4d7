import Findings

@testable import Kvantum
import ProposalModel
import Spreadsheet
import TestSupport
import Testing

private let expected = [2023, 2024].map { year in
  ExpectedPosting(
    proposal: "BC08", codes: PostingCodes(appropriation: "3641", profitCentre: "588"), year: year,
    amount: Amount(kroner: -500))
}

private func report(_ bytes: [UInt8], as name: String) throws -> ReconcileReport {
  let folder = try TemporaryFolder()
  try folder.write(bytes, to: name)
  return try ReconcileReport(expected: expected, proposals: ["BC08"], extract: folder.path(name))
}

/// An extract with the posting of 2023, and below it one row: reference, text, bevilling, profitcenter, year,
/// amount.
private func csv(_ row: String, headers: String = "Reference;Tekst;Bevilling;Profitcenter;År;Beløb") throws
  -> ReconcileReport
{
  let names = headers.hasPrefix("Reference")
  let lines = [headers, names ? "BC08;Korrektion;3641;588;2023;-500" : "3641;588;2023;-500", row]
  return try report(Array(lines.joined(separator: "\r\n").utf8), as: "udtraek.csv")
}

private func words(_ report: ReconcileReport) -> [String] {
  report.findings.map { "\($0.cell ?? "") \($0.code.rawValue)" }
}

@Suite struct `Rows of an extract that cannot be read` {
  @Test(
    arguments: [
      ("BC08;Korrektion;3641;588;2O24;-500", "E3"), ("BC08;Korrektion;3641;588;;-500", "E3"),
      (";Til BC08;3641;588;20 24;-500", "E3"),
      ("BC08;Korrektion;9999;1;2O24;-7", "E3"), ("BC08;Korrektion;3641;588;2024;12x", "F3"),
      ("BC08;Korrektion;3641;588;2024;#REF!", "F3"), ("BC08;Korrektion;3641;588;2024;TRUE", "F3"),
    ])
  func `are findings at their cells`(row: String, cell: String) throws {
    let report = try csv(row)
    #expect(words(report) == ["\(cell) number-unreadable"])
    #expect(!report.isReconciled)
  }

  @Test(
    arguments: [
      "BC08;I alt;3641;588;;-500", "BC08;Sum;3641;588;;=SUM(F2:F2)", "BC08 i alt;;;;;-500",
      "* BC08;;3641;588;;-500",
      "BC08;Effektivisering;;;;",
      "BC08;Korrektion;3641;588;;", "BC08;Korrektion;3641;588;;0", "BC08;Korrektion;;588;;-500",
      "KB7;Korrektion;3641;588;2O24;-500",
    ])
  func `are none of ours where they are totals, titles or other people's`(row: String) throws {
    let report = try csv(row)
    #expect(words(report) == [])
    #expect(report.result.rest.map(\.remedy) == ["Posteres."])
  }

  @Test(
    arguments: [
      (CellValue.empty, "1000*-4", ["E2 formula-without-value"]),
      (.error("#REF!"), nil, ["E2 number-unreadable"]),
      (.boolean(true), nil, ["E2 number-unreadable"]), (.date("2024-01-02"), nil, ["E2 number-unreadable"]),
      (.empty, nil, []),
    ] as [(CellValue, String?, [String])])
  func `of a workbook hold formulas without a value, error values, ticks and dates`(
    value: CellValue, formula: String?, found: [String]
  ) {
    let cell = Cell(address: CellAddress(row: 2, column: 5), value: value, formula: formula)
    let amount = ExtractAmount(cell, at: Place(file: "udtraek.xlsx", sheet: "Ark1"))
    #expect(amount.amount == nil)
    #expect(amount.findings.map { "\($0.cell ?? "") \($0.code.rawValue)" } == found)
  }

  @Test func `are told of where a posting is missed that they may be`() throws {
    let report = try csv("BC08;Korrektion;3641;588;2024;12x")
    #expect(report.result.rest.map(\.kind) == [.missing])
    #expect(
      report.text.contains("2024: forventet -500 kr. Posteres først, når række 3 er afklaret"),
      "\(report.text)")
  }

  @Test func `say nothing of a posting that is missed in another year`() throws {
    let report = try csv("BC08;Korrektion;3641;588;2023;12x")
    #expect(report.result.rest.map(\.remedy) == ["Posteres."])
  }

  @Test(arguments: [("3641;588;2O24;-500", ["C3 number-unreadable"]), ("3642;588;2O24;-500", [])])
  func `of an extract that names no proposal are those under an expected account`(
    row: String, found: [String]
  ) throws {
    #expect(words(try csv(row, headers: "Bevilling;Profitcenter;År;Beløb")) == found)
  }
}

@Suite struct `Rows of an extract that name another proposal` {
  @Test(
    arguments: [
      (";Korrektion til DA05;3641;588;2024;-500", "DA05"), ("DA05;Korrektion;3641;588;2024;-500", "DA05"),
      ("da-05;;3641;588;2024;-500", "da-05"),
    ])
  func `are no postings of ours, and the one that is missed says so`(row: String, name: String) throws {
    let report = try csv(row)
    #expect(report.result.withoutReference.isEmpty)
    #expect(
      report.result.rest.map(\.remedy) == [
        "Posteres først, når række 3 er afklaret: den har samme konto, år og beløb, men nævner \(name)."
      ])
  }

  @Test(
    arguments: [
      ";Korrektion;3641;588;2024;-500", "Budget 2024;Korrektion nr. 12;3641;588;2024;-500",
      ";Bilag A1;3641;588;2024;-500",
    ])
  func `are only those with a number made up like a proposal's`(row: String) throws {
    let report = try csv(row)
    #expect(report.result.withoutReference.map(\.row) == [3])
    #expect(report.isReconciled)
  }
}
