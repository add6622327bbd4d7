import Distribution
import ProposalModel
package import Spreadsheet

/// Reckons simple formulas, to tell a stored 0 that nobody ever calculated from a result that is 0.
///
/// Programs that write workbooks without calculating store 0 as the result of every formula; a spreadsheet
/// shows the right figure as soon as it is opened, and we would read 0.
package struct FormulaProof {
  private var rest: Substring
  private let value: (CellAddress) -> Fraction?

  /// Whether `formula` gives something else than 0. `cell` tells the number in a cell of the same sheet (0 for
  /// a blank one, `nil` where it cannot be known). Anything but sums, differences, products and quotients of
  /// numbers, cells and SUM proves nothing.
  package static func contradictsZero(_ formula: String, cell: @escaping (CellAddress) -> DecimalNumber?)
    -> Bool
  {
    guard formula.utf8.count <= 500 else { return false }
    var proof = FormulaProof(
      rest: formula.filter { $0 != " " && $0 != "$" }[...],
      value: { address in cell(address).flatMap { FormulaProof.fraction($0) } })
    guard let result = proof.sum(depth: 0), proof.rest.isEmpty else { return false }
    return result != .zero
  }

  private static func fraction(_ number: DecimalNumber) -> Fraction? {
    guard number.scale <= 15 else { return nil }
    var power: Int128 = 1
    for _ in 0..<number.scale { power *= 10 }
    return Fraction(Int128(number.mantissa), over: power)
  }

  private mutating func sum(depth: Int) -> Fraction? {
    guard depth < 32, var total = product(depth: depth) else { return nil }
    while let sign = rest.first, sign == "+" || sign == "-" {
      rest.removeFirst()
      guard let next = product(depth: depth), let more = total.adding(sign == "+" ? next : -next) else {
        return nil
      }
      total = more
    }
    return total
  }

  private mutating func product(depth: Int) -> Fraction? {
    guard var total = factor(depth: depth) else { return nil }
    while let sign = rest.first, sign == "*" || sign == "/" {
      rest.removeFirst()
      guard let next = factor(depth: depth) else { return nil }
      if sign == "*" {
        guard let more = total.multiplied(by: next) else { return nil }
        total = more
      } else {
        guard next != .zero, let inverse = Fraction(next.denominator, over: next.numerator),
          let more = total.multiplied(by: inverse)
        else { return nil }
        total = more
      }
    }
    return total
  }

  private mutating func factor(depth: Int) -> Fraction? {
    guard let first = rest.first else { return nil }
    switch first {
    case "-", "+":
      rest.removeFirst()
      return factor(depth: depth + 1).map { first == "-" ? -$0 : $0 }
    case "(":
      rest.removeFirst()
      guard let inner = sum(depth: depth + 1), rest.popFirst() == ")" else { return nil }
      return inner
    case "0"..."9": return number()
    default: return rest.uppercased().hasPrefix("SUM(") ? sumOfCells() : reference().flatMap(value)
    }
  }

  private mutating func number() -> Fraction? {
    let text = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest = rest.dropFirst(text.count)
    return DecimalNumber(stored: String(text)).flatMap(FormulaProof.fraction)
  }

  private mutating func reference() -> CellAddress? {
    let text = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let address = CellAddress(String(text)) else { return nil }
    rest = rest.dropFirst(text.count)
    return address
  }

  private mutating func sumOfCells() -> Fraction? {
    rest = rest.dropFirst(4)
    var total = Fraction.zero
    while true {
      guard let from = reference() else { return nil }
      var to = from
      if rest.first == ":" {
        rest.removeFirst()
        guard let end = reference() else { return nil }
        to = end
      }
      guard from.row <= to.row, from.column <= to.column,
        (to.row - from.row + 1) * (to.column - from.column + 1) <= 1_000
      else { return nil }
      for row in from.row...to.row {
        for column in from.column...to.column {
          guard let next = value(CellAddress(row: row, column: column)), let more = total.adding(next) else {
            return nil
          }
          total = more
        }
      }
      guard let sign = rest.popFirst() else { return nil }
      if sign == ")" { return total }
      guard sign == "," || sign == ";" else { return nil }
    }
  }
}
