import Intake
public import Output
import ProposalModel

/// The layout profiles that come with the tool, compiled in from `templates/`, and profiles read from files.
public enum LayoutLibrary {
  /// All profiles that come with the tool; the first is the one meant where none is named.
  public static let all: [LayoutProfile] = sources.compactMap {
    try? CanonicalJSON.decodeDocument(LayoutProfile.self, $0).value
  }

  /// The bytes of the compiled-in files, one per profile in `templates/`.
  package static let sources: [[UInt8]] = [
    PackageResources.kvantum_laesbar_json, PackageResources.kvantum_upload_json,
    PackageResources.kvantum_plan_json, PackageResources.kvantum_overfoersel_json,
  ]

  /// The readable profile, in which lists for people are written whatever the file's own.
  public static var readable: LayoutProfile? { all.first }

  /// The profile of a name, or of a path to a file. One that is not known is a failure that lists those that
  /// are.
  public static func profile(_ text: String) throws(FileFailure) -> LayoutProfile {
    if let profile = all.first(where: { Spelling.same($0.id, text) || Spelling.same($0.name, text) }) {
      return profile
    }
    guard text.contains("/") || text.hasSuffix(".json") else {
      let names = all.map(\.id)
      let nearest = Spelling.nearest(to: text, among: names).map { " Mente du »\($0)«?" } ?? ""
      throw FileFailure(
        file: text, status: .usage,
        message:
          "Layoutprofilen findes ikke.\(nearest) Kendte profiler: \(names.joined(separator: ", ")); ellers angives en fil."
      )
    }
    do {
      let (profile, unknown) = try CanonicalJSON.decodeDocument(LayoutProfile.self, try InputFiles.read(text))
      guard unknown.isEmpty else {
        throw FileFailure(
          file: text, status: .unreadable,
          message: "Layoutprofilen har nøgler, som ikke kendes: \(unknown.joined(separator: ", ")).")
      }
      return profile
    } catch let failure as FileFailure {
      throw failure
    } catch {
      throw FileFailure(
        file: text, status: .unreadable, message: "Filen er ikke en læsbar layoutprofil: \(error).")
    }
  }
}
