import Foundation
import TestSupport
import Testing

@Suite struct `fordel ledger` {
  @Test func `says that all money can be followed only where it was read`() throws {
    let folder = try TemporaryFolder()
    let sample = try Data(contentsOf: BuiltTool.package.appending(path: "samples/printed/BC04.xlsx"))
    try folder.write(sample, to: "hel.xlsx")
    try folder.write(sample.prefix(sample.count / 2), to: "halv.xlsx")
    let promise = "intet er til rest"
    let whole = try BuiltTool.run(["ledger", "hel.xlsx", "--no-receipt"], in: folder.url)
    #expect(whole.text.contains(promise))
    let half = try BuiltTool.run(["ledger", "halv.xlsx", "--no-receipt"], in: folder.url)
    #expect(half.status == 65)
    #expect(half.text.contains("Intet forslag er læst") && !half.text.contains(promise))
    let both = try BuiltTool.run(["ledger", "hel.xlsx", "halv.xlsx", "--no-receipt"], in: folder.url)
    #expect(both.text.contains("1 fil kunne ikke læses.") && !both.text.contains(promise))
  }
}
