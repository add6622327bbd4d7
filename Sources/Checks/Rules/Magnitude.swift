import ProposalModel

/// Amounts of a line that are of another magnitude than its other years: typed in kroner in a column of
/// 1.000 kr., or with a digit too many or too few.
///
/// `−800, −800000, −800` has an amount in kroner; `−80, −800, −800` is a phase-in and has nothing wrong.
struct Magnitude: Sendable {
  /// By how much an amount is off.
  enum Factor: Hashable, Sendable {
    /// A thousand: kroner among thousands, or the other way.
    case thousand
    /// Ten: a digit.
    case ten
  }

  /// One amount that is off, and what was likely meant.
  struct Suspect: Hashable, Sendable {
    /// The index of the year.
    var index: Int
    /// What stands there.
    var found: Amount
    /// What was likely meant.
    var likely: Amount
    /// By how much it is off.
    var factor: Factor
  }

  /// The smallest amount that is taken for kroner among thousands where it is only near a thousand times
  /// several others: 10 mio. kr.
  private static let large = Amount(kroner: 10_000_000)
  /// The same beside a single other amount, which proves less (30 for planning, then 20.000 for building):
  /// 100 mio. kr., more than any proposal spends on a line.
  private static let certainlyLarge = Amount(kroner: 100_000_000)
  /// How far a mended amount may be from the line's other amounts: four times.
  private static let reach: Int64 = 4
  /// How far apart two magnitudes are at least: two hundred times, since a mended amount may differ by
  /// ``reach``.
  private static let gulf: Int64 = 200

  /// The suspects of a line; all years that are off by a thousand, or the one that is off by ten.
  static func suspects(in row: AmountRow) -> [Suspect] {
    let filled = row.amounts.indices.filter { row.amounts[$0].isMoney }
    guard filled.count > 1 else { return [] }
    let thousands = thousandfold(row, filled)
    return thousands.isEmpty ? tenfold(row, filled).map { [$0] } ?? [] : thousands
  }

  // MARK: A thousand times

  /// The amounts fall into two magnitudes; the fewer are off if they can be, else the others, and of equally
  /// many the larger.
  private static func thousandfold(_ row: AmountRow, _ filled: [Int]) -> [Suspect] {
    func size(_ index: Int) -> Int64 { row.amounts[index]?.magnitude.oere ?? 0 }
    let sorted = filled.sorted { size($0) < size($1) }
    guard
      let cut = sorted.indices.dropFirst().first(where: { isGulf(size(sorted[$0 - 1]), size(sorted[$0])) })
    else { return [] }
    let (small, large) = (Array(sorted[..<cut]), Array(sorted[cut...]))
    let found = [true, false].map { isLarge in
      suspects(row, off: isLarge ? large : small, right: (isLarge ? small : large).map(size), isLarge)
    }
    let likelier = large.count <= small.count ? found : found.reversed()
    return likelier.first { !$0.isEmpty } ?? []
  }

  /// The amounts of one magnitude as suspects; none unless all of them are off.
  private static func suspects(_ row: AmountRow, off: [Int], right sizes: [Int64], _ isLarge: Bool)
    -> [Suspect]
  {
    let suspects = off.sorted().compactMap { index -> Suspect? in
      guard let found = row.amounts[index],
        let likely = isLarge ? found.dividedByThousand : found.timesThousand
      else { return nil }
      let isExact = sizes.contains(likely.magnitude.oere)
      guard isExact || isNear(found, likely, sizes, isLarge) else { return nil }
      return Suspect(index: index, found: found, likely: likely, factor: .thousand)
    }
    return suspects.count == off.count ? suspects : []
  }

  private static func isGulf(_ small: Int64, _ large: Int64) -> Bool { large / gulf >= small }

  /// Whether an amount that is not exactly a thousand times another is off all the same: the mended one is
  /// among the others, and as it stands it is too large, or no whole thousand, to be meant.
  private static func isNear(_ found: Amount, _ likely: Amount, _ sizes: [Int64], _ isLarge: Bool) -> Bool {
    guard let least = sizes.min(), let most = sizes.max() else { return false }
    let mended = likely.magnitude.oere
    let fits = mended >= least / reach && mended / reach <= most
    let isOdd =
      isLarge
      ? found.magnitude >= (sizes.count > 1 ? large : certainlyLarge)
      : found.oere % Amount(thousands: 1).oere != 0
    return fits && isOdd
  }

  // MARK: Ten times

  /// The one amount that is exactly ten times, or a tenth of, what every other year of the line is.
  private static func tenfold(_ row: AmountRow, _ filled: [Int]) -> Suspect? {
    guard filled.count > 2 else { return nil }
    let candidates = filled.compactMap { index -> Suspect? in
      let others = Set(filled.filter { $0 != index }.compactMap { row.amounts[$0] })
      guard others.count == 1, let other = others.first, let found = row.amounts[index] else { return nil }
      let isLarge = found.oere == other.oere * 10
      guard isLarge || other.oere == found.oere * 10 else { return nil }
      guard !isPhase(index, isLarge: isLarge, of: row, filled) else { return nil }
      return Suspect(index: index, found: found, likely: other, factor: .ten)
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// A permanent change may begin with a tenth and may grow after a year or two; a cost may end with a tenth.
  private static func isPhase(_ index: Int, isLarge: Bool, of row: AmountRow, _ filled: [Int]) -> Bool {
    switch row.section {
    case .implementation?: !isLarge && index == filled.last
    case .loan?: true
    default: (!isLarge && index == filled.first) || (isLarge && index == filled.last && filled.count < 4)
    }
  }
}

extension Amount {
  /// A thousandth of the amount, where that is a whole number of øre.
  var dividedByThousand: Amount? { oere % 1_000 == 0 ? Amount(oere: oere / 1_000) : nil }

  /// A thousand times the amount, where it is one that a proposal may have.
  var timesThousand: Amount? {
    let (product, overflow) = oere.multipliedReportingOverflow(by: 1_000)
    return overflow || product.magnitude > UInt64(Amount.ceiling) ? nil : Amount(oere: product)
  }
}
