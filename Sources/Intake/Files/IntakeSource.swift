package import Output

/// What is read as one: a file, or the CSV files of one proposal.
package struct IntakeSource: Sendable {
  /// The file, or the first of the group.
  package var file: String
  /// The group of CSV files, one per table, that are read together.
  package var group: WideCSVGroup?

  /// All files that are read.
  package var files: [String] { group?.files ?? [file] }

  /// The sources that a command's arguments name, in a stable order, and the arguments that are not there.
  package static func find(_ arguments: [String]) -> (sources: [IntakeSource], failures: [FileFailure]) {
    var (files, failures) = InputFiles.find(arguments)
    let groups = WideCSVGroup.gather(&files)
    return (files.map { IntakeSource(file: $0, group: groups[$0]) }, failures)
  }
}
