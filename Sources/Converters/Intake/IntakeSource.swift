/// What is read as one: a file, or the CSV files of one proposal.
struct IntakeSource: Sendable {
  /// The file, or the first of the group.
  var file: String
  /// The group of CSV files, one per table, that are read together.
  var group: WideCSVGroup?

  /// All files that are read.
  var files: [String] { group?.files ?? [file] }

  /// The sources that a command's arguments name, in a stable order, and the arguments that are not there.
  static func find(_ arguments: [String]) -> (sources: [IntakeSource], failures: [FileFailure]) {
    var (files, failures) = InputFiles.find(arguments)
    let groups = WideCSVGroup.gather(&files)
    return (files.map { IntakeSource(file: $0, group: groups[$0]) }, failures)
  }
}
