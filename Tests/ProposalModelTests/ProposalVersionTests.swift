import ProposalModel
import Testing

@Suite struct `Versions of a proposal` {
  @Test(arguments: [
    ("2", "1"), ("10", "9"), ("v2", "v1"), ("Version 1.2", "1.1"), ("1,2", "1"), ("2022-01-14", "2021-12-31"),
    ("14-01-2022", "13.01.2022"), ("1/2 2022", "31/1 2022"),
    ("01.02.22", "15.01.22"), ("2.9", "1.10"), ("1.20", "1.1"),
  ])
  func `a higher number or a later day is the later version`(later: String, earlier: String) throws {
    let (one, two) = (try #require(ProposalVersion(later)), try #require(ProposalVersion(earlier)))
    #expect(one.isLater(than: two) == true)
    #expect(two.isLater(than: one) == false)
  }

  @Test func `a number and a day cannot be compared`() throws {
    let (one, two) = (try #require(ProposalVersion("2")), try #require(ProposalVersion("14-01-2022")))
    #expect(one.isLater(than: two) == nil)
  }

  @Test func `equal versions are not later than one another`() throws {
    let (one, two) = (try #require(ProposalVersion("1.0")), try #require(ProposalVersion("1")))
    #expect(one.isLater(than: two) == false)
    #expect(two.isLater(than: one) == false)
  }

  @Test(arguments: [("1.10", "1.9"), ("1,1", "1,09"), ("2,10", "2,5"), ("1.10", "1.1")])
  func `what is later as parts and earlier as a decimal number cannot be compared`(one: String, two: String)
    throws
  {
    let (one, two) = (try #require(ProposalVersion(one)), try #require(ProposalVersion(two)))
    #expect(one.isLater(than: two) == nil)
    #expect(two.isLater(than: one) == nil)
  }

  @Test(arguments: ["", "endelig", "2 rettet", "januar 2022", "1.2.3.4", "22.01.23", "1.2.22"])
  func `anything else is no version`(text: String) { #expect(ProposalVersion(text) == nil) }
}
