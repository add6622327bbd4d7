public import Findings
public import ProposalModel
package import Reading

/// Checks proposals and the tables they were read from; everything wrong is found in one pass.
public enum Checker {
  /// Checks a proposal against its round.
  /// - Parameters:
  ///   - proposal: the proposal as it was read.
  ///   - origins: the places of the fields, for the cells of the findings.
  ///   - round: the proposal's round; without it the rules that need one keep quiet.
  ///   - found: what reading found; nothing is concluded from an amount that could not be read.
  public static func check(proposal: Proposal, origins: Origins, round: Round?, found: [Finding] = [])
    -> [Finding]
  {
    let check = ProposalCheck(proposal, origins, round, isFromTables: false, reading: found)
    return Causes.resolve(Rule.judgements(check), reading: found)
  }

  /// Checks a proposal from an entry workbook together with the tables that it keeps as they were printed.
  package static func check(_ imported: EntryWorkbook.Import, proposal: Proposal) -> [Finding] {
    let check = ProposalCheck(
      proposal, imported.origins, imported.round, isFromTables: false, reading: imported.findings)
    var kept = imported.kept
    (kept.proposal, kept.origins, kept.round) = (proposal, imported.origins, imported.round)
    let judgements = kept.tables.isEmpty ? [] : Rule.judgements(TableCheck(kept))
    return Causes.resolve(judgements + Rule.judgements(check), reading: imported.findings)
  }

  /// Checks the tables of one proposal and the proposal that they give, reading's own findings first.
  package static func check(tables read: ReadTables) -> [Finding] {
    let check = TableCheck(read)
    let judgements = Rule.judgements(check) + Rule.judgements(check.ofProposal)
    let told = Causes.resolve(judgements, reading: read.findings)
    return sorted(read.findings + told, sheets: sheetOrder(read))
  }

  private static func sheetOrder(_ read: ReadTables) -> [String] {
    ([read.frontSheet] + read.tables.map(\.sheet)).compactMap { $0 }
  }

  /// By sheet, then in the order in which they were found; the same twice only once.
  package static func sorted(_ findings: [Finding], sheets: [String]) -> [Finding] {
    var seen: Set<Finding> = []
    let unique = findings.filter { seen.insert($0).inserted }
    func rank(_ finding: Finding) -> Int {
      finding.sheet.flatMap { sheets.firstIndex(of: $0) } ?? sheets.count
    }
    return unique.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
      \.element)
  }
}
