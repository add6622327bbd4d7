import Spreadsheet
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The tokenizer against libxml2 (FoundationXML) on every part of all workbooks of the repository, as they
/// are and damaged.
@Suite struct `The tokenizer and libxml2` {
  @Test(arguments: Part.workbooks)
  func `say the same of every part of a workbook`(path: String) throws {
    let parts = try Part.all(of: path)
    #expect(!parts.isEmpty)
    for part in parts {
      let expected = try #require(LibXML.lines(of: part.data), "\(part.name)")
      #expect(try XMLTranscript.lines(of: part.data) == expected, "\(part.name)")
      // Blocks that cut tags and characters in two.
      #expect(try XMLTranscript.lines(of: part.data, blockSize: 67) == expected, "\(part.name)")
    }
  }

  /// What libxml2 takes, the tokenizer takes alike; what the tokenizer refuses, libxml2 refuses too, or it is
  /// a DOCTYPE or an encoding by an unknown name, which libxml2 takes for UTF-8. In the other direction the
  /// tokenizer is laxer: it does not look at which characters a name may have, at namespaces, or at `--` in
  /// comments.
  @Test func `say the same of damaged parts`() throws {
    #if DEBUG
      let rounds = 4
    #else
      let rounds = 60
    #endif
    var (accepted, refused) = (0, 0)
    for path in Part.workbooks {
      for part in try Part.all(of: path) where part.data.count < 6_000 {
        // From the name, so that another workbook in the repository does not change the damage done to this
        // one.
        var random = SeededNumbers(name: path + part.name)
        for _ in 0..<rounds {
          let damaged = random.damage(part.data)
          let mine = try? XMLTranscript.lines(of: damaged)
          guard LibXML.canBeAsked(of: damaged) else { continue }
          guard let theirs = LibXML.lines(of: damaged) else {
            refused += 1
            continue
          }
          accepted += 1
          let text = String(decoding: damaged, as: UTF8.self)
          if mine == nil, text.contains("<!D") || !text.hasPrefix(LibXML.declaration) { continue }
          #expect(mine == theirs, "\(path) \(part.name): \(text)")
        }
      }
    }
    #expect(accepted > 100 && refused > 100)
  }

  @Test(arguments: [
    "<a>", "<a></b>", "<a/><b/>", "<a/>x", "", "<a b=c/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a>&nbsp;</a>",
    "<a>&#0;</a>",
    "<a>&#xD800;</a>", "<a>&amp</a>",
    "<a b='1'c='2'/>", "< a/>", "<a><![CDATA[</a>", "<a><!-- </a>", "<a", "<a b", "<a b=", "<a b='", "</a>",
    "<![CDATA[x]]>",
    "<a>\u{1}</a>", "<a><!x></a>",
  ])
  func `refuse the same broken XML`(text: String) {
    #expect(LibXML.lines(of: Array(text.utf8)) == nil)
    #expect(throws: SpreadsheetError.self) { try XMLTranscript.lines(of: Array(text.utf8)) }
  }
}

/// A part of a workbook in the repository.
private struct Part {
  var name: String
  var data: [UInt8]

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The workbooks, relative to the top of the repository.
  static let workbooks: [String] = ["samples", "templates", "Tests/Fixtures"].flatMap { folder in
    (FileManager.default.enumerator(atPath: repository.appending(path: folder).path)?.allObjects as? [String]
      ?? [])
      .filter { $0.hasSuffix(".xlsx") && !$0.contains("~") }.map { folder + "/" + $0 }.sorted()
  }

  static func all(of path: String) throws -> [Part] {
    let contents = ZipContents(Array(try Data(contentsOf: repository.appending(path: path))))
    return contents.names.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") || $0.hasSuffix(".vml") }
      .compactMap { name in contents[name].map { Part(name: name, data: $0) } }
  }
}

/// What libxml2 says of some XML, in the words of `XMLTranscript`.
private final class LibXML: NSObject, XMLParserDelegate {
  private var lines: [String] = []
  private var text = ""
  private var depth = 0
  private var hasError = false

  /// What a part begins with that says it is UTF-8.
  static let declaration = #"<?xml version="1.0" encoding="UTF-8""#

  /// Whether FoundationXML reports on the bytes; it traps where a name ends within a character and where an
  /// instruction is a name alone.
  static func canBeAsked(of bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    return !text.contains(#/<\?[^?\s]+\s*\?>/#)
  }

  /// `nil` where it finds an error.
  static func lines(of bytes: [UInt8]) -> [String]? {
    let reader = LibXML()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    // `parse()` alone says true of XML that ends too early or has something after its end.
    guard parser.parse(), parser.parserError == nil, !reader.hasError, reader.depth == 0,
      !reader.lines.isEmpty
    else { return nil }
    return reader.lines
  }

  private func finishText() {
    if !text.isEmpty { lines.append("text " + text) }
    text = ""
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    finishText()
    depth += 1
    lines.append(
      "start " + name + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined())
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    finishText()
    depth -= 1
    lines.append("end " + name)
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { hasError = true }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }
}

extension SeededNumbers {
  /// `bytes` with one to three changes: bytes left out, replaced, repeated, or a piece of markup put in.
  fileprivate mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      let piece = place..<min(place + Int.random(in: 1...12, using: &self), bytes.count)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes.removeSubrange(piece)
      case 1: bytes[place] = UInt8.random(in: 32...126, using: &self)
      case 2: bytes.insert(contentsOf: bytes[piece], at: place)
      case 3: bytes[place] = Array("<>&\"'/=; \n".utf8).randomElement(using: &self) ?? 0
      default:
        let markup = [
          "&amp;", "<!-- x -->", "<![CDATA[<&]]>", "<?p i?>", "&#65;", "&lt;", "\r\n", "<x/>",
          " y='\t&quot;'", "\r", "æ",
        ]
        bytes.insert(contentsOf: Array((markup.randomElement(using: &self) ?? "").utf8), at: place)
      }
    }
    return bytes
  }
}
