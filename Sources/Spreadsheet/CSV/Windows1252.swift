/// Text in Windows-1252, the one-byte encoding of Western European Windows, for programs that read nothing
/// else.
package enum Windows1252 {
  /// Whether every character of `text` has a byte of its own in the encoding.
  package static func canEncode(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { byte(of: $0) != nil }
  }

  /// The bytes of `text`; a character that the encoding lacks becomes its nearest relative (`−` a hyphen, a
  /// narrow space a space), else `?`.
  package static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.map { byte(of: $0) ?? relatives[$0].flatMap { byte(of: $0) } ?? UInt8(ascii: "?") }
  }

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < 0x80 ? UInt8(scalar.value) : table[scalar]
  }

  private static let table: [Unicode.Scalar: UInt8] = (UInt8(0x80)...0xFF).reduce(into: [:]) { table, byte in
    if let scalar = CSVDecoder.windows1252Character(byte) { table[scalar] = byte }
  }

  private static let relatives: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2212}": "-", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{202F}": " ", "\u{2007}": " ",
    "\u{2009}": " ", "\u{2003}": " ",
    "\u{2002}": " ", "\u{2032}": "'", "\u{2033}": "\"", "\u{2215}": "/", "\u{2044}": "/",
  ]
}
