import Spreadsheet
import Foundation
import TestSupport
import Testing

/// A round of small proposals: `count` numbers with the content of one sample.
private func writeRound(_ count: Int, to folder: TemporaryFolder) throws {
  let sample = String(
    decoding: try Data(contentsOf: BuiltTool.package.appending(path: "samples/DIGITAL-KONTAKT-2018.json")),
    as: UTF8.self)
  try FileManager.default.createDirectory(
    at: folder.url.appending(path: "ind"), withIntermediateDirectories: true)
  for number in 1...count {
    try folder.write(
      Array(sample.replacing("\"DIGITAL-KONTAKT-2018\"", with: "\"P\(number)\"").utf8),
      to: "ind/P\(number).json")
  }
}

/// The files of a folder by name, receipts left out since every run adds to them.
private func outputs(_ folder: URL) throws -> [String: Data] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
  return try names.filter { !$0.hasSuffix(".jsonl") }.reduce(into: [:]) {
    $0[$1] = try Data(contentsOf: folder.appending(path: $1))
  }
}

/// Starts an export and stops it by `signal` after `delay` seconds, unless it is done before.
private func export(in folder: URL, stoppedBy signal: Int32, after delay: Double) throws {
  let process = Process()
  process.executableURL = BuiltTool.url
  process.arguments = ["export", "ind", "--quiet", "-o", "ud"]
  process.currentDirectoryURL = folder
  process.standardError = FileHandle.nullDevice
  try process.run()
  Thread.sleep(forTimeInterval: delay)
  kill(process.processIdentifier, signal)
  process.waitUntilExit()
}

@Suite struct InterruptionTests {
  @Test func `stopping a round at 50 random moments leaves only whole files, and running again completes it`()
    throws
  {
    let folder = try TemporaryFolder()
    try writeRound(16, to: folder)
    let start = Date()
    #expect(try BuiltTool.run(["export", "ind", "--quiet", "-o", "hel"], in: folder.url).status == 0)
    let duration = Date().timeIntervalSince(start)
    let whole = try outputs(folder.url.appending(path: "hel"))
    #expect(whole.count == 16)
    let target = folder.url.appending(path: "ud")
    var seen: Set<Int> = []
    for attempt in 0..<50 {
      if attempt.isMultiple(of: 5) { try? FileManager.default.removeItem(at: target) }
      let signal = [SIGKILL, SIGTERM, SIGINT][attempt % 3]
      try export(in: folder.url, stoppedBy: signal, after: .random(in: 0...duration))
      let left = try outputs(target)
      seen.insert(left.count)
      for (name, bytes) in left {
        // Killed between giving a new version its hidden name and its own, a process leaves that whole
        // version; the next write clears it away.
        let isHidden = name.hasPrefix(".") && name.hasSuffix(".fordel")
        let target = isHidden ? String(name.dropFirst().dropLast(".fordel".count)) : name
        #expect(whole[target] == bytes, "\(name) after signal \(signal)")
      }
      let receipts =
        (try? String(contentsOf: target.appending(path: "fordel-kvitteringer.jsonl"), encoding: .utf8)) ?? ""
      #expect(receipts.isEmpty || receipts.hasSuffix("}\n"))
    }
    // Without runs that were cut in the middle the test would show nothing.
    #expect(seen.count > 3, "files left: \(seen.sorted())")
    #expect(try BuiltTool.run(["export", "ind", "--quiet", "-o", "ud"], in: folder.url).status == 0)
    #expect(try outputs(target) == whole)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a process that is stopped dies of the signal and says that finished files are whole`(signal: Int32)
    throws
  {
    let folder = try TemporaryFolder()
    try writeRound(30, to: folder)
    let process = Process()
    process.executableURL = BuiltTool.url
    process.arguments = ["export", "ind", "--quiet", "-o", "ud"]
    process.currentDirectoryURL = folder.url
    let words = Pipe()
    process.standardError = words
    try process.run()
    while try outputs(folder.url.appending(path: "ud")).isEmpty { Thread.sleep(forTimeInterval: 0.01) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    let text = String(decoding: words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("Afbrudt. Færdige filer er hele"))
  }
}
