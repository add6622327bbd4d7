import Intake
public import Output
import ProposalModel

/// The layout profiles that come with the tool, compiled in from `templates/`, and profiles read from files.
public enum LayoutLibrary {
  /// All profiles that come with the tool; the first is the one meant where none is named.
  public static let all: [LayoutProfile] = sources.map(builtIn)

  /// A profile that is compiled in; one that cannot be read is a mistake of ours and stops the first start.
  private static func builtIn(_ bytes: [UInt8]) -> LayoutProfile {
    do { return try CanonicalJSON.decodeDocument(LayoutProfile.self, bytes).value } catch {
      preconditionFailure("a profile of templates/ cannot be read: \(error)")
    }
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

extension LayoutProfile {
  /// Fails where the layout may not be used on `day`, `2024-01-31`: a system that has changed reads an old
  /// layout wrongly.
  func mustBeValid(on day: String) throws(FileFailure) {
    guard !isValid(on: day) else { return }
    let from = validFrom.map { " fra \($0)" } ?? ""
    let to = validTo.map { " til \($0)" } ?? ""
    throw FileFailure(
      file: id, status: .usage,
      message: "Layoutprofilen gælder\(from)\(to) og ikke i dag, \(day). Brug den, der gælder nu.")
  }

  /// The name of a file of corrections that says its layout and how it is loaded:
  /// `korrektioner-kvantum-upload-add.csv`.
  public var fileName: String {
    "korrektioner-\(OutputFiles.name(for: id))" + (mode.map { "-\($0.rawValue)" } ?? "") + ".csv"
  }
}
