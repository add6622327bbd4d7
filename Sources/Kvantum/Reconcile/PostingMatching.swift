import ProposalModel

/// Matches the expected postings of one proposal with the rows that name it.
///
/// First, within each account and year: equal amounts, then sums (several rows that make up one posting, one
/// row for several postings), then rows that cancel each other. Then what is left
/// is explained, the surest way first: a row of the same amount in another year or under other codes, where
/// nothing else claims either; a second posting of what is there already; another amount in the same place;
/// and last the same amount in another place.
struct PostingMatching {
  package private(set) var matched: [(expected: [ExpectedPosting], posted: [PostedRow])] = []
  package private(set) var rest: [Discrepancy] = []

  private let proposal: String
  private let expected: [ExpectedPosting]
  private let posted: [PostedRow]
  /// The account of each expected posting, and of each row (−1 for none), by number.
  private let expectedAccounts: [Int]
  private let postedAccounts: [Int]
  /// Which of them are neither matched nor explained yet.
  private var isExpectedOpen: [Bool]
  private var isPostedOpen: [Bool]
  private let expectedByPlace: [Place: [Int]]
  private let postedByPlace: [Place: [Int]]
  /// What was matched in each place, for postings that come twice: the postings, and where in ``matched``
  /// they are.
  private var done: [Place: [(postings: [Int], match: Int)]] = [:]

  private struct Place: Hashable {
    var account: Int
    var year: Int
  }

  init(_ proposal: String, _ expected: [ExpectedPosting], _ posted: [PostedRow]) {
    (self.proposal, self.expected, self.posted) = (proposal, expected, posted)
    var accounts: [PostingCodes: Int] = [:]
    expectedAccounts = expected.map { posting in
      let number = accounts[posting.codes] ?? accounts.count
      accounts[posting.codes] = number
      return number
    }
    // The codes that a posting says must agree; the account that says most is tried first.
    let masks = Set(accounts.keys.map(\.said)).sorted { ($0.nonzeroBitCount, $0) > ($1.nonzeroBitCount, $1) }
    postedAccounts = posted.map { row in masks.lazy.compactMap { accounts[row.codes.masked($0)] }.first ?? -1
    }
    isExpectedOpen = expected.map { _ in true }
    isPostedOpen = posted.map { _ in true }
    expectedByPlace = Dictionary(grouping: expected.indices) { [expectedAccounts] in
      Place(account: expectedAccounts[$0], year: expected[$0].year)
    }
    postedByPlace = Dictionary(grouping: posted.indices) { [postedAccounts] in
      Place(account: postedAccounts[$0], year: posted[$0].year)
    }
  }

  /// Matches everything; `unnamed` gives a row that names no proposal for an expected posting, if there is
  /// one.
  package mutating func run(unnamed: (ExpectedPosting) -> PostedRow?) {
    for place in places { matchEqual(in: place) }
    for place in places { matchSums(in: place) }
    takeReversals()
    matchElsewhere(onlyUnclaimed: true)
    takeUnnamed(unnamed)
    reportTwice()
    reportAmounts()
    matchElsewhere(onlyUnclaimed: false)
    for index in openExpected { report(.missing, index, []) }
    for index in openPosted { report(.notOurs, nil, [index]) }
    sortRest()
  }

  private var places: [Place] {
    var seen: Set<Place> = []
    return openExpected.map(place).filter { seen.insert($0).inserted }
  }

  private var openExpected: [Int] { expected.indices.filter { isExpectedOpen[$0] } }
  private var openPosted: [Int] { posted.indices.filter { isPostedOpen[$0] } }

  private func place(_ index: Int) -> Place {
    Place(account: expectedAccounts[index], year: expected[index].year)
  }
  private func postedPlace(_ index: Int) -> Place {
    Place(account: postedAccounts[index], year: posted[index].year)
  }

  private func open(in place: Place) -> (expected: [Int], posted: [Int]) {
    (
      (expectedByPlace[place] ?? []).filter { isExpectedOpen[$0] },
      (postedByPlace[place] ?? []).filter { isPostedOpen[$0] }
    )
  }

