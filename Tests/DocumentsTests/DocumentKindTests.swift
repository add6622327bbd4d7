import Documents
import Testing

@Suite struct `Kinds of documents` {
  @Test(arguments: [
    ("a.docx", DocumentKind?.some(.word)), ("a.txt", .printedText), ("a.md", .markdown), ("a.csv", nil),
  ])
  func `text without marks is what its name says`(name: String, kind: DocumentKind?) {
    #expect(DocumentKind(Array("1 2 3".utf8), name: name) == kind)
  }

  @Test func `a page and a PDF are known whatever their name`() {
    #expect(DocumentKind(Array("%PDF-1.7".utf8), name: "a.txt") == .pdf)
    #expect(DocumentKind(Array("<html><table>".utf8), name: "-") == .html)
  }

  @Test(arguments: ["a.xls", "a.csv", "a.txt", "-", "a.htm"])
  func `a page is one whatever its name`(name: String) {
    #expect(DocumentKind(Array("\r\n<html xmlns:o=\"x\"><body><table>".utf8), name: name) == .html)
    #expect(DocumentKind(Array("Version:0.9\r\nStartHTML:00000097\r\n".utf8), name: name) == .html)
  }
}
