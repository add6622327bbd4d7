import Findings
@testable import Intake
import ProposalModel
@testable import Reports
import TestSupport
import Testing

/// A small Word proposal whose Tabel 1 has one wrong total.
private struct Proposal {
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var namespace = transitional
  var prefix = "w:"
  /// The total of 2026, which is right with -200.
  var total = "-642"
  /// Further parts, with the kind of their relationship.
  var more: [(kind: String, name: String, text: String)] = []

  private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private func row(_ texts: [String]) -> String {
    "<w:tr>" + texts.map { "<w:tc>\($0.isEmpty ? "<w:p/>" : paragraph($0))</w:tc>" }.joined() + "</w:tr>"
  }

  private var body: String {
    let years = (2022...2027).map(String.init)
    let table = [
      row(["1.000 kr. 2023 p/l", "Styringsområde"] + years),
      row(["Varige ændringer", "", "", "", "", "", "", ""]),
      row(["Færre lokaler", "Service"] + years.map { _ in "-200" }),
      row(["Samlet varig ændring", "", "-200", "-200", "-200", "-200", total, "-200"]),
    ]
    return paragraph("Investeringsforslag") + paragraph("Forslagets titel: BC99 Færre lokaler")
      + paragraph("Tabel 1. Forslagets samlede økonomiske konsekvenser")
      + "<w:tbl>\(table.joined())</w:tbl>" + paragraph("Slut")
  }

  var bytes: [UInt8] {
    let document = "<w:document xmlns:w=\"\(namespace)\"><w:body>\(body)<w:sectPr/></w:body></w:document>"
    let spelled = document.replacing("<w:", with: "<" + prefix).replacing("</w:", with: "</" + prefix)
      .replacing("xmlns:w=", with: prefix.isEmpty ? "xmlns=" : "xmlns:\(prefix.dropLast())=")
    let related = more.enumerated().map { index, part in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.office)/\(part.kind)\" Target=\"\(part.name)\"/>"
    }
    var entries = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(Self.package)content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/word/document.xml\" ContentType=\"\(Self.types)document.main+xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(Self.package)relationships\"><Relationship Id=\"rId1\" "
          + "Type=\"\(Self.office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
      ),
      ("word/document.xml", spelled),
      ("word/settings.xml", "<w:settings xmlns:w=\"\(namespace)\"/>"),
    ]
    if !more.isEmpty {
      entries.append(
        (
          "word/_rels/document.xml.rels",
          "<Relationships xmlns=\"\(Self.package)relationships\">\(related.joined())</Relationships>"
        ))
      entries += more.map { ("word/" + $0.name, $0.text) }
    }
    return ZipBuilder(entries: entries.map { (name: $0.0, data: Array($0.1.utf8)) }).build()
  }
}

/// The findings on the document in `bytes`.
private func findings(_ bytes: [UInt8], _ folder: TemporaryFolder) throws -> [Finding] {
  try folder.write(bytes, to: "forslag.docx")
  return Intake().read([folder.path("forslag.docx")]).items.flatMap(\.findings).map { finding in
    var finding = finding
    finding.file = "forslag.docx"
    return finding
  }
}

private func marked(_ bytes: [UInt8], _ findings: [Finding]) throws -> [UInt8] {
  try AnnotatedDocument(bytes, file: "mappe/forslag.docx").marked(with: findings)
}

/// What stands between the tags of the text in `xml`.
private func text(_ xml: some StringProtocol) -> String {
  xml.split(separator: "<", omittingEmptySubsequences: false)
    .map { piece in piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? "" }
    .joined()
}

/// The comments of the document in `bytes`: what each says, and the text that it lies over.
private func comments(_ bytes: [UInt8]) -> [(text: String, on: String)] {
  let parts = ZipContents(bytes)
  let document = parts.text("word/document.xml")
  return parts.text("word/comments.xml").split(separator: "<w:comment ").dropFirst().map { comment in
    let id = comment.dropFirst("w:id=\"".count).prefix { $0 != "\"" }
    let start = document.firstRange(of: "commentRangeStart w:id=\"\(id)\"/>")
    let end = document.firstRange(of: "commentRangeEnd w:id=\"\(id)\"/>")
    guard let start, let end else { return (text("<" + comment), "") }
    return (text("<" + comment), text(document[start.upperBound..<end.upperBound]))
  }
}

private let wrong = Finding(
  .totalDiffers, at: Place(file: "forslag.docx", sheet: "Tabel 1 (tabel nr. 1 i dokumentet)"), cells: ["G5"],
  message: "Galt.", suggestion: "Ret det.")

@Suite struct `An annotated Word document` {
  @Test func `has a comment at the wrong cell with the message and the remedy`() throws {
    let folder = try TemporaryFolder()
    let original = Proposal().bytes
    let found = try findings(original, folder).filter { $0.code == .totalDiffers }
    #expect(found.map(\.cells) == [["G5"]])
    let shown = comments(try marked(original, found))
    #expect(shown.map(\.on) == ["-642"])
    #expect(shown.first?.text.contains("FEJL [total-differs]»Samlet varig ændring«") == true)
    #expect(shown.first?.text.contains(found.first?.suggestion ?? "?") == true)
  }

  @Test func `gives the same findings when it is read, and the same bytes when it is annotated again`() throws
  {
    let folder = try TemporaryFolder()
    let original = Proposal().bytes
    let found = try findings(original, folder)
    let copy = try marked(original, found)
    #expect(copy != original)
    #expect(try findings(copy, folder) == found)
    #expect(try marked(copy, found) == copy)
  }

