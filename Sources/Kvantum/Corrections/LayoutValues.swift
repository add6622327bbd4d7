import Output
import AllocationTables
import Distribution
import ProposalModel
import Spreadsheet

/// What stands in one field of a laid-out correction.
enum LayoutValue: Hashable, Sendable {
  case blank
  case text(String)
  /// A number with at least so many decimals.
  case number(DecimalNumber, decimals: Int)
}

/// The fields of corrections in a profile's layout.
struct LayoutValues {
  package let profile: LayoutProfile
  package let round: Round
  package let decision: String?
  package var decisions: DecisionList?
  /// The row of the file that each correction is part of.
  package var traces: [CorrectionBook.Row: String] = [:]

  /// The fields of a row, in the order of the columns. A field in which the corrections of a key differ names
  /// them all where that is words or proposals, and is blank elsewhere.
  package func values(of keyed: KeyedRow) -> [LayoutValue] {
    profile.columns.map { column in
      switch column.field {
      case .item: return .number(DecimalNumber(keyed.item), decimals: 0)
      case .count: return .number(DecimalNumber(keyed.members.count), decimals: 0)
      case .amount, .process, .transferSide, .document: return value(column, keyed.row, keyed.document)
      default: break
      }
      let first = value(column, keyed.row, keyed.document)
      guard keyed.members.contains(where: { value(column, $0, keyed.document) != first }) else {
        return first
      }
      return shared(column, keyed)
    }
  }

  /// What a field says of corrections that differ in it.
  private func shared(_ column: LayoutProfile.Column, _ keyed: KeyedRow) -> LayoutValue {
    let numbers = keyed.proposals
    switch column.field {
    case .text:
      let count = "\(keyed.members.count) korrektioner"
      return LayoutValues.cut("\(numbers.joined(separator: ", ")): \(count)", column.maxLength)
    case .proposal:
      let text = numbers.joined(separator: ", ")
      return text.count > column.maxLength ?? text.count ? .text("\(numbers.count) forslag") : .text(text)
    case .lines, .decision, .sources, .committee, .problems:
      let texts = keyed.members.compactMap { self.text(column, $0) }
      let unique = texts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return LayoutValues.cut(unique.filter { !$0.isEmpty }.joined(separator: ", "), column.maxLength)
    default: return .blank
    }
  }

  private static func cut(_ text: String, _ limit: Int?) -> LayoutValue {
    guard let limit, text.count > limit else { return .text(text) }
    return .text(limit > 1 ? text.prefix(limit - 1) + "…" : String(text.prefix(limit)))
  }

  /// What tells the budget of a row from others in the profile.
  func key(of row: CorrectionBook.Row, document: Int) -> [LayoutValue] {
    profile.keyFields.map { value(LayoutProfile.Column(header: "", field: $0), row, document) }
  }

  /// What keeps a row out of the profile's files: codes that are too long, or that its encoding cannot write.
  package func trouble(of correction: Correction) -> [CorrectionProblem] {
    let row = CorrectionBook.Row(list: .adopted, isPostable: true, correction: correction, sources: [])
    return profile.columns.compactMap { column -> CorrectionProblem? in
      if column.isRequired == true, value(column, row, 1) == .blank {
        return .fieldEmpty(field: column.header)
      }
      guard !column.field.isText, column.field != .document, case .text(let text) = value(column, row, 1)
      else { return nil }
      if let limit = column.maxLength, text.count > limit, column.field != .amount {
        return .fieldTooLong(field: column.header, text: text, limit: limit)
      }
      if profile.encoding == .windows1252, !Windows1252.canEncode(text) {
        return .characterUnknown(field: column.header, text: text)
      }
      return nil
    }
  }

  /// The running document numbers of rows, from 1.
  func documents(_ rows: [CorrectionBook.Row]) -> [Int] {
    guard profile.documents == .balance else { return Array(1..<rows.count + 1) }
    var number = 0
    var last: [String]?
    return rows.map { row in
      let correction = row.correction
      let key = [
        row.list.rawValue, correction.proposal, correction.section.rawValue, correction.controlArea.rawValue,
        "\(correction.year)",
      ]
      if key != last { number += 1 }
      last = key
      return number
    }
  }

