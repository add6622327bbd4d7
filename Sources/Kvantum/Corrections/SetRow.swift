import AllocationTables
import ProposalModel

/// A correction as a file of corrections has it, in any of the formats that are read back. Amounts are whole
/// øre.
struct SetRow: Hashable, Sendable, Codable {
  /// Vedtaget, Ikke vedtaget.
  var list: String
  /// Konterbar, Ikke konterbar.
  var status: String
  var proposal: String
  var table: String
  var lines: String
  /// Forslag, Modpost.
  var side: String
  var text: String
  var committee: String
  var unit: String
  var controlArea: String
  var appropriation: String
  var appropriationName: String
  var profitCentre: String
  var function: String
  var kind: String
  var projectElement: String
  var accountSource: String
  /// Varig, Engangs.
  var duration: String
  var year: Int
  var amount: Int64
  var priceLevel: Int
  var writtenPriceLevel: Int
  /// What should be known of it, in Danish.
  var remark: String
}

extension SetRow {
  /// The row of a book.
  init(_ row: CorrectionBook.Row, round: Round) {
    let correction = row.correction
    (list, status) = (row.list.rawValue, row.isPostable ? SetRow.postable : SetRow.unpostable)
    (proposal, table) = (correction.proposal, correction.table)
    lines = correction.lineIDs.joined(separator: ", ")
    side = correction.isCounterEntry ? SetRow.counter : "Forslag"
    text = correction.text
    committee = correction.recipient.map { round.name(of: $0.committee) } ?? ""
    unit = correction.recipient?.unit ?? ""
    controlArea = correction.controlArea.rawValue
    appropriation = correction.account.appropriationCode ?? correction.account.appropriationName ?? ""
    appropriationName = correction.account.appropriationName ?? ""
    profitCentre = correction.account.profitCentre ?? ""
    function = correction.account.function ?? ""
    kind = correction.account.kind ?? ""
    projectElement = correction.account.projectElement ?? ""
    accountSource = correction.accountSource?.rawValue ?? ""
    duration = correction.isPermanent ? SetRow.permanent : "Engangs"
    (year, amount) = (correction.year, correction.amount.oere)
    (priceLevel, writtenPriceLevel) = (correction.priceLevel, correction.writtenPriceLevel)
    remark = row.remark ?? ""
  }

  static let postable = "Konterbar", unpostable = "Ikke konterbar", counter = "Modpost", permanent = "Varig"

  /// The row as one of a book; `nil` where list, control area or committee is none.
  func row(_ round: Round) -> CorrectionBook.Row? {
    guard let list = CorrectionBook.List(rawValue: list), let area = ControlArea(rawValue: controlArea)
    else { return nil }
    var recipient: Recipient?
    if !committee.isEmpty {
      let name = unit.isEmpty ? committee : "\(committee)/\(unit)"
      guard case .recipient(let found, _) = round.read(name: name) else { return nil }
      recipient = found
    }
    func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
    let isCode = appropriation.count == 4 && appropriation.allSatisfy(\.isNumber)
    let account = RoundAccount(
      appropriationCode: isCode ? appropriation : nil,
      appropriationName: filled(appropriationName) ?? (isCode ? nil : filled(appropriation)),
      profitCentre: filled(profitCentre), committee: recipient?.committee, unit: recipient?.unit,
      controlArea: area, function: filled(function), kind: filled(kind),
      projectElement: filled(projectElement))
    let correction = Correction(
      earlier: proposal, table: table, isCounterEntry: side == SetRow.counter,
      lineIDs: lines.split(separator: ", ").map(String.init), text: text, recipient: recipient,
      controlArea: area,
      section: table == LineSection.loan.rawValue
        ? .loan : duration == SetRow.permanent ? .permanent : .implementation,
      year: year, amount: Amount(oere: amount), priceLevel: priceLevel, writtenPriceLevel: writtenPriceLevel,
      account: account, accountSource: AccountSource(rawValue: accountSource))
    return CorrectionBook.Row(
      list: list, isPostable: status == SetRow.postable, correction: correction, sources: [])
  }
}

extension CorrectionBook.Row {
  /// What should be known of the row, in Danish.
  package var remark: String? {
    if let change {
      return "\(SetRow.changeMark)før \(change.before.danish(in: .kroner)) kr., "
        + "nu \(change.now.danish(in: .kroner)) kr."
    }
    return correction.continuedFrom.map {
      "fortsat: forslagets sidste år er \($0), og en varig ændring går videre"
    }
  }
}

extension SetRow {
  /// How the remark of a row begins that is a difference between two sets.
  static let changeMark = "ændring: "
}
