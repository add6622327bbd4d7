import CBuild
import Intake
import Spreadsheet

/// What `fordel --version` tells: the version, what it was built from and how, and the libraries it found.
enum BuildInformation {
  /// `fordel 0.1.0`.
  static let version = ToolVersion.text

  /// The version, then what a report of a mistake should tell.
  static var text: String {
    let commit = String(cString: fordel_commit())
    let build = [commit.isEmpty ? "unknown commit" : "commit \(commit)", configuration, architecture, page]
    return """
      \(version)
      \(build.joined(separator: ", "))
      libzip \(LibraryVersions.zip), libxlsxwriter \(LibraryVersions.xlsxWriter)
      """
  }

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "another processor"
    #endif
  }

  private static var page: String {
    #if Page
      "with the local page"
    #else
      "without the local page"
    #endif
  }
}
