import Findings
import ProposalModel
import Spreadsheet
import TestSupport
import Testing

/// What became of the mistakes of one kind.
struct Tally {
  var reported = 0
  var missed: [String] = []
  var undetectable = 0
  var errors = 0

  var present: Int { reported + missed.count }
  var rate: Double { present == 0 ? 1 : Double(reported) / Double(present) }
}

/// Counts what the checker reports of mistaken files, by kind.
struct MutationCount {
  private(set) var tallies: [MistakeKind: Tally] = [:]
  var count: Int { tallies.values.reduce(0) { $0 + $1.present + $1.undetectable } }
  var present: Int { tallies.values.reduce(0) { $0 + $1.present } }
  var reported: Int { tallies.values.reduce(0) { $0 + $1.reported } }
  var missed: [String] {
    MistakeKind.allCases.flatMap { kind in (tallies[kind]?.missed ?? []).map { "\(kind.rawValue): \($0)" } }
  }

  /// Reads and checks a mistaken file. A contradiction counts as reported if a finding names the mistaken
  /// cell or one that it contradicts.
  mutating func add(_ mistaken: MistakenFile, _ kind: MistakeKind, number: Int) {
    var tally = tallies[kind] ?? Tally()
    if mistaken.contradicted.isEmpty {
      tally.undetectable += 1
    } else {
      let findings = ValidFile.findings(mistaken.grid)
      let isReported = findings.contains { finding in
        finding.cells.contains { cell in
          let place = CellPlace(finding.sheet ?? "", cell)
          return place == mistaken.place || finding.severity > .note && mistaken.contradicted.contains(place)
        }
      }
      tally.errors += findings.count { $0.severity == .error }
      if isReported {
        tally.reported += 1
      } else {
        let said = findings.filter { $0.severity > .note }.map(\.line)
        let places = mistaken.contradicted.map { "\($0.sheet)!\($0.cell)" }.sorted().prefix(4)
        tally.missed.append("file \(number), \(mistaken.deed); expected at \(places), got \(said)")
      }
    }
    tallies[kind] = tally
  }

  /// One row for each kind.
  func table(_ name: String) -> String {
    var rows = ["\(name): \(count) mistakes, \(present) of them leave a contradiction, \(reported) reported"]
    for kind in MistakeKind.allCases {
      guard let tally = tallies[kind] else { continue }
      let percent = Int((tally.rate * 10_000).rounded())
      let rate =
        tally.present == 0 ? "-" : "\(percent / 100).\(percent % 100 < 10 ? "0" : "")\(percent % 100) %"
      let errors = tally.present == 0 ? 0 : tally.errors * 10 / tally.present
      let counts = "\(tally.reported) of \(tally.present) (\(rate)), undetectable \(tally.undetectable)"
      rows.append("  \(kind.rawValue): \(counts), errors per file \(errors / 10).\(errors % 10)")
    }
    return rows.joined(separator: "\n")
  }
}

#if DEBUG
  private let mistakenFiles = 600
#else
  private let mistakenFiles = 6_000
#endif

@Suite struct `Single mistakes` {
  @Test func `mistakes in table workbooks are reported at their cell or at the total they break`() throws {
    let count = try count { file in
      let mistakes = try TableMistakes(file)
      return { kind, random in mistakes.make(kind, &random) }
    }
    report(count, "Table workbooks")
  }

  @Test func `mistakes in entry workbooks are reported at their cell or at the table they contradict`() throws
  {
    let count = try count { file in
      let mistakes = try EntryMistakes(file)
      return { kind, random in mistakes.make(kind, &random) }
    }
    report(count, "Entry workbooks")
  }

  private typealias Maker = (MistakeKind, inout SeededNumbers) -> MistakenFile?

  /// Four mistakes of every kind in one valid file after another, until there are enough.
  private func count(_ maker: (ValidFile) throws -> Maker) throws -> MutationCount {
    var count = MutationCount()
    var number = 0
    while count.count < mistakenFiles {
      let make = try maker(ValidFile(number))
      var random = SeededNumbers(seed: UInt64(number) &+ 5_000)
      for kind in MistakeKind.allCases {
        for _ in 0..<4 {
          if let mistaken = make(kind, &random) { count.add(mistaken, kind, number: number) }
        }
      }
      number += 1
    }
    return count
  }

  /// Prints the rates and what was missed, and requires 995 of 1,000.
  private func report(_ count: MutationCount, _ name: String) {
    print(count.table(name))
    for missed in count.missed { print("  missed: \(missed)") }
    #expect(count.reported * 1_000 >= count.present * 995)
  }
}
