import Forms
package import Findings
package import Output
import ProposalModel
package import Spreadsheet

/// Reads bytes into the neutral grid, with failures and oddities in Danish.
package enum Grids {
  /// A workbook, whatever its size within the limits of the engine; the list of findings in an annotated copy
  /// is no part of it.
  package static func workbook(_ bytes: [UInt8], file: String) throws(FileFailure) -> Workbook {
    if isDocument(bytes, file: file) { return try document(bytes, file: file).workbook }
    do {
      var workbook = try WorkbookReader.read(bytes: bytes)
      workbook.sheets.removeAll { OwnSheets.isFindingList($0.name) }
      return workbook
    } catch {
      throw FileFailure(file: file, error)
    }
  }

  /// A CSV file as a workbook of one sheet, with what was unusual about it. All cells are text if
  /// `keepsText`.
  package static func csv(_ bytes: [UInt8], file: String, sheet: String, keepsText: Bool = false)
    throws(FileFailure)
    -> (
      workbook: Workbook, findings: [Finding]
    )
  {
    let table: CSVTable
    do { table = try CSVReader.read(bytes) } catch { throw FileFailure(file: file, error) }
    let findings = table.notes.compactMap { finding($0, file: file) }
    let hasPoints = table.separator == .comma && !keepsText
    let grid =
      hasPoints ? Sheet(name: sheet, cells: table.cells.map(withDecimalPoint)) : table.sheet(named: sheet)
    return (Workbook(sheets: [grid]), findings)
  }

  /// Where commas stand between the fields, the decimal sign is a point: `-1275.5` is a number. `1.275` stays
  /// text, since the point may group.
  private static func withDecimalPoint(_ cell: Cell) -> Cell {
    guard case .text(let text) = cell.value, let point = text.firstIndex(of: "."),
      (1...2).contains(text.distance(from: point, to: text.endIndex) - 1)
    else { return cell }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      digits.count(where: { $0 == "." }) == 1, digits.first != "."
    else { return cell }
    var cell = cell
    cell.value = .number(text)
    return cell
  }

  private static func finding(_ note: CSVNote, file: String) -> Finding? {
    let place = Place(file: file, cell: note.position.address.description)
    switch note.kind {
    case .quoteInUnquotedField, .textAfterQuote:
      return Catalogue.csv(
        "Der står et løst anførselstegn i feltet; det er læst som et tegn.", severity: .note, at: place)
    case .quoteNeverClosed:
      return Catalogue.csv(
        "Et anførselstegn lukkes aldrig, så resten af filen er læst som ét felt. Ret anførselstegnet.",
        severity: .error, at: place)
    case .raggedRows(let last, let found, let expected):
      return Catalogue.csv(
        "Rækkerne til og med \(last) har \(found) felter, mens de fleste har \(expected).", severity: .note,
        at: place)
    case .separatorAmbiguous(let chosen, let other):
      return Catalogue.csv(
        "Filen er læst med \(word(chosen)) mellem felterne, men \(word(other)) passer lige så godt.",
        severity: .warning, at: place)
    case .undecodableBytes(let count):
      return Catalogue.csv(
        "\(count) tegn kan ikke læses i filens tegnsæt. Gem filen som CSV UTF-8.", severity: .warning,
        at: place)
    case .furtherNotes(let count):
      return Catalogue.csv("\(count) bemærkninger mere om filens opbygning.", severity: .note, at: place)
    }
  }

  private static func word(_ separator: CSVSeparator) -> String {
    switch separator {
    case .semicolon: "semikolon"
    case .comma: "komma"
    case .tab: "tabulator"
    case .bar: "lodret streg"
    }
  }
}
