import AllocationTables
import Findings
import ProposalModel
import Reading

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
          check.report(
            Catalogue.priceLevelMissing(
              table.name, header: table.headerText, expected: level, at: table.place(table.headerCell)))
          continue
        }
        if let level, stated != level {
          check.report(
            Catalogue.priceLevelDiffers(table.name, stated, level, at: table.place(table.headerCell)))
        }
      }
    },
    proposal: { check in
      statedTables(&check)
      implementedLevel(&check)
      guard let level = check.proposal.priceLevel, let round = check.round,
        let place = check.origins.places[.proposal(.priceLevel)]
      else {
        return
      }
      let right = round.writtenPriceLevel(of: check.proposal.kind)
      // An innovation proposal costs money in its first year and may be written in that year's prices.
      let isOfItsYear = check.proposal.kind == .innovation && level == round.implementedPriceLevel
      guard level != right, !isOfItsYear else { return }
      check.report(
        Catalogue.priceLevelOfRoundDiffers(level, round: round.name, expected: right, at: place))
    })

  /// The level that a proposal is carried out in is the round's; by it the corrections are converted.
  private static func implementedLevel(_ check: inout ProposalCheck) {
    guard let level = check.proposal.implementedPriceLevel, let round = check.round,
      level != round.implementedPriceLevel, check.proposal.kind != .innovation,
      check.proposal.round.map({ round.isNamed($0) }) ?? false,
      let place = check.origins.places[.proposal(.implementedPriceLevel)]
    else { return }
    check.report(
      Catalogue.implementedLevelDiffers(
        level, round: round.name, expected: round.implementedPriceLevel, at: place))
  }

  /// Tables that departments have stated beside the lines are in the level of the lines.
  private static func statedTables(_ check: inout ProposalCheck) {
    guard !check.isFromTables, let level = check.proposal.priceLevel else { return }
    for table in check.proposal.allocations where table.isFilled {
      guard let stated = table.priceLevel, stated != level,
        let place = check.origins.places[.allocationLevel(table.table)]
      else {
        continue
      }
      check.report(Catalogue.priceLevelDiffers(table.table.printedName, stated, level, at: place))
    }
  }
}
