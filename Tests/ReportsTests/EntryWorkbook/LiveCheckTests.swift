@testable import Forms
import Findings
import Intake
import ProposalModel
import Reading
@testable import Reports
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// A line that has everything, and what the test breaks of it.
private func line(
  _ text: String = "Færre vikarer", section: LineSection = .permanent,
  _ amounts: [Int64?] = [nil, -500, -500],
  area: ControlArea? = .service, account: Account? = Account(appropriation: "3641", profitCentres: "588"),
  condition: LineCondition = .ifAdopted
) -> Line {
  var line = Line(
    id: "L1", section: section, text: text, controlArea: area, condition: condition,
    figures: amounts.map { $0.map { .amount(Amount(oere: $0 * 100_000)) } ?? .blank })
  line.committee = "SUD"
  line.account = account
  return line
}

private struct Case: CustomTestStringConvertible, Sendable {
  var name: String
  var line: Line
  var says: LineCheck.Message
  var code: FindingCode?

  init(_ name: String, _ line: Line, says: LineCheck.Message, _ code: FindingCode? = nil) {
    (self.name, self.line, self.says, self.code) = (name, line, says, code)
  }

  var testDescription: String { name }
}

private let cases = [
  Case("a whole line", line(), says: .fine),
  Case("no text", line(""), says: .text, .unusualInput),
  Case("no control area", line(area: nil), says: .area, .controlAreaMissing),
  Case("no account", line(account: nil), says: .account, .accountMissing),
  Case(
    "an account that is a control area", line(account: Account(parsing: "Service")), says: .account,
    .accountIsControlArea),
  Case(
    "a negative cost", line("Projekt", section: .implementation, [-100, 50, nil]), says: .sign,
    .signSuspicious),
  Case("a change of sign", line("Husleje", [-100, 50, -100]), says: .sign, .signSuspicious),
  Case("a change that stops", line("Vikarer", [-100, -100, nil]), says: .stops, .changeStopsEarly),
  Case("a sum", line("I alt", [nil, -500, -500]), says: .isSum, .totalInLines),
  Case("a line that is not counted", line(condition: .notCounted), says: .fine),
]

private func read(_ lines: [Line]) throws -> (findings: [Finding], checks: [String?], live: LineCheck) {
  let round = try #require(RoundLibrary.round(named: "ofs-2021-2022"))
  var proposal = Proposal(id: "BC99", title: "Prøve", years: [2022, 2023, 2024])
  proposal.round = round.name
  proposal.presenting = "SUD"
  proposal.affected = ["SUD"]
  proposal.priceLevel = 2023
  proposal.implementedPriceLevel = 2022
  proposal.lines = lines.enumerated().map { index, line in
    var line = line
    line.id = "L\(index + 1)"
    return line
  }
  let folder = try TemporaryFolder()
  let bytes = try EntryWorkbook.bytes(round: round, proposal: proposal)
  try folder.write(bytes, to: "BC99.xlsx")
  let findings = Intake().read([folder.path("BC99.xlsx")]).items.flatMap(\.findings)
  let sheet = try #require(try XLSXReader.read(bytes: bytes).sheets.first { $0.name == "Økonomi" })
  let column = LineLayout(lines: proposal.lines, years: proposal.years).checkColumn
  let checks = lines.indices.map { index -> String? in
    guard case .text(let text)? = sheet[CellAddress(row: 7 + index, column: column)]?.value else {
      return nil
    }
    return text
  }
  return (findings, checks, LineCheck(lines: proposal.lines, round: round))
}

@Suite struct `The live check of a line says nothing that check does not say` {
  @Test(arguments: cases)
  fileprivate func `what the line shows is told of its row, and ok only where nothing is`(test: Case) throws {
    let other = line("En anden linje", [nil, -30, -30])
    let (findings, checks, live) = try read([test.line, other])
    #expect(checks == [test.says.rawValue, "ok"])
    #expect(live.message(of: 0) == test.says)
    let told = findings.filter { finding in
      finding.cells.contains { $0.hasSuffix("7") && !$0.hasSuffix("17") }
        && finding.code != .affectedWithoutMoney
    }
    if let code = test.code {
      #expect(told.map(\.code).contains(code), "\(told.map(\.code))")
    } else {
      #expect(told.isEmpty, "\(told.map(\.message))")
    }
  }

  @Test func `two lines that say the same are both marked, and one finding names both`() throws {
    let (findings, checks, _) = try read([line(), line()])
    #expect(checks == ["står to gange", "står to gange"])
    #expect(findings.first { $0.code == .lineRepeated }?.cells == ["C8", "C7"])
  }

  @Test func `over the lines stands how many are to be looked at`() throws {
    let round = try #require(RoundLibrary.round(named: "ofs-2021-2022"))
    let lines = [line(), line("B", area: nil), line("C", account: nil)]
    let layout = LineLayout(lines: lines, years: [2022, 2023, 2024])
    #expect(LineCheck(lines: lines, round: round).summary(layout).text == "2 at se på")
    #expect(LineCheck(lines: [line()], round: round).summary(layout).text == "ok")
  }

  @Test func `every word that import reads as a section is one that the live totals count`() {
    for (words, section) in EntryForm.sectionWords {
      let sections = LineSection.allCases.filter { section in
        LineLayout.patterns(of: section).contains { words.hasPrefix($0.dropLast()) }
      }
      #expect(sections == [section])
      let list: ChoiceList = section == .permanent ? .permanentWords : .implementationWords
      if section != .loan {
        #expect(EntryForm.choices(list, round: RoundLibrary.newest).contains(words))
      }
    }
  }
}
