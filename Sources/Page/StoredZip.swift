/// A ZIP of files as they are: workbooks are packed already, and packing them again gains nothing.
package enum StoredZip {
  /// Bytes of all files at most. 512 MiB: far above any round, and small enough to be held in memory.
  package static let bytes = 512 << 20
  /// Files at most, by the width of their number in the format.
  package static let files = 65_535

  /// The ZIP of `files` in their order, or `nil` above the limits. The same files give the same bytes.
  package static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    guard files.count <= StoredZip.files, files.reduce(0, { $0 + $1.bytes.count }) <= bytes else {
      return nil
    }
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let start = archive.count
      // Version 2.0, names in UTF-8, stored, 1 January 2020: a time of day would change the bytes.
      let head =
        little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x5021, 2)
        + little(Int(checksum(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
        + little(name.utf8.count, 2) + little(0, 2)
      archive += little(0x0403_4B50, 4) + head + Array(name.utf8) + bytes
      directory += little(0x0201_4B50, 4) + little(20, 2) + head
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(start, 4)
      directory += Array(name.utf8)
    }
    let start = archive.count
    archive += directory
    archive += little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    return archive + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// The CRC-32 that the format asks for.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}
