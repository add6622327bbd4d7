import Findings
import Reports
import Intake
import ProposalModel
import Spreadsheet
import Foundation
import TestSupport
import Testing

private func sample() throws -> Returning {
  let (items, _) = Intake().read([BuiltTool.package.appending(path: "samples/BC08.json").path])
  let item = try #require(items.first)
  return Returning(try #require(item.proposal), try #require(item.round))
}

@Suite struct `Returned workbooks of BC08` {
  @Test func `that nobody touched give the proposal as it was`() throws {
    let case_ = try sample()
    let result = case_.merge(
      try ["BC08-SUD.xlsx", "BC08-BIU.xlsx"].map { try case_.returned(case_.outgoing, as: $0) })
    #expect(result.proposal == case_.proposal)
    #expect(result.findings == [])
  }

  @Test func `with a split by account that keeps the sum are accepted`() throws {
    let case_ = try sample()
    let split = case_.outgoing.replacing("SUD", in: .targetEffect) {
      $0.flatMap { $0.split("3220, 588", "3220, 589") }
    }
    let result = case_.merge([try case_.returned(split, as: "BC08-SUD.xlsx")])
    #expect(result.findings == [])
    #expect(result.senders.map(\.committee) == ["SUD"])
    let rows = try #require(result.proposal.stated(.targetEffect)).rows
    #expect(
      rows.filter { $0.recipient.committee == "SUD" }.compactMap { $0.account?.printed }.sorted().prefix(2)
        == ["3220, 588", "3220, 589"])
    let others = rows.filter { $0.recipient.committee != "SUD" }
    #expect(others == case_.proposal.stated(.targetEffect)?.rows.filter { $0.recipient.committee != "SUD" })
    #expect(result.proposal.stated(.budgetEffect) == case_.proposal.stated(.budgetEffect))
  }

  @Test func `with a split that changes the sum are a finding at the cells, and the original stands`() throws
  {
    let case_ = try sample()
    let changed = case_.outgoing.replacing("SUD", in: .targetEffect) { rows in
      rows.map { $0.adding(-7, at: 2) }
    }
    let file = try case_.returned(changed, as: "BC08-SUD.xlsx")
    let result = case_.merge([file])
    #expect(result.proposal == case_.proposal)
    let finding = try #require(result.findings.first)
    #expect(result.findings.map(\.code) == [.sharesDiffer])
    #expect(finding.file == "BC08-SUD.xlsx")
    #expect(finding.sheet == "Tabel A")
    #expect(finding.cells.allSatisfy { $0.hasPrefix("F") })
    let taken = case_.merge([file], takesChangedSums: true)
    #expect(taken.findings.map(\.code) == [.sharesDiffer])
    #expect(taken.proposal != case_.proposal)
  }

  @Test func `in which somebody changed another's row are a conflict that names both cells`() throws {
    let case_ = try sample()
    let changed = case_.outgoing.replacing("BIU", in: .targetEffect) { rows in
      rows.map { $0.adding(5, at: 3) }
    }
    let result = case_.merge([try case_.returned(changed, as: "BC08-SUD.xlsx")])
    #expect(result.proposal == case_.proposal)
    #expect(result.findings.map(\.code) == [.mergeConflict])
    let finding = try #require(result.findings.first)
    #expect(finding.sheet == "Tabel A")
    #expect(finding.cells.allSatisfy { $0.hasPrefix("G") })
    #expect(finding.message.contains("BC08.json"))
  }

  @Test func `of two departments with a conflict name the cells of both files`() throws {
    let case_ = try sample()
    let own = case_.outgoing.replacing("BIU", in: .targetEffect) {
      $0.flatMap { $0.split("1210, 100", "1210, 200") }
    }
    let foreign = case_.outgoing.replacing("BIU", in: .targetEffect) { rows in
      rows.map { $0.adding(5, at: 3) }
    }
    let files = [
      try case_.returned(own, as: "BC08-BIU.xlsx"), try case_.returned(foreign, as: "BC08-SUD.xlsx"),
    ]
    let result = case_.merge(files)
    #expect(result.findings.map(\.code) == [.mergeConflict])
    let finding = try #require(result.findings.first)
    #expect(finding.file == "BC08-SUD.xlsx")
    #expect(finding.message.contains("BC08-BIU.xlsx:Tabel A!"))
    #expect(
      result.proposal.stated(.targetEffect)?.rows.contains { $0.account?.printed == "1210, 100" } == true)
  }

  @Test func `in two versions by one department are a conflict, and neither is taken`() throws {
    let case_ = try sample()
    let one = case_.outgoing.replacing("SUD", in: .targetEffect) {
      $0.flatMap { $0.split("3220, 1", "3220, 2") }
    }
    let two = case_.outgoing.replacing("SUD", in: .targetEffect) {
      $0.flatMap { $0.split("3220, 3", "3220, 4") }
    }
    let result = case_.merge([
      try case_.returned(one, as: "BC08-SUD.xlsx"), try case_.returned(two, as: "BC08-SUD-ny.xlsx"),
    ])
    #expect(result.findings.map(\.code) == [.mergeConflict])
    #expect(result.proposal == case_.proposal)
  }

  @Test func `with only the department's own rows are no conflict`() throws {
    let case_ = try sample()
    let own = case_.outgoing.map { stated in
      var stated = stated
      stated.rows.removeAll { $0.recipient.committee != "SUD" }
      return stated
    }.replacing("SUD", in: .targetEffect) { $0.flatMap { $0.split("3220, 588", "3220, 589") } }
    let result = case_.merge([try case_.returned(own, as: "BC08-SUD.xlsx")])
    #expect(result.findings == [])
    #expect(
      result.proposal.stated(.targetEffect)?.rows.contains { $0.account?.printed == "3220, 589" } == true)
    #expect(result.proposal.stated(.targetEffect)?.rows.contains { $0.recipient.committee == "BIU" } == true)
  }

  @Test(
    arguments: [
      ("BC08-SUD.xlsx", "SUD"), ("BC08 Socialforvaltningen.xlsx", "SUD"), ("retur/SOF/BC08.xlsx", "SUD"),
      ("BC08_BIF_endelig.xlsx", "BIU"),
      ("BC08 Koncern IT.xlsx", "ØU"), ("retur/BC08.xlsx", nil), ("SOF og BIF/BC08.xlsx", nil),
    ] as [(String, String?)])
  func `tell by their name who returned them`(file: String, committee: String?) throws {
    let case_ = try sample()
    #expect(try case_.returned(case_.outgoing, as: file).sender?.committee == committee)
  }

  @Test func `without a name belong to the committee whose rows are changed, with a note`() throws {
    let case_ = try sample()
    let split = case_.outgoing.replacing("SUD", in: .targetEffect) {
      $0.flatMap { $0.split("3220, 588", "3220, 589") }
    }
    let result = case_.merge([try case_.returned(split, as: "retur.xlsx")])
    #expect(result.findings.map(\.severity) == [.note])
    #expect(
      result.proposal.stated(.targetEffect)?.rows.contains { $0.account?.printed == "3220, 589" } == true)
  }

  @Test func `without a name in which two committees' rows are changed give nothing`() throws {
    let case_ = try sample()
    let split = case_.outgoing.replacing("SUD", in: .targetEffect) { rows in rows.map { $0.adding(1, at: 2) }
    }
    .replacing("BIU", in: .targetEffect) { rows in rows.map { $0.adding(1, at: 2) } }
    let result = case_.merge([try case_.returned(split, as: "retur.xlsx")])
    #expect(result.findings.map(\.code) == [.mergeConflict])
    #expect(result.proposal == case_.proposal)
  }

  @Test func `of another proposal are refused`() throws {
    let case_ = try sample()
    var other = case_.proposal
    other.id = "BC09"
    let file = try Returning(other, case_.round).returned(case_.outgoing, as: "BC09-SUD.xlsx")
    let result = case_.merge([file])
    #expect(result.findings.map(\.code) == [.mergeConflict])
    #expect(result.proposal == case_.proposal)
  }
}
