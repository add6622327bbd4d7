import Findings
@testable import Intake
import ProposalModel
@testable import Reports
@testable import Spreadsheet
import Foundation
import TestSupport
import Testing

private func finding(
  _ code: FindingCode, file: String = "f.xlsx", _ sheet: String?, _ cells: [String],
  _ message: String = "Galt."
)
  -> Finding
{
  Finding(
    code, at: Place(file: file, sheet: sheet), cells: cells, found: "1", expected: "2", message: message,
    suggestion: "Ret det.")
}

private let findings = [
  finding(.totalDiffers, "Tabel 1", ["G9"]), finding(.accountMissing, "Økonomi", ["I7"]),
  finding(.totalRounding, "Tabel 1", ["H9", "I9"]),
  finding(.areaFromTotal, nil, []),
]

@Test func `the text report is grouped by sheet, and its lines are those of the interface`() {
  let text = FindingReport(findings: findings, proposals: 1).text()
  #expect(
    text == """
      f.xlsx · Tabel 1: 1 fejl, 1 advarsel
      f.xlsx:Tabel 1!G9: fejl: [total-differs] Galt. Ret det.
      f.xlsx:Tabel 1!H9: advarsel: [total-rounding] Galt. Ret det.

      f.xlsx · Økonomi: 1 advarsel
      f.xlsx:Økonomi!I7: advarsel: [account-missing] Galt. Ret det.

      f.xlsx · hele filen: 1 bemærkning
      f.xlsx: bemærkning: [area-from-total] Galt. Ret det.

      1 fejl, 2 advarsler, 1 bemærkning i 1 forslag.

      """)
}

@Test func `colours are codes around the same words`() {
  let report = FindingReport(findings: findings, proposals: 1)
  let coloured = report.text(isColoured: true)
  #expect(coloured.contains("f.xlsx:Tabel 1!G9: \u{1B}[1;31mfejl\u{1B}[0m: [total-differs] Galt."))
  #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == report.text())
}

@Test(arguments: [
  (
    [FindingCode.totalDiffers], ["f.xlsx"], [String](),
    "Næste skridt: fordel check f.xlsx --annotate rettes    (kopier, hvor de forkerte celler er mærket og forklaret)"
  ),
  (
    [.totalDiffers], ["f.xlsx"], ["ud/f.xlsx"],
    "Næste skridt: ret de mærkede celler i ud/f.xlsx, gem, og kør fordel check ud/f.xlsx"
  ),
  ([.accountMissing], ["med rum.json"], [], "Næste skridt: ret, og kør igen fordel check 'med rum.json'"),
  ([.areaFromTotal], ["f.xlsx"], [], "Næste skridt: fordel export f.xlsx -o tabeller"),
  ([], ["a", "b", "c", "d"], [], "Næste skridt: fordel export a b c … -o tabeller"),
])
func `the next step is a command that can be run`(
  codes: [FindingCode], inputs: [String], copies: [String], sentence: String
) {
  let report = FindingReport(findings: codes.map { finding($0, "Ark", ["A1"]) }, proposals: 1)
  #expect(NextStep(after: report, inputs: inputs, copies: copies).sentence == sentence)
}

@Test func `the JSON report has the fields of the interface`() throws {
  let bytes = try FindingReport(findings: findings, proposals: 1).json()
  let report = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  let first = try #require((report["findings"] as? [[String: Any]])?.first)
  #expect(
    Set(first.keys) == [
      "code", "severity", "file", "sheet", "cell", "cells", "found", "expected", "message", "suggestion",
    ])
  #expect(first["cell"] as? String == "G9")
  #expect(first["severity"] as? String == "error")
  #expect(
    report["summary"] as? [String: Int] == [
      "errors": 1, "warnings": 2, "notes": 1, "proposals": 1, "failures": 0,
    ])
}

// MARK: - HTML

@Test(arguments: ReportPalette.light + ReportPalette.dark)
func `words and ground contrast at least 4.5 to 1`(pair: ReportPalette.Pair) {
  #expect(ReportPalette.contrast(pair.text, pair.ground) >= 4.5)
}

