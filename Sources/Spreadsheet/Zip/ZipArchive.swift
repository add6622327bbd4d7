private import CZip

/// An open ZIP file. libzip's handles must not be used by two threads at a time: ``ZipArchives`` lends each
/// to one part at a time.
///
/// The corresponding C type is `zip_t`.
final class ZipArchive: @unchecked Sendable {
  /// `zip_t`; freed once, by `deinit`.
  private let handle: OpaquePointer
  /// The bytes that the handle reads, if they are in memory.
  private let memory: InputMemory?

  /// Opens the file for reading, `start` bytes after its beginning. The corresponding C functions are
  /// `zip_source_file_create`, `zip_source_buffer_create` and `zip_open_from_source`.
  init(_ input: WorkbookInput, start: Int) throws(SpreadsheetError) {
    var error = zip_error_t()
    zip_error_init(&error)
    var memory: InputMemory?
    let source: OpaquePointer?
    let path: String
    switch input {
    case .file(let file, _):
      path = file
      source = zip_source_file_create(file, zip_uint64_t(start), -1, &error)
    case .memory(let bytes):
      path = "-"
      memory = bytes
      source = zip_source_buffer_create(
        bytes.buffer.baseAddress.map { $0 + start }, zip_uint64_t(bytes.count - start), 0, &error)
    }
    guard let source, let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      if let source { zip_source_free(source) }
      throw ZipArchive.openingError(zip_error_code_zip(&error), path: path)
    }
    self.handle = handle
    self.memory = memory
  }

  deinit { zip_discard(handle) }

  /// The number of entries.
  var count: Int { Int(zip_get_num_entries(handle, 0)) }

  /// The name of entry `index` as the file spells it.
  func name(_ index: Int) -> String? {
    zip_get_name(handle, zip_uint64_t(index), ZIP_FL_ENC_GUESS).map { String(cString: $0) }
  }

  /// The size, unpacked, that the file states for entry `index`. Not to be believed until the entry has been
  /// read.
  func declaredSize(_ index: Int) -> Int? {
    var status = zip_stat_t()
    guard zip_stat_index(handle, zip_uint64_t(index), 0, &status) == 0,
      status.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0
    else { return nil }
    return Int(clamping: status.size)
  }

  /// The checksum that the file states for entry `index`, 0 if it states none.
  func declaredChecksum(_ index: Int) -> UInt32 {
    var status = zip_stat_t()
    guard zip_stat_index(handle, zip_uint64_t(index), 0, &status) == 0,
      status.valid & zip_uint64_t(ZIP_STAT_CRC) != 0
    else { return 0 }
    return status.crc
  }

  /// Opens entry `index` for reading. The corresponding C function is `zip_fopen_index`.
  ///
  /// The result must not outlive the archive; ``ZipPart`` keeps both together.
  fileprivate func open(_ index: Int, part: String) throws(SpreadsheetError) -> OpaquePointer {
    if let entry = zip_fopen_index(handle, zip_uint64_t(index), 0) { return entry }
    let code = zip_error_code_zip(zip_get_error(handle))
    if code == ZIP_ER_COMPNOTSUPP {
      var status = zip_stat_t()
      zip_stat_index(handle, zip_uint64_t(index), 0, &status)
      throw .unsupportedCompression(part: part, method: Int(status.comp_method))
    }
    throw ZipArchive.readingError(code, part: part)
  }

  private static func openingError(_ code: Int32, path: String) -> SpreadsheetError {
    switch code {
    case ZIP_ER_NOENT: .missingFile(path: path)
    case ZIP_ER_NOZIP: .truncated(part: nil)
    case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_TELL: .cannotRead(path: path, reason: message(code))
    default: .damaged(part: "ZIP", .badCompression(message(code)))
    }
  }

  fileprivate static func readingError(_ code: Int32, part: String) -> SpreadsheetError {
    switch code {
    case ZIP_ER_CRC: .wrongChecksum(part: part)
    case ZIP_ER_EOF: .truncated(part: part)
    case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: .encrypted
    case ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_TELL, ZIP_ER_OPEN: .cannotRead(path: part, reason: message(code))
    default: .damaged(part: part, .badCompression(message(code)))
    }
  }

  /// libzip's own words for an error code. The corresponding C function is `zip_error_strerror`.
  private static func message(_ code: Int32) -> String {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return String(cString: zip_error_strerror(&error))
  }
}

/// One entry of a ZIP file, unpacked while it is read: bytes are counted, and at the end size and checksum
/// have to be right.
///
/// The corresponding C type is `zip_file_t`.
final class ZipPart: ByteSource {
  private let archives: ZipArchives
  private let archive: ZipArchive
  private let handle: OpaquePointer
  private let part: String
  private let declaredSize: Int
  private var delivered = 0
  private var isAtEnd = false

  /// Opens entry `index` in one of `archives`, which this part keeps until it is gone.
  init(_ archives: ZipArchives, index: Int, part: String) throws(SpreadsheetError) {
    let archive = try archives.take()
    declaredSize = archive.declaredSize(index) ?? 0
    handle = try archive.open(index, part: part)
    self.archives = archives
    self.archive = archive
    self.part = part
  }

  deinit {
    zip_fclose(handle)
    archives.giveBack(archive)
  }

  /// Reads the next bytes; 0 at the end, once size and checksum are seen to be right. The corresponding C
  /// function is `zip_fread`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    guard !isAtEnd, let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let received = Int(zip_fread(handle, base, zip_uint64_t(buffer.count)))
    guard received >= 0 else {
      let code = zip_error_code_zip(zip_file_get_error(handle))
      // libzip compares size and checksum at the end, and calls a wrong size an inconsistency.
      if code == ZIP_ER_INCONS { throw .damaged(part: part, .wrongSize(declared: declaredSize)) }
      throw ZipArchive.readingError(code, part: part)
    }
    delivered += received
    if delivered > declaredSize { throw .damaged(part: part, .wrongSize(declared: declaredSize)) }
    if received == 0 {
      isAtEnd = true
      if delivered < declaredSize { throw .truncated(part: part) }
    }
    return received
  }
}
