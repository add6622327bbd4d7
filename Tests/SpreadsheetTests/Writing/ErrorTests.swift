import Spreadsheet
import Testing

/// What is refused, in words that name the cells.
@Suite struct WriteErrorTests {
  typealias Call = @Sendable (inout XLSXWriter, SheetHandle) throws -> Void

  private static let table: [(call: Call, words: String)] = [
    (
      { try $0.write("a", at: CellAddress(row: 0, column: 1), in: $1) },
      "Ark1!A0: outside the 1048576 rows and 16384 columns of a sheet"
    ),
    (
      { try $0.write("a", at: CellAddress(row: 1_048_577, column: 1), in: $1) },
      "Ark1!A1048577: outside the 1048576 rows and 16384 columns of a sheet"
    ),
    (
      { try $0.write("a", at: CellAddress(row: 1, column: 16_385), in: $1) },
      "Ark1!XFE1: outside the 1048576 rows and 16384 columns of a sheet"
    ),
    (
      { try $0.write("a", at: CellAddress(row: .max, column: .min), in: $1) },
      "Ark1!\(Int.max): outside the 1048576 rows and 16384 columns of a sheet"
    ),
    ({ try $0.write(.formula("=", value: .text("")), at: .first, in: $1) }, "Ark1!A1: the formula is empty"),
    (
      { try $0.write(.formula("=A\u{1}", value: .text("")), at: .first, in: $1) },
      "Ark1!A1: the formula contains the character U+0001, which a workbook cannot hold there"
    ),
    (
      { try $0.write(.formula(String(repeating: "a", count: 8193), value: .text("")), at: .first, in: $1) },
      "Ark1!A1: the formula has 8193 characters, at most 8192 are possible"
    ),
    (
      { try $0.write(.link(.url("file:///etc/passwd"), text: "a"), at: .first, in: $1) },
      "Ark1!A1: the link to 'file:///etc/passwd' does not begin with https://, http:// or mailto:"
    ),
    (
      { try $0.write(.link(.url("javascript:alert(1)"), text: "a"), at: .first, in: $1) },
      "Ark1!A1: the link to 'javascript:alert(1)' does not begin with https://, http:// or mailto:"
    ),
    (
      { try $0.write(.link(.url("https://a"), text: ""), at: .first, in: $1) },
      "Ark1!A1: the link has no text"
    ),
    (
      {
        try $0.write(
          .link(.url("https://a/" + String(repeating: "a", count: 2_100)), text: "a"), at: .first, in: $1)
      },
      "Ark1!A1: the address of the link has 2110 bytes, at most 2079 are possible"
    ),
    (
      { try $0.write(.link(.cell(.first, sheet: "a*"), text: "a"), at: .first, in: $1) },
      "Ark1!A1: the sheet name 'a*' contains *; not possible are [ ] : * ? / \\ and control characters"
    ),
    ({ try $0.merge(CellRange(.first), in: $1) }, "Ark1!A1: the range to merge is one cell"),
    (
      { writer, sheet in
        try writer.merge(CellRange(.first, CellAddress(row: 2, column: 2)), in: sheet)
        try writer.merge(CellRange(CellAddress(row: 2, column: 2), CellAddress(row: 3, column: 3)), in: sheet)
      }, "Ark1!B2:C3: the range to merge overlaps A1:B2"
    ),
    (
      { writer, sheet in
        try writer.comment("a", at: .first, in: sheet)
        try writer.comment("b", at: .first, in: sheet)
      }, "Ark1!A1: the comment is the second of the cell"
    ),
    ({ try $0.comment("", at: .first, in: $1) }, "Ark1!A1: the comment is empty"),
    (
      { writer, sheet in
        try writer.addTable(
          SheetTable("T", columns: [.init("a"), .init("A")]),
          at: CellRange(.first, CellAddress(row: 2, column: 2)), in: sheet)
      }, "Ark1!A1:B2: the heading 'A' stands over two columns of the table"
    ),
    (
      { writer, sheet in
        try writer.addTable(
          SheetTable("T", columns: [.init("a")]), at: CellRange(.first, CellAddress(row: 2, column: 2)),
          in: sheet)
      }, "Ark1!A1:B2: the table has 1 headings for 2 columns"
    ),
    (
      { try $0.addTable(SheetTable("T", columns: [.init("a")]), at: CellRange(.first), in: $1) },
      "Ark1!A1: the table has no row between its header and its end"
    ),
    ({ try $0.insert(Chart(.line, series: []), at: .first, in: $1) }, "Ark1!A1: the chart has no series"),
    (
      { writer, sheet in
        let chart = Chart(
          .line, title: "=A1", series: [.init(values: SheetRange(CellRange(.first), of: sheet))])
        try writer.insert(chart, at: .first, in: sheet)
      }, "Ark1!A1: the text '=A1' of the chart begins with ="
    ),
    ({ try $0.setZoom(9, of: $1) }, "Ark1: the zoom in per cent is 9, allowed is 10 to 400"),
    (
      { try $0.write("a", at: .first, in: $1, style: CellStyle().with { $0.numberFormat = "" }) },
      "Ark1!A1: the number format is empty"
    ),
    (
      { try $0.write("a", at: .first, in: $1, style: CellStyle().with { $0.rotation = 91 }) },
      "Ark1!A1: the rotation is 91, allowed is -90 to 90"
    ),
    (
      { writer, sheet in
        try writer.setAutofilter(CellRange(.first), in: sheet)
        try writer.setAutofilter(CellRange(.first), in: sheet)
      }, "Ark1!A1: the filter is the second of the sheet"
    ),
    (
      { writer, _ in
        let hidden = try writer.addSheet("Lister", isHidden: true)
        try writer.activate(hidden)
      }, "Lister: the sheet that the workbook opens on is hidden"
    ),
  ]

  @Test(arguments: table.indices) func `what a workbook cannot hold is refused in words`(index: Int) {
    #expect(writeError(WriteErrorTests.table[index].call)?.description == WriteErrorTests.table[index].words)
  }

  @Test func `a refused call leaves the workbook as it was`() throws {
    let plain = try WrittenWorkbook { try $0.write("a", at: .first, in: $1) }
    let tried = try WrittenWorkbook { writer, sheet in
      try writer.write("a", at: .first, in: sheet)
      for entry in WriteErrorTests.table.indices {
        // Calls that are right at first and wrong at second would rightly leave a trace.
        guard !WriteErrorTests.leavesTrace.contains(WriteErrorTests.table[entry].words) else { continue }
        do { try WriteErrorTests.table[entry].call(&writer, sheet) } catch {}
      }
    }
    #expect(tried.sheetXML == plain.sheetXML)
    #expect(try Array(tried.sheet().cells) == Array(plain.sheet().cells))
  }

  private static let leavesTrace: Set<String> = [
    "Ark1!B2:C3: the range to merge overlaps A1:B2", "Ark1!A1: the comment is the second of the cell",
    "Ark1!A1: the filter is the second of the sheet",
    "Lister: the sheet that the workbook opens on is hidden",
  ]
}
