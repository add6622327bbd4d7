import ProposalModel

/// The order in which ties are settled: committees in the round's order from the starting one, each one's own
/// row before its units, accounts by text.
struct TieOrder: Sendable {
  let round: Round
  private let first: Int

  /// `start` counts the committees that take part in ligedeling.
  init(round: Round, start: Int) {
    self.round = round
    let sharing = round.committees.indices.filter { round.committees[$0].takesEqualShare }
    first = sharing.isEmpty ? 0 : sharing[((start % sharing.count) + sharing.count) % sharing.count]
  }

  /// The short name of the committee at which ties start.
  var startingCommittee: String? {
    round.committees.indices.contains(first) ? round.committees[first].code : nil
  }

  /// The places of `keys` in the order of ties.
  func sorted(_ keys: [LeafKey]) -> [Int] { sorted(keys, rotated: true) }

  /// The places of `keys` in the round's printed order.
  func printed(_ keys: [LeafKey]) -> [Int] { sorted(keys, rotated: false) }

  /// One path per key for the tree: committee, unit, account.
  func paths(of sorted: [LeafKey]) -> [[Int]] {
    let ranks = self.ranks(sorted, rotated: true)
    var paths: [[Int]] = []
    for (place, key) in sorted.enumerated() {
      let isNewCommittee = place == 0 || sorted[place - 1].recipient.committee != key.recipient.committee
      let isNewUnit = isNewCommittee || sorted[place - 1].recipient.unit != key.recipient.unit
      let last = paths.last ?? [-1, -1, -1]
      paths.append([
        last[0] + (isNewCommittee ? 1 : 0), isNewCommittee ? 0 : last[1] + (isNewUnit ? 1 : 0),
        ranks[place].account == nil ? 0 : place + 1,
      ])
    }
    return paths
  }

  private struct Rank: Comparable {
    var committee: Int
    var code: String
    var unit: Int
    var unitName: String
    var account: String?

    static func < (left: Rank, right: Rank) -> Bool {
      if left.committee != right.committee { return left.committee < right.committee }
      if left.code != right.code { return left.code < right.code }
      if left.unit != right.unit { return left.unit < right.unit }
      if left.unitName != right.unitName { return left.unitName < right.unitName }
      guard let second = right.account else { return false }
      return left.account.map { $0 < second } ?? true
    }
  }

  private func sorted(_ keys: [LeafKey], rotated: Bool) -> [Int] {
    let ranks = self.ranks(keys, rotated: rotated)
    return keys.indices.sorted { ranks[$0] < ranks[$1] }
  }

  private func ranks(_ keys: [LeafKey], rotated: Bool) -> [Rank] {
    let count = round.committees.count
    var committees: [String: Int] = [:]
    for (place, committee) in round.committees.enumerated() {
      committees[committee.code] = rotated ? (place - first + count) % count : place
    }
    return keys.map { key in
      let units = round.committee(key.recipient.committee)?.units ?? []
      let unit =
        key.recipient.unit.map { name in 1 + (units.firstIndex { $0.name == name } ?? units.count) } ?? 0
      return Rank(
        committee: committees[key.recipient.committee] ?? count, code: key.recipient.committee, unit: unit,
        unitName: key.recipient.unit ?? "", account: key.account.map { $0.printed })
    }
  }
}
