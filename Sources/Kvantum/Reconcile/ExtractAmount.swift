import Findings
import Forms
import ProposalModel
import Spreadsheet

/// The amount of a row of an extract in kroner, or why it cannot be read.
struct ExtractAmount {
  /// The amount; `nil` where there is none, or none that can be read.
  package private(set) var amount: Amount?
  /// What is wrong with the cell; nothing for a blank one.
  package private(set) var findings: [Finding] = []

  init(_ cell: Cell?, unit: AmountUnit = .kroner, at place: Place) {
    guard let cell else { return }
    let reading: AmountReading
    switch cell.value {
    case .number(let stored):
      guard let number = DecimalNumber(stored: stored) else {
        findings = ExtractAmount.trouble(cell, place)
        return
      }
      reading = AmountReading(storedMantissa: number.mantissa, scale: number.scale, unit: unit)
    case .text(let text): reading = AmountReading(typed: ExtractAmount.danish(text), unit: unit)
    case .empty, .boolean, .error, .date:
      findings = ExtractAmount.trouble(cell, place)
      return
    }
    let here = place.at(cell.address.description)
    switch reading {
    case .amount(let amount, _): self.amount = amount
    case .blank, .dash: break
    case .ambiguous(let why):
      findings = [Catalogue.numberAmbiguous(CellText.text(cell) ?? "", why: why, unit: .kroner, at: here)]
    case .unreadable: findings = [Catalogue.numberUnreadable(CellText.text(cell) ?? "", at: here)]
    }
  }

  /// What a column of debits and one of credits say together: a debit costs, a credit saves.
  init(debit: Cell?, credit: Cell?, unit: AmountUnit = .kroner, at place: Place) {
    let up = ExtractAmount(debit, unit: unit, at: place)
    let down = ExtractAmount(credit, unit: unit, at: place)
    findings = up.findings + down.findings
    guard findings.isEmpty, up.amount != nil || down.amount != nil else { return }
    // Some lists print credits with a minus; the column says what they are.
    amount = (up.amount ?? .zero) - (down.amount ?? .zero).magnitude
  }

  /// No amount, for a reason that is told.
  init(_ trouble: Finding) { findings = [trouble] }

  /// What is said of cells that hold no amount in any table: a formula without a stored value, an error
  /// value, a tick, a date.
  private static func trouble(_ cell: Cell, _ place: Place) -> [Finding] {
    var trouble = FigureTrouble()
    _ = trouble.read(cell, unit: .kroner)
    return trouble.findings(unit: .kroner, isText: false) { place.at($0?.description) }
  }

  /// `-1275.50` and `1,275.50`, as programs write them, in Danish notation; anything else as it is.
  private static func danish(_ text: String) -> String {
    guard let point = text.lastIndex(of: "."),
      (1...2).contains(text[text.index(after: point)...].count(where: \.isNumber)),
      !text[point...].contains(",")
    else { return text }
    return String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
  }
}

/// A row that may be a posting of ours and could not be read.
package struct UnreadRow: Hashable {
  /// The proposal that it names, if any.
  package var proposal: String?
  /// The row, 1 at the top.
  package var row: Int
  /// The year, where that can be read.
  package var year: Int?

  /// Whether the row may be this posting.
  func mayBe(_ posting: ExpectedPosting) -> Bool {
    (proposal == nil || proposal == posting.proposal) && (year == nil || year == posting.year)
  }
}

/// A row that is booked as a posting of ours is expected to be, and names another proposal.
struct OthersRow: Hashable {
  /// The number that it names.
  var proposal: String
  var posted: PostedRow

  /// Whether the row is booked as this posting is expected to be.
  func isBooked(as posting: ExpectedPosting) -> Bool {
    posted.year == posting.year && posted.amount == posting.amount
      && posted.codes.masked(posting.codes.said) == posting.codes
  }
}
