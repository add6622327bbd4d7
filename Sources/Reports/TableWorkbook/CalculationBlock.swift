import Distribution
import ProposalModel

/// The calculation of one block as rows of the sheet `Beregning`: lines, their sums by rule, the exact shares
/// as formulas, the rounded shares as values.
struct CalculationBlock {
  package let block: DistributedBlock
  package let name: (LeafKey) -> String
  /// The sheet row of the first row.
  package let firstRow: Int
  package private(set) var rows: [CalculationRow] = []
  private var groups: [LineGroup] = []
  private let contributions: [[ShareContribution]]

  /// Lines that are shared alike, so that their sum can be shared at once.
  private struct LineGroup {
    var lines: [Int]
    var rule: String
    /// The sheet row that shares are taken of.
    var row = 0
    /// The amounts of that row, in booking units.
    var amounts: [Fraction] = []
  }

  /// What makes two lines share alike.
  private struct GroupKey: Hashable {
    var rule: DistributionRule
    var own: Recipient?
    var account: Account?
    var alone: Int?
  }

  init(_ block: DistributedBlock, firstRow: Int, name: @escaping (LeafKey) -> String) {
    self.block = block
    self.firstRow = firstRow
    self.name = name
    contributions = block.rows.map { block.contributions(to: $0.key) }
    addLines()
    addTotal()
    for (place, row) in block.rows.enumerated() { addShare(row, contributions[place]) }
    addProof()
  }

  private var columns: Range<Int> { block.years.indices }
  /// The sheet row that the next row will stand in.
  private var next: Int { firstRow + rows.count }
  private var unit: Int128 { Int128(block.bookingUnit) * 100 }

  private func amount(_ line: BlockLine, _ column: Int) -> Fraction {
    written(column < line.amounts.count ? line.amounts[column] : .zero)
  }

  /// An amount in the unit that is booked.
  private func written(_ amount: Amount) -> Fraction { exact(Fraction(Int128(amount.oere), over: unit)) }

  /// What the distribution has computed as a fraction already.
  private func exact(_ fraction: Fraction?) -> Fraction {
    fraction.orStop("a fraction of \(block.bookingUnit)")
  }

  private func sum(_ fractions: [Fraction]) -> Fraction { fractions.reduce(.zero) { exact($0.adding($1)) } }

  // MARK: Lines

  /// Lines whose rule needs the amount of each line by itself, or could not be carried out, stay alone.
  private func standsAlone(_ line: Int) -> Bool {
    contributions.joined().contains { part in
      guard part.line == line else { return false }
      switch part.basis {
      case .all, .weight: return false
      case .fixed, .rest, .kept: return true
      }
    } || !contributions.joined().contains { $0.line == line }
  }

  private mutating func addLines() {
    var order: [GroupKey] = []
    var members: [GroupKey: [Int]] = [:]
    let alone = Set(block.lines.indices.filter(standsAlone))
    for (place, line) in block.lines.enumerated() {
      let key = GroupKey(
        rule: line.rule, own: line.own, account: line.account, alone: alone.contains(place) ? place : nil)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(place)
    }
    for key in order { addGroup(LineGroup(lines: members[key] ?? [], rule: key.rule.spelling)) }
  }

  private mutating func addGroup(_ group: LineGroup) {
    var group = group
    let first = next
    for place in group.lines {
      let line = block.lines[place]
      rows.append(
        CalculationRow(
          step: .line, line: line.id, text: line.text, rule: group.rule,
          years: columns.map { .value(amount(line, $0)) }))
    }
    group.row = first
    group.amounts = columns.map { column in sum(group.lines.map { amount(block.lines[$0], column) }) }
    if group.lines.count > 1 {
      let last = next - 1
      group.row = next
      rows.append(
        CalculationRow(
          step: .sum, text: "Linjer med reglen \(group.rule)", rule: group.rule,
          years: columns.map { column in
            let letters = CalculationColumns.letters(year: column)
            return .formula("SUM(\(letters)\(first):\(letters)\(last))", group.amounts[column])
          }))
    } else {
      addRest(&group)
    }
    groups.append(group)
  }

