import Forms
import ProposalModel
import Spreadsheet

/// The live check of a line in `Økonomi`: what is first to be looked at, or `ok`; nothing on a line without money.
///
/// The formula and ``message(of:)`` say the same, and both say nothing that a check does not say as well.
struct LineCheck {
  /// What the check of a line says.
  enum Message: String, CaseIterable {
    case amountIsText = "beløb er tekst"
    case section = "Afsnit?"
    case text = "Tekst?"
    case isSum = "regnes som sum"
    case condition = "Gælder?"
    case area = "Styringsområde?"
    case sign = "fortegn?"
    case stops = "stopper før sidste år"
    case repeated = "står to gange"
    case account = "Bevilling?"
    case fine = "ok"
  }

  /// How the text of a row begins that is read as a sum, whatever else is filled in.
  static let sumBeginnings = ["I alt", "Heraf "]

  let lines: [Line]
  /// Whether the round has accounts, so that every line is expected to have one.
  let roundHasAccounts: Bool
  private let repeated: Set<Int>

  init(lines: [Line], round: Round) {
    self.lines = lines
    roundHasAccounts = !round.accounts.isEmpty
    var first: [Line: Int] = [:]
    var repeated: Set<Int> = []
    for (index, line) in lines.enumerated() where line.figures.contains(where: \.isMoney) {
      var alike = line
      (alike.id, alike.basis, alike.controlAreaSource) = ("", [], nil)
      alike.administration = nil
      alike.innovationPool = false
      if let other = first[alike] { repeated.formUnion([other, index]) } else { first[alike] = index }
    }
    self.repeated = repeated
  }

  /// Whether the text of a line makes it a sum.
  static func isSum(_ line: Line) -> Bool {
    sumBeginnings.contains { line.text.lowercased().hasPrefix($0.lowercased()) }
  }

  /// What the line at `index` shows; `nil` for a line without money.
  func message(of index: Int) -> Message? {
    guard lines.indices.contains(index) else { return nil }
    let line = lines[index]
    guard line.figures.contains(where: \.isMoney) else { return nil }
    if line.text.isEmpty { return .text }
    if LineCheck.isSum(line) { return .isSum }
    let isLoan = line.section == .loan
    if !isLoan, line.controlArea == nil { return .area }
    guard line.condition != .notCounted else { return .fine }
    if hasOddSign(line) { return .sign }
    if line.section == .permanent, line.condition == .ifAdopted, line.figures.last?.isMoney == false {
      return .stops
    }
    if repeated.contains(index) { return .repeated }
    if !isLoan, line.account.flatMap({ ControlArea(spelling: $0.cells.0 ?? "") }) != nil { return .account }
    if !isLoan, line.account == nil, roundHasAccounts || lines.contains(where: { $0.account != nil }) {
      return .account
    }
    return .fine
  }

  private func hasOddSign(_ line: Line) -> Bool {
    let hasNegative = line.figures.contains { $0.amount < .zero }
    let hasPositive = line.figures.contains { $0.amount > .zero }
    switch line.section {
    case .permanent: return hasNegative && hasPositive
    case .implementation: return hasNegative
    case .loan: return false
    }
  }

  // MARK: The formula

