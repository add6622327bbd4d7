import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// The amounts of a proposal are of a size that a city's proposal can have in the unit they are written in.
  static let amountsArePlausible = Rule(
    "AmountsArePlausible", [.unitDoubtful],
    statement: "Forslagets beløb er tilsammen af en størrelse, som passer til enheden over dem.",
    reason:
      "Er alle beløb skrevet i kr. i en tabel i 1.000 kr., passer alle summer, og alt er dog 1.000 gange for stort.",
    proposal: { check in
      let lines = check.proposal.lines.filter { $0.condition != .notCounted }
      guard let isTooLarge = Plausibility.isTooLarge(lines.flatMap { $0.figures.map(\.amount) }),
        let first = lines.first(where: { $0.figures.contains(where: \.isMoney) }),
        let index = first.figures.firstIndex(where: \.isMoney)
      else { return }
      let place = check.place(.figure(first.id, year: check.proposal.years[index]))
      check.report(Catalogue.unitImplausible(isTooLarge: isTooLarge, at: place))
    })
}

/// Whether amounts that agree with each other are all of them too large or too small.
private enum Plausibility {
  /// So many different amounts are no coincidence.
  private static let enough = 4
  /// The largest saving or cost in a year that is below this is no proposal's: 10.000 kr.
  private static let least: Int64 = 10_000_00
  /// Amounts that are all whole millions are usual up to this: 100 mio. kr.
  private static let most: Int64 = 100_000_000_00
  private static let million: Int64 = 1_000_000_00

  /// `true` where all amounts are whole millions and some beyond what is usual, as when kroner are typed in a
  /// table of 1.000 kr.; `false` where none comes to 10.000 kr.; `nil` where nothing is to be said.
  static func isTooLarge(_ amounts: [Amount]) -> Bool? {
    let sizes = Set(amounts.map { $0.magnitude.oere }.filter { $0 != 0 })
    guard sizes.count >= enough, let largest = sizes.max() else { return nil }
    if largest < least { return false }
    return largest >= most && sizes.allSatisfy { $0 % million == 0 } ? true : nil
  }
}
