/// Why something could not be written into a workbook, with the sheet and the cells.
///
/// Everything is checked before it reaches the file, so a refused call leaves the workbook as it was.
public struct XLSXWriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public enum Reason: Hashable, Sendable {
    /// The file could not be created, written or renamed.
    case file(FileWriteError)
    /// The sheet's name is not possible in Excel.
    case sheetName(String, SheetNameProblem)
    /// The workbook has no visible sheet.
    case noVisibleSheet
    /// The handle is not of this workbook.
    case unknownSheet
    /// The cell is outside the 1,048,576 rows and 16,384 columns of a sheet.
    case outsideSheet
    /// In constant-memory mode, the row comes before one that is written already.
    case rowAlreadyWritten(row: Int, current: Int)
    /// Not possible in constant-memory mode.
    case needsWholeSheetInMemory(String)
    /// `what` is longer than a workbook can hold; `unit` says what was counted.
    case tooLong(what: String, count: Int, limit: Int, unit: String)
    /// `what` contains a character that a workbook cannot hold there, written as `U+0007`.
    case forbiddenCharacter(what: String, character: String)
    /// The number has more than the 15 significant digits that a spreadsheet keeps.
    case tooManyDigits(DecimalNumber)
    /// No such day, or not between 1900-03-01 and 9999-12-31.
    case notADate(year: Int, month: Int, day: Int)
    /// The value is outside what the workbook can hold.
    case outOfRange(what: String, value: String, allowed: String)
    /// The range overlaps another one of the same kind.
    case overlaps(what: String, other: CellRange)
    /// A name that is no name in Excel, or that is taken.
    case name(String, problem: String)
    /// Anything else that is wrong with `what`.
    case invalid(what: String, problem: String)
    /// The library that writes the file refused for a reason that was not foreseen: its code and words.
    case library(code: Int, explanation: String)
  }

  /// What is wrong with a sheet's name.
  public enum SheetNameProblem: Hashable, Sendable {
    /// The name is empty.
    case empty
    /// The name is longer than 31 characters as Excel counts them (UTF-16).
    case tooLong(Int)
    /// The name contains one of `[ ] : * ? / \` or a control character.
    case forbiddenCharacter(String)
    /// The name begins or ends with an apostrophe.
    case apostropheAtEnd
    /// Another sheet has the name; capital and small letters are the same here.
    case taken(by: String)
    /// The name is `History`, which Excel keeps for itself.
    case reserved
  }

  /// What was wrong.
  public var reason: Reason
  /// The sheet it happened on, if it was on one.
  public var sheet: String?
  /// The cells it concerns, if it concerns some.
  public var cells: CellRange?

  /// An error with its place.
  public init(_ reason: Reason, sheet: String? = nil, cells: CellRange? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.cells = cells
  }

  /// `Økonomi!F12: …`, what is wrong and what to do.
  public var description: String {
    let place = [sheet, cells?.description].compactMap { $0 }.joined(separator: "!")
    return place.isEmpty ? reason.explanation : place + ": " + reason.explanation
  }
}

extension XLSXWriteError.Reason {
  /// The reason in words, without the place.
  var explanation: String {
    switch self {
    case .file(let error): error.description
    case .sheetName(let name, let problem): "the sheet name '\(name)' \(problem.explanation)"
    case .noVisibleSheet: "a workbook needs at least one visible sheet"
    case .unknownSheet: "the sheet belongs to another workbook"
    case .outsideSheet: "outside the \(SheetLimits.rows) rows and \(SheetLimits.columns) columns of a sheet"
    case .rowAlreadyWritten(let row, let current):
      "row \(row) comes after row \(current); in constant-memory mode rows come in order"
    case .needsWholeSheetInMemory(let what): "\(what) not possible in constant-memory mode"
    case .tooLong(let what, let count, let limit, let unit):
      "\(what) has \(count) \(unit), at most \(limit) are possible"
    case .forbiddenCharacter(let what, let character):
      "\(what) contains the character \(character), which a workbook cannot hold there"
    case .tooManyDigits(let number):
      "\(number) has more than the 15 significant digits that a spreadsheet keeps"
    case .notADate(let year, let month, let day):
      "\(year)-\(month)-\(day) is not a day from 1900-03-01 to 9999-12-31"
    case .outOfRange(let what, let value, let allowed): "\(what) is \(value), allowed is \(allowed)"
    case .overlaps(let what, let other): "\(what) overlaps \(other)"
    case .name(let name, let problem): "the name '\(name)' \(problem)"
    case .invalid(let what, let problem): "\(what) \(problem)"
    case .library(let code, let explanation): "libxlsxwriter refused (\(code)): \(explanation)"
    }
  }
}

extension XLSXWriteError.SheetNameProblem {
  var explanation: String {
    switch self {
    case .empty: "is empty"
    case .tooLong(let count): "has \(count) characters, at most \(SheetLimits.nameLength) are possible"
    case .forbiddenCharacter(let character):
      "contains \(character); not possible are [ ] : * ? / \\ and control characters"
    case .apostropheAtEnd: "begins or ends with an apostrophe"
    case .taken(let other): "is taken by the sheet '\(other)'"
    case .reserved: "is kept by Excel for itself"
    }
  }
}

/// What a sheet of an XLSX workbook can hold: the limits that Excel documents.
package enum SheetLimits {
  /// Rows of a sheet.
  package static let rows = 1_048_576
  /// Columns of a sheet.
  package static let columns = 16_384
  /// UTF-16 units of a cell's text.
  package static let textLength = 32_767
  /// UTF-16 units of a formula.
  package static let formulaLength = 8_192
  /// UTF-16 units of a sheet's name.
  package static let nameLength = 31
  /// Bytes of a drop-down list given by its items, commas included: Excel counts characters, but
  /// libxlsxwriter's buffer is counted in bytes.
  package static let listLength = 255
  /// Significant digits of a number.
  package static let digits = 15
  /// Links of a sheet.
  package static let links = 65_530
  /// Bytes of a link's address or of any other text that stands in an XML attribute, as libxlsxwriter cuts it
  /// off.
  package static let attributeLength = 2_079
}