  /// What the fixed amounts of a line leave to share.
  private mutating func addRest(_ group: inout LineGroup) {
    let parts = contributions.joined().filter { $0.line == group.lines.first }
    let takers = parts.compactMap { part -> (exact: [Fraction], times: Fraction)? in
      guard case .rest(let weight, let total, false) = part.basis, let times = Fraction(total, over: weight)
      else { return nil }
      return (part.exact, times)
    }
    guard let taker = takers.first else { return }
    let rest = columns.map { exact(taker.exact[$0].multiplied(by: taker.times)) }
    let row = group.row
    var cells: [CalculationCell] = []
    for column in columns {
      let fixed = exact(group.amounts[column].subtracting(rest[column]))
      cells.append(
        cell("\(CalculationColumns.letters(year: column))\(row)", minus: fixed, gives: rest[column]))
    }
    group.row = next
    group.amounts = rest
    let line = block.lines[group.lines[0]]
    rows.append(
      CalculationRow(
        step: .rest, line: line.id, text: "\(line.text), efter faste beløb", rule: group.rule, years: cells))
  }

  private func cell(_ reference: String, minus fixed: Fraction, gives value: Fraction) -> CalculationCell {
    guard fixed != .zero else { return .formula(reference, value) }
    guard let text = CalculationNumber.literal(fixed) else { return .value(value) }
    return .formula(fixed < .zero ? "\(reference)-(\(text))" : "\(reference)-\(text)", value)
  }

  /// The exact total of all lines, converted.
  private mutating func addTotal() {
    let own = rows.indices.filter { rows[$0].step == .line }.map { firstRow + $0 }
    let factor = factorText
    rows.append(
      CalculationRow(
        step: .total,
        text: block.priceFactor == .one ? "Alle linjer" : "Alle linjer × \(block.priceFactor.danishFactor)",
        years: columns.map { column in
          let letters = CalculationColumns.letters(year: column)
          guard let factor, let first = own.first, let last = own.last else {
            return .value(block.exactTotals[column])
          }
          let lines =
            "SUMIF($A$\(first):$A$\(last),\"\(CalculationStep.line.rawValue)\",\(letters)\(first):\(letters)\(last))"
          return .formula(factor.isEmpty ? lines : lines + factor, block.exactTotals[column])
        }))
  }

  /// `*0.9797`, nothing where nothing is converted, `nil` where the factor is no number of a spreadsheet.
  private var factorText: String? {
    if block.priceFactor == .one { return "" }
    return CalculationNumber.literal(block.priceFactor).map { "*" + $0 }
  }

  // MARK: Shares

  private mutating func addShare(_ share: ShareRow, _ contributions: [ShareContribution]) {
    let first = next
    for group in groups {
      let parts = contributions.filter { group.lines.contains($0.line) }
      guard let basis = parts.first?.basis else { continue }
      addPart(share, parts, basis, of: group)
    }
    guard let factor = factorText else {
      rows.append(CalculationRow(step: .exact, text: name(share.key), years: share.exact.map { .value($0) }))
      return addRounded(share)
    }
    let last = next - 1
    if first == last, factor.isEmpty {
      // The only part is the exact share.
      rows[rows.count - 1].step = .exact
      return addRounded(share)
    }
    rows.append(
      CalculationRow(
        step: .exact, text: name(share.key),
        years: columns.map { column in
          let letters = CalculationColumns.letters(year: column)
          guard last >= first else { return .value(share.exact[column]) }
          let sum = first == last ? "\(letters)\(first)" : "SUM(\(letters)\(first):\(letters)\(last))"
          return .formula(sum + factor, share.exact[column])
        }))
    addRounded(share)
  }

  private mutating func addPart(
    _ share: ShareRow, _ parts: [ShareContribution], _ basis: ShareBasis, of group: LineGroup
  ) {
    let exact = columns.map { column in sum(parts.map { $0.exact[column] }) }
    var row = CalculationRow(
      step: .part, line: group.lines.count == 1 ? block.lines[group.lines[0]].id : "", text: name(share.key),
      rule: group.rule, years: [])
    var fixed = exact.map { _ in Fraction.zero }
    switch basis {
    case .all: break
    case .weight(let weight, let total):
      (row.weight, row.totalWeight) = (Fraction(weight, over: 1), Fraction(total, over: 1))
    case .rest(let weight, let total, let besidesFixed):
      (row.weight, row.totalWeight) = (Fraction(weight, over: 1), Fraction(total, over: 1))
      guard besidesFixed, let portion = Fraction(weight, over: total) else { break }
      fixed = columns.map { column in
        self.exact(group.amounts[column].multiplied(by: portion).flatMap { exact[column].subtracting($0) })
      }
    case .fixed: row.rule += " (fast beløb)"
    case .kept: row.rule += " (ikke fordelt)"
    }
    row.years = columns.map { cell(of: exact[$0], besides: fixed[$0], row, group, $0) }
    rows.append(row)
  }

