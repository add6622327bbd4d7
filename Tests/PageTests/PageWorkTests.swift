import Foundation
import ProposalModel
import TestSupport
import Testing

@testable import Page

private let printed = BuiltTool.package.appending(path: "samples/printed").path()

/// A visit of the printed proposals, in a folder that goes away with it.
private struct Visit {
  let folder: TemporaryFolder
  let work: PageWork
  let id: String

  init() throws {
    folder = try TemporaryFolder()
    work = PageWork(tool: ToolRun(tool: BuiltTool.url.path()), folder: folder.path("."), round: printed)
    let answer = work.sendRound([FormPart(name: "mappe", bytes: Array("1".utf8))])
    guard case .address(let address) = answer else { throw CocoaError(.fileNoSuchFile) }
    id = String(address.split(separator: "/").last ?? "")
  }
}

@Suite struct `The page's proposals` {
  @Test func `every number of a table is a link to how it came about`() throws {
    let visit = try Visit()
    defer { withExtendedLifetime(visit) {} }
    let html = visit.work.tables(PageQuery(id: visit.id, number: "BC61"))
    #expect(html.contains("<svg class=\"chart\""))
    #expect(
      html.contains(
        "<a href=\"/forklar/\(visit.id)/BC61?afrunding=standard&amp;pris=written&amp;tabel=1&amp;"))
    #expect(html.contains("raekke=Samlet%20varig%20%C3%A6ndring&amp;aar=2026\">-6."))
  }

  @Test func `an explanation links its cells to the drawn sheet`() throws {
    let visit = try Visit()
    defer { withExtendedLifetime(visit) {} }
    let html = visit.work.explanation(
      PageQuery(
        id: visit.id, number: "BC61",
        fields: ["tabel": "A", "raekke": "Teknik- og Miljøudvalget", "aar": "2023"]))
    #expect(html.contains("<a href=\"/tal/\(visit.id)/BC61#a2-D4\">Tabel 1!D4</a>"), "\(html)")
  }

  @Test func `what is asked for in an address is only text`() throws {
    let visit = try Visit()
    defer { withExtendedLifetime(visit) {} }
    let html = visit.work.explanation(
      PageQuery(
        id: visit.id, number: "BC61", fields: ["tabel": "<script>x</script>", "raekke": "--help", "aar": "1"])
    )
    #expect(!html.contains("<script>x"))
    #expect(!html.contains("OVERVIEW"))
  }

  @Test func `a visit or a proposal that is not there is said in plain words`() throws {
    let visit = try Visit()
    defer { withExtendedLifetime(visit) {} }
    #expect(visit.work.tables(PageQuery(id: "0", number: "BC61")).contains("Filerne er her ikke længere"))
    #expect(
      visit.work.numbers(PageQuery(id: visit.id, number: "<b>")).contains(
        "Forslaget »&lt;b&gt;« er ikke i runden."))
  }

  @Test func `what was said of files is worked out again once one of them has changed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("a".utf8), to: "x/ind.txt")
    let memory = RunMemory()
    let first = try #require(FileStamp.all(in: folder.path("x"), resting: 0))
    memory.keep(ToolRun.Result(status: 0, output: [1], words: ""), for: "k", first)
    #expect(memory.result("k", first)?.output == [1])
    try folder.write(Array("b".utf8), to: "x/ind.txt")
    let second = try #require(FileStamp.all(in: folder.path("x"), resting: 0))
    #expect(memory.result("k", second) == nil)
    #expect(FileStamp.all(in: folder.path("x"), resting: 60) == nil)
  }

  @Test func `a diagram says its figures in words`() throws {
    let json = """
      {"title": "T", "tables": [{"table": "1", "caption": "C", "years": [2023, 2024], "rows": [
      {"kind": "line", "section": "Varig ændring", "text": "a", "figures": [-100000, -200000], "lines": []},
      {"kind": "line", "section": "Implementering", "text": "b", "figures": [500000, null], "lines": []}]}]}
      """
    let state = try JSONDecoder().decode(TablesState.self, from: Data(json.utf8))
    let chart = try #require(Chart.charts(of: state).first)
    #expect(
      chart.contains("2024: varig ændring -2, implementering 0, samlet til og med året 2."), "\(chart)")
    #expect(chart.contains("role=\"img\""))
  }

  @Test func `files of one product are not another's`() throws {
    let readable = try #require(Product.corrections("kvantum-laesbar"))
    let upload = try #require(Product.corrections("kvantum-upload"))
    #expect(readable.makes("korrektioner.xlsx") && !readable.makes("korrektioner-kvantum-upload-add.csv"))
    #expect(upload.makes("korrektioner-kvantum-upload-add-raekker.csv") && !upload.makes("korrektioner.xlsx"))
    #expect(Product.all[0].makes("BC08.xlsx") && !Product.all[0].makes("bilag2.xlsx"))
    #expect(Product.corrections("../x") == nil)
  }
}
