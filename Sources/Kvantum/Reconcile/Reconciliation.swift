public import ProposalModel

/// What is wrong with a posting.
public enum DiscrepancyKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Expected, and nowhere in the extract.
  case missing = "mangler"
  /// In its place with another amount.
  case wrongAmount = "forkert beløb"
  /// With its amount in its year, under other codes.
  case wrongAccount = "forkert konto"
  /// With its amount under its codes, in another year.
  case wrongYear = "forkert år"
  /// In its place once more.
  case postedTwice = "posteret to gange"
  /// Names the proposal, and nothing like it is expected.
  case notOurs = "ikke vores"

  /// What to do about it, in Danish.
  public var remedy: String {
    switch self {
    case .missing: "Posteres."
    case .wrongAmount: "Ret beløbet med forskellen."
    case .wrongAccount: "Omposteres til den forventede konto."
    case .wrongYear: "Omposteres til det forventede år."
    case .postedTwice: "Tilbageføres."
    case .notOurs: "Find ud af, hvem der har posteret, og hvorfor; tilbageføres, hvis det er en fejl."
    }
  }
}

/// One thing to be dealt with.
public struct Discrepancy: Hashable, Sendable {
  /// What is wrong.
  public var kind: DiscrepancyKind
  /// Forslagsnummer.
  public var proposal: String
  /// What was expected; several only where they were posted as one. `nil` for rows that nothing is expected
  /// for.
  public var expected: ExpectedPosting?
  /// The rows of the extract; empty for what is missing.
  public var posted: [PostedRow]
  /// Rows of the extract that could not be read, and may be the posting that is missed.
  public internal(set) var unread: [Int] = []
  /// A row of the extract that is booked as what is missed should be, and names this proposal instead.
  var other: OthersRow?

  /// What to do about it, in Danish.
  public var remedy: String {
    if kind == .missing, let other {
      return "Posteres først, når række \(other.posted.row) er afklaret: den har samme konto, år og beløb, "
        + "men nævner \(other.proposal)."
    }
    guard kind == .missing, let first = unread.first else { return kind.remedy }
    let rows =
      unread.count == 1 ? "række \(first)" : "rækkerne \(unread.map(String.init).joined(separator: ", "))"
    return "Posteres først, når \(rows) er afklaret: posteringen kan stå der, men kan ikke læses."
  }

  /// A thing to be dealt with.
  init(kind: DiscrepancyKind, proposal: String, expected: ExpectedPosting?, posted: [PostedRow]) {
    (self.kind, self.proposal, self.expected, self.posted) = (kind, proposal, expected, posted)
  }

  /// What is posted too much (or too little, negative).
  public var difference: Amount {
    let sum = posted.map(\.amount).sum()
    return kind == .postedTwice || kind == .notOurs ? sum : sum - (expected?.amount ?? .zero)
  }
}

/// Expected corrections against what was posted.
public struct Reconciliation: Sendable {
  /// Expected postings that were found, with the rows that they are: one to one, one to several, or several
  /// to one.
  public private(set) var matched: [(expected: [ExpectedPosting], posted: [PostedRow])] = []
  /// What is left to be dealt with, by proposal in the order of the expected postings, then by kind and
  /// place.
  public private(set) var rest: [Discrepancy] = []
  /// Rows taken for ours by account, year and amount although they do not name the proposal.
  public private(set) var withoutReference: [PostedRow] = []

  /// Compares `expected` with the rows under the expected accounts of an extract that names no proposals at
  /// all. Rows that nothing is expected for are other people's business there.
  public init(expected: [ExpectedPosting], nameless rows: [PostedRow]) {
    var matching = PostingMatching("", expected, rows)
    matching.run { _ in nil }
    matched = matching.matched
    rest = matching.rest.filter { $0.kind != .notOurs }
  }

  /// Rows of corrections that could not be posted as they were, because their account is not complete, and
  /// have been posted all the same.
  public private(set) var completedByHand: [PostedRow] = []

  /// Compares `expected` with the rows of the extract.
  /// - Parameters:
  ///   - expected: the corrections that have to be posted.
  ///   - unpostable: corrections without a complete account: a row of their proposal, year and amount is
  ///     theirs, whatever it is booked under, but nothing is missed where there is none.
  ///   - posted: the rows that name a proposal, by its number.
  ///   - unnamed: rows that name none, under an expected account, in an expected year, with an expected
  ///     amount.
  public init(
    expected: [ExpectedPosting], unpostable: [ExpectedPosting] = [], posted: [String: [PostedRow]],
    unnamed: [PostedRow] = []
  ) {
    var (expected, posted, unnamed) = (expected, posted, unnamed)
    takeKeySums(&expected, &posted, &unnamed)
    var order: [String] = []
    var groups: [String: [ExpectedPosting]] = [:]
    for posting in expected {
      if groups[posting.proposal] == nil { order.append(posting.proposal) }
      groups[posting.proposal, default: []].append(posting)
    }
    order += posted.keys.filter { groups[$0] == nil }.sorted()
    var free = UnnamedRows(unnamed)
    for proposal in order {
      var matching = PostingMatching(proposal, groups[proposal] ?? [], posted[proposal] ?? [])
      matching.run { expected in
        guard let row = free.take(expected) else { return nil }
        withoutReference.append(row)
        return row
      }
      matched += matching.matched
      rest += matching.rest
    }
    takeUnpostable(unpostable)
  }

