public import Findings
import ProposalModel

/// What became of the findings of an earlier version: solved, left, new.
///
/// Proposals are matched by number (two single files whatever their numbers), findings by what they say and
/// where in the words of the form it is. Nothing is called solved that may only be out of sight: what was
/// found in a proposal that is gone, cannot be read any more, or has a new error that stops reading, is
/// ``unknown``.
public struct FindingChanges: Sendable {
  /// How a finding of the new version stands to the old one.
  public enum Age: String, Sendable {
    case left, new

    /// `tilbage` or `ny`.
    package var danish: String { self == .left ? "tilbage" : "ny" }
  }

  /// The earlier version, as the user named it.
  public let old: String
  /// Findings of the old version that are gone.
  public private(set) var solved: [Finding] = []
  /// Findings of the new version that the old one had too.
  public private(set) var left: [Finding] = []
  /// Findings that only the new version has.
  public private(set) var new: [Finding] = []
  /// Findings of the old version of which the new one cannot tell.
  public private(set) var unknown: [Finding] = []
  /// Numbers of proposals that only the old version has.
  public private(set) var gone: [String] = []
  /// Numbers of proposals of the old version that this check, of single files, does not ask for.
  public private(set) var others: [String] = []
  /// Numbers of proposals that only the new version has.
  public private(set) var added: [String] = []
  /// What is left or new; nothing of what is said of this run alone, such as a file that cannot be marked.
  private(set) var told: Set<Finding> = []
  private var newOnes: Set<Finding> = []
  /// What is solved or unknown, by the file that now has the proposal.
  private var solvedBy: [String: [Finding]] = [:]
  private var unknownBy: [String: [Finding]] = [:]

  /// Holds the check of a version against that of an earlier one.
  /// - Parameters:
  ///   - old: the earlier version, as the user named it.
  ///   - before: what was found in it.
  ///   - after: what is found in the new version.
  ///   - isWhole: whether the new version is a folder, so that a proposal which only the old version has is
  ///     gone; a single file says nothing of the others.
  public init(since old: String, before: [CheckedPart], after: [CheckedPart], isWhole: Bool = true) {
    self.old = old
    let pairing = PartPairing(before, after)
    var isMatched = before.map { $0.findings.map { _ in false } }
    var isBlocked = before.map { _ in false }
    for (index, part) in after.enumerated() {
      let partners = pairing.partners[index]
      let matches = FindingMatching(before, partners, part.findings)
      for (finding, match) in zip(part.findings, matches.partner) {
        if let match {
          isMatched[match.part][match.finding] = true
          left.append(finding)
        } else {
          new.append(finding)
          newOnes.insert(finding)
        }
      }
      let stops = zip(part.findings, matches.partner).contains {
        $1 == nil && $0.severity == .error && $0.code.blocksWriting
      }
      if part.id == nil || stops { for partner in partners { isBlocked[partner] = true } }
    }
    let missing = FindingChanges.numbers(
      before.indices.filter { !pairing.isPaired[$0] }.map { before[$0] })
    if isWhole { gone = missing } else { others = missing }
    for (index, part) in before.enumerated() where !part.isRepeated {
      guard isWhole || pairing.isPaired[index] else { continue }
      let isHidden = isBlocked[index] || !pairing.isPaired[index]
      let findings = zip(part.findings, isMatched[index]).filter { !$1 }.map(\.0)
      if isHidden { unknown += findings } else { solved += findings }
      for file in pairing.files(of: index, after) {
        if isHidden {
          unknownBy[file, default: []] += findings
        } else {
          solvedBy[file, default: []] += findings
        }
      }
    }
    told = Set(left).union(newOnes)
    added = FindingChanges.numbers(after.indices.filter { pairing.partners[$0].isEmpty }.map { after[$0] })
  }

