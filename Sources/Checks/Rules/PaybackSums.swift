import AllocationTables
import ProposalModel

/// The sums from which the paybacks of a proposal follow, which a changed amount changes without adding up all
/// lines again.
struct PaybackSums {
  private var implementation: [Amount]
  private var service: [Amount]
  /// Permanent changes whose control area is not known.
  private var unknown: [Amount]
  private var others: [Amount]
  /// Whether any permanent change with money has an area that is not known.
  private var hasUnknown: Bool

  /// The sums of lines that all have the years of the first.
  init(_ rows: [AmountRow]) {
    let none = Array(repeating: Amount.zero, count: rows.first?.years.count ?? 0)
    (implementation, service, unknown, others) = (none, none, none, none)
    hasUnknown = rows.contains(where: \.isOfUnknownArea)
    for row in rows {
      for year in none.indices { add(row.amounts[year] ?? .zero, in: year, as: row) }
    }
  }

  /// Adds to the year's sum of the section and area of `row`.
  mutating func add(_ amount: Amount, in year: Int, as row: AmountRow) {
    switch row.section {
    case .implementation?: implementation[year] = implementation[year] + amount
    case .permanent?:
      switch row.area {
      case .service?: service[year] = service[year] + amount
      case nil: unknown[year] = unknown[year] + amount
      default: others[year] = others[year] + amount
      }
    default: break
    }
  }

  /// The payback of what is known to be Service.
  var servicePayback: Payback? { Payback(permanent: service, implementation: implementation) }

  /// The payback of all permanent changes.
  var totalPayback: Payback? {
    Payback(
      permanent: service.indices.map { service[$0] + unknown[$0] + others[$0] },
      implementation: implementation)
  }

  /// Whether the stated paybacks follow; what has no known area may be Service or not.
  func fit(_ stated: StatedPayback) -> Bool {
    func fits(_ years: Int?, _ payback: Payback?) -> Bool {
      years.map { payback?.agrees(with: $0) ?? false } ?? true
    }
    guard fits(stated.total, totalPayback) else { return false }
    if fits(stated.service, servicePayback) { return true }
    guard hasUnknown else { return false }
    let both = service.indices.map { service[$0] + unknown[$0] }
    return fits(stated.service, Payback(permanent: both, implementation: implementation))
  }
}
