import ProposalModel

/// What an extract is searched for.
struct WantedPostings {
  private let proposals: [String: String]
  /// How the numbers of the proposals are made up, by ``shape(of:)``.
  private let shapes: Set<String>
  private let profitCentres: Set<String>
  private let codes: Set<PostingCodes>
  /// The codes that can be compared with rows of the extract, by which of them are said.
  private var comparable: [UInt8: Set<PostingCodes>] = [:]
  private let years: Set<Int>
  private let amounts: Set<Amount>
  /// Where budgets are looked for, the codes that tell them apart: all of these must agree, those that are not
  /// said too.
  private var budgetMask: UInt8?

  /// Looks for the budgets of `codes`, which only say what is in `mask`, whatever year and proposal.
  init(budgets codes: [PostingCodes], mask: UInt8) {
    (proposals, shapes, years, amounts) = ([:], [], [], [])
    self.codes = Set(codes)
    profitCentres = mask & 2 == 0 ? [""] : Set(codes.map { $0.codes[1] })
    budgetMask = mask
  }

  init(_ expected: [ExpectedPosting], proposals: [String]) {
    self.proposals = Dictionary(proposals.map { (Spelling.key($0), $0) }) { first, _ in first }
    shapes = Set(self.proposals.keys.map(Self.shape).filter { $0.contains("a") && $0.contains("0") })
    codes = Set(expected.map(\.codes))
    profitCentres = Set(codes.map { $0.codes[1] })
    years = Set(expected.map(\.year))
    // A row can be the sum of the postings of several proposals under one key.
    let keys = Dictionary(grouping: expected) { [String($0.year)] + $0.codes.codes }
    amounts = Set(expected.map(\.amount)).union(keys.values.map { $0.map(\.amount).sum() })
  }

  /// Sets which codes the extract has columns for.
  mutating func prepare(_ mask: UInt8) {
    if let budgetMask {
      comparable = [budgetMask & mask: Set(codes.map { $0.masked(mask) })]
      return
    }
    for codes in codes { comparable[codes.said & mask, default: []].insert(codes.masked(codes.said & mask)) }
  }

  /// The proposal that a text names: as a whole, or as one of its words.
  package func proposal(in text: String) -> String? {
    if let whole = proposals[Spelling.key(text)] { return whole }
    return words(of: text).lazy.compactMap { proposals[Spelling.key($0)] }.first
  }

  /// The word of a text that is made up like the number of a proposal and is none of these: `DA05` beside `BC08`.
  func otherProposal(in text: String) -> String? {
    words(of: text).first { word in
      let key = Spelling.key(word)
      return proposals[key] == nil && shapes.contains(Self.shape(of: key))
    }
  }

  private func words(of text: String) -> [String] {
    text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }).map(String.init)
  }

  /// `aa00` of `BC08` and `DA05`.
  private static func shape(of key: String) -> String {
    String(key.map { $0.isNumber ? "0" : "a" })
  }

  /// Whether a row under a profit centre can be one that is expected.
  func mayBeOurs(_ profitCentre: String) -> Bool {
    profitCentres.contains(profitCentre) || profitCentre.isEmpty || profitCentres.contains("")
  }

  /// Whether a row that names no proposal stands under an expected account; where others name theirs, it must
  /// be just as expected.
  func isOurs(_ row: PostedRow, hasNames: Bool) -> Bool {
    if hasNames, !years.contains(row.year) || !amounts.contains(row.amount) { return false }
    return isExpected(row.codes)
  }

  /// Whether codes are those of an expected account.
  func isExpected(_ codes: PostingCodes) -> Bool {
    comparable.contains { mask, expected in expected.contains(codes.masked(mask)) }
  }
}
