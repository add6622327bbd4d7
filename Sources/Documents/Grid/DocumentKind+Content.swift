import Spreadsheet

extension DocumentKind {
  /// The kind of document that `bytes` hold; the file's `name` decides between kinds of text.
  ///
  /// Workbooks are none, and neither is text that is neither a web page nor named as text.
  public init?(_ bytes: [UInt8], name: String) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if bytes.starts(with: [0x50, 0x4B]) {
      guard let kind = DocumentKind.packed(bytes) ?? DocumentKind.byEnding[ending] else { return nil }
      self = kind
      return
    }
    if bytes.prefix(1_024).starts(with: "%PDF-".utf8) {
      self = .pdf
      return
    }
    if OpenDocumentPackage.isFlat(bytes, OpenDocumentPackage.spreadsheet) { return nil }
    if OpenDocumentPackage.isFlat(bytes, OpenDocumentPackage.text) {
      self = .openDocumentText
      return
    }
    // A page is one whatever its name: Excel opens pages that are named `.xls`.
    let content = DocumentKind.unpacked(bytes)
    if content == .html, ending != "md", ending != "markdown" {
      self = .html
      return
    }
    guard let kind = DocumentKind.byEnding[ending] ?? content else { return nil }
    self = kind
  }

  private static let byEnding: [String: DocumentKind] = [
    "docx": .word, "docm": .word, "odt": .openDocumentText, "ott": .openDocumentText,
    "fodt": .openDocumentText, "html": .html, "htm": .html, "xhtml": .html, "md": .markdown,
    "markdown": .markdown, "txt": .printedText,
    "tsv": .tabText, "pdf": .pdf,
  ]

  /// What a ZIP file holds, by the parts in it.
  private static func packed(_ bytes: [UInt8]) -> DocumentKind? {
    guard let input = try? WorkbookInput(bytes: bytes, limits: ReadLimits()),
      let package = try? XLSXPackage(input, limits: ReadLimits())
    else { return nil }
    if package.directory["word/document.xml"] != nil { return .word }
    if let entry = package.directory["mimetype"], entry.size < 200,
      let type = try? package.text(entry), String(decoding: type, as: UTF8.self).contains("opendocument.text")
    {
      return .openDocumentText
    }
    let main = try? package.relationships(of: "").first { $0.kind == "officeDocument" }
    return main?.target.hasPrefix("word/") == true ? .word : nil
  }

  /// What text is, by its beginning.
  private static func unpacked(_ bytes: [UInt8]) -> DocumentKind? {
    let head = String(decoding: bytes.prefix(4_096).filter { $0 != 0 }, as: UTF8.self).lowercased()
    let start = head.drop {
      $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" || $0 == "ÿ" || $0 == "þ"
    }
    // What Windows puts on the clipboard begins with the places of its parts.
    if start.hasPrefix("version:"), start.contains("starthtml:") { return .html }
    guard start.hasPrefix("<") else { return nil }
    let isPage = ["<html", "<!doctype html", "<table", "<body", "<tr", "<!--startfragment"].contains {
      start.contains($0)
    }
    return isPage ? .html : nil
  }
}
