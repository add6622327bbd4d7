/// What is read as one: a file, or the CSV files of one proposal.
struct IntakeSource: Sendable {
  /// The file, or the first of the group.
  var file: String
  /// Whether the user named the file itself: then it must be a proposal.
  var isNamed: Bool
  /// The group of CSV files, one per table, that are read together.
  var group: WideCSVGroup?

  /// All files that are read.
  var files: [String] { group?.files ?? [file] }

  /// The sources that files make, in their order.
  static func gather(_ inputs: [InputFile]) -> [IntakeSource] {
    var files = inputs.map(\.path)
    let named = Set(inputs.filter(\.isNamed).map(\.path))
    let groups = WideCSVGroup.gather(&files)
    return files.map { IntakeSource(file: $0, isNamed: named.contains($0), group: groups[$0]) }
  }
}
