import Distribution
import ProposalModel
import Testing

@Test(arguments: [(-270, 7, "-270/7"), (270, -7, "-270/7"), (14, 7, "2"), (0, 5, "0"), (-6, 4, "-3/2")])
func `a fraction is reduced, with its sign in front and no one below the bar`(
  above: Int, below: Int, text: String
) {
  #expect(Fraction(Int128(above), over: Int128(below))?.description == text)
  #expect(Fraction(description: text)?.description == text)
}

@Test(arguments: [
  ("1/2", 1), ("-1/2", -1), ("3/2", 2), ("-3/2", -2), ("1/3", 0), ("-2/3", -1), ("5", 5), ("-270/7", -39),
])
func `a half is rounded away from zero, so a saving mirrors a cost`(text: String, nearest: Int) {
  #expect(fraction(text).roundedHalfAwayFromZero == Int128(nearest))
}

@Test(arguments: [("1/2", 0, 1), ("-1/2", -1, 0), ("-7/3", -3, -2), ("4", 4, 4)])
func `floor and ceiling enclose a fraction`(text: String, floor: Int, ceiling: Int) {
  #expect(fraction(text).floor == Int128(floor))
  #expect(fraction(text).ceiling == Int128(ceiling))
}

@Test(arguments: ["", "1/0", "/7", "a", "1/-7", "1/2/3"])
func `text that is no fraction is refused`(text: String) {
  #expect(Fraction(description: text) == nil)
}

@Test func `what leaves 128 bits is nil, not a trap`() {
  let large = Fraction(Int128.max, over: 1) ?? .zero
  #expect(large.adding(large) == nil)
  #expect(large.multiplied(by: large) == nil)
  #expect(Fraction(Int128.min, over: 3) == nil)
}

@Test func `fractions compare exactly where products leave 128 bits`() {
  let left = Fraction(Int128.max - 1, over: Int128.max)
  let right = Fraction(Int128.max - 2, over: Int128.max - 1)
  #expect(left != nil && right != nil && (right ?? .one) < (left ?? .zero))
}

@Test(arguments: [
  ("-270/7", "-38,57"), ("1/3", "0,33"), ("-1/1000", "0,00"), ("12345678/10", "1.234.567,80"),
  ("999999/1000", "1.000,00"),
])
func `a fraction reads as a Danish decimal`(text: String, danish: String) {
  #expect(fraction(text).danish() == danish)
}
