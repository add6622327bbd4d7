package import Spreadsheet

/// What a document is made of, in the order of its body, before its tables get their captions: what every
/// reader of a kind of document makes.
package struct DocumentBlocks: Sendable {
  package var blocks: [DocumentBlock]
  /// What belongs to no block, such as a part that was left alone.
  package var notes: [DocumentNote]
  /// Elements of the document that fordel put there itself and that are passed over, by their numbers.
  package var ownElements: [Int] = []

  package init(_ blocks: [DocumentBlock] = [], notes: [DocumentNote] = []) {
    self.blocks = blocks
    self.notes = notes
  }
}

/// A paragraph or a table.
package enum DocumentBlock: Sendable {
  case paragraph(DocumentParagraph)
  case table(DocumentTable)
}

/// A paragraph of the body.
package struct DocumentParagraph: Sendable {
  package var text: DocumentText
  /// Whether the document itself marks it as a caption, by its style or a numbering field.
  package var isMarkedCaption: Bool
  /// Whether a page begins with it or within it.
  package var breaksPage: Bool
  /// The number of its element in the document; `nil` where the kind of document has none.
  package var element: Int?

  package init(
    _ text: DocumentText, isMarkedCaption: Bool = false, breaksPage: Bool = false, element: Int? = nil
  ) {
    self.text = text
    self.element = element
    self.isMarkedCaption = isMarkedCaption
    self.breaksPage = breaksPage
  }
}

/// Text with what its letters do not say.
package struct DocumentText: Sendable, Hashable {
  /// The text as a person reads it once all changes are accepted: paragraphs and breaks as `\n`, tabs as `\t`.
  package var text: String
  package var marks: DocumentMarks
  /// The text before tracked changes; `nil` where nothing was changed.
  package var earlierText: String?
  /// Text that is not shown and stands here.
  package var hiddenText: String?

  package init(
    _ text: String = "", marks: DocumentMarks = [], earlierText: String? = nil, hiddenText: String? = nil
  ) {
    self.text = text
    self.marks = marks
    self.earlierText = earlierText
    self.hiddenText = hiddenText
  }
}

/// What a person sees of a text beside its letters.
package struct DocumentMarks: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// All of it is struck out.
  package static let struckOut = DocumentMarks(rawValue: 1)
  /// Some of it is struck out.
  package static let partlyStruck = DocumentMarks(rawValue: 2)
  /// Raised or lowered digits stand among others.
  package static let raisedDigits = DocumentMarks(rawValue: 4)
  /// A mark of a footnote or endnote was left out.
  package static let footnoteMark = DocumentMarks(rawValue: 8)
  /// Only the text before a change says something: it was deleted.
  package static let deleted = DocumentMarks(rawValue: 16)
}

/// A table of a document.
package struct DocumentTable: Sendable {
  package var rows: [DocumentRow]
  /// A caption that belongs to the table itself; `nil` where it is to be looked for among the paragraphs.
  package var caption: DocumentText?

  package init(_ rows: [DocumentRow] = [], caption: DocumentText? = nil) {
    self.rows = rows
    self.caption = caption
  }
}

/// A row of a table.
package struct DocumentRow: Sendable {
  package var cells: [DocumentCell]
  /// Whether the row is not shown.
  package var isHidden: Bool

  package init(_ cells: [DocumentCell] = [], isHidden: Bool = false) {
    self.cells = cells
    self.isHidden = isHidden
  }
}

/// A cell at its place in the table's grid.
package struct DocumentCell: Sendable {
  /// The first grid column that it covers, 1 at the left.
  package var column: Int
  /// How many grid columns it covers.
  package var columnSpan: Int
  /// How many rows it covers; those it covers below have no cell of their own there.
  package var rowSpan: Int
  package var text: DocumentText
  /// The value of a cell that is more than text, as in OpenDocument tables; `nil` for text.
  package var value: CellValue?
  /// Tables inside the cell that are more than a part of its text.
  package var tables: [DocumentTable]
  /// The number of its element in the document; `nil` where the kind of document has none.
  package var element: Int?

  package init(
    column: Int, columnSpan: Int = 1, rowSpan: Int = 1, text: DocumentText, value: CellValue? = nil,
    tables: [DocumentTable] = [], element: Int? = nil
  ) {
    self.column = column
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.text = text
    self.value = value
    self.tables = tables
    self.element = element
  }
}
