public import Spreadsheet

/// Reads documents of every kind into neutral sheets.
///
/// ```swift
/// let reader = DocumentReader { $0.hasPrefix("Tabel ") }
/// let grid = try reader.read(bytes, name: "BC08.docx")
/// print(grid.workbook.sheets.map(\.name))
/// ```
public struct DocumentReader: Sendable {
  /// How much a document may hold.
  public var limits: ReadLimits
  /// Whether a paragraph reads like the caption of a table. Which words captions have, the caller knows.
  public var isCaption: @Sendable (String) -> Bool

  /// The words of the form, for text whose tables have lost their lines. Without them such text is not read.
  public var printedWords: PrintedWords?

  /// A reader to which `isCaption` tells captions from other paragraphs.
  public init(limits: ReadLimits = .init(), isCaption: @escaping @Sendable (String) -> Bool) {
    self.limits = limits
    self.isCaption = isCaption
  }

  /// Reads the document in `bytes`; the `name` of its file counts only where the content leaves a doubt.
  ///
  /// - Throws: ``DocumentError`` when the bytes are no readable document.
  public func read(_ bytes: [UInt8], name: String) throws(DocumentError) -> DocumentGrid {
    guard let kind = DocumentKind(bytes, name: name) else { throw .unknownKind }
    return try read(bytes, as: kind)
  }

  /// Reads the document in `bytes`, which is of the given kind.
  ///
  /// - Throws: ``DocumentError`` when the bytes are no such document.
  public func read(_ bytes: [UInt8], as kind: DocumentKind) throws(DocumentError) -> DocumentGrid {
    if kind == .pdf, let printedWords {
      return try PrintedTextReader(words: printedWords).read(pdf: bytes)
    }
    if kind == .printedText, let printedWords {
      return PrintedTextReader(words: printedWords).read(bytes: bytes)
    }
    let blocks = try blocks(of: bytes, kind)
    return BlockAssembly(blocks, isCaption: isCaption, limits: limits).grid
  }

  private func blocks(of bytes: [UInt8], _ kind: DocumentKind) throws(DocumentError) -> DocumentBlocks {
    do {
      switch kind {
      case .word: return try WordReader.read(bytes, limits: limits)
      case .openDocumentText: return try OpenTextReader.read(bytes, limits: limits)
      case .html: return try HTMLReader.read(bytes, limits: limits, isCaption: isCaption)
      case .markdown: return try MarkdownReader.read(bytes, limits: limits, isCaption: isCaption)
      case .tabText: return try TabText.read(bytes, limits: limits, isCaption: isCaption)
      case .printedText, .pdf: break
      }
    } catch {
      throw .package(error)
    }
    throw .notReadable(kind)
  }
}
