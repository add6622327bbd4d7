import Kvantum
import ProposalModel
import Testing

private func key(_ centre: String, _ year: Int = 2023) -> BudgetKey {
  BudgetKey(codes: PostingCodes(appropriation: "3641", profitCentre: centre), year: year)
}

private func kroner(_ amount: Int64) -> Amount { Amount(kroner: amount) }

@Suite struct `Loads on a budget` {
  private let today = [key("588"): kroner(900_000_000), key("1060"): kroner(0)]

  @Test func `that add lose nothing`() {
    var load = LoadSimulation(.add, on: today)
    load.load([(key("588"), kroner(-270_000)), (key("1060"), kroner(5)), (key("588"), kroner(1))])
    #expect(load.budget == [key("588"): kroner(899_730_001), key("1060"): kroner(5)])
    #expect(load.lost.isEmpty)
  }

  @Test func `that replace leave the amount of the last record, and tell what is gone`() {
    var load = LoadSimulation(.replace, on: today)
    load.load([(key("588"), kroner(-270_000)), (key("1060"), kroner(5))])
    #expect(load.budget == [key("588"): kroner(-270_000), key("1060"): kroner(5)])
    #expect(load.lost == [key("588"): kroner(900_000_000)])
    load.load([(key("1060"), kroner(7))])
    #expect(load.lost[key("1060")] == kroner(5), "a second record of a key takes the place of the first")
  }

  @Test func `that delete and insert keep all records of a file, and nothing of what was there`() {
    var load = LoadSimulation(.deleteAndInsert, on: today)
    load.load([(key("588"), kroner(3)), (key("588"), kroner(4)), (key("1060"), kroner(5))])
    #expect(load.budget == [key("588"): kroner(7), key("1060"): kroner(5)])
    #expect(load.lost == [key("588"): kroner(900_000_000)])
    load.load([(key("588"), kroner(1))])
    #expect(load.lost[key("588")] == kroner(900_000_007))
  }

  @Test func `keep the years of an account apart`() {
    var load = LoadSimulation(.add, on: [key("588"): kroner(10)])
    load.load([(key("588", 2024), kroner(1))])
    #expect(load.budget == [key("588"): kroner(10), key("588", 2024): kroner(1)])
  }
}
