package import ProposalModel

/// The Danish wording of every finding, so that all importers and rules say the same thing in the same way.
///
/// One function per thing that can be wrong; each gives the whole ``Finding``. Wording may change, codes may
/// not.
package enum Catalogue {
  /// `Mente du "Udvalg"?`, if there is a near miss.
  static func didYouMean(_ nearest: String?) -> String? { nearest.map { "Mente du »\($0)«?" } }

  /// Words in Danish quotation marks.
  package static func quoted(_ text: String) -> String { "»\(text)«" }

  /// `2023`, `2023 og 2024`, `2023, 2024 og 2025`.
  package static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " og " + last
  }

  /// `text` with one full stop behind it; that of `kr.` is enough.
  static func ended(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

  /// An amount as it stands in the forms: `-1.275`.
  package static func amount(_ amount: Amount, _ unit: AmountUnit = .thousandKroner) -> String {
    amount.danish(in: unit)
  }
}