  private static func numbers(_ parts: [CheckedPart]) -> [String] {
    parts.map { $0.id ?? $0.name }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// How a finding of the new version stands to the old one.
  public func age(of finding: Finding) -> Age { newOnes.contains(finding) ? .new : .left }

  /// What became of the findings of the proposals that `file` now holds.
  func of(_ file: String) -> FindingChanges {
    var part = self
    (part.gone, part.added, part.others) = ([], [], [])
    (part.left, part.new) = (left.filter { $0.file == file }, new.filter { $0.file == file })
    (part.solved, part.unknown) = (solvedBy[file] ?? [], unknownBy[file] ?? [])
    return part
  }

  /// `Siden gammel.xlsx: løst 2 fejl, 1 advarsel; tilbage 1 fejl; nye ingen.`
  package var summaryLine: String {
    let parts = [("løst", solved), ("tilbage", left), ("nye", new)].map {
      "\($0.0) \(FindingChanges.count($0.1))"
    }
    let doubt = unknown.isEmpty ? "" : "; uvist \(FindingChanges.count(unknown))"
    return "Siden \(old): \(parts.joined(separator: "; "))\(doubt)."
  }

  /// Sentences on proposals that only one of the versions has, and on what cannot be told.
  package var remarks: [String] {
    var remarks: [String] = []
    if !gone.isEmpty {
      remarks.append("Ikke med længere, så intet er løst der: \(gone.joined(separator: ", ")).")
    }
    if !others.isEmpty {
      let count = others.count == 1 ? others[0] : "\(others.count) forslag"
      remarks.append("Fra \(old) er \(count) ikke med i denne kontrol.")
    }
    if !added.isEmpty { remarks.append("Ikke med i \(old): \(added.joined(separator: ", ")).") }
    if !unknown.isEmpty {
      remarks.append(
        "Uvist betyder, at forslaget ikke er med, eller at nye fejl i læsningen skjuler, om det er løst.")
    }
    return remarks
  }

  static func count(_ findings: [Finding]) -> String {
    let words = FindingCount(findings).shortWords
    return words.isEmpty ? "ingen" : words
  }
}

/// Which parts of two checks are the same proposal.
private struct PartPairing {
  /// For each new part, the old ones.
  var partners: [[Int]]
  /// For each old part, whether any new one is the same.
  var isPaired: [Bool]

  init(_ before: [CheckedPart], _ after: [CheckedPart]) {
    let isSingle = before.count == 1 && after.count == 1
    partners = after.map { part in
      if isSingle { return [0] }
      return before.indices.filter { index in
        let old = before[index]
        if let key = part.key, let oldKey = old.key { return key == oldKey }
        return part.name == old.name
      }
    }
    let paired = Set(partners.joined())
    isPaired = before.indices.map(paired.contains)
  }

  /// The files that now hold the old part `index`.
  func files(of index: Int, _ after: [CheckedPart]) -> Set<String> {
    Set(zip(after, partners).filter { $1.contains(index) }.map(\.0.file))
  }
}

/// Which old finding each new one is; each old one is at most one of them.
private struct FindingMatching {
  struct Match {
    var part: Int
    var finding: Int
  }

  private(set) var partner: [Match?]

  init(_ before: [CheckedPart], _ parts: [Int], _ findings: [Finding]) {
    partner = findings.map { _ in nil }
    var pool = parts.filter { !before[$0].isRepeated }.flatMap { part in
      before[part].findings.indices.map { Match(part: part, finding: $0) }
    }
    for meaning in FindingMeaning.allCases {
      var waiting: [[String]: [Match]] = [:]
      for match in pool {
        if let key = meaning.key(before[match.part].findings[match.finding]) {
          waiting[key, default: []].append(match)
        }
      }
      var taken: Set<[Int]> = []
      for index in findings.indices where partner[index] == nil {
        guard let key = meaning.key(findings[index]), let matches = waiting[key],
          let place = matches.firstIndex(where: {
            meaning.holds(before[$0.part].findings[$0.finding], findings[index])
          })
        else { continue }
        let match = matches[place]
        waiting[key]?.remove(at: place)
        partner[index] = match
        taken.insert([match.part, match.finding])
      }
      pool.removeAll { taken.contains([$0.part, $0.finding]) }
    }
  }
}
