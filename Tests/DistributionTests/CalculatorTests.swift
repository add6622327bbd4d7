import Distribution
import ProposalModel
import Foundation
import Testing

private let calculator = Calculator(round: copenhagen())

@Test func `the calculator gives one row for each committee that takes part, and others only where named`() {
  let plain = calculator.calculate(years: [2019], amounts: [Amount(thousands: -270)], rule: rule("KFU"))
  #expect(plain.rows.map(\.recipient.spelling) == ["ØU", "KFU", "BUU", "SOU", "SUD", "TMU", "BIU"])
  #expect(plain.rows.map(\.amounts) == [[0], [-270], [0], [0], [0], [0], [0]])
  let named = calculator.calculate(
    years: [2019], amounts: [Amount(thousands: 3)], rule: rule("BOR 50 %; ØU/Koncern IT 50 %"))
  #expect(
    named.rows.map(\.recipient.spelling) == [
      "ØU", "ØU/Koncern IT", "KFU", "BUU", "SOU", "SUD", "TMU", "BIU", "BOR",
    ])
}

@Test func `the calculator writes the agreed JSON`() throws {
  let result = calculator.calculate(
    years: [2019], amounts: [Amount(thousands: -270)], rule: rule("Ligedeling"))
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  let text = String(decoding: try encoder.encode(result), as: UTF8.self)
  #expect(
    text.hasPrefix(
      #"{"difference":[0],"exactTotals":["-270"],"policy":"largest-remainder","rows":[{"amounts":[-39],"committee":"ØU","exact":["-270/7"],"unitName":null}"#
    ))
  #expect(text.hasSuffix(#""totals":[-270],"unit":1000,"years":[2019]}"#))
}

@Test func `the difference of as-published is no row`() {
  let result = calculator.calculate(
    years: [2019], amounts: [Amount(thousands: -270)], rule: rule("Ligedeling"), policy: .asPublished)
  #expect(result.rows.map(\.amounts) == Array(repeating: [-39], count: 7))
  #expect(result.difference == [3])
}

@Test func `with unit 1 shares are whole kroner`() {
  let result = Calculator(round: copenhagen(), bookingUnit: 1).calculate(
    years: [2019], amounts: [Amount(kroner: -10)], rule: rule("Ligedeling"))
  #expect(result.rows.map { $0.amounts[0] } == [-2, -2, -2, -1, -1, -1, -1])
  #expect(result.rows[0].exact == [fraction("-10/7")])
}

@Test func `policies side by side name the cells in which they differ`() {
  let comparison = calculator.compare(
    years: [2019], amounts: [Amount(thousands: -270)], rule: rule("Ligedeling"),
    policies: [.largestRemainder, .asPublished])
  #expect(comparison.differences.map(\.recipient.committee) == ["SUD", "TMU", "BIU"])
  #expect(comparison.differences.first?.amounts == [-38, -39])
  #expect(
    comparison.results.map(\.guarantee) == [
      RoundingPolicy.largestRemainder.guarantee, RoundingPolicy.asPublished.guarantee,
    ])
}
