import ProposalModel

/// The sections of a proposal in which every sign is turned: savings typed as positive amounts, costs as
/// negative ones.
///
/// One sign alone proves nothing (`Færre huslejeindtægter` is rightly positive). All permanent changes being
/// positive is impossible for a proposal that states when its savings have paid the costs; all costs being
/// negative is impossible for any.
struct TurnedSigns {
  /// The sections.
  let sections: Set<LineSection>

  init(_ proposal: Proposal) {
    func amounts(_ section: LineSection) -> [Amount] {
      proposal.lines(in: section).flatMap { $0.figures.map(\.amount) }.filter { $0 != .zero }
    }
    let permanent = amounts(.permanent)
    let implementation = amounts(.implementation)
    let areCostsTurned = !implementation.isEmpty && implementation.allSatisfy { $0 < .zero }
    let statesPayback = proposal.payback.service != nil || proposal.payback.total != nil
    let mustSave = statesPayback && !implementation.isEmpty || areCostsTurned
    let areSavingsTurned = mustSave && !permanent.isEmpty && permanent.allSatisfy { $0 > .zero }
    var sections: Set<LineSection> = []
    if areCostsTurned { sections.insert(.implementation) }
    if areSavingsTurned { sections.insert(.permanent) }
    self.sections = sections
  }
}
