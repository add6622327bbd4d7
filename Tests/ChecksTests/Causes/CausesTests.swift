import Findings
import ProposalModel
import Testing

@testable import Checks

/// Which judgements are told, decided in one pass after all rules.
@Suite struct `Which judgements are told` {
  private func finding(_ code: FindingCode, _ cells: String..., sheet: String = "Tabel 1") -> Finding {
    Finding(code, at: Place(sheet: sheet, cell: cells.first), cells: cells, message: "Noget er galt.")
  }

  private func seats(_ cells: String..., sheet: String = "Tabel 1") -> Set<Seat> {
    Set(cells.map { Seat($0, on: sheet) })
  }

  private func told(_ judgements: [Judgement], reading: [Finding] = []) -> [FindingCode] {
    Causes.resolve(judgements, reading: reading).map(\.code)
  }

  @Test func `judgements that have nothing to do with each other are all told`() {
    let judgements = [
      Judgement(finding(.totalDiffers, "C9")),
      Judgement(finding(.signSuspicious, "D4"), explainedBy: [seats("D4")]),
    ]
    #expect(told(judgements) == [.totalDiffers, .signSuspicious])
  }

  @Test func `a total that an amount of another magnitude explains is not told`() {
    let judgements = [
      Judgement(finding(.totalDiffers, "E6"), explainedBy: [seats("E3", "E4")]),
      Judgement(finding(.magnitudeSuspicious, "E3")),
    ]
    #expect(told(judgements) == [.magnitudeSuspicious])
  }

  @Test(
    arguments: [
      (FindingCode.totalDiffers, true), (.magnitudeSuspicious, false), (.accountMissing, false),
    ])
  func `a payback is only mended after amounts of which nobody knows which are wrong`(
    code: FindingCode, isAfter: Bool
  ) {
    var payback = Judgement(finding(.paybackDiffers, "C12"), suggestionAfterAmounts: "Ret først beløbene.")
    payback.finding.suggestion = "Skriv 7."
    let told = Causes.resolve([Judgement(finding(code, "C9")), payback])
    #expect(told.last?.suggestion == (isAfter ? "Ret først beløbene." : "Skriv 7."))
  }

  @Test func `a warning that alone explains an error is one`() {
    var doubt = finding(.magnitudeSuspicious, "E3")
    doubt.severity = .warning
    func severities(_ judgements: [Judgement]) -> [Severity] {
      Causes.resolve(judgements).map(\.severity)
    }
    #expect(severities([Judgement(doubt)]) == [.warning])
    let total = Judgement(finding(.totalDiffers, "E6"), explainedBy: [seats("E3")])
    #expect(severities([Judgement(doubt), total]) == [.error])
    let other = Judgement(finding(.totalDiffers, "E9"), accusing: seats("E3"))
    #expect(severities([Judgement(doubt), total, other]) == [.warning, .error])
  }

  @Test func `the order of the rules decides nothing`() {
    let judgements = [
      Judgement(finding(.totalDiffers, "E6"), explainedBy: [seats("E3")]),
      Judgement(finding(.magnitudeSuspicious, "E3")),
      Judgement(finding(.signSuspicious, "E6"), explainedBy: [seats("E6")]),
    ]
    #expect(Set(told(judgements)) == Set(told(judgements.reversed())))
    #expect(Set(told(judgements)) == [.magnitudeSuspicious, .signSuspicious])
  }

  @Test func `a finding with a second year that nothing explains is told whole`() {
    let judgements = [
      Judgement(finding(.totalDiffers, "E6", "F6"), explainedBy: [seats("E3"), seats("F3")]),
      Judgement(finding(.magnitudeSuspicious, "E3")),
    ]
    #expect(told(judgements) == [.totalDiffers, .magnitudeSuspicious])
  }

  @Test func `what another table names as the likely seat explains a sign there`() {
    let judgements = [
      Judgement(finding(.totalDiffers, "E9"), accusing: seats("E3", sheet: "Tabel 2")),
      Judgement(
        finding(.signSuspicious, "E3", sheet: "Tabel 2"), explainedBy: [seats("E3", sheet: "Tabel 2")]),
    ]
    #expect(told(judgements) == [.totalDiffers])
  }

  @Test func `a weaker finding never explains a stronger one`() {
    let judgements = [
      Judgement(finding(.totalDiffers, "E3"), explainedBy: [seats("E3")]),
      Judgement(finding(.signSuspicious, "E3")),
    ]
    #expect(told(judgements) == [.totalDiffers, .signSuspicious])
  }

  @Test func `an amount that could not be read explains what follows from its cell`() {
    let unread = finding(.numberUnreadable, "E3")
    #expect(
      told([Judgement(finding(.signSuspicious, "E3"), explainedBy: [seats("E3")])], reading: [unread]) == [])
  }

  @Test func `a note accuses nobody`() {
    let note = finding(.unusualInput, "E3")
    #expect(
      told([Judgement(finding(.signSuspicious, "E3"), explainedBy: [seats("E3")])], reading: [note])
        == [.signSuspicious])
  }

  @Test(arguments: [
    (FindingCode.committeeUnknown, FindingCode.committeeMissing),
    (.controlAreaUnknown, .controlAreaMissing), (.numberUnreadable, .paybackMissing),
  ])
  func `a word that cannot be read is not missing as well`(unknown: FindingCode, missing: FindingCode) {
    #expect(told([Judgement(finding(missing, "D4"))], reading: [finding(unknown, "D4")]) == [])
    #expect(told([Judgement(finding(missing, "D5"))], reading: [finding(unknown, "D4")]) == [missing])
  }

  @Test func `fields that stand in no cell are told apart by their names`() {
    let key = FieldKey.figure("L1", year: 2024)
    let judgements = [
      Judgement(finding(.magnitudeSuspicious), accusing: [.field(key)]),
      Judgement(finding(.totalDiffers), explainedBy: [[.field(key)]]),
      Judgement(finding(.tablesDiffer), explainedBy: [[.field(.figure("L2", year: 2024))]]),
    ]
    #expect(told(judgements) == [.magnitudeSuspicious, .tablesDiffer])
  }
}
