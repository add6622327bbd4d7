/// Text as SpreadsheetML stores it (`ST_Xstring`): characters that XML cannot hold are written `_x0007_`, and
/// text that already looks like such an escape gets its first `_` escaped (`_x0041_` becomes
/// `_x005F_x0041_`), so that reading gives back the very same text.
enum StoredText {
  /// `text` as it is stored; the same string wherever nothing needs an escape. A NUL cannot be stored and
  /// gives `nil`.
  static func encode(_ text: String) -> String? {
    var text = text
    let need = text.withUTF8 { scan($0) }
    switch need {
    case .nothing: return text
    case .impossible: return nil
    case .escapes: return text.withUTF8 { escape($0) }
    }
  }

  /// The first character of `text` that XML cannot hold, as `U+0007`. Line feed is allowed, and tab where
  /// `allowsTab`.
  static func firstControlCharacter(in text: String, allowsTab: Bool = false, allowsLineFeed: Bool = false)
    -> String?
  {
    for scalar in text.unicodeScalars where isControl(scalar) {
      if scalar == "\t", allowsTab { continue }
      if scalar == "\n", allowsLineFeed { continue }
      return name(of: scalar)
    }
    return nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private enum Need {
    case nothing, escapes, impossible
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Need {
    var need = Need.nothing
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x20, byte != UInt8(ascii: "_"), byte != 0xEF { continue }
      if byte == 0 { return .impossible }
      if isEscapeNeeded(bytes, at: index) { need = .escapes }
    }
    return need
  }

  private static func isEscapeNeeded(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x0A: false
    case 0..<0x20: true
    case UInt8(ascii: "_"): looksLikeEscape(bytes, at: index)
    case 0xEF: isNonCharacter(bytes, at: index)
    default: false
    }
  }

  /// Whether `_xHHHH_` stands at `index`.
  private static func looksLikeEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return false }
    return (index + 2...index + 5).allSatisfy { isHexDigit(bytes[$0]) }
  }

  /// Whether U+FFFE or U+FFFF stands at `index`, the two characters besides the control characters that XML
  /// 1.0 excludes.
  private static func isNonCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 24)
    var index = 0
    while index < bytes.count {
      if !isEscapeNeeded(bytes, at: index) {
        result.append(bytes[index])
        index += 1
      } else if bytes[index] == 0xEF {
        result += bytes[index + 2] == 0xBE ? "_xFFFE_".utf8 : "_xFFFF_".utf8
        index += 3
      } else {
        let digits = String(bytes[index], radix: 16, uppercase: true)
        result += "_x00\(digits.utf8.count == 1 ? "0" : "")\(digits)_".utf8
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
