import Forms
import ProposalModel
import Spreadsheet

/// Which column and row of `Økonomi` holds what, and the formulas that follow from it.
struct LineLayout {
  package let lines: [Line]
  package let yearColumns: [Int]
  /// The column `I alt`; `Fuldt indfaset` and `Kontrol` are the next.
  let totalColumn: Int
  /// The column `Kontrol`.
  var checkColumn: Int { totalColumn + 2 }
  package let basis: MergedColumns
  let basisColumns: [Int]
  /// The number of lines and empty input rows.
  package let rowCount: Int

  /// How many empty rows follow the lines of a filled workbook.
  static let emptyRowsBelow = 20

  init(lines: [Line], years: [Int]) {
    self.lines = lines
    let before = EntryForm.lineColumns.count
    yearColumns = years.indices.map { before + 1 + $0 }
    totalColumn = before + years.count + 1
    basis = MergedColumns(lines.map { $0.basis.map { ($0.label, $0.text) } })
    basisColumns = basis.labels.indices.map { [totalColumn] in totalColumn + 3 + $0 }
    rowCount = max(lines.isEmpty ? EntryForm.preparedLines : 0, lines.count + LineLayout.emptyRowsBelow)
  }

  /// The width of a column: that of the form, or wider where filled-in words would take more than three
  /// lines.
  package func width(of field: FormField<LineField>, text: (Line) -> String?) -> Double {
    guard field.kind == .longText else { return field.width }
    let longest = lines.compactMap { text($0)?.count }.max() ?? 0
    return max(field.width, min(44, Double(longest / 3 + 5)))
  }

  package var lastColumn: Int { basisColumns.last ?? checkColumn }

  /// The cells of a total, over all years.
  func yearRange(row: Int) -> CellRange {
    CellRange(
      CellAddress(row: row, column: yearColumns.first ?? totalColumn),
      CellAddress(row: row, column: yearColumns.last ?? totalColumn))
  }

  func letter(_ field: LineField) -> String {
    CellAddress.letters(
      ofColumn: EntryForm.lineColumns.firstIndex { $0.key == field }.orStop("a column \(field)") + 1)
  }

  /// The sum of a section in one column, from the header to the end of the sheet, so that rows can be
  /// inserted anywhere. Every word that import reads as the section counts; rows that import does not count do
  /// not.
  package func sum(ofColumn column: Int, section: LineSection) -> String {
    let (first, last) = (EntryWriter.LineRows.header, 1_048_576)
    func range(_ letter: String) -> String { "$\(letter)$\(first):$\(letter)$\(last)" }
    let condition = range(letter(.condition))
    let excluded = EntryForm.conditionWords.filter { $0.condition != .ifAdopted }.map {
      ",\(condition),\"<>\($0.words)\""
    }
    let sums = LineCheck.sumBeginnings.map { ",\(range(letter(.text))),\"<>\($0)*\"" }
    let rest = excluded.joined() + sums.joined()
    let amounts = range(CellAddress.letters(ofColumn: column))
    return "="
      + LineLayout.patterns(of: section).map {
        "SUMIFS(\(amounts),\(range(letter(.section))),\"\($0)\"\(rest))"
      }.joined(separator: "+")
  }

  /// How every word begins that import reads as a section. A list of the words in one SUMIFS is calculated by Excel
  /// and LibreOffice, not by Gnumeric.
  static func patterns(of section: LineSection) -> [String] {
    switch section {
    case .permanent: ["Varig*"]
    case .implementation: ["Implementering*", "Investering*", "Engangsudgift*"]
    case .loan: ["Lån*", "Intern*"]
    }
  }

  /// `I alt` of a row: the sum of the years, of costs and loans.
  package func rowTotal(_ row: Int) -> String {
    guard let first = yearColumns.first, let last = yearColumns.last else { return "=\"\"" }
    let section = "TRIM($\(letter(.section))\(row))"
    let cells = "\(CellAddress(row: row, column: first)):\(CellAddress(row: row, column: last))"
    return
      "=IF(AND(COUNTIF(\(ChoiceList.permanentWords.rangeName),\(section))=0,\(section)<>\"\"),SUM(\(cells)),\"\")"
  }

  /// `Fuldt indfaset` of a row: the last year of a permanent change.
  func rowFullEffect(_ row: Int) -> String {
    guard let last = yearColumns.last else { return "=\"\"" }
    return
      "=IF(COUNTIF(\(ChoiceList.permanentWords.rangeName),TRIM($\(letter(.section))\(row)))>0,SUM(\(CellAddress(row: row, column: last))),\"\")"
  }

  /// Whether `I alt` shows the row's sum.
  func isSummed(_ line: Line?) -> Bool { line?.section == .implementation || line?.section == .loan }
}

/// Columns that hold entries of several rows, each row's in its own order: a label that a row has twice, or
/// in another order than another row, gets a second column.
struct MergedColumns {
  package private(set) var labels: [String] = []
  private var rows: [[Int: String]] = []

  init(_ rows: [[(label: String, text: String)]]) {
    for entries in rows {
      var position = 0
      var placed: [(label: String, text: String, column: Int)] = []
      for (label, text) in entries {
        if let column = labels[position...].firstIndex(of: label) {
          placed.append((label, text, column))
          position = column + 1
        } else {
          insert(label, at: position)
          placed.append((label, text, position))
          position += 1
        }
      }
      self.rows.append(Dictionary(uniqueKeysWithValues: placed.map { ($0.column, $0.text) }))
    }
  }

  /// The texts of a row, one per column.
  package func row(_ index: Int) -> [String?] {
    labels.indices.map { column in rows.indices.contains(index) ? rows[index][column] : nil }
  }

  private mutating func insert(_ label: String, at column: Int) {
    labels.insert(label, at: column)
    rows = rows.map { row in
      Dictionary(uniqueKeysWithValues: row.map { ($0.key >= column ? $0.key + 1 : $0.key, $0.value) })
    }
  }
}
