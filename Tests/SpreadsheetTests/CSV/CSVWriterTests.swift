import Spreadsheet
import Foundation
import TestSupport
import Testing

private func line(_ fields: [CSVField], _ dialect: CSVDialect = .rfc4180) -> String {
  String(decoding: CSVWriter.bytes(of: [fields], in: dialect), as: UTF8.self)
}

@Suite struct CSVWriterTests {
  @Test func `Excel in Danish gets a mark, semicolons and decimal commas`() {
    let bytes = CSVWriter.bytes(
      of: [[.text("Økonomi"), .number(DecimalNumber(mantissa: -12755, scale: 1)), .blank]], in: .excelDanish)
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("Økonomi;-1275,5;\r\n".utf8))
  }

  @Test func `RFC 4180 gets commas, decimal points and no mark`() {
    #expect(
      line([.text("Økonomi"), .number(DecimalNumber(mantissa: -12755, scale: 1)), .blank])
        == "Økonomi,-1275.5,\r\n")
  }

  @Test(arguments: [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("+2+3", "'+2+3"), ("-2+3", "'-2+3"), ("@SUM(1)", "'@SUM(1)"),
    ("\tx", "\"'\tx\""),
    ("\rx", "\"'\rx\""),
    ("-", "-"), ("-5", "\"-5\""), ("-1.275", "\"-1.275\""), ("-1.275,50", "\"-1.275,50\""), ("+5", "+5"),
    ("+45 33 66 33 66", "'+45 33 66 33 66"),
    ("--", "'--"), ("- 3.000", "'- 3.000"), ("'=1", "''=1"), ("'citat'", "'citat'"), ("''", "''"),
    ("−5", "−5"), ("", "\"\""),
    ("a=1", "a=1"),
    (" a", "\" a\""), ("12", "\"12\""), ("007", "007"), ("sep=;", "\"sep=;\""), ("ID", "\"ID\""),
  ])
  func `text is made harmless and comes back`(text: String, written: String) throws {
    #expect(line([.text(text)]) == written + "\r\n")
    let table = try CSVReader.read(Array(line([.text(text)]).utf8), options: CSVOptions(.rfc4180))
    #expect(table.rows == [[text]])
  }

  @Test func `the apostrophe can be kept when reading`() throws {
    var options = CSVOptions(.rfc4180)
    options.removesApostrophes = false
    #expect(try CSVReader.read(Array("'=1\r\n".utf8), options: options).rows == [["'=1"]])
  }

  @Test func `a file appears whole or not at all`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("before".utf8), to: "a.csv")
    var writer = CSVWriter(.rfc4180)
    writer.append([.text("a"), .text("b")])
    try writer.write(to: folder.path("a.csv"))
    #expect(try folder.bytes("a.csv") == Array("a,b\r\n".utf8))
    #expect(throws: FileWriteError.self) { try writer.write(to: folder.path("no/such/folder.csv")) }
    #expect(throws: FileWriteError.self) { try writer.write(to: folder.path("")) }
    #expect(folder.names == ["a.csv"])
  }
}

@Suite struct CSVValuesTests {
  @Test(arguments: [
    ("12", CSVField.number(DecimalNumber(mantissa: 12, scale: 0))),
    ("-12,50", .number(DecimalNumber(mantissa: -125, scale: 1))),
    ("0", .number(DecimalNumber(mantissa: 0, scale: 0))),
    ("0,05", .number(DecimalNumber(mantissa: 5, scale: 2))), ("", .blank),
    ("\"\"", .text("")),
    ("\"12\"", .text("12")), ("007", .text("007")), ("1.275", .text("1.275")), (",5", .text(",5")),
    ("5,", .text("5,")),
    ("1,2,3", .text("1,2,3")),
    ("-", .text("-")), ("--1", .text("--1")), ("+1", .text("+1")), ("12abc", .text("12abc")),
    ("1e5", .text("1e5")),
    ("999999999999999999", .number(DecimalNumber(mantissa: 999_999_999_999_999_999, scale: 0))),
    ("1999999999999999999", .text("1999999999999999999")),
    ("-0", .number(DecimalNumber(mantissa: 0, scale: 0))), ("00", .text("00")),
  ])
  func `numbers are told from text`(text: String, expected: CSVField) throws {
    let values = CSVValues(
      try CSVReader.read(Array((text + ";").utf8), options: CSVOptions(separator: .semicolon)),
      decimalSign: .comma)
    #expect(values[1, 1] == expected)
  }
}
