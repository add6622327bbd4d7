import Forms
public import ProposalModel
public import Reading
public import Spreadsheet

extension EntryWorkbook {
  /// Writes the blank entry workbook of a round, or one filled from a proposal, to `path`; what stood there
  /// is replaced only when it is complete.
  ///
  /// ``read(_:file:round:rounds:isText:)`` gives the same proposal back. The same input gives the same bytes.
  public static func write(round: Round, proposal: Proposal? = nil, to path: String) throws(XLSXWriteError) {
    let form = EntryWriter(round: round, proposal: proposal)
    var writer = try XLSXWriter(path: path, properties: form.properties)
    try form.write(&writer)
    try writer.close()
  }

  /// The bytes of the blank entry workbook of a round, or of one filled from a proposal.
  public static func bytes(round: Round, proposal: Proposal? = nil) throws(XLSXWriteError) -> [UInt8] {
    let form = EntryWriter(round: round, proposal: proposal)
    var writer = try XLSXWriter(properties: form.properties)
    try form.write(&writer)
    return try writer.closeIntoBytes()
  }
}

/// Writes the sheets of an entry workbook, each in its own file (`EntryWriter+Lines.swift` …).
struct EntryWriter {
  package let round: Round
  /// The proposal to fill in; `nil` for a blank workbook.
  package let proposal: Proposal?
  package let unit: AmountUnit
  package let years: [Int]
  package let lists: ListSheet

  init(round: Round, proposal: Proposal?) {
    self.round = round
    self.proposal = proposal
    unit = proposal?.displayUnit ?? .thousandKroner
    years = proposal?.years ?? round.years
    lists = ListSheet(round: round, keys: proposal?.keys ?? [])
  }

  package var properties: DocumentProperties {
    let name = proposal.map { String(CellText.trim("\($0.id) \($0.title)").prefix(200)) } ?? EntryForm.title
    return DocumentProperties(
      title: name.filter { !$0.isNewline && $0 != "\t" }, subject: "Runde \(round.name)", author: "fordel")
  }

  package func write(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    try writeGuide(&writer)
    try writeFront(&writer)
    try writeLines(&writer)
    try writeKeys(&writer)
    try writeFollowUps(&writer)
    try writeHearings(&writer)
    var sheets: [String: Int] = [:]
    for stated in proposal?.allocations ?? [] {
      let name = EntryForm.sheetName(of: stated.table)
      sheets[name, default: 0] += 1
      let count = sheets[name] ?? 1
      try writeAllocation(stated, named: count == 1 ? name : "\(name) \(count)", &writer)
    }
    try writeKept(&writer)
    try writeLists(&writer)
  }

  /// The setup of every printed sheet: A4, one page wide, the header on every page, page numbers below.
  package func printing(repeating rows: ClosedRange<Int>?, portrait: Bool = false) -> PrintSetup {
    var setup = PrintSetup.wideTable(repeatedRows: rows)
    if portrait { setup.orientation = .portrait }
    setup.margins = PrintSetup.Margins(left: 0.3, right: 0.3, top: 0.7, bottom: 0.6)
    let id =
      proposal.map {
        String($0.id.replacing("&", with: "&&").filter { !$0.isNewline && $0 != "\t" }.prefix(40))
      } ?? "Runde \(round.name)"
    setup.header = "&L\(id)&R&A"
    setup.footer = "&L&F&RSide &P af &N"
    return setup
  }

  /// Text, or the blank cell of an input field.
  package func content(_ text: String?) -> CellContent { text.map { .text($0) } ?? .blank }

  /// A figure in the unit of the workbook.
  package func content(_ figure: Figure) -> CellContent {
    switch figure {
    case .blank: .blank
    case .dash: .text("-")
    case .amount(let amount): .number(number(amount))
    }
  }

  /// An amount in the unit of the workbook, exactly.
  package func number(_ amount: Amount) -> DecimalNumber {
    let (mantissa, scale) = amount.decimal(in: unit)
    return DecimalNumber(mantissa: mantissa, scale: scale)
  }

  /// A sum as a spreadsheet would calculate it: at 15 digits.
  func cached(_ amount: Amount) -> CachedValue {
    var number = number(amount)
    while number.mantissa.magnitude >= 1_000_000_000_000_000, number.scale > 0 {
      number = DecimalNumber(
        mantissa: (number.mantissa + (number.mantissa < 0 ? -5 : 5)) / 10, scale: number.scale - 1)
    }
    return .number(number)
  }

