/// What is shown in a workbook by marks beside its own content: comments and colours on cells, and a list
/// sheet in front.
///
/// A mark never changes a cell or its style. It is a comment by one author and a conditional format with one
/// formula, which programs keep when they save the file, so that marks can be found again and taken away.
package struct WorkbookMarks: Sendable {
  /// How serious a mark is, which decides its colour.
  package enum Level: Int, Sendable, CaseIterable {
    /// Red.
    case error
    /// Yellow.
    case warning
  }

  /// A mark on one cell.
  package struct Mark: Sendable {
    package var sheet: String
    package var cell: CellAddress
    package var level: Level
    /// What the comment says; without it the cell is coloured only.
    package var comment: String?

    package init(sheet: String, cell: CellAddress, level: Level, comment: String?) {
      self.sheet = sheet
      self.cell = cell
      self.level = level
      self.comment = comment
    }
  }

  /// The marks, at most one for each cell.
  package var marks: [Mark]
  /// The sheet that is put in front; `nil` for none.
  package var list: MarkList?

  package init(marks: [Mark] = [], list: MarkList? = nil) {
    self.marks = marks
    self.list = list
  }
}

/// By what a program knows its own marks again.
package struct MarkSignature: Sendable {
  /// The author of the comments.
  package var author: String
  /// How the comments begin. LibreOffice drops authors when it saves, so a comment with one of these
  /// beginnings is known whoever is said to have written it.
  package var beginnings: [String]
  /// The formula of the conditional formats. It has to be true.
  package var formula: String
  /// The name of the list sheet.
  package var sheet: String

  package init(author: String, beginnings: [String], formula: String, sheet: String) {
    self.author = author
    self.beginnings = beginnings
    self.formula = formula
    self.sheet = sheet
  }

  /// Whether a comment is a mark.
  package func isComment(by author: String?, _ text: String) -> Bool {
    author == self.author || beginnings.contains { text.drop(while: \.isWhitespace).hasPrefix($0) }
  }

  /// Whether `text` is the formula, however a program has spaced it.
  func isFormula(_ text: String) -> Bool {
    func plain(_ text: String) -> String { String(text.filter { !$0.isWhitespace }).lowercased() }
    return plain(text) == plain(formula) || plain(text) == "=" + plain(formula)
  }

  /// Whether a sheet's name is that of the list sheet.
  func isSheet(_ name: String) -> Bool { name.lowercased() == sheet.lowercased() }
}

/// Why a workbook is not marked.
package enum MarkingError: Error, Hashable, Sendable {
  /// It has a digital signature, which any change would break.
  case signed
  /// Its structure is protected: no sheet may be added.
  case structureProtected
  /// It is shared in Excel's old way, with a log of all changes.
  case shared
  /// It cannot be read or put together.
  case spreadsheet(SpreadsheetError)
}

/// A sheet with a list, made to be read, sorted and printed.
package struct MarkList: Sendable {
  /// What a cell of the list holds.
  package enum Content: Sendable {
    case text(String)
    /// Words that lead to a cell of another sheet.
    case link(String, sheet: String, cell: String)

    var text: String {
      switch self {
      case .text(let text), .link(let text, _, _): text
      }
    }
  }

  /// A column: its header, its width in characters.
  package struct Column: Sendable {
    package var header: String
    package var width: Double

    package init(_ header: String, width: Double) {
      self.header = header
      self.width = width
    }
  }

  /// The line on top.
  package var title: String
  /// What the reader should do, under the title.
  package var introduction: String
  package var columns: [Column]
  /// A row for each entry of the list.
  package var rows: [[Content]]
  /// The height in points that a row needs.
  package var heights: [Double]

  package init(title: String, introduction: String, columns: [Column], rows: [[Content]], heights: [Double]) {
    self.title = title
    self.introduction = introduction
    self.columns = columns
    self.rows = rows
    self.heights = heights
  }
}
