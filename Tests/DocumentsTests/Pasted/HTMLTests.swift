import Documents
import Spreadsheet
import TestSupport
import Testing

/// A piece of a page and what must be read of it.
struct PageCase: Sendable, CustomTestStringConvertible {
  var name: String
  var page: String
  var lines: [String]
  var notes: [String] = []

  var testDescription: String { name }
}

@Suite struct `Pages as pasted` {
  private func grid(_ bytes: [UInt8]) throws -> DocumentGrid {
    try DocumentReader { $0.hasPrefix("Tabel") }.read(bytes, as: .html)
  }

  @Test(arguments: tables + implied + words + looks + unread + programs)
  func `the grid is what a browser shows`(page: PageCase) throws {
    let grid = try grid(Array(page.page.utf8))
    #expect(ShownGrid.lines(grid) == page.lines)
    #expect(ShownGrid.notes(grid) == page.notes)
  }

  // MARK: - Tables

  static let tables: [PageCase] = [
    PageCase(
      name: "a cell over columns and one over rows",
      page: "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>1<td>2</table>", lines: ["a | b", " | 1 | 2"]),
    PageCase(
      name: "a cell over no rows reaches to the end of its part",
      page: "<table><tbody><tr><td rowspan=0>a<td>1<tr><td>2<tbody><tr><td>b<td>3</table>",
      lines: ["a | 1", " | 2", "b | 3"]),
    PageCase(
      name: "the foot stands below, wherever it was written",
      page: "<table><tfoot><tr><td>i alt<td>3</tfoot><thead><tr><th>x<th>2022</thead><tr><td>a<td>3</table>",
      lines: ["x | 2022", "a | 3", "i alt | 3"]),
    PageCase(
      name: "the element caption is the caption",
      page: "<p>Tabel 9</p><table><caption>Tabel 1. Varige <b>ændringer</b></caption><tr><td>a<td>1</table>",
      lines: ["¶ Tabel 9", "= Tabel 1. Varige ændringer", "a | 1"]),
    PageCase(
      name: "a heading above is the caption",
      page: "<h3>Tabel 1</h3><div><table><tr><td>a<td>1</table></div>",
      lines: ["= Tabel 1", "a | 1"]),
    PageCase(
      name: "captions inside a copied piece of a sheet divide it",
      page: """
        <table><tr><td colspan=2>Tabel 1<td><tr><td>a<td>1<tr><td>&nbsp;<td>&nbsp;<tr><td>Tabel 2<td></tr>
        <tr><td>b<td>2</table>
        """, lines: ["= Tabel 1", "a | 1", "= Tabel 2", "b | 2"]),
    PageCase(
      name: "a table inside a cell of figures follows the one around it",
      page: "<table><tr><td>a<td>1<td>2<tr><td>b<td><table><tr><td>x<td>9</table></table>",
      lines: ["a | 1 | 2", "b", "x | 9"], notes: ["figuresUnread 9"]),
    PageCase(
      name: "a small table in a cell of a row of figures is what the cell says",
      page: "<table><tr><td>a<td>1<td>2<tr><td>b<td>3<td><table><tr><td>4<tr><td>5</table></table>",
      lines: ["a | 1 | 2", "b | 3 | 4/5"]),
    PageCase(
      name: "a rule for a place inside other elements strikes out there alone",
      page: """
        <style>td s, .old span { text-decoration: line-through } td > u { text-decoration: none }</style>
        <table><tr><td>a<td class="old"><span>1</span><td><span>2</span></table>
        """, lines: ["a | 1 {struck} | 2"]),
    PageCase(
      name: "white text on white is hidden, on another colour it is not",
      page: """
        <table><tr bgcolor="#003366" style="color:white"><td>a<td>1<td>2
        <tr><td>b<td>3<td><span style="color:#FFF">4</span></table>
        """, lines: ["a | 1 | 2", "b | 3"], notes: ["hiddenText 4"]),
    PageCase(
      name: "a table that only arranges the page is seen through",
      page: """
        <table><tr><td>Menu<td><h2>Tabel 1</h2><table><tr><td>a<td>1</table><p>slut</p></table>
        """, lines: ["¶ Menu", "= Tabel 1", "a | 1", "¶ slut"]),
    PageCase(
      name: "lines that are stacked in the cells of one row are rows",
      page: "<table><tr><td>a<br>b<td>1<br>2<td><p>3</p><p>4</p></table>", lines: ["a | 1 | 3", "b | 2 | 4"]),
    PageCase(
      name: "a part of a table without the table around it is one",
      page: "<tr><td>a<td>1</tr><tr><td>b<td>2</tr>", lines: ["a | 1", "b | 2"]),
  ]

  // MARK: - Tags that were left out

