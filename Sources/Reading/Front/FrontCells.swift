package import Findings
import Forms
package import ProposalModel
import Spreadsheet

/// A front page as labels and the cells beside them: what every layout feeds the one reader with.
package struct FrontCells {
  /// What stands beside the label of each field.
  package private(set) var fields: [FrontField: ReadField] = [:]
  /// Fields whose label stands once more.
  package private(set) var repeated: [(field: FrontField, value: ReadField)] = []
  /// Labels that were taken for a field although they are misspelt.
  package private(set) var misspelt: [(field: FrontField, value: ReadField)] = []
  /// Labels that no field has.
  package private(set) var others: [ReadField] = []

  /// No front page.
  package init() {}

  /// Gives each label its field. The form's own label wins over another word for it, and one with a value over one
  /// without, wherever the two stand.
  package init(_ pairs: [ReadField]) {
    let labels = pairs.map { FrontLabel($0.label) }
    var taken: [FrontField: Int] = [:]
    for (isFilled, isOwn) in [(true, true), (true, false), (false, true), (false, false)] {
      for (index, label) in labels.enumerated() {
        guard let label, label.isOwn == isOwn, pairs[index].text.isEmpty != isFilled,
          taken[label.field] == nil
        else { continue }
        taken[label.field] = index
      }
    }
    for (index, label) in labels.enumerated() {
      if let label, taken[label.field] == index {
        fields[label.field] = pairs[index]
      } else if let label {
        repeated.append((label.field, pairs[index]))
      } else {
        others.append(pairs[index])
      }
    }
    for field in EntryForm.front where fields[field.key] == nil { adopt(field) }
  }

  /// Takes a misspelt label for a field that has none.
  private mutating func adopt(_ field: FormField<FrontField>) {
    guard let near = EntrySpelling.nearest(to: field.header, among: others.map(\.label)),
      let index = others.firstIndex(where: { $0.label == near })
    else { return }
    let found = others.remove(at: index)
    fields[field.key] = found
    misspelt.append((field.key, found))
  }

  package var isEmpty: Bool { fields.isEmpty }

  /// What is said in a field.
  package func text(_ field: FrontField) -> String? { fields[field]?.stated }

  /// The fields that decide what amounts are and where they go.
  private static let decisive: Set<FrontField> = [
    .id, .round, .presenting, .affected, .priceLevel, .implementedPriceLevel, .rule, .unit,
  ]

  /// Decisive fields that `page`, this one or a copy of it, states with another value than the one read: `P/l` 2022
  /// below `P/l` 2023, or a copied sheet with another number.
  package func contradictions(on page: FrontCells? = nil) -> [Finding] {
    let stated =
      page.map { page in page.fields.map { (field: $0.key, value: $0.value) } + page.repeated } ?? repeated
    let inOrder = stated.sorted {
      ($0.value.cell?.address ?? .first) < ($1.value.cell?.address ?? .first)
    }
    return inOrder.compactMap { field, value in
      guard FrontCells.decisive.contains(field), let read = fields[field], !value.text.isEmpty,
        !read.text.isEmpty, !Spelling.same(value.text, read.text)
      else { return nil }
      let sheet = read.place.sheet == value.place.sheet ? "" : (read.place.sheet ?? "") + "!"
      return Catalogue.fieldRepeated(
        EntryForm.front(field).header, value.text, read: read.text, other: sheet + (read.place.cell ?? ""),
        at: value.place)
    }
  }
}

extension CellAddress {
  fileprivate static let first = CellAddress(row: 1, column: 1)
}
