public import Findings
public import Forms
public import ProposalModel
public import Spreadsheet

/// The entry workbook that departments fill in: made, filled and read by one form definition.
public enum EntryWorkbook {
  /// What the importer made of a workbook.
  public struct Import: Sendable {
    /// The proposal; `nil` if nothing of one could be found.
    public var proposal: Proposal?
    /// The round whose names, years and price levels were used to read it.
    public var round: Round?
    /// The cell of every field.
    public var origins: Origins
    /// Everything that was unusual or wrong.
    public var findings: [Finding]
    /// What each number is for.
    package var roles: RoleMarks
    /// The tables that are kept as they were printed, for the rules of tables.
    package var kept: ReadTables
  }

  /// Whether a workbook is an entry workbook (and not a table workbook): it has a sheet `Økonomi`, by name or
  /// by its columns.
  public static func recognises(_ workbook: Workbook) -> Bool {
    if let sheet = workbook.find(.lines)?.sheet,
      looksLikeLines(sheet) || !TableWorkbookReader.holdsTables(sheet)
    {
      return true
    }
    if workbook.sheets.contains(where: { looksLikeLines($0) }) { return true }
    let others: [EntrySheet] = [.guide, .keys, .followUps]
    return others.contains { workbook.find($0)?.isExact == true }
      && !workbook.sheets.contains { $0.name.hasPrefix("Tabel 1") }
  }

  /// Reads a filled entry workbook, or a CSV file of its sheet `Økonomi`. Everything that is wrong becomes a
  /// finding; nothing is thrown and no money is dropped.
  ///
  /// Sheets and columns are found by their words. Names are read by `round` if one is given, else by the
  /// round that the workbook names among `rounds`, else by the one whose years and price level fit.
  ///
  /// - Parameters:
  ///   - workbook: The cells.
  ///   - file: The path, for the findings.
  ///   - round: The round that the user asked for, if any.
  ///   - rounds: The known rounds.
  ///   - isText: Whether the file has text only (CSV), so that numbers as text are nothing to note.
  public static func read(
    _ workbook: Workbook, file: String?, round: Round? = nil, rounds: [Round] = RoundLibrary.all,
    isText: Bool = false
  ) -> Import {
    var importer = EntryImporter(workbook: workbook, file: file, given: round, rounds: rounds, isText: isText)
    return importer.run()
  }

  /// Reads the sheet `Fordelingsnøgler` of a table workbook as that of an entry workbook.
  package static func keyReading(of file: String?, isText: Bool) -> TableWorkbookReader.KeyReading {
    { sheet, round in keys(Workbook(sheets: [sheet]), file: file, round: round, isText: isText) }
  }

  /// Only the distribution keys of a workbook, whatever else it holds: the names of a whole form's own round,
  /// else of `round`, else of the newest one.
  package static func keys(_ workbook: Workbook, file: String?, round: Round?, isText: Bool) -> (
    keys: [DistributionKey], findings: [Finding]
  ) {
    if workbook.find(.lines) != nil {
      let read = read(workbook, file: file, round: round, isText: isText)
      return (read.proposal?.keys ?? [], read.findings)
    }
    var workbook = workbook
    if workbook.sheets.count == 1, workbook.find(.keys) == nil {
      workbook.sheets[0].name = EntrySheet.keys.rawValue
    }
    var importer = EntryImporter(
      workbook: workbook, file: file, given: round, rounds: RoundLibrary.all, isText: isText)
    importer.round = round ?? RoundLibrary.newest
    importer.readKeys()
    return (importer.proposal.keys, importer.findings)
  }

  static func looksLikeLines(_ sheet: Sheet) -> Bool {
    guard let table = LocatedTable(EntryForm.lineColumns, in: sheet, minimum: 3, expectsYears: true) else {
      return false
    }
    return table.columns[.section] != nil && table.columns[.text] != nil && !table.years.isEmpty
  }
}