  static let implied: [PageCase] = [
    PageCase(
      name: "cells and rows end where the next begins", page: "<table><tr><td>a<td>1<tr><td>b<td>2",
      lines: ["a | 1", "b | 2"]),
    PageCase(
      name: "a cell without a row has one", page: "<table><td>a<td>1</table>", lines: ["a | 1"]),
    PageCase(
      name: "paragraphs and items end where the next begins",
      page: "<p>a<p>b<ul><li>c<li>d<ul><li>e</ul></ul>f",
      lines: ["¶ a", "¶ b", "¶ c", "¶ d", "¶ e", "¶ f"]),
    PageCase(
      name: "text between the rows stands before the table", page: "<table>x<tr>y<td>a<td>1</table>z",
      lines: ["¶ xy", "a | 1", "¶ z"]),
    PageCase(
      name: "an end tag inside a cell does not reach out of it",
      page: "<div><table><tr><td>a</div><td>1</p></table></div>b", lines: ["a | 1", "¶ b"]),
    PageCase(
      name: "a table right inside a table ends it",
      page: "<table><tr><td>a<td>1</td><table><tr><td>b<td>2</table>",
      lines: ["a | 1", "b | 2"]),
    PageCase(
      name: "a line through the text goes on in the next paragraph",
      page: "<table><tr><td><p>1<s>00</p><p>200</s></p><td>x</table>", lines: ["100/200 {partly struck} | x"]),
    PageCase(
      name: "a line through the text ends with its tag, inside a paragraph too",
      page: "<table><tr><td><s><p>100</s>200</p><td>x</table>", lines: ["100200 {partly struck} | x"]),
  ]

  // MARK: - Characters

  static let words: [PageCase] = [
    PageCase(
      name: "characters by name and number, with and without a semicolon",
      page: "<p>&aelig;&Oslash;&#229;&#xe6;&#150;&minus;&amp;&lt;&aring&nbsp;&frac12;&ukendt; &lt;5 AT&T</p>",
      lines: ["¶ æØåæ–−&<å\u{A0}½&ukendt; <5 AT&T"]),
    PageCase(
      name: "spaces and line ends are one space, and a line break is a line end",
      page: "<table><tr><td>  a\n   b <b> c</b><br> d <td>1\n</table>", lines: ["a b c/d | 1"]),
    PageCase(
      name: "in preformatted text they are what they are",
      page: "<table><tr><td><pre>a\nb</pre><td>1</table>",
      lines: ["a/b | 1"]),
    PageCase(
      name: "a no-break space alone is an empty cell", page: "<table><tr><td>a<td>&nbsp;<td>1</table>",
      lines: ["a |  | 1"]),
    PageCase(
      name: "a soft hyphen is nothing", page: "<table><tr><td>Hus&shy;leje<td>1</table>",
      lines: ["Husleje | 1"]),
    PageCase(
      name: "a sign that begins no tag is text", page: "<p>a < b <5 </p>", lines: ["¶ a < b <5"]),
    PageCase(
      name: "boxes and fields are what a person sees of them",
      page: """
        <p><input type=checkbox checked> ØKF <input type="checkbox"> SOF <input value="12"> <input type=hidden value=9>
        <select><option>Ja<option selected>Nej</select></p>
        """, lines: ["¶ ☒ ØKF ☐ SOF 12 Nej"]),
  ]

  // MARK: - What is hidden, struck out or raised

  static let looks: [PageCase] = [
    PageCase(
      name: "hidden text is told and not read",
      page: """
        <table><tr><td>a<span style="display:none">12</span><td style="visibility:hidden">13<td hidden>14\
        <td><span style='mso-hide:all'>15</span>1</table>
        """, lines: ["a {hidden} |  |  | 1 {hidden}"],
      notes: ["hiddenText 12", "hiddenText 13", "hiddenText 14", "hiddenText 15"]),
    PageCase(
      name: "what is visible inside something invisible is read",
      page: "<table><tr><td style='visibility:hidden'>5<b style='visibility:visible'>6</b><td>1</table>",
      lines: ["6 {hidden} | 1"], notes: ["hiddenText 5"]),
    PageCase(
      name: "a hidden row is read as hidden",
      page: "<table><tr><td>a<td>1<tr style='DISPLAY: none'><td>b<td>2</table>",
      lines: ["a | 1", "~b | 2"]),
    PageCase(
      name: "a hidden table is read as hidden",
      page: "<div style='display:none'><table><tr><td>b<td>2</table></div>", lines: ["~b | 2"]),
    PageCase(
      name: "a hidden column is told",
      page: "<table><col><col style='display:none'><tr><td>a<td>1<td>2</table>", lines: ["a |  | 2"],
      notes: ["hiddenText 1"]),
    PageCase(
      name: "a hidden paragraph is told", page: "<p style='display:none'>Husleje 500</p><p>a</p>",
      lines: ["¶ a"],
      notes: ["hiddenText Husleje 500"]),
    PageCase(
      name: "struck-out figures are marked, however they are struck out",
      page: """
        <table><tr><td><s>1</s><td><strike>2</strike><td><del>3</del><td style="text-decoration:underline line-through">4\
        <td><s>5</s> 6<td><ins>7</ins></table>
        """,
      lines: ["1 {struck} | 2 {struck} | 3 {struck} | 4 {struck} | 5 6 {partly struck} | 7"]),
    PageCase(
      name: "a class of a style sheet strikes out and hides, as Excel writes it",
      page: """
        <style><!-- td {x:y} .xl65 {mso-style-parent:style0;text-decoration:line-through;} tr.skjult {display:none}
        @media print { .xl66 {display:none} } /* .xl67{display:none} */ --></style>
        <table><tr><td>a<td class=xl65>1<td class='xl66 xl67'>2<tr class=skjult><td>b<td>3</table>
        """, lines: ["a | 1 {struck} | 2", "~b | 3"]),
    PageCase(
      name: "raised digits among digits are told; behind words and years they are notes",
      page: "<table><tr><td>500<sup>2</sup><td>Husleje<sup>1)</sup><td>2023<sup>1</sup></table>",
      lines: ["5002 {raised} | Husleje {note} | 2023 {note}"]),
    PageCase(
      name: "the mark of a footnote is not joined to a number",
      page: """
        <table><tr><td>500<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>\
        <td>600<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a><td>700<sup><a href="#n">2</a></sup></table>
        """, lines: ["500 {note} | 600 {note} | 700 {note}"]),
  ]

