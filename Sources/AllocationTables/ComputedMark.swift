package import Distribution

/// How a computed allocation table says that nobody has stated it, so that it is known when it is read back.
package struct ComputedMark: Hashable, Sendable {
  /// How shares were rounded.
  package var policy: RoundingPolicy
  /// The booking unit in kroner.
  package var bookingUnit: Int64

  /// A table made with `policy` in whole `bookingUnit` kroner.
  package init(policy: RoundingPolicy, bookingUnit: Int64) {
    self.policy = policy
    self.bookingUnit = bookingUnit
  }

  /// Reads ``remark`` or ``short``; `nil` for a text that says nothing of computing.
  ///
  /// `Beregnet af linjer og fordelingsregler, afrundet til hele 1.000 kr. (standard). Varige …`
  package init?(reading text: String) {
    guard text.hasPrefix(Wording.computedMark) || text.hasPrefix("beregnet") else { return nil }
    policy = .standard
    if let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")"),
      let found = RoundingPolicy(spelling: String(text[text.index(after: open)..<close]))
    {
      policy = found
    }
    let unit = text.firstMatch(of: /hele ([0-9.]+)? ?kr\./)?.1 ?? "1000"
    bookingUnit = Int64(unit.filter(\.isNumber)) ?? 1_000
  }

  private var unit: String { bookingUnit == 1_000 ? "1.000 kr." : "\(bookingUnit) kr." }

  /// The remark under a table.
  package var remark: String {
    "\(Wording.computedMark), afrundet til hele \(unit) (\(policy.spelling)). \(policy.guarantee)"
  }

  /// The same in a column of the long CSV: `beregnet (standard), hele 1.000 kr.`
  package var short: String { "beregnet (\(policy.spelling)), hele \(unit)" }
}
