@testable import Spreadsheet
import Testing

private func part(_ text: String, skipping: Set<String> = []) throws -> XMLPart {
  try XMLPart(Array(text.utf8), name: "test.xml", limits: .init(), skipping: skipping)
}

private func result(_ part: XMLPart) -> String { String(decoding: part.edited(), as: UTF8.self) }

/// Every element inside `element`, itself first.
private func all(_ element: XMLElement) -> [XMLElement] { [element] + element.children.flatMap(all) }

@Test(arguments: [
  "<a><b/><c x='1' y=\"&lt;2\"/>text<d>Ø</d></a>",
  "<?xml version=\"1.0\"?>\n<!-- <b> --><x:a xmlns:x=\"u\"><x:b\n/><!-- </c> --><x:c >ø<![CDATA[</c>]]></x:c ></x:a>",
  "<a/>", "<a></a>", "<a><b><c><d/></c></b>\r\n<b></b></a>\n", "<æ ø=\"å\"><ø/></æ>",
])
func `the ranges of elements are what stands from their first to their last bracket`(text: String) throws {
  let part = try part(text)
  for element in all(part.root) {
    let source = part.source(element.range)
    #expect(source.hasPrefix("<\(element.fullName)"))
    #expect(
      element.isOneTag
        ? source.hasSuffix("/>") : source.hasSuffix(">") && source.contains("</\(element.fullName)"))
    #expect(!part.source(element.content).contains("</\(element.fullName)"))
    for attribute in element.attributes where !attribute.value.contains("<") {
      #expect(part.source(attribute.valueRange) == attribute.value)
    }
    for child in element.children { #expect(element.content.contains(child.range)) }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

@Test func `a part without edits keeps its bytes`() throws {
  let text = "<?xml version='1.0'?>\r\n<a  b = 'c' ><!-- d --></a >"
  #expect(try result(part(text)) == text)
  #expect(try part(text).isChanged == false)
}

@Test func `edits replace bytes and leave the rest`() throws {
  var part = try part("<a x='1'><b/><c></c><d>old</d></a>")
  part.append("<new/>", to: part.root.children[0])
  part.append("<new/>", to: part.root.children[1])
  part.remove(part.root.children[2].range)
  part.set("x", "\"2\"", of: part.root)
  part.set("y", "3", of: part.root)
  part.append("<end/>", to: part.root)
  #expect(result(part) == "<a y=\"3\" x='&quot;2&quot;'><b><new/></b><c><new/></c><end/></a>")
}

@Test(arguments: [
  ("<w><a/><c/></w>", "<w><a/><b/><c/></w>"),
  ("<w><a/><b old=''/><c/></w>", "<w><a/><b old=''/><b/><c/></w>"),
  ("<w><c/></w>", "<w><b/><c/></w>"),
  ("<w/>", "<w><b/></w>"), ("<w><a/><unknown/></w>", "<w><a/><b/><unknown/></w>"),
])
func `a child goes where the schema has it`(before: String, after: String) throws {
  var part = try part(before)
  part.insert("<b/>", as: "b", order: ["a", "b", "c"])
  #expect(result(part) == after)
}

@Test func `what is skipped has a range and no children`() throws {
  let part = try part("<w><sheetData><row/></sheetData><x/></w>", skipping: ["sheetData"])
  #expect(part.root.children.map { part.source($0.range) } == ["<sheetData><row/></sheetData>", "<x/>"])
  #expect(part.root.children[0].children.isEmpty)
}

@Test(arguments: ["<a><b></a>", "<a", "", "<!DOCTYPE a><a/>", "<a/><b/>", "<a b='1' b='2'/>"])
func `a part that is not well-formed is refused`(text: String) {
  #expect(throws: SpreadsheetError.self) { try part(text) }
}
