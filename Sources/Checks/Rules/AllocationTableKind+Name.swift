import ProposalModel

extension AllocationTableKind {
  /// The name in messages: `Tabel A`, `Fordeling`.
  var printedName: String { isDivision ? rawValue : "Tabel \(rawValue)" }
}
