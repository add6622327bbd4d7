private import CZip

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

/// Makes a ZIP file from another: entries are replaced, removed or added, all others keep their compressed
/// bytes.
///
/// libzip copies what it need not touch. It all happens in memory; the input's bytes stay as they are.
struct ZipRewriter: ~Copyable {
  private let handle: OpaquePointer
  private let source: OpaquePointer

  /// Begins with the ZIP file in `bytes`. The corresponding C function is `zip_open_from_source`.
  init(_ bytes: [UInt8]) throws(SpreadsheetError) {
    // The memory has to be libzip's own: where entries are only added, 1.7.3 frees the input's bytes even if
    // told that they are not its to free.
    guard let memory = malloc(max(bytes.count, 1)) else { throw ZipRewriter.failure("ZIP", ZIP_ER_MEMORY) }
    bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress { memcpy(memory, start, buffer.count) }
    }
    var error = zip_error_t()
    zip_error_init(&error)
    guard let source = zip_source_buffer_create(memory, zip_uint64_t(bytes.count), 1, &error) else {
      free(memory)
      throw ZipRewriter.failure("ZIP", zip_error_code_zip(&error))
    }
    // The archive takes over one reference and frees it; the result is read through the other.
    zip_source_keep(source)
    guard let handle = zip_open_from_source(source, 0, &error) else {
      zip_source_free(source)
      zip_source_free(source)
      throw ZipRewriter.failure("ZIP", zip_error_code_zip(&error))
    }
    self.source = source
    self.handle = handle
  }

  /// Puts `bytes` in the place of entry `index`. The corresponding C function is `zip_file_replace`.
  func replace(_ index: Int, name: String, with bytes: [UInt8]) throws(SpreadsheetError) {
    let content = try content(bytes, name)
    guard zip_file_replace(handle, zip_uint64_t(index), content, 0) == 0 else {
      throw failure(name, freeing: content)
    }
    try finish(zip_uint64_t(index), name)
  }

  /// Adds an entry at the end. The corresponding C function is `zip_file_add`.
  func add(_ name: String, _ bytes: [UInt8]) throws(SpreadsheetError) {
    let content = try content(bytes, name)
    let index = zip_file_add(handle, name, content, ZIP_FL_ENC_UTF_8)
    guard index >= 0 else { throw failure(name, freeing: content) }
    try finish(zip_uint64_t(index), name)
  }

  /// Removes entry `index`. The corresponding C function is `zip_delete`.
  func remove(_ index: Int, name: String) throws(SpreadsheetError) {
    guard zip_delete(handle, zip_uint64_t(index)) == 0 else { throw failure(name) }
  }

  /// The finished file. The corresponding C function is `zip_close`.
  consuming func finished() throws(SpreadsheetError) -> [UInt8] {
    let (handle, source) = (handle, source)
    discard self
    defer { zip_source_free(source) }
    guard zip_close(handle) == 0 else {
      let code = zip_error_code_zip(zip_get_error(handle))
      zip_discard(handle)
      throw ZipRewriter.failure("ZIP", code)
    }
    return try ZipRewriter.read(source)
  }

  deinit {
    zip_discard(handle)
    zip_source_free(source)
  }

  private static func read(_ source: OpaquePointer) throws(SpreadsheetError) -> [UInt8] {
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw failure("ZIP", ZIP_ER_READ)
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(clamping: status.size))
    var filled = 0
    while filled < bytes.count {
      let received = bytes.withUnsafeMutableBytes { buffer in
        zip_source_read(source, buffer.baseAddress.map { $0 + filled }, zip_uint64_t(buffer.count - filled))
      }
      guard received > 0 else { throw failure("ZIP", ZIP_ER_READ) }
      filled += Int(received)
    }
    return bytes
  }

  /// The content of an entry, in memory that libzip frees.
  private func content(_ bytes: [UInt8], _ name: String) throws(SpreadsheetError) -> OpaquePointer {
    guard let copy = malloc(max(bytes.count, 1)) else { throw ZipRewriter.failure(name, ZIP_ER_MEMORY) }
    bytes.withUnsafeBytes { buffer in if let start = buffer.baseAddress { memcpy(copy, start, buffer.count) }
    }
    guard let source = zip_source_buffer(handle, copy, zip_uint64_t(bytes.count), 1) else {
      free(copy)
      throw failure(name)
    }
    return source
  }

  /// Compresses the entry, and dates it as the format's first day, so that the same input gives the same
  /// bytes.
  private func finish(_ index: zip_uint64_t, _ name: String) throws(SpreadsheetError) {
    guard zip_set_file_compression(handle, index, ZIP_CM_DEFLATE, 0) == 0,
      zip_file_set_dostime(handle, index, 0, 0x21, 0) == 0
    else {
      throw failure(name)
    }
  }

  private func failure(_ name: String, freeing content: OpaquePointer? = nil) -> SpreadsheetError {
    if let content { zip_source_free(content) }
    return ZipRewriter.failure(name, zip_error_code_zip(zip_get_error(handle)))
  }

  private static func failure(_ name: String, _ code: Int32) -> SpreadsheetError {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return .damaged(part: name, .badCompression(String(cString: zip_error_strerror(&error))))
  }
}
