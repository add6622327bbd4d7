package import Findings
import Forms
import ProposalModel
package import Spreadsheet

/// Every number of an input with its role: what nothing read and nothing told is found here.
package struct NumberLedger: Sendable {
  /// One proposal of the file: what its reader tells of cells, and its findings.
  package struct Part: Sendable {
    package var marks: RoleMarks
    package var findings: [Finding]
    /// Whether no proposal was found, so that its one finding speaks for every number.
    package var isRefused: Bool

    package init(marks: RoleMarks, findings: [Finding], isRefused: Bool) {
      self.marks = marks
      self.findings = findings
      self.isRefused = isRefused
    }
  }

  /// The numbers of each part, in the order of sheets and cells.
  package private(set) var cells: [[NumberCell]]
  /// Numbers under a year that have neither role nor finding, by part: one finding per column.
  package private(set) var unread: [[Finding]]

  /// - Parameters:
  ///   - files: the file of each sheet, by its name, where sheets are files of their own.
  ///   - isText: whether the sheets are CSV files, whose places name no sheet.
  package init(
    _ workbook: Workbook, file: String?, files: [String: String] = [:], isText: Bool, parts: [Part]
  ) {
    cells = parts.map { _ in [] }
    unread = parts.map { _ in [] }
    guard !parts.isEmpty else { return }
    let told = parts.map { ToldCells($0.findings) }
    let owners = CellOwners(parts.map(\.marks), told)
    for sheet in workbook.sheets {
      let place = Place(file: files[sheet.name] ?? file, sheet: isText ? nil : sheet.name)
      let columns = parts.map { part in
        part.marks.yearColumns.filter { $0.sheet == place.sheet && $0.file == place.file }
      }
      var loose: [[Int: [Cell]]] = parts.map { _ in [:] }
      for cell in sheet.cells where NumberLedger.isNumber(cell) {
        let here = place.at(cell.address.description)
        if let index = owners.marking(here), let mark = parts[index].marks[here] {
          cells[index].append(NumberCell(cell, at: here, mark))
        } else if let index = owners.telling(here) {
          let reason = told[index].reason(of: here)
          cells[index].append(NumberCell(cell, at: here, RoleMark(.finding, reason: reason)))
        } else if let index = columns.firstIndex(where: { $0.contains { $0.holds(cell.address) } }) {
          loose[index][cell.address.column, default: []].append(cell)
          cells[index].append(
            NumberCell(
              cell, at: here, RoleMark(.finding, reason: FindingCode.moneyUnread.rawValue)))
        } else {
          let mark =
            parts[0].isRefused
            ? RoleMark(.finding, reason: FindingCode.notAProposal.rawValue)
            : RoleMark(.outside, reason: NumberLedger.reason(cell, on: sheet))
          cells[0].append(NumberCell(cell, at: here, mark))
        }
      }
      for (index, columns) in loose.enumerated() {
        unread[index] += columns.sorted { $0.key < $1.key }.map {
          LooseNumber.unread($0.value, "intet af det, der er læst, bruger tallet", at: place)
        }
      }
    }
  }

  /// A stored number or date, or a text that a person reads as one number.
  static func isNumber(_ cell: Cell) -> Bool {
    if case .date = cell.value { return true }
    return LooseNumber.isNumber(cell)
  }

  private static func reason(_ cell: Cell, on sheet: Sheet) -> String {
    if case .date = cell.value { return "en dato" }
    if OwnSheets.isCalculation(sheet) { return "fordels eget beregningsark" }
    let key = Spelling.key(sheet.name)
    if key == "vejledning" || key == "lister" { return "formularens ark »\(sheet.name)«" }
    let left = (1..<max(cell.address.column, 1)).reversed().lazy.compactMap {
      CellText.text(sheet[CellAddress(row: cell.address.row, column: $0)])
    }.first
    if let left { return "ud for »\(left.prefix(40))«, uden for tabellerne" }
    return "arket »\(sheet.name)«, uden for tabellerne"
  }
}

extension RoleMarks.YearColumn {
  fileprivate func holds(_ address: CellAddress) -> Bool {
    column == address.column && rows.contains(address.row)
  }
}

/// Which of the proposals of a file is the first to know a cell. A file of many is asked for each of its cells,
/// so that they are not asked one after the other.
private struct CellOwners {
  private let marks: [RoleMarks]
  private let told: [ToldCells]
  private var marked: [Place: Int] = [:]
  private var named: [Place: Int] = [:]

  init(_ marks: [RoleMarks], _ told: [ToldCells]) {
    (self.marks, self.told) = (marks, told)
    guard marks.count > 1 else { return }
    for index in marks.indices.reversed() {
      for place in marks[index].marks.keys { marked[place] = index }
      for place in told[index].places { named[place] = index }
    }
  }

  /// The first that may mark the cell.
  func marking(_ place: Place) -> Int? {
    guard marks.count > 1 else { return marks.isEmpty ? nil : 0 }
    return marked[place]
  }

  /// The first whose findings name the cell or its whole sheet.
  func telling(_ place: Place) -> Int? {
    guard told.count > 1 else { return told.first?.names(place) == true ? 0 : nil }
    return [named[place], named[place.at(nil)]].compactMap { $0 }.min()
  }
}

/// The cells that errors and warnings name.
private struct ToldCells {
  private var codes: [Place: FindingCode] = [:]
  /// Errors that speak of a whole sheet, by its place.
  private var sheets: [Place: FindingCode] = [:]

  /// The cells, and the sheets by their places.
  var places: [Place] { Array(codes.keys) + sheets.keys }

  init(_ findings: [Finding]) {
    for finding in findings where finding.severity != .note {
      let place = Place(file: finding.file, sheet: finding.sheet)
      if finding.cells.isEmpty, finding.cell == nil, finding.sheet != nil, finding.severity == .error {
        sheets[place] = finding.code
      }
      for cell in finding.cells + [finding.cell].compactMap({ $0 }) {
        codes[place.at(cell), default: finding.code] = finding.code
      }
    }
  }

  func names(_ place: Place) -> Bool { codes[place] != nil || sheets[place.at(nil)] != nil }

  func reason(of place: Place) -> String? { (codes[place] ?? sheets[place.at(nil)])?.rawValue }
}

extension NumberCell {
  fileprivate init(_ cell: Cell, at place: Place, _ mark: RoleMark) {
    self.init(
      place: place, text: LooseNumber.text(cell), value: mark.oere.map(String.init) ?? NumberCell.plain(cell),
      role: mark.role, line: mark.line, year: mark.year, reason: mark.reason)
  }

  /// The number without a unit, as an exact decimal text.
  private static func plain(_ cell: Cell) -> String {
    switch cell.value {
    case .number(let stored): return DecimalNumber(stored: stored)?.description ?? stored
    case .text(let text):
      guard case .amount(let amount, _) = AmountReading(typed: text, unit: .kroner) else { return text }
      return DecimalNumber(mantissa: amount.oere, scale: 2).description
    case .date(let iso): return iso
    default: return ""
    }
  }
}
