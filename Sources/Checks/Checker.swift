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
  ///   - found: what reading found; sums with an amount that could not be read are not judged.
  public static func check(proposal: Proposal, origins: Origins, round: Round?, found: [Finding] = [])
    -> [Finding]
  {
    check(
      proposal: proposal, origins: origins, round: round, isFromTables: false, blamedLines: [], found: found)
  }

  /// Checks the tables of one proposal and the proposal that they give, reading's own findings first.
  package static func check(tables read: ReadTables) -> [Finding] {
    var check = TableCheck(read)
    for rule in Rule.all { rule.tables?(&check) }
    let blamed = read.proposal.lines.filter { line in
      read.proposal.years.contains { year in
        let place = read.origins[.figure(line.id, year: year)]
        return place.cell.map { check.isBlamed($0, on: place.sheet) } ?? false
      }
    }
    let rest = self.check(
      proposal: read.proposal, origins: read.origins, round: read.round, isFromTables: true,
      blamedLines: Set(blamed.map(\.id)))
    return sorted(withoutConsequences(read.findings + check.findings + rest), sheets: sheetOrder(read))
  }

  /// A committee that cannot be read is not missing as well: one cause is one finding.
  private static func withoutConsequences(_ findings: [Finding]) -> [Finding] {
    let unknown = findings.filter { $0.code == .committeeUnknown }
    return findings.filter { finding in
      finding.code != .committeeMissing
        || !unknown.contains { $0.sheet == finding.sheet && $0.cells == finding.cells }
    }
  }

  private static func check(
    proposal: Proposal, origins: Origins, round: Round?, isFromTables: Bool, blamedLines: Set<String>,
    found: [Finding] = []
  ) -> [Finding] {
    var check = ProposalCheck(proposal, origins, round, isFromTables: isFromTables)
    check.noteUnread(found)
    check.blamedLines = blamedLines.union(proposal.lines.filter { check.isUnread($0) }.map(\.id))
    for rule in Rule.all { rule.proposal?(&check) }
    return check.findings
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
