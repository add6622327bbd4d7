import Forms
package import ProposalModel

/// The field of the front page that a label names, in whichever form it stands.
package struct FrontLabel {
  package let field: FrontField
  /// Whether it is the form's own label, and not another word for it.
  package let isOwn: Bool

  /// Reads a label, whatever its case, spaces, brackets and punctuation; `nil` if no field has it.
  package init?(_ text: String) {
    let key = EntrySpelling.key(text)
    guard key.count > 1, let label = FrontLabel.named[key] else { return nil }
    self = label
  }

  private init(_ field: FrontField, isOwn: Bool) {
    self.field = field
    self.isOwn = isOwn
  }

  /// Labels in use on printed front pages only, beside those of the form.
  private static let printed: [FrontField: [String]] = [
    .id: ["Nr."], .title: ["Overskrift"], .kind: ["Form"], .round: ["Budgetproces"],
    .presenting: ["Fremstillende udvalg", "Stillet af"], .affected: ["Berørte forvaltninger og udvalg"],
    .funding: ["Der søges om midler fra"], .priceLevel: ["Pris og lønniveau"],
    .implementedPriceLevel: ["Udmøntes p/l", "Udmøntes i"], .risk: ["Risikoniveau"],
    .crossCutting: ["Tværgående forslag"],
  ]

  private static let named: [String: FrontLabel] = {
    var named: [String: FrontLabel] = [:]
    for field in EntryForm.front {
      for name in field.names.sorted() + (printed[field.key] ?? []).map(EntrySpelling.key)
      where named[name] == nil {
        named[name] = FrontLabel(field.key, isOwn: name == EntrySpelling.key(field.header))
      }
    }
    return named
  }()
}
