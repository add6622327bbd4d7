package import AllocationTables
package import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// One row of a table as it was read: the row itself and the cells it came from.
package struct ReadRow: Hashable, Sendable {
  /// Kind, section, text, area, recipient, account and figures.
  package var row: TableRow
  /// The row's number on the sheet.
  package var number: Int
  /// The cell of the text.
  package var textCell: String?
  /// The text of the styringsområde cell, as typed.
  package var areaText: String?
  /// The styringsområde cell, also where it is blank.
  package var areaCell: String?
  /// The text of the account cell, as typed.
  package var accountText: String?
  /// The account cell, also where it is blank.
  package var accountCell: String?
  /// Whether the account cell holds a number with decimals: a list of codes that a spreadsheet took for one
  /// number.
  package var accountIsFraction = false
  /// The text of the Enhed cell.
  package var unitText: String?
  /// The Enhed cell.
  package var unitCell: String?
  /// The text of the Udvalg cell of a row whose text is something else.
  package var committeeText: String?
  /// The Udvalg cell.
  package var committeeCell: String?
  /// The text of the Fordeling cell of a line, and the cell.
  package var ruleText: String?
  /// The Fordeling cell.
  package var ruleCell: String?
  /// The cell of each figure, one per year of the table.
  package var figureCells: [String]
  /// Indices of years whose figure could not be read.
  package var unreadable: Set<Int> = []
  /// The cell of the payback number, if one is written.
  package var paybackCell: String?
  /// Whether the row became a total only because it equals the sum above.
  package var isInferredTotal = false
  /// Whether the row is taken for a memo only because it stands below the totals.
  package var isBelowTotals = false
  /// Texts of the row in cells that are no column of the form: what a sender remarks beside it.
  package var remarks: [RowRemark] = []
  /// The row's sum over the years, where the table has such a column.
  package var statedSum: Figure?
  /// The cell of that sum.
  package var statedSumCell: String?

  /// A row read from row `number`.
  package init(_ row: TableRow, number: Int, figureCells: [String]) {
    self.row = row
    self.number = number
    self.figureCells = figureCells
  }

  /// The amount of a year (0 for blank and dash), `nil` if it could not be read.
  package func amount(_ year: Int) -> Amount? { unreadable.contains(year) ? nil : row.figures[year].amount }

  /// Whether any figure is money or unreadable.
  package var hasMoney: Bool { !unreadable.isEmpty || row.figures.contains(where: \.isMoney) }

  /// Whether nothing at all stands in the year columns.
  package var isBlank: Bool { unreadable.isEmpty && row.figures.allSatisfy { $0 == .blank } }
}

/// A text beside a row, with its cell.
package struct RowRemark: Hashable, Sendable {
  package var text: String
  package var cell: String
}