  /// A drop-down list on `range`: of a closed list, anything else gives a warning; of an open one, nothing is
  /// said.
  package func validate(
    _ range: CellRange, list: ChoiceList?, in sheet: SheetHandle, _ writer: inout XLSXWriter
  )
    throws(XLSXWriteError)
  {
    guard let list, let reference = lists.reference(to: list) else { return }
    var validation = DataValidation(
      .listFormula(reference), severity: .warning, errorTitle: "Ikke på listen",
      errorMessage: "Værdien står ikke på listen \(list.rawValue). Vil du beholde den alligevel?")
    validation.showsError = list.isClosed
    try writer.validate(range, with: validation, in: sheet)
  }

  /// The explanation of a field, shown when its header is selected.
  package func explain(
    _ header: String, _ text: String, at address: CellAddress, in sheet: SheetHandle,
    _ writer: inout XLSXWriter
  )
    throws(XLSXWriteError)
  {
    var validation = DataValidation(.any)
    validation.inputTitle = String(header.prefix(32))
    validation.inputMessage = String(text.prefix(250))
    try writer.validate(CellRange(address), with: validation, in: sheet)
  }

  /// Shows whole numbers without decimals in `range`.
  func showWholeNumbers(_ range: CellRange, in sheet: SheetHandle, _ writer: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    let first = range.from.description
    try writer.formatConditionally(
      range, where: "AND(ISNUMBER(\(first)),\(first)=INT(\(first)))", style: EntryStyles.wholeNumbers,
      in: sheet)
  }

  /// The style of an input cell.
  package func style(_ kind: FieldKind) -> CellStyle {
    switch kind {
    case .code, .names: EntryStyles.code
    case .number: EntryStyles.number
    case .identifier: EntryStyles.identifier
    case .cross: EntryStyles.input.with { $0.horizontalAlignment = .centre }
    case .text, .longText, .yesNo: EntryStyles.input
    }
  }

  /// `'Økonomi'!$N$7`, for names.
  package func reference(_ range: CellRange, on sheet: EntrySheet) -> String {
    func absolute(_ cell: CellAddress) -> String {
      "$\(CellAddress.letters(ofColumn: cell.column))$\(cell.row)"
    }
    let cells =
      range.from == range.to ? absolute(range.from) : "\(absolute(range.from)):\(absolute(range.to))"
    return "='\(sheet.rawValue)'!\(cells)"
  }

  /// A defined name made of the words of a label: `Forslag_Tilbagebetalingstid_service`.
  package func rangeName(_ prefix: String, _ label: String) -> String {
    let words = label.split { !$0.isLetter && !$0.isNumber }
    return ([prefix[...]] + words).joined(separator: "_")
  }
}

/// The hidden sheet of choices: one column per list.
struct ListSheet {
  package let columns: [(list: ChoiceList, items: [String])]

  init(round: Round, keys: [DistributionKey]) {
    columns = ChoiceList.allCases.map { ($0, EntryForm.choices($0, round: round, keys: keys)) }
  }

  /// `=Lister!$A$2:$A$9`; `nil` for a list that is empty in this round.
  package func reference(to list: ChoiceList) -> String? {
    guard let index = columns.firstIndex(where: { $0.list == list }), !columns[index].items.isEmpty else {
      return nil
    }
    let letter = CellAddress.letters(ofColumn: index + 1)
    return "=\(EntrySheet.lists.rawValue)!$\(letter)$2:$\(letter)$\(columns[index].items.count + 1)"
  }
}

extension EntryWriter {
  /// The hidden sheet `Lister` with a defined name for every list.
  func writeLists(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try writer.addSheet(EntrySheet.lists.rawValue, isHidden: true)
    for (index, column) in lists.columns.enumerated() {
      try writer.write(
        column.list.rawValue, at: CellAddress(row: 1, column: index + 1), in: sheet, style: EntryStyles.header
      )
      for (row, item) in column.items.enumerated() {
        try writer.write(
          item, at: CellAddress(row: row + 2, column: index + 1), in: sheet,
          style: EntryStyles.code.with { $0.isLocked = true })
      }
      try writer.setColumns(index + 1, through: index + 1, of: sheet, width: 24)
      if let reference = lists.reference(to: column.list) {
        try writer.defineName(column.list.rangeName, as: reference)
      }
    }
    try writer.protect(sheet)
  }
}
