import AllocationTables
import Kvantum
import ProposalModel
import TestSupport
import Testing

/// Any rows on few accounts, so that many have the same key.
private func rows(_ random: inout SeededNumbers) -> [CorrectionBook.Row] {
  (0..<random.number(0...12)).map { _ in
    let account = RoundAccount(
      appropriationCode: "3641", profitCentre: String(random.number(1...2)), function: "5.38.52", kind: "1.0")
    let correction = Correction(
      earlier: "BC\(random.number(1...2))", table: random.number(0...1) == 0 ? "B" : "D",
      isCounterEntry: random.number(0...3) == 0, lineIDs: [], text: "",
      recipient: random.number(0...1) == 0 ? nil : Recipient("SUD"), controlArea: .service,
      section: .permanent,
      year: random.number(2022...2023), amount: Amount(kroner: Int64(random.number(0...6)) * 1_000 - 3_000),
      priceLevel: 2022, writtenPriceLevel: 2023, account: account, accountSource: nil)
    return CorrectionBook.Row(
      list: random.number(0...4) == 0 ? .ifNotAdopted : .adopted, isPostable: true, correction: correction,
      sources: [])
  }
}

/// Everything that tells one posting from another, and the amounts.
private func sums(_ rows: [CorrectionBook.Row]) -> [String: Amount] {
  var sums: [String: Amount] = [:]
  for row in rows {
    let correction = row.correction
    let key = [
      row.list.rawValue, correction.proposal, correction.table, "\(correction.isCounterEntry)",
      correction.recipient?.spelling ?? "", correction.account.profitCentre ?? "", "\(correction.year)",
    ].joined(separator: "|")
    sums[key, default: .zero] += correction.amount
  }
  return sums.filter { $0.value != .zero }
}

@Suite struct `The difference between two sets` {
  @Test func `takes the first to the second, key by key, whatever they are`() {
    var random = SeededNumbers(seed: 13)
    for _ in 0..<2_000 {
      let (old, new) = (rows(&random), rows(&random))
      let difference = CorrectionDifference(from: old, to: new).rows
      #expect(sums(old + difference) == sums(new))
      #expect(difference.allSatisfy { $0.correction.amount != .zero })
      #expect(sums(difference).count == difference.count, "one row per key")
      for row in difference {
        #expect(row.change.map { $0.now - $0.before } == row.correction.amount)
      }
    }
  }

  @Test func `between a set and itself is nothing`() {
    var random = SeededNumbers(seed: 14)
    for _ in 0..<200 {
      let set = rows(&random)
      #expect(CorrectionDifference(from: set, to: set.reversed()).rows.isEmpty)
    }
  }
}
