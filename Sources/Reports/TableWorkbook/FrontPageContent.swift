import Forms
import ProposalModel
import Spreadsheet

/// What stands beside the labels of the sheet `Forslag`, the same in entry workbooks and table workbooks.
struct FrontPageContent {
  /// How `Berørte forvaltninger` are named.
  package enum Names {
    /// `ØKF, SOF`, as people type them.
    case short
    /// The administrations' full names, as print has them.
    case full
  }

  package let proposal: Proposal
  package let round: Round
  package let names: Names

  /// The content of the cell beside the label of `field`; blank where the proposal says nothing.
  package func content(of field: FrontField) -> CellContent {
    switch field {
    case .id: text(proposal.id)
    case .title: text(proposal.title)
    case .kind: text(proposal.kind.rawValue)
    case .round: text(proposal.round)
    case .presenting: text(proposal.presenting.map { round.committee($0)?.administrationName ?? $0 })
    case .affected:
      text(proposal.affected.isEmpty ? nil : proposal.affected.map(administration).joined(separator: ", "))
    case .funding: text(proposal.funding)
    case .priceLevel: number(proposal.priceLevel)
    case .implementedPriceLevel: number(proposal.implementedPriceLevel)
    case .servicePayback: number(proposal.payback.service)
    case .totalPayback: number(proposal.payback.total)
    case .risk: text(proposal.risk)
    case .rule: text(proposal.rule?.spelling)
    case .version: text(proposal.version)
    case .crossCutting: .text(proposal.isCrossCutting ? "Ja" : "Nej")
    case .confidential: .text(proposal.isConfidential ? "Ja" : "Nej")
    case .originInnovation: text(proposal.originInnovation)
    case .tieStart: text(proposal.tieStart.map(tieText))
    case .unit: .text(proposal.displayUnit.rawValue)
    }
  }

  private func text(_ text: String?) -> CellContent { text.map { .text($0) } ?? .blank }

  private func number(_ number: Int?) -> CellContent {
    number.map { .number(DecimalNumber(mantissa: Int64($0), scale: 0)) } ?? .blank
  }

  private func administration(_ code: String) -> String {
    let committee = round.committee(code)
    return (names == .short ? committee?.administrationCode : committee?.administrationName) ?? code
  }

  /// The committee's short name, or the number itself where no committee has it.
  private func tieText(_ start: Int) -> String {
    let committees = round.equalShareCommittees
    return committees.indices.contains(start) ? committees[start].code : String(start)
  }
}
