import Foundation
import TestSupport
import Testing

private let python = "/usr/bin/python3"
private let hasPython = FileManager.default.isExecutableFile(atPath: python)

/// What `Tests/certificate.py` says of files; nothing if it accepts them.
private func complaints(about files: [String]) throws -> String {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(filePath: python)
  process.arguments = [BuiltTool.package.appending(path: "Tests/certificate.py").path] + files
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return process.terminationStatus == 0 ? "" : words
}

private let policies = ["standard", "largest-remainder", "controlled", "as-published", "residual-to=KFU"]

@Test(.enabled(if: hasPython), arguments: policies)
func `exported tables carry certificates that a checker accepts from the file alone`(policy: String) throws {
  let folder = try TemporaryFolder()
  for level in ["written", "implemented"] {
    let result = try BuiltTool.run(
      [
        "export", "samples/BC08.json", "samples/DIGITAL-KONTAKT-2018.json", "--quiet", "--tables", "all",
        "--format", "json", "--rounding",
        policy, "--price-level", level, "-o", folder.url.appending(path: level).path,
      ], in: BuiltTool.package)
    #expect(result.status == 0, "\(result.words)")
    let files = ["BC08", "DIGITAL-KONTAKT-2018"].map {
      folder.url.appending(path: "\(level)/\($0)-tabeller.json").path
    }
    #expect(try complaints(about: files) == "")
    let text = try String(contentsOf: URL(filePath: files[1]), encoding: .utf8)
    #expect(text.contains("\"title\": \"DIGITAL-KONTAKT-2018, Varige ændringer, service, hvis indarbejdes\""))
    #expect(text.contains("\"-270/7\""))
  }
}

@Test(.enabled(if: hasPython), arguments: policies)
func `what distribute calculates is a certificate too`(policy: String) throws {
  let folder = try TemporaryFolder()
  for (number, rule) in ["equal", "ØU/Koncern IT 33,3 %; KFU 66,7 %", "KFU 100; resten ligedeling", "KFU"]
    .enumerated()
  {
    let result = try BuiltTool.run([
      "distribute", "--amounts", "2019=-270,2020=-933,2021=1433", "--rule", rule, "--rounding", policy,
      "--format", "json",
    ])
    #expect(result.status == 0, "\(result.words)")
    try folder.write(result.output, to: "\(number).json")
    #expect(try complaints(about: [folder.path("\(number).json")]) == "")
  }
}

@Test(.enabled(if: hasPython))
func `a certificate that was tampered with is refused`() throws {
  let folder = try TemporaryFolder()
  let result = try BuiltTool.run([
    "distribute", "--amounts", "2019=-270", "--rule", "equal", "--format", "json",
  ])
  let moved = result.text.replacing("\"amounts\": [-39]", with: "\"amounts\": [-40]", maxReplacements: 1)
  #expect(moved != result.text)
  try folder.write(moved.utf8, to: "moved.json")
  #expect(try complaints(about: [folder.path("moved.json")]).contains("a year does not add up"))
}
