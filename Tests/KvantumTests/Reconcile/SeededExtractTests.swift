import Kvantum
import ProposalModel
import Spreadsheet
import Foundation
import TestSupport
import Testing

#if DEBUG
  private let size = (rows: 20_000, seeds: 120, proposals: 150)
#else
  private let size = (rows: 200_000, seeds: 1_000, proposals: 1_250)
#endif

/// An extract of the size of a city's, most of it other people's business, with discrepancies of all kinds
/// sown into it.
private struct SeededExtract {
  private(set) var expected: [ExpectedPosting] = []
  private(set) var lines: [String] = []
  /// What must be found: kind, proposal, and the row in the file (0 for what is missing).
  private(set) var sown: Set<String> = []
  let proposals: [String]
  private var random: SeededNumbers

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    proposals = (1...size.proposals).map { "BC\($0 + 1_000)" }
    var rows: [(line: String, sign: String?)] = []
    for (index, proposal) in proposals.enumerated() {
      let postings = makePostings(of: proposal)
      expected += postings
      let kind = index < size.seeds ? DiscrepancyKind.allCases[index % DiscrepancyKind.allCases.count] : nil
      rows += post(postings, proposal, kind)
    }
    while rows.count < size.rows { rows.append((foreign(), nil)) }
    rows.shuffle(using: &random)
    lines =
      ["Bilag;Reference;Bevilling;Profitcenter;Funktion;Art;PSP;Regnskabsår;Beløb;Tekst"] + rows.map(\.line)
    // Of two equal rows the later one is the one too many.
    let last = rows.enumerated().reduce(into: [String: Int]()) { last, row in
      if let sign = row.element.sign { last[sign] = row.offset + 2 }
    }
    for (sign, row) in last { sown.insert("\(sign) \(row)") }
    for (index, proposal) in proposals.prefix(size.seeds).enumerated()
    where DiscrepancyKind.allCases[index % 6] == .missing {
      sown.insert("mangler \(proposal) 0")
    }
  }

  /// Two to four accounts, most with one amount that goes on, and counter-entries.
  private mutating func makePostings(of proposal: String) -> [ExpectedPosting] {
    (0..<random.number(2...4)).flatMap { account -> [ExpectedPosting] in
      let codes = PostingCodes(
        appropriation: String(random.number(1_000...9_999)), profitCentre: String(random.number(100...9_999)),
        function: "6.45.\(random.number(10...99))", kind: "\(random.number(1...9)).0")
      let full = Int64(random.number(20...90_000)) * 1_000 + Int64(account)
      return (2022...2027).map { year in
        let amount = year == 2022 ? full / 2 : full
        return ExpectedPosting(proposal: proposal, codes: codes, year: year, amount: Amount(kroner: -amount))
      }
    }
  }

  /// The rows of a proposal; some postings in parts, some together, one of them wrong.
  private mutating func post(_ postings: [ExpectedPosting], _ proposal: String, _ kind: DiscrepancyKind?)
    -> [(line: String, sign: String?)]
  {
    let wrong = random.number(0...postings.count - 1)
    var rows: [(line: String, sign: String?)] = []
    for (index, posting) in postings.enumerated() {
      guard index == wrong, let kind else {
        rows += parts(of: posting).map { ($0, nil) }
        continue
      }
      let sign = "\(kind.rawValue) \(proposal)"
      switch kind {
      case .missing: break
      case .wrongAmount: rows.append((line(posting, amount: posting.amount + Amount(kroner: 13)), sign))
      case .wrongYear: rows.append((line(posting, year: posting.year + 7), sign))
      case .wrongAccount: rows.append((line(posting, centre: "77777"), sign))
      case .postedTwice: rows += [(line(posting), sign), (line(posting), sign)]
      case .notOurs:
        rows += [
          (line(posting), nil), (line(posting, year: 2031, centre: "88888", amount: Amount(kroner: 7)), sign),
        ]
      }
    }
    return rows
  }

  /// The posting in one row, or in two or three that add up to it.
  private mutating func parts(of posting: ExpectedPosting) -> [String] {
    guard random.chance(15) else { return [line(posting)] }
    let first = Amount(kroner: Int64(random.number(1...9_999)) * 7)
    let second = Amount(kroner: Int64(random.number(1...9_999)) * 11)
    return [
      line(posting, amount: first), line(posting, amount: second),
      line(posting, amount: posting.amount - first - second),
    ]
  }

  private mutating func line(
    _ posting: ExpectedPosting, year: Int? = nil, centre: String? = nil, amount: Amount? = nil
  ) -> String {
    let codes = posting.codes.codes
    let amount = (amount ?? posting.amount).danish(in: .kroner)
    // Some name the proposal in the column of references, some in the text only.
    let isInText = random.chance(30)
    let words = [
      String(random.number(1...999_999)), isInText ? "" : posting.proposal, codes[0], centre ?? codes[1],
      codes[2], codes[3], "",
      String(year ?? posting.year), amount,
      isInText ? "Budgetkorrektion \(posting.proposal), vedtaget" : "Budgetkorrektion",
    ]
    return words.joined(separator: ";")
  }

  /// A row that is none of ours: other references, or none.
  private mutating func foreign() -> String {
    let reference = random.chance(50) ? "" : "KB\(random.number(1...9_999))"
    let words = [
      String(random.number(1...999_999)), reference, String(random.number(1_000...9_999)),
      String(random.number(100...9_999)),
      "64\(random.number(100...999))", "\(random.number(1...9)).0", "", String(random.number(2020...2027)),
      Amount(kroner: Int64(random.number(1...900_000)) * 100 + 37).danish(in: .kroner), "Løn og drift",
    ]
    return words.joined(separator: ";")
  }
}

@Test func `every seeded discrepancy of an extract is found, and nothing else`() throws {
  let extract = SeededExtract(seed: 6)
  let folder = try TemporaryFolder()
  try folder.write(Array(extract.lines.joined(separator: "\r\n").utf8), to: "udtraek.csv")
  let report = try ReconcileReport(
    expected: extract.expected, proposals: extract.proposals, extract: folder.path("udtraek.csv"))
  #expect(report.rows == size.rows)
  #expect(report.findings == [])
  let result = report.result
  let found = result.rest.map { rest in
    "\(rest.kind.rawValue) \(rest.proposal) \(rest.posted.first?.row ?? 0)"
  }
  #expect(found.count == size.seeds)
  #expect(Set(found).symmetricDifference(extract.sown).sorted().prefix(10) == [])
  let lost = result.rest.count { ![.postedTwice, .notOurs].contains($0.kind) }
  #expect(result.matched.map(\.expected.count).reduce(0, +) == extract.expected.count - lost)
}
