import Distribution
import ProposalModel
import Foundation
import TestSupport
import Testing

private let python = "/usr/bin/python3"
private let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "certificate.py").path

/// Whether the independent checker accepts `certificates`, and what it says.
private func accepts(_ certificates: [Certificate]) throws -> (holds: Bool, words: String) {
  let file = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString).json")
  try JSONEncoder().encode(certificates).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(filePath: python)
  process.arguments = [script, file.path]
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return (process.terminationStatus == 0, words)
}

private let policies: [RoundingPolicy] = [
  .largestRemainder, .controlled, .asPublished, .residualTo(committee: "BUU"),
]

private func certificates(seed: UInt64, count: Int) -> [Certificate] {
  (0..<count).flatMap { number in
    var generator = SeededNumbers(seed: seed &+ UInt64(number))
    let block = randomBlock(&generator)
    let start = Int.random(in: 0..<7, using: &generator)
    return policies.map { policy in
      Distributor(round: copenhagen(), tieStart: start, policy: policy).distribute(block).certificate(
        title: "\(seed) + \(number)")
    }
  }
}

@Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
func `a checker that shares no code accepts the certificates of all policies`() throws {
  let result = try accepts(certificates(seed: 21_000_000, count: 60))
  #expect(result.holds, "\(result.words)")
}

@Test(
  .enabled(if: FileManager.default.isExecutableFile(atPath: python)),
  arguments: [RoundingPolicy.largestRemainder, .controlled])
func `the checker refuses a table that adds up but is further from exact, and one that does not add up`(
  policy: RoundingPolicy
) throws {
  let block = distribute([line("1", [1, 2], "ØU 40 %; KFU 60 %")], policy)
  var certificate = block.certificate(title: "moved")
  #expect(certificate.rows.map(\.amounts) == [[0, 1], [1, 1]])
  #expect(try accepts([certificate]).holds)
  (certificate.rows[0].amounts[0], certificate.rows[1].amounts[0]) = (1, 0)
  #expect(
    try accepts([certificate]).words.contains(
      policy == .controlled ? "another table is closer" : "not the largest"))
  certificate.rows[0].amounts[0] = 0
  #expect(try accepts([certificate]).words.contains("does not add up"))
}

@Test func `a certificate names committee, unit and account of each row`() throws {
  let block = distribute(
    [line("1", [70], "Ligedeling: ØU, KFU", own: "KFU", account: "3641, 588")], .controlled)
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  let text = String(decoding: try encoder.encode(block.certificate(title: "t")), as: UTF8.self)
  #expect(
    text.contains(
      #""rows":[{"account":null,"amounts":[35],"committee":"ØU","exact":["35"],"unitName":null},{"account":"3641, 588","#
    ))
}
