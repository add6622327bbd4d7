public import Spreadsheet

/// A document as neutral sheets, in the order of its body.
///
/// A run of paragraphs is a sheet `Tekst 1`, one row per paragraph; a table is a sheet named by its caption's
/// words and its place, `Tabel 3 (tabel nr. 5 i dokumentet)`, with the caption in row 1 and the table from row
/// 2 on. Who reads the sheets need not know which kind of document they came from.
public struct DocumentGrid: Sendable {
  /// The sheets in the order of the body.
  public var workbook: Workbook
  /// What each sheet holds, in the same order.
  public var parts: [DocumentPart]
  /// What a reader of the sheets has to be told: objects that were left alone, hidden text, changes.
  public var notes: [DocumentNote]
  /// The element of the document that each cell of each sheet was read from, by its number; only of documents
  /// that can be marked. Blank cells and captions have one too.
  package var elements: [String: [CellAddress: Int]] = [:]
  /// Elements that fordel put into the document itself, in an annotated copy, by their numbers.
  package var ownElements: [Int] = []

  /// A grid of the given sheets.
  public init(workbook: Workbook, parts: [DocumentPart], notes: [DocumentNote] = []) {
    self.workbook = workbook
    self.parts = parts
    self.notes = notes
  }
}

/// What a sheet of a document holds.
public enum DocumentPart: Sendable, Hashable {
  /// Paragraphs between two tables.
  case text
  /// A table: its number among the tables of the document, and the text of its caption where it has one.
  case table(number: Int, captionWords: String?)
}
