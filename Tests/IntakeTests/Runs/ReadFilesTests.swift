import Intake
import Output
import Reports
import TestSupport
import Testing

@Suite struct `Files are read once` {
  private static let proposal = Array(
    """
    Tabel 1. Forslagets samlede økonomi;;;
    1.000 kr. 2022 p/l;Styringsområde;2022;2023
    Varige ændringer;;;
    Færre vikarer;Service;1x0;-100

    """.utf8)

  @Test func `what a run keeps is what it first read, whatever becomes of the file`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.proposal, to: "a.csv")
    let read = ReadFiles()
    var intake = Intake()
    intake.files = read
    let items = intake.read([folder.path("a.csv")]).items
    try folder.write(Array("something else".utf8), to: "a.csv")
    #expect(try read.bytes(of: folder.path("a.csv")) == Self.proposal)
    let report = FindingReport(findings: items.flatMap(\.findings), proposals: items.count)
    let page = report.html(sheets: ReportSheets([folder.path("a.csv")], from: read))
    #expect(String(decoding: page, as: UTF8.self).contains("Færre vikarer"))
  }

  @Test func `a file that is not there is a failure each time`() {
    let read = ReadFiles()
    for _ in 1...2 { #expect(throws: FileFailure.self) { try read.bytes(of: "/nowhere/a.csv") } }
  }
}
