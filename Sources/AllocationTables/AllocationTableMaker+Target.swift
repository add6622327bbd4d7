import Distribution
import ProposalModel

/// Tabel A where a måltalseffekt is stated in Tabel 1 and no Tabel A is.
extension AllocationTableMaker {
  /// The computed rows, or what is stated to count towards the target: of one committee it is that
  /// committee's row; of several the computed rows stand, and a row of nobody's shows the difference.
  ///
  /// A target of −900 under a Service change of −1.000, shared 60:40, gives −600, −400 and 100.
  mutating func targetRows() -> [TableRow] {
    let rows = computedRows(.targetEffect)
    guard let target = statedTarget() else { return rows }
    let sums = rows.totals(of: Array(rows.indices), years: proposal.years.count)
    if zip(target, sums).allSatisfy({ $0.amount == $1.amount }) { return rows }
    let withMoney = rows.filter { $0.figures.contains(where: \.isMoney) }
    let recipients = Set(withMoney.map(\.recipient))
    if recipients.count == 1, let only = recipients.first, let recipient = only {
      let accounts = Set(withMoney.map(\.account))
      let row = TableRow(
        .line, text: "", recipient: recipient, account: accounts.count == 1 ? withMoney[0].account : nil,
        figures: target, basis: .target)
      return rows.filter { $0.recipient != recipient } + [row]
    }
    let rest = zip(target, sums).map { stated, sum -> Figure in
      stated.amount == sum.amount ? .blank : .amount(stated.amount - sum.amount)
    }
    return rows + [TableRow(.line, text: Wording.undistributedTarget, figures: rest, basis: .target)]
  }

  /// The stated target at the price level of the table, in whole booking units where it is converted.
  private mutating func statedTarget() -> [Figure]? {
    guard let target = proposal.statedTarget else { return nil }
    guard blocks.options.priceLevel == .implemented, blocks.conversion.isNeeded else { return target.figures }
    guard let committee = round.committees.first else { return target.figures }
    let recipient = Recipient(committee.code)
    let line = BlockLine(
      id: Wording.undistributedTarget, text: target.text, amounts: target.figures.map(\.amount),
      rule: .direct(recipient), own: recipient)
    let block = blocks.distribute(
      [line], area: .service, section: .permanent, conversion: blocks.conversion)
    return zip(target.figures, block.totals).map { $0.isMoney ? .amount($1) : $0 }
  }
}
