import Findings
import Page
import ProposalModel
import Testing

@Suite struct `Findings since the last version` {
  private func finding(_ message: String, cell: String = "B3", file: String = "BC08.xlsx") -> Finding {
    Finding(
      .totalDiffers, at: Place(file: file, sheet: "Tabel 1", cell: cell), message: message)
  }

  @Test func `are solved, left or new by what they say, wherever their cells are now`() {
    let change = FindingChange(
      from: [finding("a"), finding("b", cell: "B4")],
      to: [finding("b", cell: "B9", file: "BC08 rettet.xlsx"), finding("c")])
    #expect(change.solved.map(\.message) == ["a"])
    #expect(change.left == 1)
    #expect(change.new.map(\.message) == ["c"])
  }

  @Test func `answer one for one where several are alike`() {
    let change = FindingChange(from: [finding("a"), finding("a", cell: "B4")], to: [finding("a")])
    #expect(change.solved.map(\.cell) == ["B4"])
    #expect(change.left == 1)
    #expect(change.new.isEmpty)
  }
}

@Suite struct `The table of a round` {
  @Test(arguments: [
    ("-4213000", "-4.213.000"), ("0", "0"), ("999", "999"), ("1000.5", "1.000,5"), ("-100", "-100"), ("", ""),
  ])
  func `shows exact kroner as people write them`(decimal: String, shown: String) {
    #expect(RoundView.danish(decimal) == shown)
  }

  @Test(arguments: [("../ind/BC08.xlsx", "BC08.xlsx"), ("../ind/runde/a/BC08.xlsx", "a/BC08.xlsx")])
  func `names files as their sender knows them`(path: String, name: String) {
    #expect(RoundView.name(path) == name)
  }
}
