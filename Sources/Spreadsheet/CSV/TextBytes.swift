/// The bytes of any text file, by the rule by which CSV files are read: a byte order mark, UTF-16 by its
/// zeros, valid UTF-8, else Windows-1252.
package enum TextBytes {
  /// The text as UTF-8, without a byte order mark, and how many of its characters could not be read.
  package static func utf8(_ bytes: [UInt8]) -> (bytes: [UInt8], undecodable: Int) {
    let decoded = CSVDecoding.decode(bytes, as: nil)
    let text = decoded.start == 0 ? decoded.bytes : Array(decoded.bytes[decoded.start...])
    return (text, decoded.undecodable)
  }

  /// The character of a byte in Windows' code page of western Europe; `nil` where it has none.
  package static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    CSVDecoder.windows1252Character(byte)
  }
}