  private mutating func close(_ one: [Int], _ two: [Int]) {
    for index in one { isExpectedOpen[index] = false }
    for index in two { isPostedOpen[index] = false }
  }

  private mutating func settle(_ one: [Int], _ two: [Int]) {
    close(one, two)
    matched.append((one.map { expected[$0] }, two.map { posted[$0] }))
    if let first = one.first { done[place(first), default: []].append((one, matched.count - 1)) }
  }

  // MARK: In their place

  private mutating func matchEqual(in place: Place) {
    let (mine, theirs) = open(in: place)
    var free = theirs
    for index in mine {
      guard let match = free.firstIndex(where: { posted[$0].amount == expected[index].amount }) else {
        continue
      }
      settle([index], [free.remove(at: match)])
    }
  }

  private mutating func matchSums(in place: Place) {
    var (mine, theirs) = open(in: place)
    guard !mine.isEmpty, !theirs.isEmpty else { return }
    for index in mine {
      guard let parts = SubsetSum.find(expected[index].amount, in: theirs.map { posted[$0].amount }) else {
        continue
      }
      let rows = parts.map { theirs[$0] }
      settle([index], rows)
      theirs.removeAll { rows.contains($0) }
    }
    mine = open(in: place).expected
    for row in theirs {
      guard let parts = SubsetSum.find(posted[row].amount, in: mine.map { expected[$0].amount }) else {
        continue
      }
      let postings = parts.map { mine[$0] }
      settle(postings, [row])
      mine.removeAll { postings.contains($0) }
    }
    (mine, theirs) = open(in: place)
    if mine.count > 1, theirs.count > 1,
      mine.map({ expected[$0].amount }).sum() == theirs.map({ posted[$0].amount }).sum()
    {
      settle(mine, theirs)
    }
  }

  /// Rows that cancel each other where a posting is matched, such as its copy and the reversal of that, are
  /// part of its sum.
  private mutating func takeReversals() {
    for (place, groups) in done {
      var opposite: [Amount: [Int]] = [:]
      for row in open(in: place).posted where posted[row].amount != .zero {
        let amount = posted[row].amount
        guard let other = opposite[-amount]?.popLast() else {
          opposite[amount, default: []].append(row)
          continue
        }
        let same = groups.first {
          $0.postings.map { expected[$0].amount }.sum().magnitude == amount.magnitude
        }
        guard let match = (same ?? groups.first)?.match else { continue }
        matched[match].posted += [posted[other], posted[row]]
        close([], [other, row])
      }
    }
  }

  // MARK: What is left

  /// Rows with the amount of a missing posting in another year, or under other codes; once only those that
  /// nothing in their own place claims.
  private mutating func matchElsewhere(onlyUnclaimed: Bool) {
    let byAmount = Dictionary(grouping: openPosted) { posted[$0].amount }
    for kind in [DiscrepancyKind.wrongYear, .wrongAccount] {
      for index in openExpected {
        let mine = place(index)
        guard let candidates = byAmount[expected[index].amount],
          !onlyUnclaimed || open(in: mine).posted.isEmpty
        else { continue }
        let match = candidates.first { row in
          let theirs = postedPlace(row)
          guard isPostedOpen[row], !onlyUnclaimed || theirs.account < 0 || open(in: theirs).expected.isEmpty
          else { return false }
          return kind == .wrongYear
            ? theirs.account == mine.account && theirs.year != mine.year
            : theirs.year == mine.year && theirs.account != mine.account
        }
        if let match { report(kind, index, [match]) }
      }
    }
  }

  private mutating func takeUnnamed(_ unnamed: (ExpectedPosting) -> PostedRow?) {
    for index in openExpected {
      guard open(in: place(index)).posted.isEmpty, let row = unnamed(expected[index]) else { continue }
      close([index], [])
      matched.append(([expected[index]], [row]))
      done[place(index), default: []].append(([index], matched.count - 1))
    }
  }

