package import ProposalModel

extension ControlArea {
  /// The area that a text names, exactly, by a single word of its own, or with a slip of the pen.
  package init?(understanding text: String) {
    let near = Spelling.nearest(to: text, among: ControlArea.allCases.map(\.rawValue)).flatMap {
      ControlArea(spelling: $0)
    }
    guard let area = ControlArea(spelling: text) ?? ControlArea.only(namedIn: text) ?? near else {
      return nil
    }
    self = area
  }

  /// The area that words name, if they name no other: `Service (SUF)`, not `Anlæg/service`.
  package static func only(namedIn text: String) -> ControlArea? {
    let parts = text.split { "/,;&+()".contains($0) }.flatMap { $0.split(separator: " og ") }.map(String.init)
    let named = Set(parts.compactMap(ControlArea.named))
    return named.count == 1 ? named.first : nil
  }

  /// The control area that words name: `service`, `Serviceinvesteringer`, `anlæg`, `overførsler`; not the
  /// `service` in `Koncernservice`.
  package static func named(in text: String) -> ControlArea? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    func has(_ beginnings: String...) -> Bool {
      words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }
    if has("overførs", "indkomstoverførs") { return .transfers }
    if has("efterspørgsel") { return .demandDriven }
    if has("finanspost", "finansiel", "finansforskyd") { return .financial }
    if has("anlæg", "anlaeg") { return .capital }
    if has("service", "servise") { return .service }
    return nil
  }
}