  /// The part as a formula of the group's row, if that gives exactly the part; otherwise the part as a value.
  private func cell(
    of exact: Fraction, besides fixed: Fraction, _ row: CalculationRow, _ group: LineGroup, _ column: Int
  ) -> CalculationCell {
    let reference = "\(CalculationColumns.letters(year: column))\(group.row)"
    guard let weight = row.weight, let total = row.totalWeight else {
      return exact == group.amounts[column] && !row.rule.hasSuffix("(fast beløb)")
        ? .formula(reference, exact) : .value(exact)
    }
    guard
      let shared = Fraction(weight.numerator, over: total.numerator)?.multiplied(by: group.amounts[column]),
      shared.adding(fixed) == exact, CalculationNumber.literal(weight) != nil,
      CalculationNumber.literal(total) != nil
    else { return .value(exact) }
    let formula =
      "\(reference)*$\(CalculationColumns.weight)\(next)/$\(CalculationColumns.totalWeight)\(next)"
    guard fixed != .zero else { return .formula(formula, exact) }
    guard let text = CalculationNumber.literal(fixed) else { return .value(exact) }
    return .formula("\(text)+\(formula)", exact)
  }

  private mutating func addRounded(_ share: ShareRow) {
    rows.append(
      CalculationRow(
        step: .rounded, text: name(share.key),
        years: share.rounded.map { .value(written($0)) },
        check: columns.isEmpty ? nil : roundingCheck(of: share, at: next)))
  }

  /// Whether every year is less than one unit from exact, or the row is the one that takes the difference.
  /// Squares, since not every program takes functions of a whole row.
  private func roundingCheck(of share: ShareRow, at row: Int) -> CalculationCell {
    let (first, last) = (
      CalculationColumns.letters(year: 0), CalculationColumns.letters(year: columns.count - 1)
    )
    let apart = "(\(first)\(row):\(last)\(row)-\(first)\(row - 1):\(last)\(row - 1))^2"
    let (near, far) = ("inden for 1", block.absorber == share.key ? "bærer forskellen" : "1 eller mere fra")
    return .check(
      "IF(SUMPRODUCT(--(\(apart)>=0.999999999))=0,\"\(near)\",\"\(far)\")", isWithinOne(share) ? near : far)
  }

  /// As the sheet says it, which leaves a billionth for binary numbers.
  private func isWithinOne(_ share: ShareRow) -> Bool {
    let limit = Fraction(9_999_999_995, over: 10_000_000_000) ?? .one
    return columns.allSatisfy { column in
      let rounded = Fraction(Int128(share.rounded[column].oere), over: unit)
      return rounded?.subtracting(share.exact[column]).map { $0.magnitude < limit } ?? false
    }
  }

  // MARK: Proof

  /// The rounded shares add up to the rounded total, or the difference is named.
  private mutating func addProof() {
    let last = next - 1
    let sums = columns.map { column in
      sum(block.rows.map { written($0.rounded[column]) })
    }
    rows.append(
      CalculationRow(
        step: .roundedSum, text: "Alle afrundede andele",
        years: columns.map { column in
          let letters = CalculationColumns.letters(year: column)
          return .formula(
            "SUMIF($A$\(firstRow):$A$\(last),\"\(CalculationStep.rounded.rawValue)\",\(letters)$\(firstRow):\(letters)$\(last))",
            sums[column])
        }))
    let row = next
    let letters = (
      CalculationColumns.letters(year: 0), CalculationColumns.letters(year: max(0, columns.count - 1))
    )
    let formula =
      "IF(SUMPRODUCT(--(\(letters.0)\(row):\(letters.1)\(row)<>\(letters.0)\(row - 1):\(letters.1)\(row - 1)))=0,\"stemmer\",\"forskel\")"
    rows.append(
      CalculationRow(
        step: .roundedTotal, text: "Årets total i tabellen",
        years: block.totals.map { .value(written($0)) },
        check: columns.isEmpty
          ? nil : .check(formula, block.difference.allSatisfy { $0 == .zero } ? "stemmer" : "forskel")))
  }
}
