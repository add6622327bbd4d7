import Forms
import Spreadsheet
import Testing

@Suite struct `Years over columns` {
  @Test(arguments: [
    ("2027", 2027), ("2027*", 2027), ("2.027", 2027), ("2027 1)", 2027), ("2027 [2]", 2027),
    ("1-1-2027", 2027), ("31.12.2027", 2027), ("2027\u{200B}", 2027),
  ])
  func `are plain years, whatever changes nothing about them`(text: String, year: Int) {
    guard case .year(year, _) = YearHeader.heading(text) else {
      Issue.record("\(text): \(YearHeader.heading(text))")
      return
    }
  }

  @Test(arguments: [
    "B2027", "FY2027", "Budget 2027", "År 2027", "2027 og frem", "2027 ff.", "2027ff", "2027 (og frem)",
    "2027 og følgende år", "Fra 2027", "2027 p/l", "2027 (fuldt indfaset)",
  ])
  func `may have words that only qualify them`(text: String) {
    guard case .qualified(2027, _) = YearHeader.heading(text) else {
      Issue.record("\(text): \(YearHeader.heading(text))")
      return
    }
  }

  @Test(arguments: ["2027 (note 1)", "2027, jf. note 1", "2027 note 2", "2027 [fodnote 3]"])
  func `may refer to a note`(text: String) {
    #expect(YearHeader.heading(text) == .year(2027, isUnusual: true))
  }

  @Test(arguments: [
    "Regnskab 2027", "Afvigelse 2027", "I alt 2027", "Enhedspris 2027", "1. kvartal 2027", "2027 (1.000 kr.)",
  ])
  func `are the sender's own under other words`(text: String) {
    #expect(YearHeader.heading(text) == .other(2027))
  }

  @Test(arguments: [
    "2026-2027", "2027/28", "2027/2028", "27", "B27", "14-01-2027", "20277", "1985", "202Z", "2O27", "20l7",
    "2027?", "Budget 2027?",
  ])
  func `cannot be read where the text is no single year`(text: String) {
    #expect(YearHeader.heading(text) == .unreadable)
  }

  @Test(arguments: [
    ("202", true), ("20227", true), ("202Z", true), ("2O27", true), ("2027?", true), ("2027", false),
    ("B2027", false), ("BS 20", false),
  ])
  func `are nearly one where a single sign is another`(text: String, isSlip: Bool) {
    #expect(YearHeader.isSlip(text) == isSlip)
  }

  @Test(arguments: ["1.000 kr. 2027 p/l", "", "Styringsområde", "Beløb i kr. 2027"])
  func `are not looked for in other words`(text: String) {
    #expect(YearHeader.heading(text) == .none)
  }
}