  /// Rows, alone or together, that make up a posting that is there already.
  private mutating func reportTwice() {
    for (place, groups) in done.sorted(by: { ($0.key.account, $0.key.year) < ($1.key.account, $1.key.year) })
    {
      var theirs = open(in: place).posted
      guard !theirs.isEmpty else { continue }
      for (group, _) in groups {
        let amount = group.map { expected[$0].amount }.sum()
        if let row = theirs.first(where: { posted[$0].amount == amount }) {
          report(.postedTwice, group.first, [row], keepsExpected: true)
          theirs.removeAll { $0 == row }
        } else if let parts = SubsetSum.find(amount, in: theirs.map { posted[$0].amount }) {
          let rows = parts.map { theirs[$0] }
          report(.postedTwice, group.first, rows, keepsExpected: true)
          theirs.removeAll { rows.contains($0) }
        }
      }
    }
  }

  /// Another amount in the same place: the nearest amounts are taken for each other.
  private mutating func reportAmounts() {
    for place in places {
      var (mine, theirs) = open(in: place)
      while !mine.isEmpty, !theirs.isEmpty {
        var best: (gap: Amount, mine: Int, theirs: Int)?
        for index in mine {
          for row in theirs {
            let gap = (posted[row].amount - expected[index].amount).magnitude
            if let best, best.gap <= gap { continue }
            best = (gap, index, row)
          }
        }
        guard let best else { break }
        report(.wrongAmount, best.mine, [best.theirs])
        mine.removeAll { $0 == best.mine }
        theirs.removeAll { $0 == best.theirs }
      }
    }
  }

  private mutating func report(
    _ kind: DiscrepancyKind, _ index: Int?, _ rows: [Int], keepsExpected: Bool = false
  ) {
    close(keepsExpected ? [] : [index].compactMap { $0 }, rows)
    let proposal = index.map { expected[$0].proposal } ?? proposal
    rest.append(
      Discrepancy(
        kind: kind, proposal: proposal, expected: index.map { expected[$0] }, posted: rows.map { posted[$0] })
    )
  }

  private mutating func sortRest() {
    let kinds = DiscrepancyKind.allCases
    func rank(_ one: Discrepancy) -> (Int, Int, Int) {
      (
        kinds.firstIndex(of: one.kind) ?? 0, one.expected?.year ?? one.posted.first?.year ?? 0,
        one.posted.first?.row ?? 0
      )
    }
    rest = rest.enumerated().sorted { left, right in
      let (one, two) = (rank(left.element), rank(right.element))
      return one == two ? left.offset < right.offset : one < two
    }.map(\.element)
  }
}

/// Two or more amounts that make up a sum, by a search that ends.
enum SubsetSum {
  /// The most steps of a search; beyond that the amounts are too many to be told apart, and nothing is found.
  static let maximumSteps = 20_000

  /// The places of at least two of `amounts` that add up to `target`, the earliest first; zeros are never
  /// used.
  package static func find(_ target: Amount, in amounts: [Amount]) -> [Int]? {
    let places = amounts.indices.filter { amounts[$0] != .zero }
    guard places.count > 1 else { return nil }
    if places.map({ amounts[$0] }).sum() == target { return places }
    // What the amounts from a place on can still reach, up and down.
    var reach = [(low: Amount, high: Amount)](repeating: (.zero, .zero), count: places.count + 1)
    for index in places.indices.reversed() {
      let amount = amounts[places[index]]
      reach[index] = (reach[index + 1].low + min(amount, .zero), reach[index + 1].high + max(amount, .zero))
    }
    var steps = 0
    func search(_ index: Int, _ left: Amount, _ chosen: [Int]) -> [Int]? {
      steps += 1
      if left == .zero, chosen.count > 1 { return chosen }
      guard index < places.count, steps < maximumSteps, reach[index].low <= left, left <= reach[index].high
      else { return nil }
      let place = places[index]
      return search(index + 1, left - amounts[place], chosen + [place]) ?? search(index + 1, left, chosen)
    }
    return search(0, target, [])
  }
}
