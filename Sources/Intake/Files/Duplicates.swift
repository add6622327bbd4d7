import Findings
import ProposalModel
import Spreadsheet

/// Tells of proposals that came in twice: with equal content a note, with different content an error.
enum Duplicates {
  package static func report(_ items: inout [IntakeItem]) {
    var first: [String: Int] = [:]
    for index in items.indices {
      guard let proposal = items[index].proposal, !proposal.id.isEmpty else { continue }
      let key = Spelling.key(proposal.id)
      guard let earlier = first[key] else {
        first[key] = index
        continue
      }
      let place = items[index].origins[.proposal("Forslagsnummer")]
      if items[earlier].hasContent(of: items[index]) {
        items[index].isRepeated = true
        items[index].findings.append(
          Catalogue.repeatedProposal(proposal.id, other: items[earlier].file, at: place))
      } else {
        items[index].findings.append(
          Catalogue.duplicateProposal(proposal.id, other: items[earlier].file, at: place))
        let earlierPlace = items[earlier].origins[.proposal("Forslagsnummer")]
        items[earlier].findings.append(
          Catalogue.duplicateProposal(proposal.id, other: items[index].file, at: earlierPlace))
      }
    }
  }
}
