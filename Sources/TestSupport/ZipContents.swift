private import CZip

/// The entries of a ZIP file, unpacked, so that a test can look at the XML that was written.
package struct ZipContents {
  /// The names, in the order of the file.
  package private(set) var names: [String] = []
  private var data: [String: [UInt8]] = [:]

  /// The entries of the file in `bytes`; none if it is no ZIP file.
  package init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error),
        let archive = zip_open_from_source(source, ZIP_RDONLY, &error)
      else { return }
      defer { zip_discard(archive) }
      for index in 0..<zip_uint64_t(zip_get_num_entries(archive, 0)) {
        guard let name = zip_get_name(archive, index, 0).map({ String(cString: $0) }) else { continue }
        names.append(name)
        data[name] = ZipContents.read(index, of: archive)
      }
    }
  }

  /// The bytes of an entry; `nil` where there is none or it cannot be read.
  package subscript(name: String) -> [UInt8]? { data[name] }

  /// The text of an entry; empty where there is none.
  package func text(_ name: String) -> String { String(decoding: data[name] ?? [], as: UTF8.self) }

  private static func read(_ index: zip_uint64_t, of archive: OpaquePointer) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0, let file = zip_fopen_index(archive, index, 0)
    else { return nil }
    defer { zip_fclose(file) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
    return Int(count) == bytes.count ? bytes : nil
  }
}
