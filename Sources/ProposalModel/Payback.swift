/// The payback time (tilbagebetalingstid) that follows from the figures, by both definitions in use.
public struct Payback: Hashable, Sendable {
  /// Year in which the cumulative permanent change covers the implementation costs of the whole period; `nil`
  /// if that never happens.
  public var covered: Int?
  /// First year with a cumulative effect of zero or less; `nil` if that never happens.
  public var cumulative: Int?
  /// The cumulative effect (permanent change plus all implementation costs so far) year by year, to the year
  /// of ``covered`` or the last column.
  public var series: [Amount]

  /// Whether a stated number of years follows from the figures by either definition.
  public func agrees(with stated: Int) -> Bool { stated == covered || stated == cumulative }

  /// Computes the payback time of a permanent change and implementation costs, one amount per year in the
  /// same years.
  ///
  /// Counts the first year with a cost as 1; exactly covered counts; beyond the last column only the last
  /// permanent change repeats. `nil` if there is no cost. Source: the 35 proposals of OFS 2021-2022, of which
  /// the first definition fits 31.
  ///
  /// ```swift
  /// let thousands = [[0, -500, -500], [750, 0, 0]].map { $0.map { Amount(thousands: $0) } }
  /// Payback(permanent: thousands[0], implementation: thousands[1])?.covered  // 3
  /// ```
  public init?(permanent: [Amount], implementation: [Amount]) {
    guard let first = implementation.firstIndex(where: { $0.oere > 0 }),
      permanent.count == implementation.count
    else { return nil }
    let investment = implementation.sum()
    var gained = Amount.zero
    var spent = Amount.zero
    series = []
    for index in permanent.indices {
      gained += permanent[index]
      spent += implementation[index]
      if index >= first {
        series.append(gained + spent)
        let year = index - first + 1
        if covered == nil, (gained + investment).oere <= 0 { covered = year }
        if cumulative == nil, (gained + spent).oere <= 0 { cumulative = year }
      }
    }
    if covered == nil {
      covered = Payback.yearsBeyond(permanent, rest: gained + investment, counted: series.count)
    }
    if cumulative == nil {
      cumulative = Payback.yearsBeyond(permanent, rest: gained + spent, counted: series.count)
    }
    extendSeries(by: permanent.last ?? .zero)
  }

  private static func yearsBeyond(_ permanent: [Amount], rest: Amount, counted: Int) -> Int? {
    guard let yearly = permanent.last, yearly.oere < 0 else { return nil }
    let more = (rest.oere + yearly.magnitude.oere - 1) / yearly.magnitude.oere
    return more > 1_000 ? nil : counted + Int(more)
  }

  private mutating func extendSeries(by yearly: Amount) {
    guard let covered, let last = series.last else { return }
    var sum = last
    while series.count < covered {
      sum += yearly
      series.append(sum)
    }
  }
}

extension Proposal {
  /// Service payback: service savings against *all* implementation costs; `nil` without a cost.
  public var servicePayback: Payback? { payback(of: [.service]) }

  /// Total payback: the permanent change of every area against all implementation costs; `nil` without a
  /// cost.
  public var totalPayback: Payback? { payback(of: nil) }

  private func payback(of areas: Set<ControlArea>?) -> Payback? {
    let permanent = lines(in: .permanent).filter { line in
      areas.map { areas in line.controlArea.map { areas.contains($0) } ?? false } ?? true
    }
    return Payback(permanent: yearSums(permanent), implementation: yearSums(lines(in: .implementation)))
  }

  /// The sum of `lines` per year of the proposal.
  public func yearSums(_ lines: [Line]) -> [Amount] {
    years.indices.map { index in lines.map { $0.figures[index].amount }.sum() }
  }
}
