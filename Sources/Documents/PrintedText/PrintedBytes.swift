/// Bytes of a text file as text: UTF-8, UTF-16 by its mark, else the code page of Danish Windows.
enum PrintedBytes {
  /// A volume of a hundred proposals has two million bytes; what is longer is not read to its end.
  static let limit = 4 << 20

  static func text(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      return String(decoding: units, as: UTF16.self)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map(scalar)))
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x96: "–"
    case 0x97: "—"
    case 0x80...0x9F: " "
    default: Unicode.Scalar(byte)
    }
  }
}
