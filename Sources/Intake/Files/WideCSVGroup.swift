/// The CSV files of one proposal, one per table (`BC08-tabel-1.csv`, `BC08-tabel-A.csv` …) in one folder:
/// read together, as the sheets of one workbook.
package struct WideCSVGroup {
  /// The proposal's number, from the names.
  package var number: String
  /// The files, in order.
  package var files: [String]

  /// Takes groups of two files or more out of `files`, leaving the first of each in its place; the result is
  /// keyed by that file.
  package static func gather(_ files: inout [String]) -> [String: WideCSVGroup] {
    var members: [String: [String]] = [:]
    for file in files { if let stem = stem(of: file) { members[stem, default: []].append(file) } }
    var groups: [String: WideCSVGroup] = [:]
    var taken: Set<String> = []
    for (stem, list) in members {
      guard list.count > 1 else { continue }
      groups[list[0]] = WideCSVGroup(number: number(of: list[0]) ?? stem, files: list)
      taken.formUnion(list.dropFirst())
    }
    files.removeAll { taken.contains($0) }
    return groups
  }

  /// `Tabel A` for `BC08-tabel-A.csv`; the file's name without its ending otherwise.
  package static func sheetName(of file: String) -> String {
    let name = String((file.split(separator: "/").last ?? "").prefix { $0 != "." })
    guard let range = name.firstRange(of: "-tabel-") else { return name }
    return "Tabel \(name[range.upperBound...])"
  }

  /// The proposal's number in the name of a CSV file of one table; `nil` for other names.
  package static func number(of file: String) -> String? {
    stem(of: file).map { String($0.split(separator: "/").last ?? "") }
  }

  /// What stands before `-tabel-…`, folder included.
  private static func stem(of file: String) -> String? {
    guard file.lowercased().hasSuffix(".csv"), let range = file.ranges(of: "-tabel-").last else { return nil }
    return String(file[..<range.lowerBound])
  }
}
