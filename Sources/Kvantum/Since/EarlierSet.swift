import AllocationTables
import Forms
public import Intake
public import Output
public import ProposalModel
import Spreadsheet

/// An earlier set of corrections, as `fordel corrections` wrote it: the readable list as CSV, a workbook, or
/// JSON.
///
/// A file of differences is no set. Beside it, or in its workbook, the whole set stands as it was then
/// (`-hele`), and that is what the next difference is taken to.
public struct EarlierSet: Sendable {
  /// The corrections that could be posted.
  public private(set) var rows: [CorrectionBook.Row] = []
  /// The files as they were read.
  public private(set) var facts: [FileFact] = []

  /// Reads `files`, whose rows are one set, by the names of `round`. Fails where one holds no corrections, or a
  /// row of it cannot be read whole.
  public init(files: [String], round: Round) throws(FileFailure) {
    for file in files {
      let bytes = try InputFiles.read(file)
      facts.append(FileFact(read: bytes, from: file))
      for (place, row) in try EarlierSet.read(bytes, file: file) where row.status == SetRow.postable {
        guard !row.remark.hasPrefix(SetRow.changeMark) else {
          throw FileFailure(
            file: file, status: .usage,
            message:
              "Filen har kun ændringer og er ikke et helt sæt (\(place)). Brug filen med -hele i navnet.")
        }
        guard let read = row.row(round) else {
          throw FileFailure(
            file: file, status: .unreadable,
            message:
              "Korrektionen i \(place) kan ikke læses: liste, styringsområde eller udvalg er ikke rundens.")
        }
        rows.append(read)
      }
    }
  }

  private static func read(_ bytes: [UInt8], file: String) throws(FileFailure) -> [(String, SetRow)] {
    switch FileContent(bytes, name: file) {
    case .json:
      do {
        let document = try CanonicalJSON.decodeDocument(CorrectionDocument.self, bytes).value
        guard document.kind == CorrectionDocument.kind else { throw noSet(file) }
        return document.rows.enumerated().map { ("rows[\($0.offset)]", $0.element) }
      } catch { throw noSet(file) }
    case .csv:
      let sheet = try Grids.csv(bytes, file: file, sheet: "").workbook.sheets.first
      guard let sheet, let table = SetTable(sheet, list: nil, file: file) else { throw noSet(file) }
      return try table.rows()
    case .workbook:
      let book = try Grids.workbook(bytes, file: file)
      let whole = book.sheets.filter { $0.name.hasPrefix(CorrectionWorkbook.whole) }
      var tables: [SetTable] = []
      for sheet in whole.isEmpty ? book.sheets : whole {
        let name = sheet.name.lowercased()
        guard !name.hasPrefix(CorrectionWorkbook.unpostable.lowercased()) else { continue }
        let list: CorrectionBook.List = name.contains("ikke vedtaget") ? .ifNotAdopted : .adopted
        if let table = SetTable(sheet, list: list, file: file) { tables.append(table) }
      }
      guard !tables.isEmpty else { throw noSet(file) }
      var rows: [(String, SetRow)] = []
      for table in tables { rows += try table.rows() }
      return rows
    }
  }

  private static func noSet(_ file: String) -> FileFailure {
    FileFailure(
      file: file, status: .unreadable,
      message: "Filen er ikke et sæt korrektioner. Læses: den læsbare liste som .csv (af andre layout filen "
        + "-raekker), projektmappen .xlsx, og .json.")
  }
}

/// One list of corrections in the readable layout.
private struct SetTable {
  /// The list that the sheet is; `nil` where a column tells.
  let list: CorrectionBook.List?
  let file: String
  private let table: SmallList<LayoutField>

  private static let needed: [LayoutField] = [
    .proposal, .table, .side, .controlArea, .duration, .year, .amount, .priceLevel, .writtenPriceLevel,
  ]

  init?(_ sheet: Sheet, list: CorrectionBook.List?, file: String) {
    let columns = (LayoutLibrary.readable?.columns ?? []).map { FormField($0.field, $0.header, "") }
    table = SmallList(
      sheet, file: file, columns, needs: SetTable.needed + (list == nil ? [.list, .status] : []))
    guard table.isFound else { return nil }
    (self.list, self.file) = (list, file)
  }

  func rows() throws(FileFailure) -> [(String, SetRow)] {
    var rows: [(String, SetRow)] = []
    for row in table.rows {
      func text(_ field: LayoutField) -> String { row.text(field) ?? "" }
      if ExtractForm.isOnlyTotal(CellText.text(row.first)) { continue }
      let place = row.name
      let amount = ExtractAmount(row.cell(.amount), at: row.sheet).amount
      guard let amount, let year = Int(text(.year)), let level = Int(text(.priceLevel)),
        let written = Int(text(.writtenPriceLevel)), !text(.proposal).isEmpty,
        !table.keys.contains(where: { row.rival($0) != nil })
      else {
        throw FileFailure(
          file: file, status: .unreadable,
          message: "Korrektionen i \(place) kan ikke læses: forslag, år, p/l eller beløb mangler.")
      }
      rows.append(
        (
          place,
          SetRow(
            list: list?.rawValue ?? text(.list), status: list == nil ? text(.status) : SetRow.postable,
            proposal: text(.proposal), table: text(.table), lines: text(.lines), side: text(.side),
            text: text(.text), committee: text(.committee), unit: text(.unit),
            controlArea: text(.controlArea), appropriation: text(.appropriation), appropriationName: "",
            profitCentre: text(.profitCentre), function: text(.function), kind: text(.kind),
            projectElement: text(.projectElement), accountSource: text(.accountSource),
            duration: text(.duration), year: year, amount: amount.oere, priceLevel: level,
            writtenPriceLevel: written, remark: text(.remark))
        ))
    }
    return rows
  }
}
