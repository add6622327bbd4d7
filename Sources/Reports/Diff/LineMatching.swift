import ProposalModel

/// Which line of the new version is which line of the old one: by id and content, so that moved and
/// relabelled lines are recognised.
///
/// From the surest to the least sure: the same content (of the same id first), the same id with the same text
/// or the same amounts, the same text, the same amounts, the same id alone where ids last, and texts that
/// share most of their words. Lines of different sections are never the same line.
struct LineMatching {
  /// Old and new index of each pair, in the order of the new version.
  private(set) var pairs: [(old: Int, new: Int)] = []
  /// Old lines without a new one.
  package private(set) var removed: [Int] = []
  /// New lines without an old one.
  package private(set) var added: [Int] = []
  /// New lines whose order among the matched ones has changed: as few as possible.
  package private(set) var moved: Set<Int> = []

  private let old: [Line]
  private let new: [Line]

  /// - Parameter idsLast: whether ids name the same line in both versions; files read from tables number
  ///   their lines anew.
  init(old: Proposal, new: Proposal, idsLast: Bool) {
    self.old = old.lines
    self.new = new.lines
    removed = Array(old.lines.indices)
    added = Array(new.lines.indices)
    let years = Set(old.years).intersection(new.years).sorted()
    func amounts(_ line: Line, _ proposal: Proposal) -> [Amount] {
      years.map { year in proposal.years.firstIndex(of: year).map { line.figures[$0].amount } ?? .zero }
    }
    let oldAmounts = old.lines.map { amounts($0, old) }
    let newAmounts = new.lines.map { amounts($0, new) }
    func sameMoney(_ left: Int, _ right: Int) -> Bool {
      oldAmounts[left] == newAmounts[right] && oldAmounts[left].contains { $0 != .zero }
    }
    let (before, after) = (old.lines, new.lines)
    func sameText(_ left: Int, _ right: Int) -> Bool { Spelling.same(before[left].text, after[right].text) }
    func sameID(_ left: Int, _ right: Int) -> Bool { before[left].id == after[right].id }
    func sameContent(_ left: Int, _ right: Int) -> Bool {
      oldAmounts[left] == newAmounts[right] && sameText(left, right)
        && before[left].controlArea == after[right].controlArea
        && before[left].account == after[right].account && before[left].delivery == after[right].delivery
    }
    take { sameContent($0, $1) && sameID($0, $1) }
    take(sameContent)
    take { sameID($0, $1) && (sameText($0, $1) || sameMoney($0, $1)) }
    take { sameText($0, $1) && before[$0].account == after[$1].account }
    take(sameText)
    take { sameMoney($0, $1) && before[$0].controlArea == after[$1].controlArea }
    take(sameMoney)
    if idsLast { take(sameID) }
    take { LineMatching.shareWords(before[$0].text, after[$1].text) }
    pairs.sort { $0.new < $1.new }
    moved = LineMatching.moved(pairs)
  }

  private mutating func take(_ isSame: (Int, Int) -> Bool) {
    for right in added {
      guard let left = removed.first(where: { old[$0].section == new[right].section && isSame($0, right) })
      else { continue }
      pairs.append((left, right))
      removed.removeAll { $0 == left }
      added.removeAll { $0 == right }
    }
  }

  /// Whether at least half of the longer text's words stand in the other.
  private static func shareWords(_ left: String, _ right: String) -> Bool {
    let (one, two) = (words(left), words(right))
    let longer = max(one.count, two.count)
    return longer > 1 && one.intersection(two).count * 2 >= longer
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.map(String.init))
  }

  /// The pairs outside a longest rising run of old places.
  private static func moved(_ pairs: [(old: Int, new: Int)]) -> Set<Int> {
    var best = Array(repeating: 1, count: pairs.count)
    var previous = Array(repeating: -1, count: pairs.count)
    for end in pairs.indices {
      for start in 0..<end where pairs[start].old < pairs[end].old && best[start] + 1 > best[end] {
        best[end] = best[start] + 1
        previous[end] = start
      }
    }
    var kept: Set<Int> = []
    var place = best.indices.max { best[$0] < best[$1] } ?? -1
    while place >= 0 {
      kept.insert(pairs[place].new)
      place = previous[place]
    }
    return Set(pairs.map(\.new)).subtracting(kept)
  }
}
