import Intake
public import Output
import ProposalModel

/// The annex profiles that come with the tool, compiled in from `templates/`, and profiles read from files.
public enum AnnexLibrary {
  /// All profiles that come with the tool; the first is the one meant where none is named.
  public static let all: [AnnexProfile] = sources.map(builtIn)

  /// A profile that is compiled in; one that cannot be read is a mistake of ours and stops the first start.
  private static func builtIn(_ bytes: [UInt8]) -> AnnexProfile {
    do { return try CanonicalJSON.decodeDocument(AnnexProfile.self, bytes).value } catch {
      preconditionFailure("a profile of templates/ cannot be read: \(error)")
    }
  }

  /// The bytes of the compiled-in files, one per annex profile in `templates/`.
  package static let sources: [[UInt8]] = [PackageResources.bilag_standard_json]

  /// The profile of a name, or of a path to a file. One that is not known is a failure that lists those that
  /// are; one that makes no sense is a failure that names the key.
  public static func profile(_ text: String) throws(FileFailure) -> AnnexProfile {
    if let profile = all.first(where: { Spelling.same($0.id, text) || Spelling.same($0.name, text) }) {
      return profile
    }
    guard text.contains("/") || text.hasSuffix(".json") else {
      throw FileFailure(
        file: text, status: .usage,
        message: "Bilagsprofilen findes ikke. Kendte profiler: \(all.map(\.id).joined(separator: ", ")); "
          + "ellers angives en fil.")
    }
    do {
      let (profile, unknown) = try CanonicalJSON.decodeDocument(AnnexProfile.self, try InputFiles.read(text))
      guard unknown.isEmpty else {
        throw FileFailure(
          file: text, status: .unreadable,
          message: "Bilagsprofilen har nøgler, som ikke kendes: \(unknown.joined(separator: ", ")).")
      }
      return profile
    } catch let failure as FileFailure {
      throw failure
    } catch {
      throw FileFailure(
        file: text, status: .unreadable, message: "Filen er ikke en læsbar bilagsprofil: \(error).")
    }
  }
}