  // MARK: - What is never read

  static let unread: [PageCase] = [
    PageCase(
      name: "scripts, styles, titles and comments",
      page: """
        <title>1</title><script>var a = "<td>2</td>";</script><style>.a{b:3}</style><!-- 4 --><!doctype x><?xml 5?>
        <p>a</p><noscript>6</noscript><xml><x>7</x></xml><template>8</template>
        """, lines: ["¶ a"]),
    PageCase(
      name: "Word's conditional comments, but not what they show",
      page: "<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]--><p>a<![if !supportLists]>b<![endif]></p>",
      lines: ["¶ ab"]),
    PageCase(
      name: "an embedded object is told", page: "<p>a<object data='http://x.dk/a'>9</object></p>",
      lines: ["¶ a"],
      notes: ["embeddedObject"]),
    PageCase(
      name: "figures behind a comment without an end are told", page: "<p>a</p><!-- b <p>500</p>",
      lines: ["¶ a"], notes: ["figuresUnread <!-- b <p>500</p>"]),
  ]

  // MARK: - Programs

  static let programs: [PageCase] = [
    PageCase(
      name: "Excel's clipboard",
      page: """
        Version:1.0\r\nStartHTML:0000000105\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>
        <table><!--StartFragment--><col width=64 span=2><tr height=20><td x:num="1275.5">1.275,50<td x:num>7</tr>
        <!--EndFragment--></table></body></html>
        """, lines: ["¶ Version:1.0 StartHTML:0000000105", "#1275.5 | 7"]),
    PageCase(
      name: "LibreOffice's stored numbers count where they are what is shown",
      page: """
        <table><tr><td sdval="1275" sdnum="1033;">1,275<td sdval="-100">(100)<td sdval="0.12">12 %<td sdval="-5">5</table>
        """, lines: ["#1275 | #-100 | 12 % | 5"]),
    PageCase(
      name: "Word's paragraphs and empty cells",
      page: """
        <p class=MsoCaption>Samlet økonomi</p><table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Husleje<o:p></o:p></b>
        </p></td><td><p class=MsoNormal align=right><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal>-<span
        style='mso-spacerun:yes'> </span>200</p></td></tr></table>
        """, lines: ["= Samlet økonomi", "Husleje |  | - 200"]),
  ]

  // MARK: - Bytes

  /// The bytes of UTF-16, the low one first.
  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
  }

  private static let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("<p>æ–</p>".utf8)
  private static let windows: [UInt8] = Array("<meta charset=windows-1252><p>".utf8) + [0xE6, 0x96]
  private static let wide: [UInt8] = [0xFF, 0xFE] + utf16("<p>æ–</p>")
  private static let claimed: [UInt8] = Array("<meta charset=iso-8859-1><p>æ–</p>".utf8)

  @Test(arguments: [marked, windows, wide, utf16("<html><p>æ–</p>"), claimed])
  func `letters are read in the way they are stored, whatever the page says`(bytes: [UInt8]) throws {
    #expect(ShownGrid.lines(try grid(bytes)) == ["¶ æ–"])
  }

  // MARK: - Limits

  @Test(arguments: ["<table><tr><td>", "<div style='color:red;display:block'>", "<s>"])
  func `elements with a say inside each other without end are refused`(tag: String) {
    #expect(throws: DocumentError.self) { try grid(Array(String(repeating: tag, count: 5_000).utf8)) }
  }

  @Test func `letters made bold without end are read`() throws {
    let page = String(repeating: "<b>", count: 100_000) + "a"
    #expect(ShownGrid.lines(try grid(Array(page.utf8))) == ["¶ a"])
  }

  @Test func `cells that claim a thousand columns each are refused`() {
    let page = "<table><tr>" + String(repeating: "<td colspan=1000>", count: 100)
    #expect(throws: DocumentError.self) { try grid(Array(page.utf8)) }
  }

  @Test func `a cell over all rows that could be covers only those that are`() throws {
    let grid = try grid(Array("<table><tr><td rowspan=65000 colspan=2>a<td>1<tr><td>2</table>".utf8))
    #expect(grid.workbook.sheets[0].mergedRanges.map(\.description) == ["A2:B3"])
  }
}
