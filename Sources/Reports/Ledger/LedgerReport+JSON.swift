import Distribution
import Kvantum
public import Output
import ProposalModel
import Reading
import Spreadsheet

extension LedgerReport {
  private struct Document: Encodable {
    var proposals: [ProposalEntry]
  }

  private struct ProposalEntry: Encodable {
    var id: String
    var file: String
    var cells: [CellEntry]
    var flows: [FlowEntry]
    var targets: [TargetEntry]
    var loans: [LoanEntry]

    init(_ entry: Entry) {
      (id, file) = (entry.id, entry.file)
      cells = entry.cells.map(CellEntry.init)
      flows = entry.flows?.flows.map(FlowEntry.init) ?? []
      targets = entry.flows?.targets.map(TargetEntry.init) ?? []
      loans = entry.flows?.loans.map(LoanEntry.init) ?? []
    }
  }

  private struct CellEntry: Encodable {
    var file: OrNull<String>
    var sheet: OrNull<String>
    var cell: OrNull<String>
    var text: String
    var value: String
    var role: String
    var line: OrNull<String>
    var year: OrNull<Int>
    var reason: OrNull<String>

    init(_ cell: NumberCell) {
      (file, sheet) = (OrNull(cell.place.file), OrNull(cell.place.sheet))
      self.cell = OrNull(cell.place.cell)
      (text, value, role) = (cell.text, cell.value, cell.role.rawValue)
      (line, year) = (OrNull(cell.line), OrNull(cell.year))
      reason = OrNull(cell.reason)
    }
  }

  /// Figures are exact decimal texts, money in øre.
  private struct FlowEntry: Encodable {
    var section: String
    var controlArea: OrNull<String>
    var condition: String
    var year: Int
    var lines: [String]
    var input: String
    var carried: String
    var stated: String
    var rounding: String
    var tables: String
    var factor: OrNull<String>
    var conversionRounding: String
    var corrections: String
    var notPostable: String
    var remainder: String

    init(_ flow: MoneyFlow) {
      (section, controlArea) = (flow.section.rawValue, OrNull(flow.controlArea?.rawValue))
      (condition, year, lines) = (flow.condition.rawValue, flow.year, flow.lines)
      (input, carried, stated) = (flow.input.text, flow.carried.text, flow.stated.text)
      (rounding, tables) = (flow.rounding.text, flow.tables.text)
      (factor, conversionRounding) = (OrNull(flow.factor?.decimal), flow.conversionRounding.decimal)
      (corrections, notPostable) = (flow.corrections.text, flow.notPostable.text)
      remainder = flow.remainder.decimal
    }
  }

  private struct LoanEntry: Encodable {
    var controlArea: OrNull<String>
    var year: Int
    var lines: [String]
    var input: String
    var factor: OrNull<String>
    var conversionRounding: String
    var corrections: String
    var notPostable: String

    init(_ loan: LoanFlow) {
      (controlArea, year, lines) = (OrNull(loan.controlArea?.rawValue), loan.year, loan.lines)
      (input, factor) = (loan.input.text, OrNull(loan.factor?.decimal))
      conversionRounding = loan.conversionRounding.decimal
      (corrections, notPostable) = (loan.corrections.text, loan.notPostable.text)
    }
  }

  private struct TargetEntry: Encodable {
    var text: String
    var year: Int
    var stated: String
    var change: String

    init(_ target: TargetFlow) {
      (text, year) = (target.text, target.year)
      (stated, change) = (target.stated.text, target.change.text)
    }
  }

  /// `{"proposals": […]}`; every figure is an exact decimal text, money in øre.
  public func json() throws(FileFailure) -> [UInt8] {
    do {
      return try CanonicalJSON.encodeDocument(Document(proposals: entries.map(ProposalEntry.init)))
    } catch {
      throw FileFailure(
        file: "-", status: .inputOutput, message: "Regnskabet kan ikke skrives som JSON (\(error)).")
    }
  }
}

/// A value that is written as `null` where it is missing, so that every row has the same keys.
private struct OrNull<Value: Encodable>: Encodable {
  var value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

extension Amount {
  fileprivate var text: String { String(oere) }
}

extension Fraction {
  /// The exact number, where a decimal is exact.
  var number: DecimalNumber? { DecimalNumber(stored: decimal) }

  /// An amount in øre as kroner.
  var inKroner: DecimalNumber? { Fraction(1, over: 100).flatMap { multiplied(by: $0) }?.number }

  /// An exact decimal, or the fraction itself where no decimal is exact.
  var decimal: String {
    var (rest, scale) = (denominator, 0)
    for factor: Int128 in [2, 5] {
      var count = 0
      while rest % factor == 0 { (rest, count) = (rest / factor, count + 1) }
      scale = max(scale, count)
    }
    var power: Int128 = 1
    for _ in 0..<scale { power *= 10 }
    guard rest == 1, scale <= 18, let whole = multiplied(by: Fraction(power, over: 1) ?? .one),
      let mantissa = Int64(exactly: whole.numerator)
    else { return description }
    return DecimalNumber(mantissa: mantissa, scale: scale).description
  }
}

extension [Fraction] {
  /// The exact sum.
  var total: Fraction {
    reduce(.zero) { sum, next in
      guard let sum = sum.adding(next) else { preconditionFailure("The sum of amounts leaves 128 bits.") }
      return sum
    }
  }
}