/// One table as it was read from a sheet, with the place of everything.
package struct ReadTable: Hashable, Sendable {
  /// Which table it is; `nil` for another table of money, of which only the totals are checked.
  package var kind: BudgetTableKind?
  /// The caption, tidied; empty if there is none.
  package var caption: String
  /// The cell of the price level, where it is not the heading over the labels.
  package var levelCell: String?
  /// The short name behind `Tabel`: `2`, `A`.
  package var code: String
  /// The cell of the caption.
  package var captionCell: String?
  /// The file.
  package var file: String?
  /// The sheet.
  package var sheet: String?
  /// The text over the label column: `1.000 kr. 2023 p/l`.
  package var headerText: String
  /// Its cell, also where it is blank.
  package var headerCell: String
  /// The unit of the figures.
  package var unit: AmountUnit
  /// The price level in the header (or caption).
  package var priceLevel: Int?
  /// The years, after mending a slip that the neighbours make plain.
  package var years: [Int]
  /// The year cells' own numbers.
  package var statedYears: [Int]
  /// The cells of the years.
  package var yearCells: [String]
  /// Whether there is a column Styringsområde.
  package var hasAreaColumn: Bool
  /// Whether there is an account column.
  package var hasAccountColumn: Bool
  /// The control area the caption of a Fordeling names.
  package var area: ControlArea?
  /// Columns of words that no heading of the form stands over.
  var strays: [StrayColumn] = []
  /// The rows from top to bottom.
  package var rows: [ReadRow]
  /// The remark under a table that fordel has computed, by which it is known not to be stated.
  package var computedRemark: String?

  /// An empty table.
  package init(kind: BudgetTableKind?, caption: String, file: String?, sheet: String?, headerCell: String) {
    self.kind = kind
    self.caption = caption
    code = ""
    self.file = file
    self.sheet = sheet
    headerText = ""
    self.headerCell = headerCell
    unit = .thousandKroner
    years = []
    statedYears = []
    yearCells = []
    hasAreaColumn = false
    hasAccountColumn = false
    rows = []
  }

  /// The place of `cell` on the table's sheet.
  package func place(_ cell: String?) -> Place { Place(file: file, sheet: sheet, cell: cell) }

  /// The short name used in messages: `Tabel 2`, or the caption's beginning.
  package var name: String {
    if !code.isEmpty { return code == "Fordeling" ? code : "Tabel \(code)" }
    let words = caption.isEmpty ? (sheet ?? "tabellen") : caption
    return words.count > 40 ? String(words.prefix(40)) + "…" : words
  }

  /// The same table as a plain table, without places; `nil` for a table of no known kind.
  package var budgetTable: BudgetTable? {
    kind.map {
      BudgetTable(
        kind: $0, code: code, caption: caption, unit: unit, priceLevel: priceLevel, years: years,
        rows: rows.map(\.row))
    }
  }
}

/// A column of a table whose heading is none of the form's, or blank.
struct StrayColumn: Hashable, Sendable {
  /// The heading, and its cell.
  var heading: String?
  var cell: String
  /// What stands below it.
  var texts: [String]
}

/// One proposal as a table workbook (or the CSV files of one) shows it: front page, hearings and tables, with
/// places and what reading them found.
package struct ReadTables: Sendable {
  /// The file.
  package var file: String?
  /// Forslagsnummer, from the front page, the sheet names or the file's name.
  package var id: String
  /// The front page, label by label.
  package var front = FrontCells()
  /// The sheet of the front page, if there is one.
  package var frontSheet: String?
  /// The hearings with the places of body, answer, date and remark.
  package var hearings: [(hearing: Hearing, places: [HearingField: Place])]
  /// The sheet of the proposal's own distribution keys.
  package var keySheet: Sheet?
  /// The sheet of the follow-up.
  package var followUpSheet: Sheet?
  /// The tables of money.
  package var tables: [ReadTable]
  /// Tables that stand there a second time and are not read.
  package var repeated: [ReadTable] = []
  /// Every part of the sheets that looks like a table, read or not.
  package var regions: [ReadRegion] = []
  /// What the reader tells of numbers that stand in no table: years and accounts of the long CSV.
  package var marks: [(place: Place, mark: RoleMark)] = []
  /// What reading found.
  package var findings: [Finding]
  /// The round, by name or by years and price level.
  package var round: Round?
  /// The proposal that the tables give.
  package var proposal: Proposal
  /// Where its fields came from.
  package var origins: Origins
  /// The payback times of the sheet `Forslag`, where Tabel 1 states them too.
  package var frontPayback: [FrontField: Int] = [:]
  /// Whether the form has a place for payback times; the long CSV has none.
  package var hasPlaceForPayback = true

  /// Nothing read yet.
  package init(file: String?, id: String) {
    self.file = file
    self.id = id
    hearings = []
    tables = []
    findings = []
    proposal = Proposal(id: id, title: "", years: [])
    origins = Origins(file: file)
  }

  /// Tabel 1.
  package var tableOne: ReadTable? { tables.first { $0.kind == .tableOne } }
}
