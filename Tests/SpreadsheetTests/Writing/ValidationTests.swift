import Checks
import Spreadsheet
import Testing

@Suite struct ValidationTests {
  private static let range = CellRange(CellAddress(row: 2, column: 2), CellAddress(row: 9, column: 2))

  private static func error(_ validation: DataValidation) -> String? {
    writeError { writer, sheet in try writer.validate(range, with: validation, in: sheet) }?.description
  }

  @Test func `a list of 255 bytes of Danish letters is written whole`() throws {
    let items = (0..<6).map { "\($0)" + String(repeating: "å", count: 20) } + ["æ"]
    #expect(items.joined(separator: ",").utf8.count == 254)
    let written = try WrittenWorkbook { writer, sheet in
      try writer.validate(ValidationTests.range, with: DataValidation(.list(items + [])), in: sheet)
      try writer.validate(
        CellRange(.first), with: DataValidation(.list([String(repeating: "a", count: 255)])), in: sheet)
    }
    #expect(written.sheetXML.contains("<formula1>\"\(items.joined(separator: ","))\"</formula1>"))
    #expect(written.sheetXML.contains("<formula1>\"\(String(repeating: "a", count: 255))\"</formula1>"))
  }

  @Test func `a longer list is refused with the cells, the size and the remedy`() {
    #expect(
      ValidationTests.error(DataValidation(.list(["a", String(repeating: "å", count: 127)])))
        == "Ark1!B2:B9: the drop-down list has 256 bytes; put the items into cells, at most 255 are possible")
  }

  @Test func `a long list in cells is written`() throws {
    let written = try WrittenWorkbook { writer, sheet in
      try writer.validate(
        ValidationTests.range, with: DataValidation(.listFormula("=Ark1!$Z$1:$Z$5000")), in: sheet)
    }
    #expect(written.sheetXML.contains("<formula1>Ark1!$Z$1:$Z$5000</formula1>"))
  }

  @Test(
    arguments: [
      ([], "Ark1!B2:B9: the drop-down list has no items or an empty one"),
      ([""], "Ark1!B2:B9: the drop-down list has no items or an empty one"),
      (
        ["ja", "nej, tak"],
        "Ark1!B2:B9: the item 'nej, tak' contains a comma or quotation mark; put the items into cells"
      ),
      (
        ["\"ja\""],
        "Ark1!B2:B9: the item '\"ja\"' contains a comma or quotation mark; put the items into cells"
      ),
      (
        ["a\nb"],
        "Ark1!B2:B9: the drop-down list contains the character U+000A, which a workbook cannot hold there"
      ),
    ] as [([String], String)])
  func `items that would break the list are refused`(items: [String], words: String) {
    #expect(ValidationTests.error(DataValidation(.list(items))) == words)
  }

  @Test func `messages of as many Danish letters as Excel takes are written whole`() throws {
    var validation = DataValidation(.any)
    validation.inputTitle = String(repeating: "æ", count: 32)
    validation.inputMessage = String(repeating: "ø", count: 255)
    validation.errorTitle = String(repeating: "å", count: 32)
    validation.errorMessage = String(repeating: "Å", count: 254) + "\n"
    let checked = validation
    let written = try WrittenWorkbook { writer, sheet in
      try writer.validate(ValidationTests.range, with: checked, in: sheet)
    }
    for text in [validation.inputTitle, validation.inputMessage, validation.errorTitle] {
      #expect(written.sheetXML.contains("\"\(text ?? "?")\""))
    }
    #expect(written.sheetXML.contains(String(repeating: "Å", count: 254)))
    #expect(try XLSXReader.read(bytes: written.bytes).sheets.count == 1)
  }

  @Test(arguments: [
    (33, 1, 1, 1, "the input title has 33 characters, at most 32 are possible"),
    (1, 256, 1, 1, "the input message has 256 characters, at most 255 are possible"),
    (1, 1, 33, 1, "the error title has 33 characters, at most 32 are possible"),
    (1, 1, 1, 256, "the error message has 256 characters, at most 255 are possible"),
  ])
  func `a message that is too long is refused`(
    inputTitle: Int, input: Int, errorTitle: Int, error: Int, words: String
  ) {
    var validation = DataValidation(.any)
    validation.inputTitle = String(repeating: "æ", count: inputTitle)
    validation.inputMessage = String(repeating: "æ", count: input)
    validation.errorTitle = String(repeating: "æ", count: errorTitle)
    validation.errorMessage = String(repeating: "æ", count: error)
    #expect(ValidationTests.error(validation) == "Ark1!B2:B9: " + words)
  }

  @Test func `a formula longer than Excel takes is refused`() {
    #expect(
      ValidationTests.error(DataValidation(.custom("=" + String(repeating: "a", count: 256))))
        == "Ark1!B2:B9: the formula has 256 characters, at most 255 are possible")
  }

  @Test func `a range of numbers that ends before it begins is refused`() {
    let rule = DataValidation.Rule.decimal(
      between: DecimalNumber(mantissa: 1, scale: 0), and: DecimalNumber(mantissa: 9, scale: 1))
    #expect(
      ValidationTests.error(DataValidation(rule)) == "Ark1!B2:B9: the range of numbers ends before it begins")
  }
}
