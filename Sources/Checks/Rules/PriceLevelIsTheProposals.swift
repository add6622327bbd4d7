import AllocationTables
package import Findings
import ProposalModel
package import Reading

extension Rule {
  /// Every table is in the price level of its proposal, and says so.
  static let priceLevelIsTheProposals = Rule(
    "PriceLevelIsTheProposals", [.priceLevelDiffers, .priceLevelMissing],
    statement: "Alle tabeller er i forslagets p/l, og det står over dem.",
    reason:
      "Beløb i forskellige prisniveauer kan ikke lægges sammen og omregnes forkert, når forslaget udmøntes.",
    tables: { check in
      let known = check.read.tables.filter { $0.kind != nil }
      let level = check.read.proposal.priceLevel
      for table in known where table.rows.contains(where: { $0.hasMoney }) || table.priceLevel != nil {
        guard let stated = table.priceLevel else {
          check.report(Catalogue.priceLevelMissing(table, expected: level))
          continue
        }
        if let level, stated != level { check.report(Catalogue.priceLevelDiffers(table, stated, level)) }
      }
    },
    proposal: { check in
      statedTables(&check)
      guard let level = check.proposal.priceLevel, let round = check.round,
        let place = check.origins.places[.proposal("P/l")]
      else {
        return
      }
      let right = round.writtenPriceLevel(of: check.proposal.kind)
      // An innovation proposal costs money in its first year and may be written in that year's prices.
      let isOfItsYear = check.proposal.kind == .innovation && level == round.implementedPriceLevel
      guard level != right, !isOfItsYear else { return }
      check.report(
        Finding(
          .priceLevelDiffers, at: place, found: String(level), expected: String(right),
          message: "Forslaget er i \(level) p/l, men runden \(round.name) skrives i \(right) p/l.",
          suggestion: "Omregn beløbene til \(right) p/l, eller ret feltet P/l."))
    })

  /// Tables that departments have stated beside the lines are in the level of the lines.
  private static func statedTables(_ check: inout ProposalCheck) {
    guard !check.isFromTables, let level = check.proposal.priceLevel else { return }
    for table in check.proposal.allocations where table.isFilled {
      guard let stated = table.priceLevel, stated != level,
        let place = check.origins.places[.allocation(table.table, -1, "P/l")]
      else {
        continue
      }
      let name = table.table == .distribution ? "Fordeling" : "Tabel \(table.table.rawValue)"
      check.report(
        Finding(
          .priceLevelDiffers, at: place, found: "\(stated) p/l", expected: "\(level) p/l",
          message: "\(name) er i \(stated) p/l, men forslaget er i \(level) p/l.",
          suggestion: "Ret p/l over tabellen, eller omregn beløbene til \(level) p/l."))
    }
  }
}

extension Catalogue {
  package static func priceLevelMissing(_ table: ReadTable, expected: Int?) -> Finding {
    Finding(
      .priceLevelMissing, at: table.place(table.headerCell), found: table.headerText,
      expected: expected.map { "\($0) p/l" },
      message: "\(table.name) siger ikke, hvilket p/l beløbene er i.",
      suggestion:
        "Skriv for eksempel \(quoted("1.000 kr. \(expected.map(String.init) ?? "2023") p/l")) over rækkerne.")
  }

  package static func priceLevelDiffers(_ table: ReadTable, _ found: Int, _ expected: Int) -> Finding {
    Finding(
      .priceLevelDiffers, at: table.place(table.headerCell), found: "\(found) p/l",
      expected: "\(expected) p/l",
      message: "\(table.name) er i \(found) p/l, men forslaget er i \(expected) p/l.",
      suggestion: "Ret p/l over tabellen, eller omregn beløbene til \(expected) p/l.")
  }
}
