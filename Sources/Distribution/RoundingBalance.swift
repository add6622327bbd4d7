import ProposalModel

/// What rounding does to each committee over a whole round: whether anybody gains or loses a unit
/// systematically.
///
/// ```swift
/// var balance = RoundingBalance()
/// for block in blocks { balance.add(block) }
/// print(balance.lastingSpread)
/// ```
public struct RoundingBalance: Hashable, Sendable {
  /// One entry per committee that has had a fractional share, in the order of the round of the first block.
  public private(set) var committees: [CommitteeBalance] = []
  /// The booking unit of the blocks, in kroner.
  public private(set) var bookingUnit: Int64 = 1_000

  /// What rounding has done to one committee.
  public struct CommitteeBalance: Hashable, Sendable, Codable {
    /// The committee's short name.
    public var committee: String
    /// How many of its cells were not whole before rounding.
    public var cells: Int
    /// How many of them were rounded away from zero.
    public var up: Int
    /// How many were rounded towards zero.
    public var down: Int
    /// Σ (rounded − exact) over all years, in booking units: above zero it carries more, or saves less, than
    /// its exact share.
    public var balance: Fraction
    /// Σ (rounded − exact) in the last year of permanent changes: what stays for ever, per year.
    public var lasting: Fraction
  }

  /// An empty report.
  public init() {}

  /// Adds a block of the round. All blocks must have the same booking unit; others are left out and give
  /// `false`.
  @discardableResult
  public mutating func add(_ block: DistributedBlock) -> Bool {
    guard committees.isEmpty || block.bookingUnit == bookingUnit else { return false }
    bookingUnit = block.bookingUnit
    for row in block.rows {
      for (year, exact) in row.exact.enumerated() where !exact.isWhole {
        let rounded = Fraction(row.rounded[year].oere / (bookingUnit * 100))
        let place = place(of: row.key.recipient.committee)
        committees[place].cells += 1
        if rounded.magnitude > exact.magnitude {
          committees[place].up += 1
        } else {
          committees[place].down += 1
        }
        let change = Fraction.promised(rounded.subtracting(exact))
        committees[place].balance = committees[place].balance.addingNearly(change)
        if block.section == .permanent, year == block.years.count - 1 {
          committees[place].lasting = committees[place].lasting.addingNearly(change)
        }
      }
    }
    return true
  }

  private mutating func place(of committee: String) -> Int {
    if let place = committees.firstIndex(where: { $0.committee == committee }) { return place }
    committees.append(
      CommitteeBalance(committee: committee, cells: 0, up: 0, down: 0, balance: .zero, lasting: .zero))
    return committees.count - 1
  }

  /// The distance between the committee that rounding burdens most and the one it burdens least, in booking
  /// units per year for ever.
  public var lastingSpread: Fraction {
    guard let least = committees.map(\.lasting).min(), let most = committees.map(\.lasting).max() else {
      return .zero
    }
    return most.addingNearly(-least)
  }

  /// Adds what another report has gathered. Both must have the same booking unit; otherwise nothing is added
  /// and the answer is `false`.
  @discardableResult
  public mutating func add(_ other: RoundingBalance) -> Bool {
    guard committees.isEmpty || other.committees.isEmpty || other.bookingUnit == bookingUnit else {
      return false
    }
    if !other.committees.isEmpty { bookingUnit = other.bookingUnit }
    for entry in other.committees {
      let place = place(of: entry.committee)
      committees[place].cells += entry.cells
      committees[place].up += entry.up
      committees[place].down += entry.down
      committees[place].balance = committees[place].balance.addingNearly(entry.balance)
      committees[place].lasting = committees[place].lasting.addingNearly(entry.lasting)
    }
    return true
  }
}

extension Fraction {
  /// The exact sum, or, where it would leave 128 bits, the sum of both at a million parts: enough for a
  /// report.
  fileprivate func addingNearly(_ other: Fraction) -> Fraction {
    adding(other) ?? coarse.adding(other.coarse) ?? self
  }

  private var coarse: Fraction {
    let parts: Int128 = 1_000_000
    let whole = floor
    let remainder = numerator % denominator
    let rest = remainder < 0 ? remainder + denominator : remainder
    let (product, first) = rest.multipliedReportingOverflow(by: parts)
    let (above, second) = whole.multipliedReportingOverflow(by: parts)
    let (sum, third) = above.addingReportingOverflow(product / denominator)
    return first || second || third ? self : Fraction(sum, over: parts) ?? self
  }
}
