import ProposalModel
import Spreadsheet

/// What differs between two versions of one committee's rows, with the cells of both.
struct RowDifference {
  private let pairs: [(new: MergeRow?, old: MergeRow?)]

  /// Rows with the same unit, account, area and part are compared with each other; the rest in their order.
  init(of new: [MergeRow], from old: [MergeRow]) {
    var right = old.filter(\.isFilled)
    var pairs: [(MergeRow?, MergeRow?)] = []
    let changed = new.filter(\.isFilled).filter { row in
      guard let same = right.firstIndex(where: { $0.content == row.content }) else { return true }
      right.remove(at: same)
      return false
    }
    for row in changed {
      let match =
        right.firstIndex { $0.key == row.key }
        ?? right.firstIndex { $0.key.unit == row.key.unit && $0.key.area == row.key.area }
      pairs.append((row, match.map { right.remove(at: $0) }))
    }
    self.pairs = pairs + right.map { (nil, $0) }
  }

  /// The cells of the new version that differ.
  package var cells: [String] {
    pairs.flatMap { pair -> [String] in
      guard let new = pair.new else { return [] }
      guard let old = pair.old else { return [new.place.cell].compactMap { $0 } }
      let figures = new.figurePlaces.indices.filter { new.row.figures[$0] != old.row.figures[$0] }
      return figures.isEmpty
        ? [new.place.cell].compactMap { $0 } : figures.compactMap { new.figurePlaces[$0].cell }
    }
  }

  /// The first difference in words, with the two places.
  package func first(years: [Int]) -> (found: String, expected: String, place: Place, other: Place)? {
    guard let pair = pairs.first else { return nil }
    guard let new = pair.new, let old = pair.old else {
      let nothing = Place()
      return (
        pair.new.map(RowDifference.text) ?? "ingen række", pair.old.map(RowDifference.text) ?? "ingen række",
        pair.new?.place ?? nothing,
        pair.old?.place ?? nothing
      )
    }
    if let year = years.indices.first(where: { new.row.figures[$0] != old.row.figures[$0] }),
      new.key == old.key
    {
      func amount(_ row: MergeRow) -> String {
        "\(RowDifference.text(row.row.figures[year])) (\(years[year]))"
      }
      return (amount(new), amount(old), new.figurePlaces[year], old.figurePlaces[year])
    }
    return (RowDifference.text(new), RowDifference.text(old), new.place, old.place)
  }

  private static func text(_ figure: Figure) -> String {
    switch figure {
    case .blank: "tom"
    case .dash: "-"
    case .amount(let amount): amount.danish()
    }
  }

  /// `3641, 588: -1.000 -2.000`
  private static func text(_ row: MergeRow) -> String {
    let words = [row.row.recipient.unit, row.row.account?.printed, row.row.controlArea?.rawValue].compactMap {
      $0
    }
    let figures = row.row.figures.map(text).joined(separator: " ")
    return (words.isEmpty ? "" : words.joined(separator: ", ") + ": ") + figures
  }
}
