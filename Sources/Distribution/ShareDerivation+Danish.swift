public import ProposalModel

extension ShareDerivation {
  /// The derivation as an accountant would write it down, in Danish, one step per line. `name` gives the printed name of a committee or unit.
  ///
  ///     Socialudvalget, 2019: -39 (1.000 kr.)
  ///       Linje 1 »Besparelse« (Ligedeling): -270 × 1/7 = -270/7 = -38,57
  ///       Afrunding: hele enheder -38, rest 4/7. Der skal fordeles -4 mere; …
  public func danish(name: (Recipient) -> String = { $0.spelling }) -> String {
    let owner = name(key.recipient) + (key.account.map { ", \($0.printed)" } ?? "")
    var lines = ["\(owner), \(year): \(grouped(rounded)) (\(unitText))"]
    lines += parts.filter { $0.exact != .zero || parts.count == 1 }.map { "  " + danish($0) }
    if parts.count != 1 { lines.append("  Nøjagtig andel i alt: \(value(exact))") }
    lines += reasonLines(name).map { "  " + $0 }
    return lines.joined(separator: "\n")
  }

  private var unitText: String { bookingUnit == 1_000 ? "1.000 kr." : bookingUnit == 1 ? "kr." : "\(bookingUnit) kr." }

  private func grouped(_ units: Int64) -> String { (units < 0 ? "-" : "") + groupedThousands(String(units.magnitude)) }

  /// `-270/7 = -38,57`, or `-38` where it is whole.
  private func value(_ fraction: Fraction) -> String {
    fraction.isWhole ? fraction.danish(places: 0) : "\(fraction) = \(fraction.danish())"
  }

  private func danish(_ part: Part) -> String {
    let amount = Fraction(Int128(part.amount.oere), over: Int128(bookingUnit) * 100) ?? .zero
    var sum = amount.isWhole ? amount.danish(places: 0) : "\(amount)"
    if let weight = part.weight, let total = part.totalWeight, total != .one {
      sum = part.remark == nil ? "\(sum) × \(weight)/\(total)" : "\(weight)/\(total) af resten af \(sum)"
    }
    if part.remark == .fixed || part.remark == .fixedAndRest { sum = "fast beløb" + (part.remark == .fixed ? "" : " og \(sum)") }
    if priceFactor != .one { sum += ", omregnet med \(priceFactor)" }
    let kept = part.remark == .kept ? " (ikke fordelt: reglen kan ikke udføres)" : ""
    return "Linje \(part.line) »\(part.text)« (\(part.rule)): \(sum) = \(value(part.exact))\(kept)"
  }

  private func reasonLines(_ name: (Recipient) -> String) -> [String] {
    switch reason {
    case .whole: return ["Afrunding: andelen er et helt tal og står."]
    case .alone: return ["Afrunding: andelen rundes for sig til nærmeste hele tal, \(grouped(rounded)); en halv rundes væk fra nul."]
    case .absorbed(let difference):
      return [
        "Afrunding: andelen rundes for sig til \(grouped(rounded - difference)) og bærer forskellen \(grouped(difference)) til årets beløb: \(grouped(rounded))."
      ]
    case .flow(let flow): return flowLines(flow, name)
    case .largestRemainder(let steps): return steps.enumerated().map { stepLine($1, isLast: $0 == steps.count - 1, name) }
    }
  }

  private func stepLine(_ step: RemainderStep, isLast: Bool, _ name: (Recipient) -> String) -> String {
    let what = isLast ? "Afrunding" : "Afrunding af rækkerne over"
    var text =
      "\(what): \(grouped(step.parent)) skal fordeles; de hele enheder efterlader \(grouped(step.left)). Resten her er \(step.remainder)"
    guard let rank = step.rank else {
      return text + (step.left == 0 ? "; der er intet at dele ud, så andelen rundes ned (numerisk)." : " og får ingen enhed.")
    }
    text += ", nr. \(rank) i rækken"
    if step.equals > 1 {
      text += " (\(step.equals) er lige store"
      if step.isTie, let start = step.start { text += "; rækkefølgen begynder ved \(name(Recipient(start)))" }
      text += ")"
    }
    let isServed = rank <= Int(step.left.magnitude)
    return text + (isServed ? ": den får en enhed og rundes op (numerisk)." : ": den får ingen enhed og rundes ned (numerisk).")
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
      lines.append("Mellem lige gode tabeller vælges i udvalgenes rækkefølge fra \(name(Recipient(start))), år for år.")
    }
    return lines
  }
}
