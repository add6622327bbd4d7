import Forms
package import ProposalModel
package import Spreadsheet

/// A label of a front page with what stands beside it.
package struct ReadField: Hashable, Sendable {
  /// The label, as typed.
  package var label: String
  /// The cell of the label.
  package var labelCell: String
  /// The cell beside it, if anything stands there.
  package var cell: Cell?
  /// The value as a person reads it; empty if there is none.
  package var text: String
  /// The place of the value, also where it is blank.
  package var place: Place

  /// A label and the cell beside it.
  package init(label: String, labelCell: String, cell: Cell?, place: Place) {
    self.label = label
    self.labelCell = labelCell
    self.cell = cell
    text = CellText.text(cell) ?? ""
    self.place = place
  }

  /// What is said: `nil` for nothing, and for a dash, which says that there is nothing.
  package var stated: String? {
    if text.count == 1, let only = text.first, Spelling.minusSigns.contains(only) { return nil }
    return text.isEmpty ? nil : text
  }
}
