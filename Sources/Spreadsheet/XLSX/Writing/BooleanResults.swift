#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import CZip

/// Formulas whose value is `TRUE` or `FALSE`, which libxlsxwriter 1.1.4 cannot write: it knows numbers and
/// text only.
///
/// They are written as text first (`t="str"`, `TRUE`), then the finished file's cells are put right (`t="b"`,
/// `1`). All other parts of the package keep their compressed bytes.
enum BooleanResults {
  /// What stands in the file for `TRUE` until it is put right.
  static let trueWord = "TRUE"
  /// What stands in the file for `FALSE` until it is put right.
  static let falseWord = "FALSE"

  /// Puts the values right in the sheets of the workbook at `path`; `sheets` are in the order of the
  /// workbook.
  static func repair(fileAt path: String, named name: String, sheets: [[CellAddress: Bool]])
    throws(XLSXWriteError)
  {
    guard sheets.contains(where: { !$0.isEmpty }) else { return }
    guard let archive = zip_open(path, 0, nil) else {
      throw failure(name, "the finished file cannot be opened again")
    }
    guard
      sheets.indices.allSatisfy({ sheets[$0].isEmpty || repairSheet(at: $0, cells: sheets[$0], in: archive) })
    else {
      zip_discard(archive)
      throw failure(name, "the values of formulas could not be stored")
    }
    guard zip_close(archive) == 0 else {
      let explanation = zip_strerror(archive).map { String(cString: $0) } ?? "unknown"
      zip_discard(archive)
      throw failure(name, explanation)
    }
  }

  private static func failure(_ name: String, _ explanation: String) -> XLSXWriteError {
    XLSXWriteError(.file(FileWriteError(step: .write, path: name, explanation: explanation)))
  }

  private static func repairSheet(at index: Int, cells: [CellAddress: Bool], in archive: OpaquePointer)
    -> Bool
  {
    let entry = zip_name_locate(archive, "xl/worksheets/sheet\(index + 1).xml", 0)
    guard entry >= 0, let bytes = read(zip_uint64_t(entry), of: archive),
      let repaired = repair(bytes, cells: cells)
    else { return false }
    return replace(zip_uint64_t(entry), of: archive, by: repaired)
  }

  private static func read(_ entry: zip_uint64_t, of archive: OpaquePointer) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip_stat_index(archive, entry, 0, &status) == 0, let file = zip_fopen_index(archive, entry, 0)
    else { return nil }
    defer { zip_fclose(file) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
    return Int(count) == bytes.count ? bytes : nil
  }

  /// Replaces an entry; the copy of `bytes` and the source belong to the archive from then on. The date is
  /// the one that all entries have.
  private static func replace(_ entry: zip_uint64_t, of archive: OpaquePointer, by bytes: [UInt8]) -> Bool {
    guard let copy = malloc(max(1, bytes.count)) else { return false }
    bytes.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyMemory(from: $0)
    }
    guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
      free(copy)
      return false
    }
    guard zip_file_replace(archive, entry, source, 0) == 0 else {
      zip_source_free(source)
      return false
    }
    let firstOfJanuary1980: zip_uint16_t = 1 << 5 | 1
    return zip_file_set_dostime(archive, entry, 0, firstOfJanuary1980, 0) == 0
  }

  /// The sheet with the values of `cells` as booleans; `nil` if one of them is not where it was written.
  private static func repair(_ sheet: [UInt8], cells: [CellAddress: Bool]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(sheet.count)
    var position = 0
    for (address, value) in cells.sorted(by: { $0.key < $1.key }) {
      let word = value ? trueWord : falseWord
      guard let cell = find("<c r=\"\(address)\"", in: sheet, from: position),
        let type = find(" t=\"str\"><f>", in: sheet, from: cell),
        let close = find("</f><v>\(word)</v>", in: sheet, from: type)
      else { return nil }
      result += sheet[position..<type]
      result += " t=\"b\"".utf8
      result += sheet[type + " t=\"str\"".utf8.count..<close]
      result += "</f><v>\(value ? 1 : 0)</v>".utf8
      position = close + "</f><v>\(word)</v>".utf8.count
    }
    return result + sheet[position...]
  }

  /// Where `text` stands in `bytes`, at `start` or later.
  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let pattern = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index + pattern.count <= bytes.count {
        if bytes[index] == pattern[0], (1..<pattern.count).allSatisfy({ bytes[index + $0] == pattern[$0] }) {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
