/// One part of a form that a browser sends: a field, or a file.
package struct FormPart: Hashable, Sendable {
  /// The field's name.
  package var name: String
  /// The file's name without folders; `nil` for a field.
  package var file: String?
  /// The content.
  package var bytes: [UInt8]

  /// A part of these.
  package init(name: String, file: String? = nil, bytes: [UInt8]) {
    (self.name, self.file, self.bytes) = (name, file, bytes)
  }

  /// The content as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Reads `multipart/form-data`, the way a browser sends files without any script (RFC 7578).
package enum Multipart {
  /// Parts of one form. 2,000: a round of forty proposals in several versions, many times over.
  package static let parts = 2_000

  /// The parts of `body`, or `nil` where it is not what `contentType` says or has too many parts.
  package static func read(_ body: [UInt8], contentType: String) -> [FormPart]? {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let boundary = parameter("boundary", in: contentType), !boundary.isEmpty, boundary.utf8.count <= 70
    else { return nil }
    let mark = Array("--\(boundary)".utf8)
    guard var start = find(mark, in: body, from: 0), start == 0 else { return nil }
    var found: [FormPart] = []
    while true {
      let rest = start + mark.count
      if body[rest...].starts(with: Array("--".utf8)) { return found }
      guard body[rest...].starts(with: newline),
        let end = find(newline + mark, in: body, from: rest), found.count < parts,
        let part = part(body[(rest + 2)..<end])
      else { return nil }
      found.append(part)
      start = end + 2
    }
  }

  private static let newline: [UInt8] = [0x0D, 0x0A]

  private static func part(_ bytes: ArraySlice<UInt8>) -> FormPart? {
    let blank = newline + newline
    guard let end = find(blank, in: Array(bytes.prefix(8_192)), from: 0) else { return nil }
    let head = String(decoding: bytes.prefix(end), as: UTF8.self)
    let lines = head.split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = parameter("name", in: String(line))
    else { return nil }
    let file = parameter("filename", in: String(line)).map(lastName)
    return FormPart(name: name, file: file, bytes: Array(bytes.dropFirst(end + blank.count)))
  }

  /// The value of `name="…"` or `name=…`; browsers write a quotation mark in it as `%22`.
  private static func parameter(_ name: String, in text: String) -> String? {
    for piece in text.split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == name else { continue }
      let value = pair[1].drop { $0 == " " }
      return value.hasPrefix("\"")
        ? String(value.dropFirst().prefix { $0 != "\"" }).replacing("%22", with: "\"") : String(value)
    }
    return nil
  }

  /// The name behind the last slash or backslash.
  private static func lastName(_ name: String) -> String {
    String(name.split { $0 == "/" || $0 == "\\" }.last ?? "")
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, bytes.count >= needle.count, start <= bytes.count - needle.count else {
      return nil
    }
    var position = start
    while position <= bytes.count - needle.count {
      guard let next = bytes[position...(bytes.count - needle.count)].firstIndex(of: first) else {
        return nil
      }
      if bytes[next..<(next + needle.count)].elementsEqual(needle) { return next }
      position = next + 1
    }
    return nil
  }
}
