public import Checks
import ProposalModel
import Spreadsheet

/// Annotated copies of all files of a check, in one folder, each under the name of its file.
public struct AnnotationRun: Sendable {
  /// The copies that were written: the file and its copy.
  public private(set) var copies: [(file: String, copy: String)] = []
  /// For each file that could not be marked, a note that says why.
  public private(set) var findings: [Finding] = []

  /// Marks the files of `items` and writes the copies to `folder`.
  /// - Throws: ``FileFailure`` when a copy cannot be written, would replace an input, or two files of one name would have the same copy.
  public init(_ items: [IntakeItem], to folder: String, _ output: OutputFiles) throws(FileFailure) {
    try output.makeFolder(folder)
    var names: [String: String] = [:]
    for file in items.map(\.file).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
      let findings = items.filter { $0.file == file }.flatMap(\.findings)
      switch try AnnotationRun.copy(of: file, findings) {
      case .failure(let obstacle): self.findings.append(Catalogue.notAnnotated(obstacle.reason, at: Place(file: file)))
      case .success(let bytes):
        let name = file.split(separator: "/").last.map(String.init) ?? file
        if let other = names[name.lowercased()] {
          throw FileFailure(
            file: file, status: .outputUnwritable,
            message: "\(other) har samme navn, så kopierne ville overskrive hinanden. Kontrollér mapperne hver for sig.")
        }
        names[name.lowercased()] = file
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        try output.write(bytes, to: path)
        copies.append((file, path))
      }
    }
  }

  private struct Obstacle: Error {
    var reason: Catalogue.AnnotationObstacle
  }

  private static func copy(of file: String, _ findings: [Finding]) throws(FileFailure) -> Result<[UInt8], Obstacle> {
    if file == "-" { return .failure(Obstacle(reason: .noName)) }
    let bytes = try InputFiles.read(file)
    guard case .workbook = FileContent(bytes, name: file) else { return .failure(Obstacle(reason: .noWorkbook)) }
    do {
      return .success(try AnnotatedCopy.make(of: bytes, file: file, findings: findings))
    } catch {
      switch error {
      case .signed: return .failure(Obstacle(reason: .signed))
      case .structureProtected: return .failure(Obstacle(reason: .structureProtected))
      case .shared: return .failure(Obstacle(reason: .shared))
      case .spreadsheet(let error): return .failure(Obstacle(reason: .unreadable(FileFailure(file: file, error).message)))
      }
    }
  }
}
