public import Output
import FoundationEssentials

/// The files that a command's arguments name: files as they are, folders read through, `-` for standard
/// input.
public enum InputFiles {
  private static let endings = ["xlsx", "xlsm", "csv", "json"]

  /// The files of `arguments` in a stable order. A folder gives its `.xlsx`, `.csv` and `.json` files, at any
  /// depth, sorted by path; hidden files and the lock files of Excel (`~$…`) and LibreOffice (`.~lock…`) are
  /// skipped. A missing argument is a failure.
  public static func find(_ arguments: [String]) -> (files: [String], failures: [FileFailure]) {
    var files: [String] = []
    var failures: [FileFailure] = []
    for argument in arguments {
      if argument == "-" {
        files.append(argument)
        continue
      }
      var isFolder = false
      guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) else {
        failures.append(
          FileFailure(
            file: argument, status: .inputMissing,
            message: "Filen eller mappen findes ikke. Kontrollér navnet og mappen."))
        continue
      }
      if isFolder { files += contents(of: argument) } else { files.append(argument) }
    }
    var seen: Set<String> = []
    return (files.filter { seen.insert($0).inserted }, failures)
  }

  /// `above` are the folders that are being read; a link back to one of them is not followed.
  private static func contents(of folder: String, above: [String] = []) -> [String] {
    let real = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    if above.contains(real) { return [] }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return names.flatMap { name -> [String] in
      guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return [] }
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
      if isFolder { return contents(of: path, above: above + [real]) }
      return endings.contains { name.lowercased().hasSuffix("." + $0) } ? [path] : []
    }
  }

  /// The bytes of a file, or of standard input for `-`.
  public static func read(_ file: String) throws(FileFailure) -> [UInt8] {
    do {
      if file == "-" { return Array(try FileHandleBytes.standardInput()) }
      return Array(try Data(contentsOf: URL(filePath: file)))
    } catch {
      var isFolder = false
      let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      throw FileFailure(
        file: file, status: exists ? .inputOutput : .inputMissing,
        message: exists
          ? "Filen kan ikke læses. Kontrollér rettighederne."
          : "Filen findes ikke. Kontrollér navnet og mappen.")
    }
  }
}
