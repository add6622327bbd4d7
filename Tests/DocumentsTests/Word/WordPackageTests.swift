import Documents
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Word packages` {
  private static let table = "<w:tbl><w:tr><w:tc><w:p>%</w:p></w:tc></w:tr></w:tbl>"

  private func lines(_ file: WordFile, _ paragraph: String) throws -> [String] {
    ShownGrid.lines(try file.read(Self.table.replacing("%", with: paragraph)))
  }

  @Test func `the strict form is read like the transitional one`() throws {
    #expect(try lines(WordFile(namespace: WordFile.strict), "<w:r><w:t>500</w:t></w:r>") == ["500"])
  }

  @Test(arguments: [
    ("<w:style w:styleId=\"A\"><w:rPr><w:vanish/></w:rPr></w:style>", [" {hidden}"]),
    ("<w:style w:styleId=\"A\"><w:rPr><w:strike/></w:rPr></w:style>", ["500 {struck}"]),
    (
      "<w:style w:styleId=\"B\"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>",
      ["500 {struck}"]
    ),
    (
      "<w:style w:styleId=\"A\"><w:basedOn w:val=\"A\"/><w:rPr><w:strike w:val=\"0\"/></w:rPr></w:style>",
      ["500"]
    ),
  ])
  func `a style strikes out or hides as the letters' own properties do`(styles: String, wanted: [String])
    throws
  {
    let run = "<w:r><w:rPr><w:rStyle w:val=\"A\"/></w:rPr><w:t>500</w:t></w:r>"
    let byParagraph = "<w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>500</w:t></w:r>"
    let wanted = wanted == [" {hidden}"] ? [] : wanted
    #expect(try lines(WordFile(styles: styles), run) == wanted)
    #expect(try lines(WordFile(styles: styles), byParagraph) == wanted)
  }

  @Test func `what a style hides is told`() throws {
    let styles = "<w:style w:styleId=\"A\"><w:rPr><w:vanish/></w:rPr></w:style>"
    let body = "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>500</w:t></w:r></w:p>"
    #expect(ShownGrid.notes(try WordFile(styles: styles).read(body)) == ["hiddenText 500"])
    let cell = Self.table.replacing("<w:p>%</w:p>", with: body)
    #expect(ShownGrid.notes(try WordFile(styles: styles).read(cell)) == ["hiddenText 500"])
  }

  @Test func `headers and footers are not read`() throws {
    let header = Array(
      "<w:hdr xmlns:w=\"\(WordFile.transitional)\"><w:p><w:r><w:t>99</w:t></w:r></w:p></w:hdr>".utf8)
    let file = WordFile(more: [("word/header1.xml", header)])
    #expect(try lines(file, "<w:r><w:t>500</w:t></w:r>") == ["500"])
  }

  @Test func `a target outside the file is not followed`() throws {
    let link = "<w:hyperlink r:id=\"r9\"><w:r><w:t>500</w:t></w:r></w:hyperlink>"
    #expect(try lines(WordFile(), link) == ["500"])
  }

  @Test func `a hundred thousand runs of a number are one number`() throws {
    let runs = String(repeating: "<w:r><w:t>1</w:t></w:r>", count: 100_000)
    let found = try lines(WordFile(), runs)
    #expect(found.map(\.count) == [100_000])
  }

  @Test(arguments: ["w:sdt", "w:tbl", "w:p", "w:ins"])
  func `elements inside each other without end are refused`(name: String) {
    let body = String(repeating: "<\(name)>", count: 5_000) + String(repeating: "</\(name)>", count: 5_000)
    #expect(throws: DocumentError.self) { try WordFile().read(body) }
  }

  @Test func `a package without a document is refused`() {
    let bytes = ZipBuilder(entries: [("a.txt", Array("a".utf8))]).build()
    #expect(throws: DocumentError.self) { try DocumentReader { _ in false }.read(bytes, as: .word) }
  }

  @Test func `half a document is refused`() {
    let bytes = WordFile().bytes("<w:p><w:r><w:t>500")
    #expect(throws: DocumentError.self) { try DocumentReader { _ in false }.read(bytes, as: .word) }
  }
}
