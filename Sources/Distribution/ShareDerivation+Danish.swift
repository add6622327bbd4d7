public import ProposalModel

extension ShareDerivation {
  /// The derivation as an accountant would write it down, in Danish, one step per line. `name` gives the
  /// printed name of a committee or unit.
  ///
  /// ```text
  /// Socialudvalget, 2019: -38 (1.000 kr.)
  ///   Linje 1 »Besparelse« (Ligedeling): -270 × 1/7 = -270/7 = -38,57
  ///   Afrunding: -270 skal fordeles; de hele enheder efterlader -4. Resten her er 4/7, nr. 5 i rækken (7
  ///   er lige store; …): den får ingen …
  /// ```
  public func danish(name: (Recipient) -> String = { $0.spelling }) -> String {
    let owner = name(key.recipient) + (key.account.map { ", \($0.printed)" } ?? "")
    var lines = ["\(owner), \(year): \(grouped(rounded)) (\(unitText))"]
    lines += contributions.map { "  Linje \($0.line) »\($0.text)« (\($0.rule)): \(calculation(of: $0))" }
    lines += sumLines.map { "  " + $0 }
    lines += roundingLines(name: name).map { "  " + $0 }
    return lines.joined(separator: "\n")
  }

  /// The parts that give something; the only part even if it gives nothing.
  public var contributions: [Part] { parts.filter { $0.exact != .zero || parts.count == 1 } }

  /// The unit of all numbers: `1.000 kr.`
  public var unitText: String {
    bookingUnit == 1_000 ? "1.000 kr." : bookingUnit == 1 ? "kr." : "\(grouped(bookingUnit)) kr."
  }

  /// How a line's amount becomes a part of the share, in the price level of the line:
  /// `-270 × 1/7 = -270/7 = -38,57`.
  public func calculation(of part: Part) -> String {
    let amount = Fraction.promised(Fraction(Int128(part.amount.oere), over: Int128(bookingUnit) * 100))
    var sum = short(amount)
    let isWhole = part.totalWeight == .one && part.remark == nil
    if let weight = part.weight, let total = part.totalWeight, total != .one || part.remark != nil {
      let portion = total == .one ? "" : "\(weight)/\(total) af "
      sum = part.remark == nil ? "\(sum) × \(weight)/\(total)" : "\(portion)resten af \(sum)"
    }
    switch part.remark {
    case .fixed: sum = "fast beløb"
    case .fixedAndRest: sum = "fast beløb og \(sum)"
    case .kept: sum = "ikke fordelt, da reglen ikke kan udføres; beløbet bliver stående"
    case .rest, nil: break
    }
    return isWhole ? "hele beløbet, \(short(part.written))" : "\(sum) = \(value(part.written))"
  }

  /// The exact share where it is more than one part, and its conversion to the price level of the table where
  /// there is one.
  public var sumLines: [String] {
    var lines: [String] = []
    let written = contributions.reduce(Optional(Fraction.zero)) { $0?.adding($1.written) }
    if contributions.count > 1, let written {
      let terms = contributions.map { $0.written < .zero ? "(\(short($0.written)))" : short($0.written) }
      let sum = terms.count <= 12 ? terms.joined(separator: " + ") + " = " : ""
      lines.append("Nøjagtig andel: \(sum)\(value(written))")
    }
    if priceFactor != .one, let written {
      lines.append("Omregnet: \(short(written)) × \(priceFactor.danishFactor) = \(value(exact))")
    }
    return lines
  }

  private func grouped(_ units: Int64) -> String {
    DanishNumber.grouped(units)
  }

  /// A whole number or a short decimal as such, everything else as a fraction.
  private func short(_ fraction: Fraction) -> String { fraction.danishExact ?? fraction.description }

  /// `-270/7 = -38,57`, or `-38,5` where that is exact.
  private func value(_ fraction: Fraction) -> String {
    fraction.danishExact ?? "\(fraction) = \(fraction.danish())"
  }

  /// Why the share was rounded the way it was, one sentence after the other.
  public func roundingLines(name: (Recipient) -> String) -> [String] {
    switch reason {
    case .whole: return ["Afrunding: andelen er et helt tal og står."]
    case .alone:
      return [
        "Afrunding: andelen rundes for sig til nærmeste hele tal, \(grouped(rounded)); en halv rundes væk fra nul."
      ]
    case .absorbed(let difference):
      return [
        "Afrunding: andelen rundes for sig til \(grouped(rounded - difference)) og bærer forskellen \(grouped(difference)) til årets beløb: \(grouped(rounded))."
      ]
    case .flow(let flow): return flowLines(flow, name)
    case .largestRemainder(let steps):
      return steps.enumerated().map { stepLine($1, isLast: $0 == steps.count - 1, name: name) }
    }
  }

  private func stepLine(_ step: RemainderStep, isLast: Bool, name: (Recipient) -> String) -> String {
    let what = isLast ? "Afrunding" : "Afrunding af rækkerne over"
    var text =
      "\(what): \(grouped(step.parent)) skal fordeles; de hele enheder efterlader \(grouped(step.left)). Resten her er \(step.remainder)"
    guard let rank = step.rank else {
      return text
        + (step.left == 0
          ? "; der er intet at dele ud, så andelen rundes ned (numerisk)." : " og får ingen enhed.")
    }
    text += ", nr. \(rank) i rækken"
    if step.equals > 1 {
      text += " (\(step.equals) er lige store"
      if step.isTie, let start = step.start { text += "; rækkefølgen begynder ved \(name(Recipient(start)))" }
      text += ")"
    }
    let isServed = rank <= Int(step.left.magnitude)
    return text
      + (isServed
        ? ": den får en enhed og rundes op (numerisk)." : ": den får ingen enhed og rundes ned (numerisk).")
  }

  private func flowLines(_ flow: FlowReason, _ name: (Recipient) -> String) -> [String] {
    var lines = [
      "Afrunding: hele tabellen under ét; årets total \(value(flow.yearTotal.exact)) bliver \(grouped(flow.yearTotal.rounded)), rækkens sum over årene \(value(flow.rowTotal.exact)) bliver \(grouped(flow.rowTotal.rounded))."
    ]
    let way = direction == .up ? "op" : "ned"
    if flow.isNearest {
      lines.append("Andelen rundes \(way) (numerisk) til det nærmeste hele tal.")
    } else {
      lines.append(
        "Andelen rundes \(way) (numerisk), væk fra det nærmeste hele tal, fordi summerne ellers ikke holder; den samlede afvigelse er den mindst mulige."
      )
    }
    if let start = flow.start {
      lines.append(
        "Mellem lige gode tabeller vælges i udvalgenes rækkefølge fra \(name(Recipient(start))), år for år.")
    }
    return lines
  }
}
