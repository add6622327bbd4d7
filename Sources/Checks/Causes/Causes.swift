package import Findings

/// One cause, one finding: which of the judgements of all rules are told.
///
/// The rules judge independently of each other, so one mistake is seen by several: a misread amount makes a
/// total wrong, a table disagree and a payback impossible. The pass keeps the judgement that names the cause.
package enum Causes {
  /// How near a code is to the cause; a finding is explained only by a nearer one.
  package enum Nearness: Int, Comparable, Sendable {
    /// What stands in the cell cannot be read, so nothing more is concluded from it.
    case reading
    /// One amount is off by its own line.
    case amount
    /// A table contradicts itself.
    case sum
    /// Two tables contradict each other.
    case tables
    /// Something is unusual, but may be meant.
    case habit
    /// What follows from all amounts together.
    case result

    /// Nearer is smaller.
    package static func < (left: Nearness, right: Nearness) -> Bool { left.rawValue < right.rawValue }
  }

  /// The nearness of a finding.
  package static func nearness(of finding: Finding) -> Nearness {
    switch finding.code {
    case .magnitudeSuspicious: .amount
    case .totalDiffers, .totalRounding: .sum
    case .sharesDiffer: .sum
    case .tablesDiffer, .tablesRounding, .targetDiffers, .administrationGross: .tables
    case .signSuspicious, .changeStopsEarly, .lineRepeated, .lineRepeatsSum, .unusualInput: .habit
    case .paybackDiffers, .paybackMissing, .paybackLong, .loanDiffers: .result
    default: finding.severity == .error ? .reading : .habit
    }
  }

  /// The findings that are told, in the order of the judgements.
  /// - Parameters:
  ///   - judgements: what all rules found, in any order of the rules.
  ///   - reading: what reading found; an amount that it could not understand explains what follows from it.
  package static func resolve(_ judgements: [Judgement], reading: [Finding] = []) -> [Finding] {
    var accused: Set<Seat> = []
    for finding in reading where finding.severity == .error {
      accused.formUnion(finding.cells.map { Seat($0, on: finding.sheet) })
    }
    let known = accused
    let ranks = judgements.map { nearness(of: $0.finding) }
    var isTold = Array(repeating: false, count: judgements.count)
    for rank in Set(ranks).sorted() {
      let stronger = accused
      for index in judgements.indices where ranks[index] == rank {
        guard !isExplained(judgements[index], by: stronger) else { continue }
        isTold[index] = true
        accused.formUnion(judgements[index].accuses)
      }
    }
    let proven = proven(judgements, isTold: isTold, reading: known)
    let areAmountsOpen =
      reading.contains(where: leavesAmountsOpen)
      || judgements.indices.contains { isTold[$0] && leavesAmountsOpen(judgements[$0].finding) }
    let told = judgements.indices.filter { isTold[$0] }.map { index in
      var finding = judgements[index].finding
      if proven.contains(index) { finding.severity = .error }
      if areAmountsOpen, let suggestion = judgements[index].suggestionAfterAmounts {
        finding.suggestion = suggestion
      }
      return finding
    }
    return withoutConsequences(of: reading, told)
  }

  /// Whether a finding says that amounts are wrong without saying which: what follows from them is not certain
  /// before they are mended.
  private static func leavesAmountsOpen(_ finding: Finding) -> Bool {
    finding.severity == .error
      && [
        .totalDiffers, .tablesDiffer, .numberUnreadable, .numberAmbiguous, .yearUnreadable, .moneyUnread,
      ].contains(finding.code)
  }

  /// The warnings on amounts that are the only explanation of an error: what an amount makes wrong elsewhere proves that
  /// it is wrong itself, so that the error does not go with its explanation.
  private static func proven(_ judgements: [Judgement], isTold: [Bool], reading: Set<Seat>) -> Set<Int> {
    let warnings = judgements.indices.filter {
      isTold[$0] && judgements[$0].finding.code == .magnitudeSuspicious
        && judgements[$0].finding.severity == .warning
    }
    guard !warnings.isEmpty else { return [] }
    var proven: Set<Int> = []
    for index in judgements.indices where !isTold[index] && judgements[index].finding.severity == .error {
      let seats = judgements[index].explainedBy.reduce(into: Set<Seat>()) { $0.formUnion($1) }
      let hasError = judgements.indices.contains {
        isTold[$0] && judgements[$0].finding.severity == .error
          && !judgements[$0].accuses.isDisjoint(with: seats)
      }
      guard !hasError, seats.isDisjoint(with: reading) else { continue }
      proven.formUnion(warnings.filter { !judgements[$0].accuses.isDisjoint(with: seats) })
    }
    return proven
  }

  private static func isExplained(_ judgement: Judgement, by accused: Set<Seat>) -> Bool {
    !judgement.explainedBy.isEmpty
      && judgement.explainedBy.allSatisfy { !$0.isDisjoint(with: accused) }
  }

  /// What reading could not understand is not missing as well: a committee, an area or an account that is
  /// typed with a slip is one finding.
  private static func withoutConsequences(of reading: [Finding], _ findings: [Finding]) -> [Finding] {
    let causes = (reading + findings).filter { isUnknownWord($0.code) }
    return findings.filter { finding in
      !isMissingWord(finding.code)
        || !causes.contains { $0.sheet == finding.sheet && !Set($0.cells).isDisjoint(with: finding.cells) }
    }
  }

  private static func isUnknownWord(_ code: FindingCode) -> Bool {
    [.committeeUnknown, .controlAreaUnknown, .ruleUnreadable, .numberUnreadable].contains(code)
  }

  private static func isMissingWord(_ code: FindingCode) -> Bool {
    [.committeeMissing, .controlAreaMissing, .paybackMissing].contains(code)
  }
}
