/// The namespace of an element or attribute, known by its address and not by its prefix: `w:t`, `a:t` and
/// `m:t` are three elements, and `x:row` and `row` may be one.
///
/// The transitional and the strict form of Office Open XML have different addresses for the same thing; here
/// they are one.
package struct XMLNamespace: Hashable, Sendable {
  private let number: UInt8

  private init(_ number: UInt8) { self.number = number }

  /// No namespace: a name without a prefix where no default is declared, and every attribute without one.
  package static let none = XMLNamespace(0)
  /// A namespace that is not listed here, or a prefix that nobody declared.
  package static let other = XMLNamespace(1)
  /// `xml:space`, `xml:lang`.
  package static let xml = XMLNamespace(2)
  /// Cells and sheets of `.xlsx`.
  package static let spreadsheet = XMLNamespace(10)
  /// Paragraphs and tables of `.docx`.
  package static let word = XMLNamespace(11)
  /// Shapes and their text, usually `a:`.
  package static let drawing = XMLNamespace(12)
  /// Formulas of mathematics, usually `m:`.
  package static let math = XMLNamespace(13)
  /// `r:id` and the like.
  package static let relationships = XMLNamespace(14)
  /// The elements of `.rels` parts.
  package static let packageRelationships = XMLNamespace(15)
  /// `mc:AlternateContent`.
  package static let markupCompatibility = XMLNamespace(16)
  /// What Word 2010 added: `w14:checkbox`.
  package static let word2010 = XMLNamespace(17)
  /// What Word 2012 added: `w15:commentEx`.
  package static let word2012 = XMLNamespace(18)
  /// Text boxes of Word 2010, usually `wps:`.
  package static let wordShape = XMLNamespace(19)
  /// The older drawings, usually `v:`.
  package static let vml = XMLNamespace(20)
  /// Office's own elements in older drawings, usually `o:`.
  package static let vmlOffice = XMLNamespace(21)
  /// What stands in `[Content_Types].xml`.
  package static let contentTypes = XMLNamespace(22)
  /// OpenDocument's frame: `office:body`, `office:value`.
  package static let office = XMLNamespace(30)
  /// OpenDocument's tables: `table:table-cell`.
  package static let table = XMLNamespace(31)
  /// OpenDocument's text: `text:p`.
  package static let text = XMLNamespace(32)
  /// OpenDocument's styles.
  package static let style = XMLNamespace(33)
  /// OpenDocument's number formats, `number:`.
  package static let number = XMLNamespace(34)
  /// OpenDocument's drawings, `draw:`.
  package static let draw = XMLNamespace(35)
  /// OpenDocument's properties of text and paragraphs, `fo:`.
  package static let format = XMLNamespace(36)
  /// OpenDocument's notes about the document, `meta:`.
  package static let meta = XMLNamespace(37)
  /// LibreOffice's additions to cells, `calcext:`.
  package static let calcext = XMLNamespace(38)
  /// LibreOffice's additions to text, `loext:`.
  package static let loext = XMLNamespace(39)
  /// OpenDocument's list of parts, `manifest:`.
  package static let manifest = XMLNamespace(40)
  /// `dc:date`, `dc:creator`.
  package static let dublinCore = XMLNamespace(41)
  /// Addresses of links, `xlink:href`.
  package static let xlink = XMLNamespace(42)
  /// Web pages written as XML.
  package static let xhtml = XMLNamespace(43)

  /// The namespace with this address; ``other`` for one that is not listed, ``none`` for an empty one.
  package init(address: String) {
    self = address.isEmpty ? .none : XMLNamespace.byAddress[address] ?? .other
  }

  private static let byAddress: [String: XMLNamespace] = {
    var all: [String: XMLNamespace] = [
      "http://www.w3.org/XML/1998/namespace": .xml,
      "http://schemas.openxmlformats.org/package/2006/relationships": .packageRelationships,
      "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes,
      "http://schemas.openxmlformats.org/markup-compatibility/2006": .markupCompatibility,
      "http://schemas.microsoft.com/office/word/2010/wordml": .word2010,
      "http://schemas.microsoft.com/office/word/2012/wordml": .word2012,
      "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": .wordShape,
      "urn:schemas-microsoft-com:vml": .vml,
      "urn:schemas-microsoft-com:office:office": .vmlOffice,
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": .calcext,
      "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": .loext,
      "http://purl.org/dc/elements/1.1/": .dublinCore,
      "http://www.w3.org/1999/xlink": .xlink,
      "http://www.w3.org/1999/xhtml": .xhtml,
    ]
    // Transitional and strict: `…/wordprocessingml/2006/main` and `…/wordprocessingml/main`.
    let openXML: [(String, String, XMLNamespace)] = [
      ("spreadsheetml", "main", .spreadsheet), ("wordprocessingml", "main", .word),
      ("drawingml", "main", .drawing), ("officeDocument", "math", .math),
      ("officeDocument", "relationships", .relationships),
    ]
    for (family, last, namespace) in openXML {
      all["http://schemas.openxmlformats.org/\(family)/2006/\(last)"] = namespace
      all["http://purl.oclc.org/ooxml/\(family)/\(last)"] = namespace
    }
    let openDocument: [(String, XMLNamespace)] = [
      ("office", .office), ("table", .table), ("text", .text), ("style", .style), ("datastyle", .number),
      ("drawing", .draw), ("xsl-fo-compatible", .format), ("meta", .meta), ("manifest", .manifest),
    ]
    for (word, namespace) in openDocument {
      all["urn:oasis:names:tc:opendocument:xmlns:\(word):1.0"] = namespace
    }
    return all
  }()
}

