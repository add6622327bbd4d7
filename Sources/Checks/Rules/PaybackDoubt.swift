import AllocationTables
import Findings
import ProposalModel
import Reading

/// What may be behind a stated payback that the figures do not give.
///
/// The payback is judged last: it follows from all amounts, so that one mistyped amount makes it wrong too.
/// The doubt looks for the mistakes that other rules tell (an amount in kroner, a line twice, turned signs)
/// and mends them; only what is left then is a mistake of the payback.
struct PaybackDoubt: Sendable {
  /// The lines of the proposal that count if it is adopted, as they stand.
  let rows: [AmountRow]
  /// The payback times as stated.
  let stated: StatedPayback
  /// The lines with the mistakes mended that other rules tell.
  let mended: [AmountRow]

  /// An amount whose division by 1.000 makes the stated payback right.
  struct AmountInKroner: Sendable {
    /// The line.
    var row: AmountRow
    /// The amounts.
    var suspects: [Magnitude.Suspect]
    /// The payback that is right then.
    var years: Int
  }

  /// Whether all signs of a section are turned.
  let areSignsTurned: Bool
  /// Whether something is stated, all amounts are read, and the stated payback does not follow from them.
  let isOpen: Bool

  /// The doubt about a proposal's payback.
  init(_ check: ProposalCheck) { self.init(check, isRight: false) }

  /// The doubt about the payback of read tables, which may be right by the tables' totals.
  init(_ check: TableCheck) {
    let stated = check.read.proposal.payback
    func isRight(_ years: Int?, _ paybacks: [Payback]) -> Bool {
      years.map { years in paybacks.contains { $0.agrees(with: years) } } ?? true
    }
    var fits = true
    if let series = PaybackSeries(check) {
      fits = isRight(stated.service, series.paybacks(.service)) && isRight(stated.total, series.paybacks(nil))
    }
    self.init(check.ofProposal, isRight: fits)
  }

  private init(_ check: ProposalCheck, isRight: Bool) {
    stated = check.proposal.payback
    let lines = check.proposal.lines.filter { $0.condition == .ifAdopted && $0.section != .loan }
    rows = lines.map { AmountRow($0, in: check) }
    mended = PaybackDoubt.mended(lines, rows, check)
    areSignsTurned = !TurnedSigns(check).sections.isEmpty
    let isStated = stated.service != nil || stated.total != nil
    isOpen =
      isStated && !isRight && !lines.contains(where: check.isUnread) && !PaybackDoubt.fits(rows, stated)
  }

  // MARK: What other rules tell

  /// The lines without repetitions and sums, amounts of another magnitude mended, signs turned back.
  private static func mended(_ lines: [Line], _ rows: [AmountRow], _ check: ProposalCheck) -> [AmountRow] {
    let sums = Set(RepeatedSums.indices(rows))
    let again = Set(RepeatedLines.groups(check).flatMap { $0.dropFirst().map(\.id) })
    let once = rows.indices.filter { !sums.contains($0) && !again.contains(lines[$0].id) }.map { index in
      // A year that was forgotten has what the year before has.
      rows[index].replacing(
        Dictionary(
          uniqueKeysWithValues: lines[index].pauses.map { ($0, lines[index].amountBefore($0)) }))
    }
    let alike = once.map { row in
      row.replacing(
        Dictionary(uniqueKeysWithValues: Magnitude.suspects(in: row).map { ($0.index, $0.likely) }))
    }
    let turned = TurnedSigns(check).sections
    guard turned.isEmpty else { return TurnedSigns.turned(alike, turned) }
    return alike.map { row in
      let odd = SignCheck.oddYears(row)?.years ?? []
      return row.replacing(Dictionary(uniqueKeysWithValues: odd.map { ($0, -(row.amounts[$0] ?? .zero)) }))
    }
  }

  /// Whether the stated payback is right once the mistakes are mended that other rules tell.
  ///
  /// Where all signs of a section are turned, nothing follows from the amounts as they stand.
  var isExplained: Bool { isOpen && isMended && (areSignsTurned || PaybackDoubt.fits(mended, stated)) }

  /// Whether another rule tells of a mistake in the lines.
  var isMended: Bool { mended != rows }

  // MARK: Paybacks

  /// The service and the total payback of lines.
  static func paybacks(_ rows: [AmountRow]) -> (service: Payback?, total: Payback?) {
    let sums = PaybackSums(rows)
    return (sums.servicePayback, sums.totalPayback)
  }

  /// Whether the stated paybacks follow from lines; a permanent change whose area is not known may be service
  /// or not.
  static func fits(_ rows: [AmountRow], _ stated: StatedPayback) -> Bool { PaybackSums(rows).fit(stated) }

  // MARK: Single amounts

  /// How many times larger than every other amount one typed in kroner is at least.
  private static let outlier: Int64 = 30

