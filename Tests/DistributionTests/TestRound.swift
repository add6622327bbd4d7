import Distribution
import ProposalModel

/// The committees of Copenhagen in printed order, Borgerrådgiveren last, with two units under Økonomiudvalget
/// and two keys.
func copenhagen() -> Round { made }

private let made = makeCopenhagen()

private func makeCopenhagen() -> Round {
  let names = [
    ("ØU", "Økonomiudvalget"), ("KFU", "Kultur- og Fritidsudvalget"), ("BUU", "Børne- og Ungdomsudvalget"),
    ("SOU", "Sundheds- og Omsorgsudvalget"), ("SUD", "Socialudvalget"), ("TMU", "Teknik- og Miljøudvalget"),
    ("BIU", "Beskæftigelses- og Integrationsudvalget"), ("BOR", "Borgerrådgiveren"),
  ]
  let committees = names.map { code, name in
    Committee(
      code: code, name: name, administrationCode: code + "-F", administrationName: name + "s forvaltning",
      takesEqualShare: code != "BOR",
      units: code == "ØU"
        ? [OrganisationalUnit(name: "Koncernservice"), OrganisationalUnit(name: "Koncern IT")] : [])
  }
  var round = Round(
    id: "test", name: "Test", years: [2018, 2019, 2020, 2021, 2022], writtenPriceLevel: 2018,
    implementedPriceLevel: 2018,
    committees: committees)
  round.keys = [
    key("Årsværk", [("ØU", "12,5"), ("KFU", "37,5"), ("BUU", "0"), ("SUD", "50")]),
    key("Tomt", [("ØU", "0"), ("KFU", "0")]), key("Negativ", [("ØU", "2"), ("KFU", "-1")]),
    key("Ukendt", [("ØU", "2"), ("XYZ", "1")]),
    key("Brøk", [("ØU", "1/3"), ("ØU/Koncern IT", "1/6"), ("KFU", "1/2")]),
  ]
  return round
}

private func key(_ name: String, _ weights: [(String, String)]) -> DistributionKey {
  DistributionKey(
    name: name,
    weights: weights.compactMap { spelling, text in
      guard let recipient = Recipient(spelling: spelling), let weight = Weight(parsing: text) else {
        return nil
      }
      return KeyWeight(recipient, weight)
    })
}

/// Reads a rule as a Fordeling cell writes it.
func rule(_ text: String) -> DistributionRule {
  (try? DistributionRule(parsing: text) { Recipient(spelling: $0) }) ?? .direct(Recipient("unreadable"))
}

/// A line of whole thousands.
func line(_ id: String, _ thousands: [Int64], _ text: String, own: String? = nil, account: String? = nil)
  -> BlockLine
{
  BlockLine(
    id: id, text: "Linje \(id)", amounts: thousands.map { Amount(thousands: $0) }, rule: rule(text),
    own: own.map { Recipient($0) },
    account: account.flatMap { Account(parsing: $0) })
}

/// The shares of `lines` as whole thousands per committee or unit, in printed order, without the accounts.
func shares(
  _ lines: [BlockLine], _ policy: RoundingPolicy, section: LineSection = .permanent, start: Int = 0
) -> [(name: String, units: [Int64])] {
  let block = distribute(lines, policy, section: section, start: start)
  return block.rows.map { ($0.key.recipient.spelling, $0.rounded.map { $0.oere / 100_000 }) }
}

/// Distributes `lines` over the years from 2018.
func distribute(
  _ lines: [BlockLine], _ policy: RoundingPolicy, section: LineSection = .permanent, start: Int = 0,
  unit: Int64 = 1_000,
  factor: Fraction = .one
) -> DistributedBlock {
  let years = (lines.first?.amounts ?? []).indices.map { 2018 + $0 }
  return Distributor(round: copenhagen(), tieStart: start, policy: policy, bookingUnit: unit)
    .distribute(Block(section: section, years: years, lines: lines, priceFactor: factor))
}

/// `1/7` as a fraction.
func fraction(_ text: String) -> Fraction { Fraction(description: text) ?? .zero }
