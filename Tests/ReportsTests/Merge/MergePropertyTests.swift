import Findings
import Forms
import ProposalModel
import Reports
import Spreadsheet
import TestSupport
import Testing

#if DEBUG
  private let cases = 10
#else
  private let cases = 600
#endif

/// A generated proposal whose money somebody has, and the committees that have any.
private func generated(_ seed: UInt64, _ variety: ProposalGenerator.Variety = .clean) throws -> (
  Returning, [String]
) {
  let rounds = RoundLibrary.all
  let round = rounds[Int(seed % UInt64(rounds.count))]
  var generator = ProposalGenerator(seed: seed &+ 7_000, round: round, variety: variety)
  var proposal = generator.next()
  for index in proposal.allocations.indices {
    proposal.allocations[index].rows.removeAll { row in
      row.account == nil && row.figures.allSatisfy { $0 == .blank }
    }
  }
  let case_ = Returning(proposal, round)
  // Fordeling is not sent out.
  let committees = Set(
    case_.outgoing.filter { $0.table != .distribution }.flatMap { $0.rows.map(\.recipient.committee) })
  return (case_, round.committees.map(\.code).filter(committees.contains))
}

/// What departments send back when each splits all its rows in all tables.
private func splits(_ case_: Returning, _ committees: [String]) throws -> [ReturnedFile] {
  try committees.map { committee in
    var tables = case_.outgoing
    for table in tables.map(\.table) where table != .distribution {
      tables = tables.replacing(committee, in: table) { rows in
        rows.flatMap { $0.split("3641, 588", "Sundhed, 5551") }
      }
    }
    return try case_.returned(tables, as: "\(case_.proposal.id)-\(committee).xlsx")
  }
}

@Suite struct `Merging` {
  @Test(arguments: [ProposalGenerator.Variety.clean, .wild])
  func `untouched copies is the identity`(variety: ProposalGenerator.Variety) throws {
    for seed in 0..<UInt64(cases) {
      let (case_, committees) = try generated(seed, variety)
      let files = try committees.prefix(3).map {
        try case_.returned(case_.outgoing, as: "\(case_.proposal.id)-\($0).xlsx")
      }
      let result = case_.merge(files + [try case_.returned(case_.outgoing, as: "uden navn.xlsx")])
      try #require(firstDifference(case_.proposal, result.proposal) == nil, "seed \(seed)")
      try #require(result.findings == [], "seed \(seed)")
    }
  }

  @Test func `splits that keep the sums takes every one of them, in any order of the files`() throws {
    for seed in 0..<UInt64(cases) {
      let (case_, committees) = try generated(seed)
      let files = try splits(case_, committees)
      let result = case_.merge(files)
      try #require(result.findings == [], "seed \(seed)")
      for outgoing in case_.outgoing where outgoing.table != .distribution {
        let merged = try #require(result.proposal.stated(outgoing.table), "seed \(seed)")
        let expected = outgoing.rows.flatMap { $0.split("3641, 588", "Sundhed, 5551") }
        try #require(Set(merged.rows.map(Shown.init)) == Set(expected.map(Shown.init)), "seed \(seed)")
        try #require(merged.rows.count == expected.count, "seed \(seed)")
      }
      var random = SeededNumbers(seed: seed)
      let again = case_.merge(files.shuffled(using: &random))
      try #require(again.proposal == result.proposal, "seed \(seed)")
    }
  }

  @Test func `conflicts is the same in any order of the files`() throws {
    for seed in 0..<UInt64(cases) {
      let (case_, committees) = try generated(seed)
      var random = SeededNumbers(seed: seed)
      let meddling = case_.outgoing.map { stated in
        var stated = stated
        let row = random.number(0...stated.rows.count - 1)
        stated.rows[row] = stated.rows[row].adding(3, at: 0)
        return stated
      }
      let sender = random.pick(committees)
      let files =
        try splits(case_, committees) + [
          try case_.returned(meddling, as: "\(case_.proposal.id) \(sender) 2.xlsx")
        ]
      let (one, two) = (case_.merge(files), case_.merge(files.shuffled(using: &random)))
      try #require(one.proposal == two.proposal, "seed \(seed)")
      try #require(Set(one.findings.map(\.line)) == Set(two.findings.map(\.line)), "seed \(seed)")
      try #require(!one.findings.isEmpty, "seed \(seed)")
    }
  }

  @Test func `a changed amount of somebody else never reaches the proposal`() throws {
    for seed in 0..<UInt64(cases) {
      let (case_, committees) = try generated(seed)
      guard committees.count > 1, let sender = committees.first, let other = committees.last else { continue }
      let changed = case_.outgoing.map { stated in
        [stated].replacing(other, in: stated.table) { rows in rows.map { $0.adding(11, at: 0) } }[0]
      }
      let result = case_.merge([try case_.returned(changed, as: "\(case_.proposal.id)-\(sender).xlsx")])
      try #require(firstDifference(case_.proposal, result.proposal) == nil, "seed \(seed)")
      try #require(
        result.findings.contains { $0.code == .mergeConflict && !$0.cells.isEmpty }, "seed \(seed)")
    }
  }
}

/// A row by what it shows: rows of one amount and account are the same.
private struct Shown: Hashable {
  var recipient: Recipient
  var account: String?
  var area: ControlArea?
  var amounts: [Amount]

  init(_ row: AllocationRow) {
    recipient = row.recipient
    account = row.account?.printed
    area = row.controlArea
    amounts = row.figures.map(\.amount)
  }
}
