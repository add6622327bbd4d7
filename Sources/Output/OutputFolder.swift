import FoundationEssentials

/// Where a file goes that is to be written into a folder.
public enum OutputFolder {
  /// `path` itself, or where it is a folder, or ends in `/`, the file `name` in it.
  public static func path(_ path: String, name: String) -> String {
    var isFolder: Bool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard path.hasSuffix("/") || (isThere && isFolder) else { return path }
    return path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }
}
