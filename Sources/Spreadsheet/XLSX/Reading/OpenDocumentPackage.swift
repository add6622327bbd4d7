/// What the package of an OpenDocument file says about itself.
package enum OpenDocumentPackage {
  /// The media type of spreadsheets; templates have a longer one that begins so.
  package static let spreadsheet = "application/vnd.oasis.opendocument.spreadsheet"
  /// The media type of texts; templates have a longer one that begins so.
  package static let text = "application/vnd.oasis.opendocument.text"

  /// Bytes that tell what a flat file is: its outermost element declares some forty namespaces before.
  package static let headBytes = 1 << 14

  /// Whether `bytes` are a file of this media type as one XML file, by their beginning.
  package static func isFlat(_ bytes: [UInt8], _ type: String) -> Bool {
    let head = String(decoding: bytes.prefix(headBytes).filter { $0 != 0 }, as: UTF8.self)
    guard head.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "<" else { return false }
    return head.contains("urn:oasis:names:tc:opendocument:xmlns:office:1.0") && head.contains(type)
  }

  /// The media type: what the entry `mimetype` says, else what the list of parts says about the whole; empty
  /// for other packages.
  ///
  /// - Throws: ``SpreadsheetError/encrypted`` where the list of parts says that some are.
  package static func mediaType(of package: XLSXPackage) throws(SpreadsheetError) -> String {
    var type = ""
    if let entry = package.directory["mimetype"], entry.size < 200 {
      let text = String(decoding: try package.text(package.entry("mimetype")), as: UTF8.self)
      type = String(text.filter { !$0.isWhitespace })
    }
    guard package.directory["META-INF/manifest.xml"] != nil else { return type }
    var tokenizer = try package.tokenizer(package.entry("META-INF/manifest.xml"))
    let stated = try readManifest(&tokenizer)
    return type.isEmpty ? stated : type
  }

  /// The media type of the part `/`. Finds out whether a part is encrypted.
  private static func readManifest(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> String {
    var type = ""
    while true {
      switch try tokenizer.next() {
      case .finished: return type
      case .start where tokenizer.namespace == .manifest:
        if tokenizer.name == .encryptionData { throw .encrypted }
        guard tokenizer.name == .fileEntry, try tokenizer.string(.fullPath) == "/" else { continue }
        type = try tokenizer.string(.mediaType) ?? ""
      default: break
      }
    }
  }
}

extension XMLName {
  fileprivate static let encryptionData = XMLName("encryption-data")
  fileprivate static let fileEntry = XMLName("file-entry")
  fileprivate static let fullPath = XMLName("full-path")
  fileprivate static let mediaType = XMLName("media-type")
}
