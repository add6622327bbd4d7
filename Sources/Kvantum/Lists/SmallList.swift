import Findings
import Forms
import Intake
import Output
import ProposalModel
import Reading
import Spreadsheet

/// A small list with named columns, as people keep them beside the proposals (decisions, a chart of accounts,
/// the headings of an extract) and as fordel writes its own (a set of corrections, a forecast).
///
/// Columns are found by their headings, wherever they stand and whatever stands above them. Where several have
/// headings of one field, the heading that is the field's own goes before other names of it, and a row in which
/// two columns of equal standing differ is told by ``Row/rival(_:)``: neither is right.
struct SmallList<Key: Hashable & Sendable> {
  /// A row below the headings in which something stands.
  struct Row {
    /// The row, 1 at the top.
    let number: Int
    /// The file and the sheet; a text has none.
    let sheet: Place
    fileprivate let row: Spreadsheet.Row
    fileprivate let columns: [Key: Int]
    fileprivate let rivals: [Key: [Int]]

    /// The cell of a field; `nil` where it is blank or the list has no such column.
    func cell(_ key: Key) -> Cell? { row.cell(columns[key]) }
    /// The text of a field.
    func text(_ key: Key) -> String? { CellText.text(cell(key)) }
    /// Where a field of the row stands.
    func place(_ key: Key) -> Place {
      sheet.at(columns[key].map { CellAddress(row: number, column: $0).description })
    }
    /// The first cell of the row.
    var first: Cell? { row.cells.first }
    /// `Vedtaget, række 7`, or without a sheet `række 7`.
    var name: String { (sheet.sheet.map { $0.isEmpty ? "" : $0 + ", " } ?? "") + "række \(number)" }

    /// What stands in another column of the same name, where it is something else; `nil` where nothing does.
    func rival(_ key: Key) -> String? {
      (rivals[key] ?? []).lazy.compactMap { CellText.text(row.cell($0)) }.first { $0 != text(key) }
    }
  }

  /// The rows, sheet by sheet.
  private(set) var rows: [Row] = []
  /// Whether any sheet has the headings.
  private(set) var isFound = false
  /// What was unusual about the file itself.
  private(set) var findings: [Finding] = []
  /// Headings of amounts that are no field, with money below them: of years, and those that say so.
  private(set) var amounts: [(heading: String, place: Place)] = []

  /// Reads every sheet of `file`, whose content is `bytes`, that has all columns of `needs`.
  init(_ bytes: [UInt8], file: String, _ fields: [FormField<Key>], needs: [Key]) throws(FileFailure) {
    let workbook: Workbook
    var isText = false
    if case .workbook = FileContent(bytes, name: file) {
      workbook = try Grids.workbook(bytes, file: file)
    } else {
      (workbook, findings) = try Grids.csv(bytes, file: file, sheet: "")
      isText = true
    }
    for sheet in workbook.sheets {
      add(sheet, Place(file: file, sheet: isText ? nil : sheet.name), fields, needs)
    }
  }

  /// Reads one sheet.
  init(_ sheet: Sheet, file: String, _ fields: [FormField<Key>], needs: [Key]) {
    add(sheet, Place(file: file, sheet: sheet.name), fields, needs)
  }

  /// The fields that the list has columns for.
  private(set) var keys: Set<Key> = []

  private mutating func add(_ sheet: Sheet, _ place: Place, _ fields: [FormField<Key>], _ needs: [Key]) {
    guard let table = LocatedTable(fields, in: sheet, minimum: max(1, needs.count)) else { return }
    let (columns, rivals) = table.ownColumns(of: fields, in: sheet)
    guard needs.allSatisfy({ columns[$0] != nil }) else { return }
    isFound = true
    keys.formUnion(columns.keys)
    noteAmounts(beside: table, in: sheet, at: place)
    for row in sheet.rows where row.number > table.headerRow {
      guard row.cells.contains(where: { CellText.text($0) != nil }) else { continue }
      rows.append(
        Row(number: row.number, sheet: place, row: row, columns: columns, rivals: rivals))
    }
  }

  private mutating func noteAmounts(beside table: LocatedTable<Key>, in sheet: Sheet, at place: Place) {
    for (header, column) in table.others {
      let isYear = header.count == 4 && header.allSatisfy(\.isNumber)
      guard isYear || Spelling.key(header).contains("beløb") else { continue }
      let hasMoney = sheet.rows.contains { row in
        row.number > table.headerRow && CellText.text(row.cell(column))?.contains(where: \.isNumber) == true
      }
      let heading = CellAddress(row: table.headerRow, column: column)
      if hasMoney { amounts.append((header, place.at(heading.description))) }
    }
  }
}
