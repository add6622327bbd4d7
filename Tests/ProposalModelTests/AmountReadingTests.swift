import ProposalModel
import Testing

private func read(_ text: String, _ unit: AmountUnit = .thousandKroner) -> AmountReading {
  AmountReading(typed: text, unit: unit)
}

@Test(arguments: [
  ("-1.275", -127_500_000), ("1050", 105_000_000), ("1.050", 105_000_000), ("0", 0),
  ("1.275,50", 127_550_000), ("1275,5", 127_550_000),
  ("-0,01", -1_000), ("12.345.678", 1_234_567_800_000), (" 7 ", 700_000),
])
func `a Danish amount of 1.000 kr. is read to the øre`(text: String, oere: Int64) {
  #expect(read(text) == .amount(Amount(oere: oere), notes: []))
}

@Test(arguments: [
  ("−1.275", -127_500_000, [AmountNote.unicodeMinus]), ("–1.275", -127_500_000, [.unicodeMinus]),
  ("- 3.000", -300_000_000, [.innerSpaces]),
  ("-2. 750", -275_000_000, [.innerSpaces]), ("1.275-", -127_500_000, [.trailingMinus]),
  ("(1.275)", -127_500_000, [.parentheses]),
  ("1 275", 127_500_000, [.innerSpaces]), ("1\u{A0}275", 127_500_000, [.innerSpaces]),
  ("1\u{202F}275", 127_500_000, [.innerSpaces]),
  ("1\u{2007}275", 127_500_000, [.innerSpaces]), ("1.40 0", 140_000_000, [.innerSpaces]),
  ("1.275 t.kr.", 127_500_000, [.unit]),
  ("+5", 500_000, [.plus]),
])
func `an unusual but certain writing is read with a note`(text: String, oere: Int64, notes: [AmountNote]) {
  #expect(read(text) == .amount(Amount(oere: oere), notes: notes))
}

@Test(arguments: [
  ("1,275", AmountAmbiguity.separator), ("1.27", .separator), ("0.5", .separator), ("1.6780", .grouping),
  ("1234.567", .grouping),
  ("12 75", .grouping), ("½", .fraction), ("1.275 kr.", .unit), ("5 mio. kr.", .unit), ("0275", .leadingZero),
  ("0.275", .leadingZero),
  ("99.999.999.999.999", .tooLarge), ("1,2,3", .separator), ("5,", .separator), ("1.275,505", .separator),
])
func `an amount that can be read in two ways is never guessed`(text: String, why: AmountAmbiguity) {
  #expect(read(text) == .ambiguous(why))
}

@Test(arguments: ["1.111+08", "abc", "12abc", "--5", "-5-", "(-5)", "1e5", "6 år", "#REF!", "x"])
func `what is no number is unreadable`(text: String) {
  #expect(read(text) == .unreadable)
}

@Test(arguments: ["-", "–", "−", " - "])
func `a lone dash is a dash, not a zero`(text: String) {
  #expect(read(text) == .dash)
}

@Test(arguments: ["", "  ", "\u{A0}", "\n"])
func `nothing is blank, not a zero`(text: String) {
  #expect(read(text) == .blank)
}

@Test func `kroner have øre, and thousands are another unit there`() {
  #expect(read("1.275,50 kr.", .kroner) == .amount(Amount(oere: 127_550), notes: [.unit]))
  #expect(read("1.275 t.kr.", .kroner) == .ambiguous(.unit))
}

@Test func `a stored number with three decimals of 1.000 kr. is ambiguous, since a point may have been lost`()
{
  #expect(AmountReading(storedMantissa: 1275, scale: 3, unit: .thousandKroner) == .ambiguous(.decimals))
  #expect(
    AmountReading(storedMantissa: 12751, scale: 1, unit: .thousandKroner)
      == .amount(Amount(oere: 127_510_000), notes: []))
}

@Test(arguments: [
  (-127_550_000, "-1.275,5"), (0, "0"), (1_234_567_800_000, "12.345.678"), (-1_000, "-0,01"),
  (99_900_000, "999"), (100_000_000, "1.000"),
])
func `an amount is printed exactly, in Danish`(oere: Int64, text: String) {
  #expect(Amount(oere: oere).danish() == text)
  #expect(read(text) == .amount(Amount(oere: oere), notes: []))
}

@Test func `every amount of ten kroner reads back as printed`() {
  var state: UInt64 = 7
  for _ in 0..<20_000 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let amount = Amount(oere: (Int64(bitPattern: state) >> 20) / 1_000 * 1_000)
    #expect(read(amount.danish()) == .amount(amount, notes: []))
  }
}
