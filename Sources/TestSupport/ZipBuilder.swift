/// Makes ZIP files of stored (not compressed) entries, so that a test shows the XML that it is about.
package struct ZipBuilder {
  package var entries: [(name: String, data: [UInt8])] = []
  /// What is wrong on purpose.
  package var flaw: Flaw?

  package enum Flaw {
    /// The checksum of this entry is not that of its bytes.
    case wrongChecksum(String)
    /// The size stated for this entry.
    case statedSize(String, UInt32)
    /// The compression method stated for this entry.
    case method(String, UInt16)
    /// The bit that says "encrypted" is set on this entry.
    case encrypted(String)
    /// Sizes and checksums follow the data, as streaming writers have it.
    case dataDescriptors
    /// Sizes and positions stand in ZIP64 fields.
    case zip64
  }

  /// A ZIP file of `entries`, with a flaw or without.
  package init(entries: [(name: String, data: [UInt8])], flaw: Flaw? = nil) {
    self.entries = entries
    self.flaw = flaw
  }

  /// The bytes of the file.
  package func build() -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      appendEntry(entry, to: &file)
      directory += directoryEntry(entry, offset: offset)
    }
    let start = file.count
    file += directory
    if case .zip64? = flaw {
      appendZip64End(to: &file, directoryStart: start, directorySize: directory.count)
    }
    file.append32(0x0605_4B50)
    file.append16(0)
    file.append16(0)
    file.append16(UInt16(clamping: entries.count))
    file.append16(UInt16(clamping: entries.count))
    file.append32(UInt32(directory.count))
    file.append32(UInt32(start))
    file.append16(0)
    return file
  }

  private var hasDescriptors: Bool {
    if case .dataDescriptors? = flaw { true } else { false }
  }

  private func appendEntry(_ entry: (name: String, data: [UInt8]), to file: inout [UInt8]) {
    file.append32(0x0403_4B50)
    appendCommon(entry, to: &file, isLocal: true)
    file += Array(entry.name.utf8)
    if isZip64 { appendZip64Sizes(entry, to: &file) }
    file += entry.data
    guard hasDescriptors else { return }
    file.append32(0x0807_4B50)
    file.append32(checksum(entry))
    file.append32(UInt32(entry.data.count))
    file.append32(UInt32(entry.data.count))
  }

  private var isZip64: Bool {
    if case .zip64? = flaw { true } else { false }
  }

  private func appendZip64Sizes(_ entry: (name: String, data: [UInt8]), to file: inout [UInt8]) {
    file.append16(1)
    file.append16(16)
    file.append64(UInt64(entry.data.count))
    file.append64(UInt64(entry.data.count))
  }

  private func directoryEntry(_ entry: (name: String, data: [UInt8]), offset: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append32(0x0201_4B50)
    bytes.append16(45)
    appendCommon(entry, to: &bytes, isLocal: false)
    bytes.append16(0)
    bytes.append16(0)
    bytes.append16(0)
    bytes.append32(0)
    bytes.append32(UInt32(offset))
    bytes += Array(entry.name.utf8)
    if isZip64 { appendZip64Sizes(entry, to: &bytes) }
    return bytes
  }

  /// The fields that the local header and the directory share.
  private func appendCommon(_ entry: (name: String, data: [UInt8]), to bytes: inout [UInt8], isLocal: Bool) {
    var flags: UInt16 = 0x0800
    if hasDescriptors { flags |= 8 }
    if case .encrypted(entry.name)? = flaw { flags |= 1 }
    bytes.append16(isZip64 ? 45 : 20)
    bytes.append16(flags)
    if case .method(entry.name, let method)? = flaw { bytes.append16(method) } else { bytes.append16(0) }
    bytes.append32(0x0021_0000)
    let isPostponed = hasDescriptors && isLocal
    bytes.append32(isPostponed ? 0 : checksum(entry))
    bytes.append32(isZip64 ? 0xFFFF_FFFF : isPostponed ? 0 : UInt32(entry.data.count))
    bytes.append32(isZip64 ? 0xFFFF_FFFF : isPostponed ? 0 : statedSize(entry))
    bytes.append16(UInt16(entry.name.utf8.count))
    bytes.append16(isZip64 ? 20 : 0)
  }

  private func appendZip64End(to file: inout [UInt8], directoryStart: Int, directorySize: Int) {
    let position = file.count
    file.append32(0x0606_4B50)
    file.append64(44)
    file.append16(45)
    file.append16(45)
    file.append32(0)
    file.append32(0)
    file.append64(UInt64(entries.count))
    file.append64(UInt64(entries.count))
    file.append64(UInt64(directorySize))
    file.append64(UInt64(directoryStart))
    file.append32(0x0706_4B50)
    file.append32(0)
    file.append64(UInt64(position))
    file.append32(1)
  }

  private func statedSize(_ entry: (name: String, data: [UInt8])) -> UInt32 {
    if case .statedSize(entry.name, let size)? = flaw { size } else { UInt32(entry.data.count) }
  }

  private func checksum(_ entry: (name: String, data: [UInt8])) -> UInt32 {
    let right = Checksum.crc32(entry.data)
    if case .wrongChecksum(entry.name)? = flaw { return ~right }
    return right
  }
}

/// The checksum of ZIP files.
enum Checksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}

extension [UInt8] {
  fileprivate mutating func append16(_ number: UInt16) { append64(UInt64(number), bytes: 2) }
  fileprivate mutating func append32(_ number: UInt32) { append64(UInt64(number), bytes: 4) }
  fileprivate mutating func append64(_ number: UInt64, bytes: Int = 8) {
    for index in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> UInt64(index * 8))) }
  }
}
