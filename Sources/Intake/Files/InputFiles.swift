import FoundationEssentials
public import Output
import Spreadsheet

/// A file that a command's arguments name.
public struct InputFile: Hashable, Sendable {
  /// The path, `-` for standard input.
  public var path: String
  /// Whether the user named the file itself, not a folder around it: then it must be a proposal.
  public var isNamed: Bool
}

/// The files that a command's arguments name: files as they are, folders read through, `-` for standard
/// input.
public enum InputFiles {
  /// What the arguments of a command name.
  public struct Found: Sendable {
    /// Files to read, in a stable order.
    public var files: [InputFile] = []
    /// What is not there, cannot be opened, or is of a kind that people use for proposals and that cannot be
    /// read.
    public var unread: [UnreadFile] = []
    /// Files of folders that are something else, such as pictures.
    public var others: [String] = []
  }

  /// The files of `arguments` in a stable order. A folder gives its files at any depth, sorted by path;
  /// hidden files, receipts and the lock files of Excel (`~$…`) and LibreOffice (`.~lock…`) are skipped.
  /// Nothing else is passed over in silence.
  public static func find(_ arguments: [String]) -> Found {
    var found = Found()
    for argument in arguments {
      var isFolder = false
      if argument == "-" {
        found.files.append(InputFile(path: argument, isNamed: true))
      } else if !FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) {
        found.unread.append(
          UnreadFile(
            FileFailure(
              file: argument, status: .inputMissing,
              message: "Filen eller mappen findes ikke. Kontrollér navnet og mappen.")))
      } else if isFolder {
        addContents(of: argument, above: [], to: &found)
      } else {
        found.files.append(InputFile(path: argument, isNamed: true))
      }
    }
    var seen: Set<String> = []
    found.files = found.files.filter { seen.insert($0.path).inserted }
    return found
  }

  /// `above` are the folders that are being read; a link back to one of them is not followed.
  private static func addContents(of folder: String, above: [String], to found: inout Found) {
    let real = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    if above.contains(real) { return }
    func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : folder + "/" + name }
    guard let names = FolderContents.names(in: folder) else {
      found.unread.append(
        UnreadFile(
          FileFailure(
            file: folder, status: .inputMissing,
            message: "Mappen kan ikke åbnes, så filerne i den er ikke læst. Kontrollér rettighederne.")))
      return
    }
    for name in names.unreadable where !FileKinds.isPassedOver(name) {
      found.unread.append(
        UnreadFile(
          FileFailure(
            file: path(name), status: .inputMissing,
            message: "Filens navn er ikke skrevet i UTF-8, så den kan ikke åbnes. Giv filen et nyt navn.")))
    }
    for name in names.readable where !FileKinds.isPassedOver(name) {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) else {
        found.unread.append(
          UnreadFile(
            FileFailure(
              file: path(name), status: .inputMissing,
              message: "Genvejen peger på en fil, der ikke findes. Læg selve filen i mappen.")))
        continue
      }
      if isFolder {
        addContents(of: path(name), above: above + [real], to: &found)
      } else if let obstacle = FileKinds.obstacle(path(name), name: name) {
        found.unread.append(UnreadFile(obstacle))
      } else if FileKinds.read.contains(FileKinds.ending(of: name)) {
        found.files.append(InputFile(path: path(name), isNamed: false))
      } else {
        found.others.append(path(name))
      }
    }
  }

  /// Bytes of standard input that are read: as many as of a file.
  private static let inputBytes = ReadLimits().fileBytes

  private static func standardInput() throws -> [UInt8] {
    guard let bytes = try FileHandleBytes.standardInput(limit: inputBytes) else {
      throw FileFailure(
        file: "-", status: .unreadable,
        message:
          "Der kommer mere end \(inputBytes >> 20) MiB ind, så læsningen er stoppet. Send en mindre fil.")
    }
    return bytes
  }

  /// The bytes of a file, or of standard input for `-`.
  public static func read(_ file: String) throws(FileFailure) -> [UInt8] {
    do {
      if file == "-" { return try standardInput() }
      return Array(try Data(contentsOf: URL(filePath: file)))
    } catch let failure as FileFailure {
      throw failure
    } catch {
      var isFolder = false
      let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      if isFolder {
        throw FileFailure(
          file: file, status: .inputMissing,
          message: "Det er en mappe, men her skal stå én fil. Skriv filens navn efter mappens.")
      }
      let isForbidden = exists && !FileManager.default.isReadableFile(atPath: file)
      throw FileFailure(
        file: file, status: exists && !isForbidden ? .inputOutput : .inputMissing,
        message: exists
          ? "Filen kan ikke læses. Kontrollér rettighederne."
          : "Filen findes ikke. Kontrollér navnet og mappen.")
    }
  }
}
