import FoundationEssentials
public import ProposalModel

/// One version of each proposal, where several files hold the same number.
///
/// The rule: the file that was changed last is the latest version; of files changed at the same moment, the last by path. Differing versions come this
/// far only with `--allow-incomplete`.
public enum LatestVersions {
  /// The latest version of each proposal, in the given order, and a Danish sentence for each one that was passed over.
  public static func pick(_ items: [(item: IntakeItem, proposal: Proposal)]) -> (
    latest: [(item: IntakeItem, proposal: Proposal)], passedOver: [String]
  ) {
    var best: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      let key = Spelling.key(item.proposal.id)
      guard let other = best[key] else {
        best[key] = index
        continue
      }
      if order(of: items[other].item.file) < order(of: item.item.file) { best[key] = index }
    }
    let kept = Set(best.values)
    let passedOver = items.indices.filter { !kept.contains($0) }.compactMap { index -> String? in
      guard let winner = best[Spelling.key(items[index].proposal.id)] else { return nil }
      return
        "\(items[index].item.file): \(items[index].proposal.id) findes også i \(items[winner].item.file), som er ændret senest og bruges i stedet."
    }
    return (items.indices.filter { kept.contains($0) }.map { items[$0] }, passedOver)
  }

  private static func order(of file: String) -> (Date, String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return (attributes?[.modificationDate] as? Date ?? .distantPast, file)
  }
}