@Test(arguments: [ReportPalette.light, ReportPalette.dark])
func `frames and links of marked cells can be told from the page`(pairs: [ReportPalette.Pair]) throws {
  let page = try #require(pairs.first { $0.name == "page" })
  for pair in pairs where ["error", "warning", "note", "link"].contains(pair.name) {
    #expect(ReportPalette.contrast(pair.text, page.ground) >= 3, "\(pair.name)")
  }
}

@Test func `the contrast is that of WCAG`() {
  #expect(abs(ReportPalette.contrast("#000000", "#ffffff") - 21) < 0.001)
  #expect(abs(ReportPalette.contrast("#777777", "#ffffff") - 4.478) < 0.001)
  #expect(ReportPalette.contrast("#123456", "#123456") == 1)
}

private func page(_ files: [String]) -> String {
  let items = Intake().read(files).items
  let report = FindingReport(findings: items.flatMap(\.findings), proposals: items.count)
  return String(decoding: report.html(sheets: ReportSheets(files)), as: UTF8.self)
}

@Test(arguments: [
  "printed/BC61.xlsx", "printed/BC08.xlsx", "BC08.xlsx", "BC08.json", "printed/DIGITAL-KONTAKT-2018.xlsx",
])
func `every link of the page leads somewhere, and every finding to its cell and back`(sample: String) throws {
  let file = BuiltTool.package.appending(path: "samples/\(sample)").path()
  let html = page([file])
  let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
  #expect(Set(ids).count == ids.count)
  for link in html.matches(of: #/href="#([^"]*)"/#) { #expect(ids.contains(String(link.1)), "\(link.1)") }
  let marked = Intake().read([file]).items.flatMap(\.findings).filter { $0.sheet != nil }.flatMap(\.cells)
  if sample.hasSuffix("xlsx") {
    #expect(
      html.matches(of: #/<td id="ark[0-9]+-/#).count
        == Set(html.matches(of: #/href="#(ark[0-9]+-[A-Z]+[0-9]+)"/#).map { String($0.1) }).count)
  }
  #expect(sample.hasSuffix("json") || !marked.isEmpty)
}

@Test func `the page needs nothing from elsewhere`() {
  let html = page([BuiltTool.package.appending(path: "samples/printed/BC61.xlsx").path()])
  for word in ["http:", "https:", "<script", "<link", "@import", "url(", "src="] {
    #expect(!html.contains(word), "\(word)")
  }
  #expect(html.contains("<html lang=\"da\">"))
  #expect(html.contains("tabindex=\"0\" role=\"region\""))
}

@Test func `text of a workbook cannot become part of the page`() throws {
  let hostile = "<script>alert('x')</script>&\u{1}\""
  let report = FindingReport(
    findings: [
      Finding(
        .totalDiffers, at: Place(file: hostile, sheet: hostile), cells: [hostile], found: hostile,
        message: hostile)
    ],
    proposals: 1)
  let html = String(decoding: report.html(), as: UTF8.self)
  #expect(!html.contains("<script"))
  #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;\u{FFFD}&quot;"))
}

@Test func `of a long sheet the rows around the wrong cells are drawn`() throws {
  let folder = try TemporaryFolder()
  let lines = (1...2000).map { "\($0);2" }.joined(separator: "\r\n")
  try folder.write(Array(lines.utf8), to: "f.csv")
  let file = folder.path("f.csv")
  let report = FindingReport(
    findings: [Finding(.numberUnreadable, at: Place(file: file), cells: ["B1500", "ZZ3"], message: "Galt.")],
    proposals: 1)
  let html = String(decoding: report.html(sheets: ReportSheets([file])), as: UTF8.self)
  #expect(html.contains("<td id=\"ark1-B1500\" class=\"error\">2<sup>"))
  #expect(html.contains("<td id=\"ark1-ZZ3\" class=\"error\"><span class=\"empty\">(tom)</span>"))
  #expect(html.contains("<th scope=\"row\">1498</th>") && !html.contains("<th scope=\"row\">1497</th>"))
}
