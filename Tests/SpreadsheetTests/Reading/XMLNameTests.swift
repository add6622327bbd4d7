import Testing

@testable import Spreadsheet

@Suite struct `Names in XML` {
  /// Names of OpenDocument and Word that are longer than the 16 bytes that stand as they are.
  @Test(arguments: [
    ("number-columns-repeated", XMLName("number-columns-repeated")),
    ("number-columns-spanned", XMLName("number-columns-spanned")),
    ("covered-table-cell", XMLName("covered-table-cell")),
    ("commentRangeStart", XMLName("commentRangeStart")),
    ("sixteen-letters-", XMLName("sixteen-letters-")),
    ("t", XMLName("t")),
  ])
  func `match as written in the source code`(text: String, name: XMLName) throws {
    var tokenizer = Self.tokenizer("<a:\(text) \(text)='1' b:\(text)='2'><\(text)/></a:\(text)>")
    #expect(try tokenizer.next() == .start)
    #expect(tokenizer.name == name)
    #expect(try tokenizer.plainString(name) == "1")
    #expect(try tokenizer.next() == .start)
    #expect(tokenizer.name == name)
  }

  @Test func `of more than 16 bytes differ where they differ`() {
    let names = [
      XMLName("number-columns-repeated"), XMLName("number-columns-spanned"), XMLName("number-columns-re"),
      XMLName("number-columns-repeate"), XMLName("number-columns-r"),
    ]
    #expect(Set(names).count == names.count)
  }

  @Test func `are known by their namespace, transitional and strict`() throws {
    for address in [
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ] {
      var tokenizer = Self.tokenizer(
        """
        <x:document xmlns:x="\(address)" xmlns:m="urn:other"><x:t x:val="1" val="2" m:val="3"/>\
        <m:t/><t xmlns="\(address)"><u/></t><t/></x:document>
        """)
      var found: [XMLNamespace] = []
      while true {
        let token = try tokenizer.next()
        if token == .finished { break }
        guard token == .start else { continue }
        found.append(tokenizer.namespace)
        if found.count == 2 {
          #expect(try tokenizer.string(XMLName("val"), in: .word) == "1")
          #expect(try tokenizer.string(XMLName("val"), in: .none) == "2")
          #expect(try tokenizer.string(XMLName("val"), in: .math) == nil)
          #expect(tokenizer.namespace(ofPrefix: "m") == .other)
          #expect(tokenizer.namespace(ofPrefix: "q") == nil)
        }
      }
      #expect(found == [.word, .word, .other, .word, .word, .none])
    }
  }

  @Test func `have the namespace of their start tag at their end tag`() throws {
    var tokenizer = Self.tokenizer(
      "<a xmlns='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><b xmlns=''><c/></b></a>")
    var found: [XMLNamespace] = []
    while true {
      let token = try tokenizer.next()
      if token == .finished { break }
      if token == .end { found.append(tokenizer.namespace) }
    }
    #expect(found == [.none, .none, .text])
  }

  @Test func `declare no more namespaces than the limit`() throws {
    let declarations = (0..<30).map { "xmlns:n\($0)='urn:\($0)'" }.joined(separator: " ")
    var limits = ReadLimits()
    limits.attributes = 50
    var tokenizer = Self.tokenizer("<a \(declarations)><b \(declarations)/></a>", limits: limits)
    #expect(try tokenizer.next() == .start)
    #expect(throws: SpreadsheetError.limitExceeded(limit: .attributes, value: 50, part: "x")) {
      try tokenizer.next()
    }
  }

  private static func tokenizer(_ text: String, limits: ReadLimits = .init()) -> XMLTokenizer {
    XMLTokenizer(MemorySource(Array(text.utf8)), part: "x", limits: limits)
  }
}
