@testable import Forms
import Spreadsheet
import Testing

@Suite struct `Years over columns` {
  @Test(arguments: [
    ("2027", 2027), ("2027*", 2027), ("B2027", 2027), ("Budget 2027", 2027), ("År 2027", 2027),
    ("2027 og frem", 2027), ("2027 ff.", 2027),
    ("2027ff", 2027), ("2027 (og frem)", 2027), ("2027 og følgende år", 2027), ("Fra 2027", 2027),
    ("2027 1)", 2027), ("2027 [2]", 2027),
    ("I alt 2027", nil), ("1.000 kr. 2027 p/l", nil), ("2027 p/l", nil), ("2.027", nil), ("2027,5", nil),
    ("2026-2027", nil),
    ("Regnskab 2022", nil), ("1985", nil), ("20277", nil), ("Enhedspris 2027", nil), ("14-01-2027", nil),
    ("", nil),
  ])
  func `are read whatever stands beside them that changes nothing`(text: String, year: Int?) {
    #expect(YearHeader.year(text) == year)
  }

  @Test(arguments: [
    ("2027/28", 2027), ("2027 p/l", 2027), ("2027 (fuldt indfaset)", 2027), ("I alt 2027", nil),
    ("1.000 kr. 2027 p/l", nil),
  ])
  func `at the beginning of a header are enough beside the column of the year before`(
    text: String, year: Int?
  ) throws {
    let cell = Cell(
      address: try #require(CellAddress("F2")), value: .text(text), formula: nil, isHidden: false)
    #expect(YearHeader.leading(cell) == year)
  }
}
