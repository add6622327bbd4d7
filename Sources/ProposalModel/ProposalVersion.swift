/// Which version of a proposal a file holds, as its field `Version` says: a number or a date.
///
/// Only versions of one kind can be compared: `2` is later than `1`, `14-01-2022` later than `03-01-2022`;
/// whether a number or a date is later nobody can say. Nor can `1.10` and `1.9` be compared: as parts the first
/// is later, as decimal numbers the second, and Excel makes `1,1` of the first.
public struct ProposalVersion: Hashable, Sendable {
  private enum Kind: Hashable { case number, date }
  private var kind: Kind
  /// The parts that count, the weightiest first: `1.2` is 1 and 2, a date year, month and day.
  private var parts: [Int]
  /// The figures behind the point of `1.10`; `nil` for all else.
  private var decimals: String?

  /// Reads `2`, `v2`, `Version 1.2`, `1,2`, `2022-01-14`, `14-01-2022`, `14.01.2022`, `14/1 2022` or `14.01.22`;
  /// `nil` for anything else, also for `22.01.23` and `1.2.22`, which may be one day, another, or no day at all.
  public init?(_ text: String) {
    var rest = Spelling.tidy(text).lowercased()[...]
    for word in ["version", "ver.", "v.", "v"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    let pieces = rest.split { ".,-/ ".contains($0) }
    let numbers = pieces.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
    guard !numbers.isEmpty, numbers.count == pieces.count else { return nil }
    if numbers.count == 3, let date = ProposalVersion.date(numbers) {
      (kind, parts) = (.date, date)
    } else if numbers.count == 3, let date = ProposalVersion.date(numbers.dropLast() + [2000 + numbers[2]]) {
      // Two figures for the year: a day only where every part has two, and no other part can be the year.
      let years = 20...40
      guard years.contains(numbers[2]) else {
        if numbers[2] >= 15 { return nil }
        (kind, parts) = (.number, numbers)
        return
      }
      guard pieces.allSatisfy({ $0.count == 2 }), !years.contains(numbers[0]) else { return nil }
      (kind, parts) = (.date, date)
    } else {
      guard numbers.count <= 3 else { return nil }
      (kind, parts) = (.number, numbers)
      decimals = pieces.count == 2 ? String(pieces[1]) : nil
    }
  }

  /// Year, month and day of `2022 1 14` or `14 1 2022`.
  private static func date(_ numbers: [Int]) -> [Int]? {
    let ordered = numbers[0] > 999 ? numbers : numbers.reversed()
    let isDate =
      Spelling.years.contains(ordered[0]) && (1...12).contains(ordered[1]) && (1...31).contains(ordered[2])
    return isDate ? ordered : nil
  }

  /// Whether this is a later version than `other`; `nil` where the two cannot be compared.
  public func isLater(than other: ProposalVersion) -> Bool? {
    guard kind == other.kind else { return nil }
    let byParts = hasLaterParts(than: other)
    guard parts.first == other.parts.first, let mine = decimals, let theirs = other.decimals else {
      return byParts
    }
    let length = max(mine.count, theirs.count)
    let isLater = ProposalVersion.padded(mine, to: length) > ProposalVersion.padded(theirs, to: length)
    let isEarlier = ProposalVersion.padded(mine, to: length) < ProposalVersion.padded(theirs, to: length)
    return byParts == isLater && other.hasLaterParts(than: self) == isEarlier ? byParts : nil
  }

  private static func padded(_ decimals: String, to length: Int) -> String {
    decimals + String(repeating: "0", count: length - decimals.count)
  }

  private func hasLaterParts(than other: ProposalVersion) -> Bool {
    let length = max(parts.count, other.parts.count)
    for index in 0..<length {
      let (mine, theirs) = (
        parts.indices.contains(index) ? parts[index] : 0,
        other.parts.indices.contains(index) ? other.parts[index] : 0
      )
      if mine != theirs { return mine > theirs }
    }
    return false
  }
}