/// Which prefixes stand for which namespaces at one place of a document.
struct XMLScope {
  private struct Declaration {
    var prefix: XMLName
    var namespace: XMLNamespace
    /// How many elements are open where it holds, its own included.
    var depth: Int
  }

  private var declarations: [Declaration] = []
  /// The depth of the innermost element that declares something; 0 if none does.
  private(set) var depth = 0
  /// The prefix that was asked for last. Nearly always the next one is the same.
  private var lastPrefix = XMLName.none
  private var lastNamespace = XMLNamespace.none

  var count: Int { declarations.count }

  /// The namespace that an element's `prefix` stands for; with ``XMLName/none`` the default one.
  @inline(__always)
  mutating func namespace(of prefix: XMLName) -> XMLNamespace {
    if prefix == lastPrefix { return lastNamespace }
    lastNamespace = find(prefix)
    lastPrefix = prefix
    return lastNamespace
  }

  /// The namespace of `prefix`, without keeping the answer.
  func find(_ prefix: XMLName) -> XMLNamespace {
    if let found = declarations.last(where: { $0.prefix == prefix }) { return found.namespace }
    return prefix == .none ? .none : prefix == .xmlPrefix ? .xml : .other
  }

  /// Whether somebody declared `prefix`.
  func declares(_ prefix: XMLName) -> Bool { declarations.contains { $0.prefix == prefix } }

  mutating func declare(_ prefix: XMLName, _ namespace: XMLNamespace, depth: Int) {
    declarations.append(Declaration(prefix: prefix, namespace: namespace, depth: depth))
    self.depth = depth
    forget()
  }

  /// Ends what the element at `depth` and those inside it declared.
  mutating func close(_ depth: Int) {
    while let last = declarations.last, last.depth >= depth { declarations.removeLast() }
    self.depth = declarations.last?.depth ?? 0
    forget()
  }

  private mutating func forget() {
    lastPrefix = .none
    lastNamespace = find(.none)
  }
}

extension XMLName {
  static let xmlPrefix = XMLName("xml")
  static let xmlns = XMLName("xmlns")
}
