import Findings
import Forms
import Intake
import Output
import ProposalModel
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// A long CSV of a small proposal: two lines in one row of Tabel 1, and Tabel A.
private let header =
  "Forslag;Tabel;Afsnit;Linje;Tekst;Udvalg;Enhed;Bevilling;Profitcenter;Styringsområde;Gælder;År;Beløb;Måleenhed;P/l"
private func line(
  _ table: String, _ id: String, _ text: String, _ account: String, _ year: Int, _ amount: String
) -> String {
  "P1;\(table);Varig ændring;\(id);\(text);;;\(account);Service;hvis indarbejdes;\(year);\(amount);1.000 kr.;2023"
}
private func share(_ committee: String, _ account: String, _ year: Int, _ amount: String) -> String {
  "P1;A;Varig ændring;;;\(committee);;\(account);Service;hvis indarbejdes;\(year);\(amount);1.000 kr.;2023"
}
private let rows = [
  line("1", "L1, L2", "Energi", ";", 2022, "-"), line("1", "L1, L2", "Energi", ";", 2023, "-9"),
  line("2", "L1", "Varme", "3641;588", 2022, "-"), line("2", "L1", "Varme", "3641;588", 2023, "-5"),
  line("2", "L2", "Strøm", "3641;589", 2022, ""), line("2", "L2", "Strøm", "3641;589", 2023, "-4"),
  share("Socialudvalget", "3641;588", 2022, ""), share("Socialudvalget", "3641;588", 2023, "-9"),
]

private func read(_ rows: [String]) throws -> (items: [IntakeItem], unread: [UnreadFile]) {
  let folder = try TemporaryFolder()
  try folder.write(Array(([header] + rows).joined(separator: "\r\n").utf8), to: "P1-tabeller.csv")
  return Intake(round: RoundLibrary.round(named: "ofs-2021-2022")).read([folder.url.path])
}

@Suite struct `The long CSV` {
  @Test func `gives lines with their names, texts, accounts and printed states`() throws {
    let proposal = try #require(try read(rows).items.first?.proposal)
    #expect(proposal.id == "P1")
    #expect(proposal.years == [2022, 2023])
    #expect(proposal.lines.map(\.id) == ["L1", "L2"])
    #expect(proposal.lines.map(\.text) == ["Varme", "Strøm"])
    #expect(proposal.lines.map(\.tableOneItem) == ["Energi", "Energi"])
    #expect(proposal.lines.map { $0.account?.printed } == ["3641, 588", "3641, 589"])
    #expect(proposal.lines[0].figures == [.dash, .amount(Amount(thousands: -5))])
    #expect(proposal.lines[1].figures == [.blank, .amount(Amount(thousands: -4))])
    #expect(proposal.stated(.targetEffect)?.rows.map(\.recipient) == [Recipient("SUD")])
  }

  @Test func `is the same whatever the order of its rows`() throws {
    let sorted = try #require(try read(rows).items.first?.proposal)
    var random = SeededNumbers(seed: 3)
    for _ in 0..<20 {
      let proposal = try #require(try read(rows.shuffled(using: &random)).items.first?.proposal)
      #expect(Set(proposal.lines) == Set(sorted.lines))
      #expect(proposal.years == sorted.years)
      #expect(proposal.allocations == sorted.allocations)
    }
  }

  @Test func `names the cell of an amount that cannot be read`() throws {
    let item = try #require(
      try read(rows.dropLast() + [share("Socialudvalget", "3641;588", 2023, "ni")]).items.first)
    let finding = try #require(item.findings.first { $0.code == .numberUnreadable })
    #expect(finding.cell == "M9")
    #expect(item.isBlocked)
  }

  @Test(arguments: [("2022", "tyveto"), ("P1;A;", "P1;X;")])
  func `reports a year or a table that it does not know`(text: String, other: String) throws {
    let broken = rows.enumerated().map {
      $0.offset == 6 ? $0.element.replacing(text, with: other) : $0.element
    }
    let item = try #require(try read(broken).items.first)
    #expect(item.findings.contains { $0.cell == (text == "2022" ? "L8" : "B8") && $0.severity == .error })
  }
}