  @Test(arguments: [Proposal.transitional, Proposal.strict], ["w:", "ns0:", ""])
  func `keeps every other part, and without findings is the original again`(
    namespace: String, prefix: String
  ) throws {
    let folder = try TemporaryFolder()
    let original = Proposal(namespace: namespace, prefix: prefix).bytes
    let copy = try marked(original, [wrong])
    #expect(try findings(copy, folder) == findings(original, folder))
    let (before, after) = (ZipContents(original), ZipContents(copy))
    let changed = after.names.filter { before[$0] != after[$0] }
    #expect(
      changed.sorted() == [
        "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml",
      ])
    let mended = ZipContents(try marked(copy, []))
    #expect(mended.names.sorted() == before.names.sorted())
    for name in before.names { #expect(mended.text(name) == before.text(name)) }
  }

  @Test func `lists every finding on its first page, errors before notes`() throws {
    var note = wrong
    (note.severity, note.message, note.cells) = (.note, "Bemærket.", [])
    let document = ZipContents(try marked(Proposal().bytes, [note, wrong])).text("word/document.xml")
    let page = text(
      document[..<(document.firstRange(of: "w:type=\"page\"")?.lowerBound ?? document.startIndex)])
    #expect(
      page.hasPrefix("Fejl og mangler i forslag.docxDenne side er lavet af fordel og bliver ikke læst."))
    #expect(
      page.hasSuffix(
        "HvorAlvorHvad er galtHvad skal du gøre"
          + "Tabel 1 (tabel nr. 1 i dokumentet), række 4 »Samlet varig ændring«, kolonne 2026"
          + "fejlGalt. [total-differs]Ret det."
          + "Tabel 1 (tabel nr. 1 i dokumentet)bemærkningBemærket. [total-differs]Ret det."))
  }

  @Test(arguments: [
    ("A1", "Tabel 1. Forslagets samlede økonomiske konsekvenser"), ("B5", ""), ("A2", "1.000 kr. 2023 p/l"),
  ])
  func `has comments on captions, blank cells and headings too`(cell: String, wanted: String) throws {
    var finding = wrong
    finding.cells = [cell]
    #expect(comments(try marked(Proposal().bytes, [finding])).map(\.on) == [wanted])
  }

  @Test func `has a comment where a front field stands`() throws {
    var finding = wrong
    (finding.sheet, finding.cells) = ("Forslag", ["B3"])
    #expect(
      comments(try marked(Proposal().bytes, [finding])).map(\.on) == ["Forslagets titel: BC99 Færre lokaler"])
  }

  @Test func `only lists what has no cell, or a cell that the document does not have`() throws {
    var finding = wrong
    finding.cells = ["XFD1000"]
    let copy = ZipContents(try marked(Proposal().bytes, [finding]))
    #expect(copy["word/comments.xml"] == nil)
    #expect(copy.text("word/document.xml").contains("Galt."))
  }

  @Test func `is the very same file where there are only notes`() throws {
    var note = wrong
    note.severity = .note
    #expect(try marked(Proposal().bytes, [note]) == Proposal().bytes)
  }

  @Test func `keeps the comments of others, and their answers as comments of their own`() throws {
    let others = """
      <w:comments xmlns:w="\(Proposal.transitional)" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">\
      <w:comment w:id="0" w:author="Eva"><w:p w14:paraId="0A"><w:r><w:t>Se her</w:t></w:r></w:p></w:comment>\
      <w:comment w:id="1" w:author="fordel"><w:p w14:paraId="0B"><w:r><w:t>Galt</w:t></w:r></w:p></w:comment>\
      <w:comment w:id="2" w:author="Eva"><w:p w14:paraId="0C"><w:r><w:t>Rettet</w:t></w:r></w:p></w:comment></w:comments>
      """
    let threads = """
      <w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0A"/>\
      <w15:commentEx w15:paraId="0B"/><w15:commentEx w15:paraId="0C" w15:paraIdParent="0B"/></w15:commentsEx>
      """
    let proposal = Proposal(more: [
      ("comments", "comments.xml", others), ("commentsExtended", "commentsExtended.xml", threads),
    ])
    let copy = ZipContents(try marked(proposal.bytes, [wrong]))
    #expect(
      comments(try marked(proposal.bytes, [wrong])).map(\.text) == [
        "Se her", "Rettet", "fordel · FEJL [total-differs]Galt.→ Ret det.",
      ])
    #expect(copy.text("word/comments.xml").contains("w:id=\"3\" w:author=\"fordel\""))
    #expect(
      copy.text("word/commentsExtended.xml").contains("<w15:commentEx w15:paraId=\"0A\"/></w15:commentsEx>"))
  }

  @Test func `loses nothing that somebody wrote beside the list`() throws {
    let copy = ZipContents(try marked(Proposal().bytes, [wrong]))
    let document = copy.text("word/document.xml")
    let written = document.replacing(
      "<w:br w:type=\"page\"/>", with: "<w:br w:type=\"page\"/><w:t>Husk bilaget</w:t>")
    let entries = copy.names.map { name in
      (name: name, data: name == "word/document.xml" ? Array(written.utf8) : copy[name] ?? [])
    }
    let mended = ZipContents(try marked(ZipBuilder(entries: entries).build(), []))
    #expect(mended.text("word/document.xml").contains("Husk bilaget"))
    #expect(!mended.text("word/document.xml").contains("Fejl og mangler"))
  }

  @Test func `is not made of a document with a digital signature`() throws {
    let original = ZipContents(Proposal().bytes)
    let signature =
      "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/"
      + "digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/></Relationships>"
    let entries = original.names.map { name in
      let text = original.text(name)
      return (
        name: name,
        data: Array((name == "_rels/.rels" ? text.replacing("</Relationships>", with: signature) : text).utf8)
      )
    }
    let signed = ZipBuilder(entries: entries).build()
    #expect(throws: (any Error).self) { try marked(signed, [wrong]) }
  }
}