  /// The formula of a row.
  func formula(row: Int, _ layout: LineLayout) -> String {
    guard let first = layout.yearColumns.first, let last = layout.yearColumns.last else { return "=\"\"" }
    let years =
      "$\(CellAddress.letters(ofColumn: first))\(row):$\(CellAddress.letters(ofColumn: last))\(row)"
    func cell(_ field: LineField) -> String { "$\(layout.letter(field))\(row)" }
    func key(_ field: LineField) -> String {
      ["\" \"", "\"-\"", "\".\"", "\"/\""].reduce(cell(field)) { "SUBSTITUTE(\($0),\($1),\"\")" }
    }
    func isIn(_ list: ChoiceList, _ field: LineField) -> String {
      "COUNTIF(\(list.rangeName),\(key(field)))>0"
    }
    func isCondition(_ condition: LineCondition) -> String {
      let words = EntryForm.conditionWords.filter { $0.condition == condition }.map {
        "TRIM(\(cell(.condition)))=\"\($0.words)\""
      }
      return "OR(\(words.joined(separator: ",")))"
    }
    let isPermanent = "COUNTIF(\(ChoiceList.permanentWords.rangeName),TRIM(\(cell(.section))))>0"
    let isImplementation = "COUNTIF(\(ChoiceList.implementationWords.rangeName),TRIM(\(cell(.section))))>0"
    let isLoan = "NOT(OR(\(isPermanent),\(isImplementation)))"
    let negative = "COUNTIF(\(years),\"<0\")>0"
    let positive = "COUNTIF(\(years),\">0\")>0"
    let isSum = LineCheck.sumBeginnings.map { "LEFT(\(cell(.text)),\($0.count))=\"\($0)\"" }
    let dashes = ["-", "–", "−"].map { "-COUNTIF(\(years),\"\($0)\")" }.joined()
    let lastCell = "\(CellAddress.letters(ofColumn: last))\(row)"
    let noAccount = "AND(TRIM(\(cell(.appropriation)))=\"\",TRIM(\(cell(.profitCentre)))=\"\")"
    let isExpected = roundHasAccounts ? "TRUE" : "\(accountCells(layout))>0"
    let steps: [(condition: String, message: Message?)] = [
      ("COUNTA(\(years))-COUNT(\(years))\(dashes)>0", .amountIsText),
      ("COUNTIF(\(years),\"<0\")+COUNTIF(\(years),\">0\")=0", nil),
      ("NOT(\(isIn(.sectionKeys, .section)))", .section),
      ("TRIM(\(cell(.text)))=\"\"", .text),
      ("OR(\(isSum.joined(separator: ",")))", .isSum),
      ("AND(TRIM(\(cell(.condition)))<>\"\",NOT(\(isIn(.conditionKeys, .condition))))", .condition),
      (
        "OR(AND(\(cell(.controlArea))=\"\",NOT(\(isLoan))),AND(\(cell(.controlArea))<>\"\",NOT(\(isIn(.areaKeys, .controlArea)))))",
        .area
      ),
      (isCondition(.notCounted), .fine),
      (
        "OR(AND(\(isImplementation),\(negative)),AND(\(isPermanent),\(negative),\(positive)))", .sign
      ),
      ("AND(\(isPermanent),NOT(\(isCondition(.ifNotAdopted))),SUM(\(lastCell))=0)", .stops),
      (repetition(row, layout), .repeated),
      (
        "AND(NOT(\(isLoan)),OR(AND(\(noAccount),\(isExpected)),\(isIn(.areaKeys, .appropriation))))", .account
      ),
    ]
    return "="
      + steps.reversed().reduce("\"\(Message.fine.rawValue)\"") { rest, step in
        "IF(\(step.condition),\"\(step.message?.rawValue ?? "")\",\(rest))"
      }
  }

  private func accountCells(_ layout: LineLayout) -> String {
    let range = [LineField.appropriation, .profitCentre].map { column(layout.letter($0)) }
    return "(COUNTA(\(range[0]))+COUNTA(\(range[1])))"
  }

  private func column(_ letter: String) -> String {
    "$\(letter)$\(EntryWriter.LineRows.first):$\(letter)$\(EntryWriter.LineRows.first + Proposal.maximumLines - 1)"
  }

  /// Whether the row stands twice: asked in full only where section and text do.
  private func repetition(_ row: Int, _ layout: LineLayout) -> String {
    func pair(_ letter: String) -> String { "\(column(letter)),$\(letter)\(row)&\"\"" }
    let few = [LineField.section, .text].map { pair(layout.letter($0)) }.joined(separator: ",")
    let words: [LineField] = [
      .section, .text, .tableOneItem, .delivery, .controlArea, .committee, .unit, .appropriation,
      .profitCentre, .rule, .condition,
    ]
    let letters =
      words.map { layout.letter($0) } + layout.yearColumns.map { CellAddress.letters(ofColumn: $0) }
    let all = letters.map(pair).joined(separator: ",")
    return "IF(COUNTIFS(\(few))>1,COUNTIFS(\(all))>1,FALSE)"
  }

  /// How many lines are to be looked at, as words, and the formula that says so.
  func summary(_ layout: LineLayout) -> (formula: String, text: String) {
    let cells = column(CellAddress.letters(ofColumn: layout.checkColumn))
    let count = "COUNTIF(\(cells),\"?*\")-COUNTIF(\(cells),\"\(Message.fine.rawValue)\")"
    let found = lines.indices.count { message(of: $0).map { $0 != .fine } ?? false }
    return (
      "=IF(\(count)=0,\"\(Message.fine.rawValue)\",\(count)&\" at se på\")",
      found == 0 ? Message.fine.rawValue : "\(found) at se på"
    )
  }
}
