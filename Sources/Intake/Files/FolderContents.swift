import Glibc

/// The names in a folder, as the file system has them.
enum FolderContents {
  /// What stands in a folder.
  struct Names {
    /// Names that are text.
    var readable: [String] = []
    /// Names that are not UTF-8, with signs in the place of what cannot be read.
    var unreadable: [String] = []
  }

  /// The names in `folder`, sorted; `nil` where it cannot be opened. The corresponding C function is
  /// `readdir`.
  static func names(in folder: String) -> Names? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names = Names()
    while let entry = readdir(handle) {
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: UInt8.self, capacity: Int(NAME_MAX) + 1) { start in
          Array(UnsafeBufferPointer(start: start, count: strlen(start)))
        }
      }
      if let name = String(validating: bytes, as: UTF8.self) {
        if name != ".", name != ".." { names.readable.append(name) }
      } else {
        names.unreadable.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    names.readable.sort()
    names.unreadable.sort()
    return names
  }
}
