/// A figure of a table as it is printed.
struct PrintedAmount: Hashable {
  var text: String
  /// In hundredths; `nil` for a figure that is not written as numbers are (`1.6780`).
  var value: Int64?

  static let dashes: Set<String> = ["-", "–", "—", "−"]

  var isZero: Bool { value == 0 }

  /// A figure; `nil` for a word that is none.
  init?(_ text: String) {
    if PrintedAmount.dashes.contains(text) {
      self.init(text: text, value: 0)
      return
    }
    guard let figure = PrintedFigure(text) else { return nil }
    self.init(text: text, value: figure.value)
  }

  /// The words of one cell: a minus that stands apart, a figure broken over two lines.
  init?(joining texts: [String]) {
    let whole = texts.joined()
    guard texts.count > 1, let amount = PrintedAmount(whole) else {
      self.init(whole)
      return
    }
    let isApart = PrintedAmount.dashes.contains(texts[0])
    self.init(text: isApart ? texts[0] + " " + texts.dropFirst().joined() : whole, value: amount.value)
  }

  private init(text: String, value: Int64?) {
    self.text = text
    self.value = value
  }

  /// The figure with a minus that stands apart from it (`- 2.950`).
  func negated(by dash: String) -> PrintedAmount {
    PrintedAmount(text: dash + " " + text, value: value.map { -$0 })
  }
}

/// The digits of a word: Danish figures group by points and have a comma before decimals.
struct PrintedFigure {
  var value: Int64?
  /// Digits without a point or comma and without a sign: could be an account or the number of a house.
  var isPlain: Bool
  /// A small number with a comma, as words count things (`2,5 stillinger`).
  var isShare: Bool
  /// Whether points stand between its thousands.
  var isGrouped: Bool
  /// Digits behind the last point where they are fewer than three (`1.40`): the rest stands on the next line.
  var missingDigits: Int

  init?(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    var isNegative = false
    var isSigned = false
    if let first = scalars.first, ["-", "−", "–", "+"].contains(first) {
      isNegative = first != "+"
      isSigned = true
      scalars.removeFirst()
    } else if scalars.first == "(", scalars.last == ")" {
      isNegative = true
      isSigned = true
      scalars = Array(scalars.dropFirst().dropLast())
    } else if scalars.count > 1, scalars.last == "-" {
      isNegative = true
      isSigned = true
      scalars.removeLast()
    }
    while scalars.last == "*" { scalars.removeLast() }
    guard let parts = PrintedFigure.parts(scalars) else { return nil }
    let groups = parts.groups
    let tail = groups.dropFirst()
    isPlain = !isSigned && groups.count == 1 && parts.decimals.isEmpty
    isShare = !isSigned && groups.count == 1 && groups[0].count <= 2 && !parts.decimals.isEmpty
    missingDigits = 0
    let isRegular = tail.allSatisfy { $0.count == 3 } && (tail.isEmpty || groups[0].count <= 3)
    isGrouped = isRegular && !tail.isEmpty
    if !isRegular {
      let isBroken = tail.dropLast().allSatisfy { $0.count == 3 } && groups[0].count <= 3
      guard isBroken, let last = tail.last, parts.decimals.isEmpty else { return nil }
      guard last.count == 4 || last.count < 3 else { return nil }
      missingDigits = max(0, 3 - last.count)
      value = nil
      return
    }
    value = PrintedFigure.number(groups.joined(), parts.decimals, isNegative: isNegative)
  }

  private static func parts(
    _ scalars: [Unicode.Scalar]
  ) -> (groups: [[Unicode.Scalar]], decimals: [Unicode.Scalar])? {
    let halves = scalars.split(separator: ",", omittingEmptySubsequences: false)
    guard halves.count <= 2, scalars.count <= 18 else { return nil }
    let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(Array.init)
    let decimals = halves.count == 2 ? Array(halves[1]) : []
    guard halves.count == 1 || (1...2).contains(decimals.count) else { return nil }
    let isDigits = (groups + [decimals]).allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0.value) } }
    guard isDigits, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    return (groups, decimals)
  }

  private static func number(
    _ whole: some Sequence<Unicode.Scalar>, _ decimals: [Unicode.Scalar], isNegative: Bool
  ) -> Int64 {
    let padded = Array(whole) + decimals + Array(repeating: "0", count: 2 - decimals.count)
    let value = padded.reduce(Int64(0)) { sum, digit in
      let (times, overflow) = sum.multipliedReportingOverflow(by: 10)
      return overflow ? Int64.max / 16 : min(times + Int64(digit.value - 0x30), Int64.max / 16)
    }
    return isNegative ? -value : value
  }
}