  /// The amount as the profile writes it: with its sign, or positive.
  package func amount(_ correction: Correction) -> DecimalNumber {
    let unit: AmountUnit = profile.unit == .kroner ? .kroner : .thousandKroner
    return DecimalNumber(profile.sign == .signed ? correction.amount : correction.amount.magnitude, in: unit)
  }

  private func value(_ column: LayoutProfile.Column, _ row: CorrectionBook.Row, _ document: Int)
    -> LayoutValue
  {
    let correction = row.correction
    switch column.field {
    case .amount: return .number(amount(correction), decimals: profile.decimals)
    case .written:
      // The unrounded amount is shown to the øre; the exact share is in the explanation of the cell.
      return correction.written.flatMap { DecimalNumber($0, per: 100, places: 2) }.map {
        .number($0, decimals: 0)
      } ?? .blank
    case .factor:
      return correction.factor.flatMap { DecimalNumber($0, places: 10) }.map { .number($0, decimals: 0) }
        ?? .blank
    case .year: return .number(DecimalNumber(correction.year), decimals: 0)
    case .priceLevel: return .number(DecimalNumber(correction.priceLevel), decimals: 0)
    case .writtenPriceLevel: return .number(DecimalNumber(correction.writtenPriceLevel), decimals: 0)
    case .document: return .number(DecimalNumber(document), decimals: 0)
    case .item, .count: return .number(DecimalNumber(1), decimals: 0)
    case .text: return .text(column.maxLength.map { correction.shortText(limit: $0) } ?? correction.text)
    default:
      guard let text = text(column, row), !text.isEmpty else { return .blank }
      guard column.field.isText, let limit = column.maxLength, text.count > limit else { return .text(text) }
      return .text(limit > 1 ? text.prefix(limit - 1) + "…" : String(text.prefix(limit)))
    }
  }

  private func text(_ column: LayoutProfile.Column, _ row: CorrectionBook.Row) -> String? {
    let correction = row.correction
    switch column.field {
    case .constant: return column.text
    case .accountSource: return correction.accountSource?.rawValue
    case .fileRow: return traces[row]
    case .list: return row.list.rawValue
    case .status: return row.isPostable ? "Konterbar" : "Ikke konterbar"
    case .problems: return correction.problems.map(\.message).joined(separator: "; ")
    case .proposal: return correction.proposal
    case .decision:
      // The list tells where each proposal was decided; without it, one text holds for all.
      return decision
        ?? decisions?.decision(on: correction.proposal).flatMap { $0.source.isEmpty ? nil : $0.source }
    case .table: return correction.table
    case .lines: return correction.lineIDs.joined(separator: ", ")
    case .sources: return row.sources.spelling
    case .side: return correction.isCounterEntry ? "Modpost" : "Forslag"
    case .committee: return correction.recipient.map { round.name(of: $0.committee) }
    case .unit: return correction.recipient?.unit
    case .controlArea: return correction.controlArea.rawValue
    case .section: return correction.section.rawValue
    case .duration: return correction.isPermanent ? profile.durations.permanent : profile.durations.oneOff
    case .remark: return row.remark
    case .process:
      if correction.amount < .zero { return profile.processes.return }
      return correction.isNewAccount ? profile.processes.enter : profile.processes.supplement
    case .transferSide: return correction.amount < .zero ? profile.sides.sender : profile.sides.receiver
    case .appropriation: return correction.account.appropriationCode ?? correction.account.appropriationName
    case .appropriationName: return correction.account.appropriationName
    case .profitCentre: return correction.account.profitCentre
    case .function: return correction.account.function
    case .kind: return correction.account.kind
    case .projectElement: return correction.account.projectElement
    case .amount, .written, .factor, .year, .priceLevel, .writtenPriceLevel, .document, .text, .item, .count:
      return nil
    }
  }
}
