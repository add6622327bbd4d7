import Foundation
import ProposalModel
import Testing

@Suite struct `The names of a round` {
  private let committees = [
    Committee(
      code: "KFU", name: "Kultur- og Fritidsudvalget", administrationCode: "KFF",
      administrationName: "Kultur- og Fritidsforvaltningen"),
    Committee(
      code: "SUD", name: "Socialudvalget", administrationCode: "SOF",
      administrationName: "Socialforvaltningen"),
  ]

  private func round(_ committees: [Committee]) -> Round {
    Round(
      id: "r", name: "Runde", years: [2022], writtenPriceLevel: 2022, implementedPriceLevel: 2022,
      committees: committees)
  }

  @Test func `a name that is doubted is asked about, not read`() {
    #expect(round(committees).read(name: "SUD?") == .unknown(nearest: "Socialudvalget"))
    #expect(round(committees).read(name: "Hvem ?") == .unknown(nearest: nil))
    #expect(ControlArea(spelling: "Anlæg") == .capital)
    #expect(ControlArea(spelling: "Anlæg?") == nil)
  }

  @Test func `are those of its committees, also after these have changed`() {
    var changed = round(committees)
    #expect(changed.recipient(named: "Socialforvaltningen") == Recipient("SUD"))
    #expect(changed.committee("SUD")?.name == "Socialudvalget")
    let before = changed
    changed.committees.remove(at: 0)
    changed.committees[0].name = "Udvalget for omsorg"
    #expect(changed.recipient(named: "KFU") == nil)
    #expect(changed.committee("KFU") == nil)
    #expect(changed.recipient(named: "Udvalget for omsorg") == Recipient("SUD"))
    #expect(changed.recipient(named: "Socialudvalget") == nil)
    #expect(changed.order(of: Recipient("SUD")) == 0)
    #expect(before.order(of: Recipient("SUD")) == 1_000)
    #expect(before.recipient(named: "KFU") == Recipient("KFU"))
  }

  @Test func `that were asked for make no other round`() throws {
    let asked = round(committees)
    _ = asked.recipient(named: "KFU")
    #expect(asked == round(committees))
    let data = try JSONEncoder().encode(asked)
    #expect(try JSONDecoder().decode(Round.self, from: data) == asked)
    #expect(!String(decoding: data, as: UTF8.self).contains("names"))
  }

  @Test(arguments: [
    ("OFS 2021-22", true), ("OFS 2021/22", true), ("ofs 2021-2022", true), ("OFS 21-22", false),
    ("OFS 2022-23", false),
  ])
  func `may have the second year in two digits`(text: String, isNamed: Bool) {
    var named = round(committees)
    named.name = "OFS 2021-2022"
    #expect(named.isNamed(text) == isNamed)
  }
}
