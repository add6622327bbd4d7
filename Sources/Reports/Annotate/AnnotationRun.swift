import Documents
public import Findings
public import Intake
public import Output
import ProposalModel
import Spreadsheet

/// Annotated copies of all files of a check, in one folder, each under the name of its file;
/// files of the same name keep the folder they lie in.
public struct AnnotationRun: Sendable {
  /// The copies that were written: the file and its copy.
  public private(set) var copies: [(file: String, copy: String)] = []
  /// For each file that could not be marked, a note that says why.
  public private(set) var findings: [Finding] = []

  /// The copies that could not be written, for example because two files have the same name; the others are.
  public private(set) var failures: [FileFailure] = []

  /// Marks what `all` says of `files`, whose bytes `read` has, and writes the copies to `folder`.
  public init(
    _ all: [Finding], of files: [String], from read: ReadFiles, to folder: String, _ output: OutputFiles,
    changes: FindingChanges? = nil
  ) {
    do { try output.makeFolder(folder) } catch {
      failures = [error]
      return
    }
    var names: [String: String] = [:]
    let distinct = files.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let count = Dictionary(distinct.map { (AnnotationRun.name($0).lowercased(), 1) }, uniquingKeysWith: +)
    for file in distinct {
      let isShared = count[AnnotationRun.name(file).lowercased()] != 1
      let name = isShared ? AnnotationRun.nameWithFolder(file) : AnnotationRun.name(file)
      do throws(FileFailure) {
        if let other = names[name.lowercased()] { throw AnnotationRun.sameName(file, other) }
        names[name.lowercased()] = file
        let findings = all.filter { $0.file == file }
        let top = folder.hasSuffix("/") ? folder : folder + "/"
        let path = top + name
        switch try AnnotationRun.copy(of: file, from: read, findings, changes?.of(file)) {
        case .failure(let obstacle):
          self.findings.append(Catalogue.notAnnotated(obstacle.reason, at: Place(file: file)))
        case .success(let bytes):
          if name.contains("/") { try output.makeFolder(top + name.prefix { $0 != "/" }) }
          try output.write(bytes, to: path)
          copies.append((file, path))
        }
      } catch {
        failures.append(error)
      }
    }
  }

  /// The file's own name.
  private static func name(_ file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }

  /// The file's own name in a folder named as the one it lies in, where another file has the same name: the
  /// copies of `SOF/BC08.xlsx` and `BIF/BC08.xlsx` keep their folders.
  private static func nameWithFolder(_ file: String) -> String {
    let folder = file.split(separator: "/").dropLast().last { $0 != "." }
    return folder.map { $0 == ".." ? name(file) : "\($0)/\(name(file))" } ?? name(file)
  }

  private static func sameName(_ file: String, _ other: String) -> FileFailure {
    FileFailure(
      file: file, status: .outputUnwritable,
      message:
        "\(other) har samme navn, så kopierne ville overskrive hinanden. Kontrollér mapperne hver for sig.")
  }

  private struct Obstacle: Error {
    var reason: Catalogue.AnnotationObstacle
  }

  private static func copy(
    of file: String, from read: ReadFiles, _ findings: [Finding], _ changes: FindingChanges?
  ) throws(FileFailure) -> Result<[UInt8], Obstacle> {
    if file == "-" { return .failure(Obstacle(reason: .noName)) }
    let bytes = try read.bytes(of: file)
    guard case .workbook = FileContent(bytes, name: file) else {
      return .failure(Obstacle(reason: .noWorkbook))
    }
    let kind = Grids.documentKind(bytes, file: file)
    if let kind, kind != .word { return .failure(Obstacle(reason: .noWorkbook)) }
    if kind == nil, ODSReader.recognises(bytes) { return .failure(Obstacle(reason: .openDocument)) }
    let document = kind == nil ? nil : try AnnotatedDocument(bytes, file: file)
    do throws(MarkingError) {
      if let document { return .success(try document.marked(with: findings, changes: changes)) }
      return .success(try AnnotatedCopy.make(of: bytes, file: file, findings: findings, changes: changes))
    } catch {
      switch error {
      case .signed: return .failure(Obstacle(reason: .signed))
      case .structureProtected: return .failure(Obstacle(reason: .structureProtected))
      case .shared: return .failure(Obstacle(reason: .shared))
      case .spreadsheet(let error):
        let words = FileFailure(file: file, error).message
        return .failure(Obstacle(reason: .unreadable(words, isDocument: kind != nil)))
      }
    }
  }
}