  /// The amount, or line, that stands out from all others and, divided by 1.000, makes the stated payback
  /// right; `nil` where another rule explains the payback, or where there are several.
  var amountInKroner: AmountInKroner? {
    guard isOpen, !isExplained, let years = stated.total ?? stated.service else { return nil }
    let found = candidates { amount, others in
      guard amount.magnitude.oere / PaybackDoubt.outlier >= others.magnitude.oere,
        let likely = amount.dividedByThousand, likely.magnitude >= Amount(thousands: 1)
      else { return [] }
      return [likely]
    }
    guard found.count == 1, let only = found.first else { return lineInKroner(years) }
    let suspect = Magnitude.Suspect(
      index: only.index, found: only.found, likely: only.likely, factor: .thousand)
    return AmountInKroner(row: mended[only.row], suspects: [suspect], years: years)
  }

  /// The one line all of whose amounts stand out.
  private func lineInKroner(_ years: Int) -> AmountInKroner? {
    let found = mended.indices.compactMap { index -> AmountInKroner? in
      let row = mended[index]
      let others = mended.indices.filter { $0 != index }.flatMap { mended[$0].money }.map(\.magnitude).max()
      let suspects = row.amounts.indices.compactMap { year -> Magnitude.Suspect? in
        guard let amount = row.amounts[year], amount != .zero, let likely = amount.dividedByThousand,
          likely.magnitude >= Amount(thousands: 1)
        else { return nil }
        return Magnitude.Suspect(index: year, found: amount, likely: likely, factor: .thousand)
      }
      guard let others, let largest = row.money.map(\.magnitude).max(), suspects.count == row.money.count,
        largest.oere / PaybackDoubt.outlier >= others.oere
      else { return nil }
      var changed = mended
      changed[index] = row.replacing(Dictionary(uniqueKeysWithValues: suspects.map { ($0.index, $0.likely) }))
      guard PaybackDoubt.fits(changed, stated) else { return nil }
      return AmountInKroner(row: row, suspects: suspects, years: years)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// An amount that, written otherwise, makes the stated payback right.
  struct Candidate: Sendable {
    /// The line's index among the mended lines.
    var row: Int
    /// The year's index.
    var index: Int
    /// What stands there.
    var found: Amount
    /// What would make the payback right.
    var likely: Amount
  }

  /// The amounts that a usual slip explains (a digit too many or too few, a sign), the largest first.
  var likelyAmounts: [Candidate] {
    let found = candidates { amount, _ in
      [
        amount.oere % 10 == 0 ? Amount(oere: amount.oere / 10) : nil, amount.times(10), -amount,
        amount.dividedByThousand,
      ].compactMap {
        $0
      }
    }
    return found.sorted { $0.found.magnitude > $1.found.magnitude }
  }

  /// Of the likely amounts those that, mended, are what the line has in another year: the likeliest cause.
  var plausibleAmounts: [Candidate] {
    likelyAmounts.filter { candidate in
      let row = mended[candidate.row]
      return row.amounts.indices.contains { $0 != candidate.index && row.amounts[$0] == candidate.likely }
    }
  }

  /// The largest amounts of the proposal: where no slip explains the payback, they decide it.
  var largestAmounts: [Candidate] {
    let all = mended.indices.flatMap { row in
      mended[row].amounts.indices.compactMap { index -> Candidate? in
        guard let found = mended[row].amounts[index], found != .zero else { return nil }
        return Candidate(row: row, index: index, found: found, likely: found)
      }
    }
    return all.sorted { $0.found.magnitude > $1.found.magnitude }
  }

  /// The amounts one of whose `alternatives`, given the amount and the largest of all others, makes the
  /// stated payback right.
  private func candidates(_ alternatives: (Amount, Amount) -> [Amount]) -> [Candidate] {
    let sizes = mended.flatMap(\.money).map(\.magnitude).sorted()
    guard sizes.count <= PaybackDoubt.maximumAmounts, let largest = sizes.last else { return [] }
    let second = sizes.dropLast().last ?? .zero
    let sums = PaybackSums(mended)
    var found: [Candidate] = []
    for row in mended.indices {
      for index in mended[row].amounts.indices {
        guard let amount = mended[row].amounts[index], amount != .zero else { continue }
        let others = amount.magnitude == largest ? second : largest
        for likely in alternatives(amount, others) {
          var changed = sums
          changed.add(likely - amount, in: index, as: mended[row])
          if changed.fit(stated) {
            found.append(Candidate(row: row, index: index, found: amount, likely: likely))
            break
          }
        }
      }
    }
    return found
  }

  /// The search tries every amount; a proposal has some tens.
  private static let maximumAmounts = 600
}

extension Amount {
  /// The amount `factor` times, where it is one that a proposal may have.
  func times(_ factor: Int64) -> Amount? {
    let (product, overflow) = oere.multipliedReportingOverflow(by: factor)
    return overflow || product.magnitude > UInt64(Amount.ceiling) ? nil : Amount(oere: product)
  }
}