  /// Tells of every posting that is missed which of the rows that could not be read may be it.
  package mutating func note(unread rows: [UnreadRow]) {
    guard !rows.isEmpty else { return }
    for index in rest.indices where rest[index].kind == .missing {
      guard let posting = rest[index].expected else { continue }
      rest[index].unread = rows.filter { $0.mayBe(posting) }.prefix(12).map(\.row)
    }
  }

  /// Tells of every posting that is missed the row that is booked alike and names another proposal; each row of one
  /// posting only.
  mutating func note(ofOthers rows: [OthersRow]) {
    var open = rows
    for index in rest.indices where rest[index].kind == .missing {
      guard let posting = rest[index].expected,
        let match = open.firstIndex(where: { $0.isBooked(as: posting) })
      else { continue }
      rest[index].other = open.remove(at: match)
    }
  }

  /// Matches rows that are the sum of several proposals' postings under one key, as a file with one row per
  /// key loads them. Only a row that stands alone in its place is taken.
  private mutating func takeKeySums(
    _ expected: inout [ExpectedPosting], _ posted: inout [String: [PostedRow]], _ unnamed: inout [PostedRow]
  ) {
    struct Key: Hashable {
      var codes: PostingCodes
      var year: Int
    }
    var wanted: [Key: [Int]] = [:]
    for (index, posting) in expected.enumerated() {
      wanted[Key(codes: posting.codes, year: posting.year), default: []].append(index)
    }
    wanted = wanted.filter { Set($0.value.map { expected[$0].proposal }).count > 1 }
    guard !wanted.isEmpty else { return }
    let masks = Set(wanted.keys.map(\.codes.said))
    var found: [Key: [PostedRow]] = [:]
    for row in posted.values.joined() + unnamed {
      for mask in masks {
        let key = Key(codes: row.codes.masked(mask), year: row.year)
        if wanted[key] != nil { found[key, default: []].append(row) }
      }
    }
    var done: Set<Int> = []
    for (key, indices) in wanted {
      let sum = indices.map { expected[$0].amount }.sum()
      let rows = found[key] ?? []
      guard sum == .zero ? rows.isEmpty : rows.map(\.amount) == [sum] else { continue }
      matched.append((indices.map { expected[$0] }, rows))
      done.formUnion(indices)
      for row in rows {
        posted = posted.mapValues { $0.filter { $0 != row } }
        unnamed.removeAll { $0 == row }
      }
    }
    expected = expected.indices.filter { !done.contains($0) }.map { expected[$0] }
  }

  /// What a row without an expected account must be.
  private struct Sum: Hashable {
    var proposal: String
    var year: Int
    var amount: Amount
  }

  private mutating func takeUnpostable(_ unpostable: [ExpectedPosting]) {
    guard !unpostable.isEmpty else { return }
    var open = unpostable.reduce(into: [Sum: Int]()) {
      $0[Sum(proposal: $1.proposal, year: $1.year, amount: $1.amount), default: 0] += 1
    }
    rest.removeAll { discrepancy in
      guard discrepancy.kind == .notOurs, let row = discrepancy.posted.first else { return false }
      let sum = Sum(proposal: discrepancy.proposal, year: row.year, amount: row.amount)
      guard let count = open[sum], count > 0 else { return false }
      open[sum] = count - 1
      completedByHand.append(row)
      return true
    }
  }
}

/// Rows that name no proposal, found by what they are booked under, year and amount.
private struct UnnamedRows {
  private struct Key: Hashable {
    var codes: PostingCodes
    var year: Int
    var amount: Amount
  }

  private let rows: [PostedRow]
  private var indices: [UInt8: [Key: [Int]]] = [:]
  private var used: Set<Int> = []

  init(_ rows: [PostedRow]) { self.rows = rows }

  /// The first row that is booked as expected.
  mutating func take(_ expected: ExpectedPosting) -> PostedRow? {
    guard !rows.isEmpty else { return nil }
    let mask = expected.codes.said
    if indices[mask] == nil {
      indices[mask] = rows.indices.reduce(into: [:]) { index, row in
        index[
          Key(codes: rows[row].codes.masked(mask), year: rows[row].year, amount: rows[row].amount),
          default: []
        ].append(row)
      }
    }
    let key = Key(codes: expected.codes, year: expected.year, amount: expected.amount)
    guard let found = indices[mask]?[key]?.first(where: { !used.contains($0) }) else { return nil }
    used.insert(found)
    return rows[found]
  }
}
