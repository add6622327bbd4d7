import Findings
import ProposalModel

extension Rule {
  /// It is clear whose money every line is.
  static let lineHasCommittee = Rule(
    "LineHasCommittee", [.committeeMissing, .committeeFromPresenting],
    statement: "Det fremgår af linjen eller af forsiden, hvilket udvalg pengene tilhører.",
    reason: "Korrektionerne dannes pr. udvalg.",
    proposal: { check in
      let proposal = check.proposal
      let lines = proposal.lines.filter {
        $0.condition != .notCounted && $0.figures.contains(where: \.isMoney)
      }
      let field = FieldKey.proposal(.presenting)
      if check.isFromTables {
        guard check.round != nil, proposal.allocations.isEmpty else { return }
        // Tables alone, without the field, may be a part of a proposal: that is told, and blocks nothing.
        if check.origins.places[field] == nil {
          guard lines.contains(where: { proposal.effectiveRule(of: $0) == nil }) else { return }
          var finding = Catalogue.committeeMissing(nil, at: Place(file: check.origins.file))
          finding.severity = .note
          check.report(finding)
          return
        }
      }
      var sources: [RuleSource] = []
      for line in lines {
        if let source = proposal.effectiveRule(of: line)?.source {
          sources.append(source)
        } else if check.isFromTables {
          check.report(Catalogue.committeeMissing(nil, at: check.place(field)))
          return
        } else {
          check.report(Catalogue.committeeMissing(line.text, at: check.place(.line(line.id, .committee))))
        }
      }
      guard let round = check.round else { return }
      if sources.contains(.presenting), let presenting = proposal.presenting,
        proposal.affected != [presenting], proposal.affected.count > 1
      {
        check.report(
          Catalogue.committeeFrom(
            "fremstillende forvaltning", round.name(of: presenting), at: check.place(field)))
      }
      if sources.contains(.ticked), let only = proposal.affected.first {
        check.report(
          Catalogue.committeeFrom(
            "eneste berørte forvaltning", round.name(of: only),
            at: check.place(.proposal(.affected))))
      }
    })
}
