package import ProposalModel

extension ControlArea {
  /// The control area that words name: `service`, `Serviceinvesteringer`, `anlæg`, `overførsler`; not the `service` in `Koncernservice`.
  package static func named(in text: String) -> ControlArea? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    func has(_ beginnings: String...) -> Bool { words.contains { word in beginnings.contains { word.hasPrefix($0) } } }
    if has("overførs") { return .transfers }
    if has("efterspørgsel") { return .demandDriven }
    if has("finanspost", "finansiel") { return .financial }
    if has("anlæg", "anlaeg") { return .capital }
    if has("service", "servise") { return .service }
    return nil
  }
}
