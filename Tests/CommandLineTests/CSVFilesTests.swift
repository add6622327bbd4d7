import Foundation
import TestSupport
import Testing

@Test func `a finding in CSV files names the file of its own table`() throws {
  let folder = try TemporaryFolder()
  let sample = BuiltTool.package.appending(path: "samples/BC08.xlsx").path()
  _ = try BuiltTool.run(
    ["export", sample, "--tables", "all", "--format", "csv", "--quiet", "-o", "out"], in: folder.url)
  let result = try BuiltTool.run(["check", "out"], in: folder.url)
  let report = String(decoding: result.output, as: UTF8.self)
  #expect(report.contains("out/BC08-tabel-A.csv:E14: advarsel: [tables-rounding]"), "\(report)")
  #expect(report.contains("out/BC08-tabel-2.csv:B3: advarsel: [account-missing]"), "\(report)")
  #expect(!report.contains("BC08-tabel-1.csv:E14"))
}
