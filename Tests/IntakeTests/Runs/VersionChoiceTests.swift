import Findings
import Foundation
import Intake
import ProposalModel
import TestSupport
import Testing

@Suite struct `Several files of one proposal` {
  /// The front page and one line as a long CSV; `version` may be blank.
  private static func proposal(_ amount: Int, version: String = "") throws -> [UInt8] {
    var proposal = Proposal(id: "BC90", title: "Prøve", years: [2022, 2023])
    proposal.round = "OFS 2021-2022"
    proposal.version = version.isEmpty ? nil : version
    var line = Line(
      id: "L1", section: .implementation, text: "Ombygning",
      figures: [.amount(Amount(thousands: Int64(amount))), .blank])
    (line.committee, line.controlArea) = ("SUD", .service)
    proposal.lines = [line]
    return try CanonicalJSON.encode(proposal)
  }

  private struct Result {
    var used: [String] = []
    var uses: [ProposalRun.Use] = []
    var findings: [Finding] = []
    var remarks: [String] = []
  }

  /// Runs over a folder of files with their contents and times of change.
  private func run(_ files: [(name: String, bytes: [UInt8], time: Int)], allowsIncomplete: Bool = false)
    throws
    -> Result
  {
    let folder = try TemporaryFolder()
    for file in files {
      try folder.write(file.bytes, to: file.name)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: TimeInterval(1_646_000_000 + file.time))],
        ofItemAtPath: folder.path(file.name))
    }
    var result = Result()
    var used: [Int: String] = [:]
    let run = ProposalRun([folder.path("")], intake: Intake(), allowsIncomplete: allowsIncomplete)
    run.run { item, _ in
      item.file
    } handle: { (event: ProposalRun.Event<String>) in
      switch event {
      case .ready(let ready): used[ready.index] = String(ready.file.split(separator: "/").last ?? "")
      case .withdrawn(let index): used[index] = nil
      case .outcome(let outcome):
        result.uses.append(outcome.use)
        result.findings += outcome.findings.filter {
          [.duplicateProposal, .versionReplaced].contains($0.code)
        }
        if let remark = outcome.remark { result.remarks.append(remark) }
      default: break
      }
      return true
    }
    result.used = used.values.sorted()
    return result
  }

  @Test func `the highest version is used where all have one, whatever the times`() throws {
    let result = try run([
      ("a.json", try Self.proposal(2, version: "2"), 0), ("b.json", try Self.proposal(1, version: "1"), 9),
    ])
    #expect(result.used == ["a.json"])
    #expect(result.uses == [.used, .replaced])
    #expect(result.findings.map(\.code) == [.versionReplaced])
  }

  @Test func `a later file with a higher version takes the place of an earlier one`() throws {
    let result = try run([
      ("a.json", try Self.proposal(1, version: "1"), 0), ("b.json", try Self.proposal(2, version: "2"), 0),
      ("c.json", try Self.proposal(3, version: "1.5"), 0),
    ])
    #expect(result.used == ["b.json"])
  }

  @Test func `none is used where one has no version and the contents differ`() throws {
    let result = try run([
      ("a.json", try Self.proposal(1, version: "1"), 0), ("b.json", try Self.proposal(2), 9),
    ])
    #expect(result.used == [])
    #expect(result.uses == [.left, .left])
    #expect(result.findings.map(\.severity) == [.error, .error])
    #expect(result.findings.allSatisfy { $0.message.contains("b.json, som er gemt sidst") })
  }

  @Test func `the one changed last is used on request`() throws {
    let files = [("a.json", try Self.proposal(1), 9), ("b.json", try Self.proposal(2), 0)]
    let result = try run(files, allowsIncomplete: true)
    #expect(result.used == ["a.json"])
    #expect(result.remarks.count == 1)
  }

  @Test func `an earlier file is taken up again where it turns out to be the one`() throws {
    let files = [
      ("a.json", try Self.proposal(1), 5), ("b.json", try Self.proposal(2), 9),
      ("c.json", try Self.proposal(3), 1),
    ]
    #expect(try run(files, allowsIncomplete: true).used == ["b.json"])
  }

  @Test func `a tie is refused, also on request, and nothing untrue is said of times`() throws {
    let files = [("a.json", try Self.proposal(1), 0), ("b.json", try Self.proposal(2), 0)]
    let result = try run(files, allowsIncomplete: true)
    #expect(result.used == [])
    #expect(!result.findings.contains { $0.message.contains("gemt sidst") })
    #expect(result.remarks == [])
  }

  @Test func `identical copies are one`() throws {
    let result = try run([("a.json", try Self.proposal(1), 0), ("b.json", try Self.proposal(1), 9)])
    #expect(result.used == ["a.json"])
    #expect(result.uses == [.used, .repeated])
    #expect(result.findings.map(\.severity) == [.note])
  }

  @Test func `versions of different kinds decide nothing`() throws {
    let result = try run([
      ("a.json", try Self.proposal(1, version: "2"), 0),
      ("b.json", try Self.proposal(2, version: "14-01-2022"), 9),
    ])
    #expect(result.used == [])
  }
}
