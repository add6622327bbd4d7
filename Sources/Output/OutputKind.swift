/// The kind of a file to write, by its name.
package enum OutputKind {
  case xlsx, csv, json

  /// CSV for standard output; `nil` for an ending that is none of the three.
  package init?(_ file: String) {
    let name = file.lowercased()
    if name.hasSuffix(".xlsx") {
      self = .xlsx
    } else if name.hasSuffix(".csv") || file == "-" {
      self = .csv
    } else if name.hasSuffix(".json") {
      self = .json
    } else {
      return nil
    }
  }

  package static func failure(_ file: String) -> FileFailure {
    FileFailure(file: file, status: .usage, message: "Filens navn skal ende på .xlsx, .csv eller .json.")
  }
}
