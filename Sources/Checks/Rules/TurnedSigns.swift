import ProposalModel

/// The sections of a proposal in which every sign is turned: savings typed as positive amounts, costs as
/// negative ones.
///
/// One sign alone proves nothing (`Færre huslejeindtægter` is rightly positive). All costs being negative is
/// impossible. The permanent changes are turned where they cost money in every year although the proposal
/// states when its savings have paid the costs, and either all of them are positive, or turning them makes
/// the stated payback right.
struct TurnedSigns {
  /// The sections.
  let sections: Set<LineSection>

  init(_ check: ProposalCheck) {
    let proposal = check.proposal
    let lines = proposal.lines.filter { $0.condition == .ifAdopted && $0.section != .loan }
    let rows = lines.map { AmountRow($0, in: check) }
    let costs = rows.filter { $0.section == .implementation }.flatMap(\.money)
    let areCostsTurned = !costs.isEmpty && costs.allSatisfy { $0 < .zero }
    let costSections: Set<LineSection> = areCostsTurned ? [.implementation] : []

    let permanent = rows.filter { $0.section == .permanent }
    let years = proposal.yearSums(proposal.lines(in: .permanent)).filter { $0 != .zero }
    let costsMoney = !years.isEmpty && years.allSatisfy { $0 > .zero }
    let statesPayback = proposal.payback.service != nil || proposal.payback.total != nil
    let mustSave = (statesPayback && !costs.isEmpty) || areCostsTurned
    let areAllPositive = permanent.flatMap(\.money).allSatisfy { $0 > .zero }
    let both = costSections.union([.permanent])
    let isTurned =
      costsMoney && mustSave
      && (areAllPositive || areCostsTurned
        || PaybackDoubt.fits(TurnedSigns.turned(rows, both), proposal.payback))
    sections = isTurned ? both : costSections
  }

  /// The lines with the signs of `sections` turned back.
  static func turned(_ rows: [AmountRow], _ sections: Set<LineSection>) -> [AmountRow] {
    rows.map { row in
      guard let section = row.section, sections.contains(section) else { return row }
      return row.replacing(
        Dictionary(
          uniqueKeysWithValues: row.amounts.indices.compactMap { year in
            row.amounts[year].map { (year, -$0) }
          }))
    }
  }
}
