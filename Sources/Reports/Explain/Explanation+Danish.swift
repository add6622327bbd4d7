import AllocationTables
import Distribution
public import ProposalModel

extension Explanation {
  /// The explanation as an accountant would write it down, in Danish. `name` gives the printed name of a
  /// committee or unit.
  public func danish(name: @escaping (Recipient) -> String = { $0.spelling }) -> String {
    var lines = ["\(proposal) \(title)", "Kilde: \(file)", caption]
    for cell in cells {
      let writer = ExplainedCellText(explanation: self, cell: cell, name: name)
      lines += [""] + [writer.heading] + writer.body.map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Words for one explained cell.
private struct ExplainedCellText {
  let explanation: Explanation
  let cell: ExplainedCell
  let name: (Recipient) -> String

  var heading: String {
    guard cell.payback == nil else { return cell.row }
    let level = explanation.priceLevel.map { ", \($0) p/l" } ?? ""
    return "\(cell.row), \(explanation.year): \(text(cell.figure)) (\(explanation.unit.rawValue)\(level))"
  }

  var body: [String] {
    switch cell.origin {
    case .lines: lineSum
    case .rows: rowSum
    case .computed: computed
    case .difference: difference
    case .stated: stated
    case .converted: converted
    case .target:
      [
        "Tallet er den måltalseffekt, som Tabel 1 oplyser (»Heraf nettoeffektivisering« eller lignende), eller den del af den, som intet udvalg har."
      ]
    case .payback: cell.payback.map(payback) ?? []
    case .printed: printed
    case .nothing: ["Cellen er tom: ingen linje og intet oplyst beløb fører hertil."]
    }
  }

  // MARK: Sums

  private var lineSum: [String] {
    let head =
      cell.lines.count == 1
      ? "Tallet er linjens eget beløb:" : "Tallet er summen af \(cell.lines.count) linjer:"
    return [head] + cell.lines.map { "  \(title(of: $0)): \(text($0.figure))" }
  }

  private var printed: [String] {
    let head = "Tallet står sådan i forslaget; det er ikke beregnet."
    guard !cell.terms.isEmpty else { return [head] }
    let sum = cell.terms.map(\.figure).sum()
    return [head, "Linjerne giver \(sum.danish(in: explanation.unit)):"]
      + cell.terms.map { "  \($0.row): \(text($0.figure))" }
  }

  private var rowSum: [String] {
    guard !cell.terms.isEmpty else {
      return ["Cellen er tom: ingen af rækkerne over den har noget i \(explanation.year)."]
    }
    let head =
      cell.terms.count == 1
      ? "Tallet er den ene række, der har noget:" : "Tallet er summen af \(cell.terms.count) rækker:"
    return [head] + cell.terms.map { "  \($0.row): \(text($0.figure))" } + cell.totals.flatMap(totalLines)
  }

  /// The year's total in the lines: their sum, its conversion and its rounding.
  private func totalLines(_ total: ExplainedTotal) -> [String] {
    let derivation = total.derivation
    let stated = derivation.lines.compactMap { line in cell.lines.first { $0.line == line.line } }.filter(
      \.figure.isMoney)
    var lines: [String] = []
    // A stated table that was converted has rows behind its total, and no lines.
    if !stated.isEmpty {
      lines.append("Linjerne bag (\(total.section.rawValue.lowercased()), \(total.controlArea.rawValue)):")
      lines += stated.map { "  \(title(of: $0)): \(text($0.figure))" }
    }
    lines.append("Årets total: " + sumText(derivation))
    if derivation.difference != 0 {
      let what = derivation.policy == .asPublished ? "som afrundingen efterlader" : "som ikke er fordelt"
      lines.append(
        "Andelene giver \(grouped(derivation.rounded - derivation.difference)); \(grouped(derivation.difference)) mangler, \(what)."
      )
    }
    return lines
  }

  /// `-1.000 × 0,9797 = -979,7, afrundet -980 (1.000 kr.)`
  private func sumText(_ total: TotalDerivation) -> String {
    let unit =
      total.bookingUnit == 1_000
      ? "1.000 kr." : total.bookingUnit == 1 ? "kr." : "\(grouped(total.bookingUnit)) kr."
    let oere = total.lines.map(\.amount).sum().oere
    let written = Fraction(Int128(oere), over: Int128(total.bookingUnit) * 100)
      .orStop("a unit that is booked")
    var text = exact(written)
    if total.priceFactor != .one { text += " × \(total.priceFactor.danishFactor) = \(exact(total.exact))" }
    return total.exact == Fraction(total.rounded)
      ? "\(text) (\(unit))" : "\(text), afrundet \(grouped(total.rounded)) (\(unit))"
  }

  // MARK: Shares

  private var computed: [String] {
    guard !cell.shares.isEmpty else {
      return ["Cellen er tom: ingen linje giver noget hertil i \(explanation.year)."]
    }
    return cell.shares.flatMap(shareLines) + cell.totals.map(check)
  }

  private func shareLines(_ share: ExplainedShare) -> [String] {
    let derivation = share.derivation
    guard
      derivation.exact != .zero || derivation.rounded != 0
        || derivation.contributions.contains(where: { $0.amount != .zero })
    else {
      return ["Ingen linje giver \(name(derivation.key.recipient)) noget i \(explanation.year)."]
    }
    var lines = [
      share.saving == nil
        ? "Tallet er en andel af forslagets linjer:"
        : "Andelen af forslagets linjer" + account(derivation) + ":"
    ]
    for part in derivation.contributions {
      let line = cell.lines.first { $0.line == part.line }
      lines.append(
        "  \(line.map(title) ?? "Linje \(part.line) »\(part.text)«"): \(part.amount.danish(in: explanation.unit))"
      )
      lines.append("    \(rule(part, line)): \(derivation.calculation(of: part))")
    }
    lines += derivation.sumLines + sources
    lines += derivation.roundingLines(name: name)
    lines.append(result(derivation))
    return lines + split(share)
  }

  /// How Fordeling splits the share.
  private func split(_ share: ExplainedShare) -> [String] {
    guard let saving = share.saving, let cost = share.cost else { return [] }
    if saving == 0, cost == 0 { return [] }
    if cost == 0 { return ["Alle beløb er besparelser: hele andelen står som Besparelse."] }
    if saving == 0 { return ["Alle beløb er omkostninger: hele andelen står som Omkostninger."] }
    return [
      "Delt: de positive linjers del er Omkostninger \(grouped(cost)), de negative linjers Besparelse \(grouped(saving)); tilsammen \(grouped(share.derivation.rounded))."
    ]
  }

  private func account(_ derivation: ShareDerivation) -> String {
    derivation.key.account.map { " på \($0.printed)" } ?? ""
  }

  /// Which rule shared the line, and who said so.
  private func rule(_ part: ShareDerivation.Part, _ line: ExplainedLine?) -> String {
    guard let source = line?.ruleSource else { return part.rule }
    let words =
      switch source {
      case .line: "linjens Fordeling"
      case .lineCommittee: "linjens Udvalg"
      case .proposal: "forslagets Fordeling"
      case .presenting: "fremstillende forvaltning"
      case .ticked: "den eneste berørte forvaltning"
      }
    let place = line?.rulePlace.map { ", \($0)" } ?? ""
    return "\(part.rule) (\(words)\(place))"
  }

  private func result(_ derivation: ShareDerivation) -> String {
    let way =
      switch derivation.direction {
      case .exact: "uden afrunding"
      case .up: "rundet op (numerisk)"
      case .down: "rundet ned (numerisk)"
      }
    return
      "Resultat: \(grouped(derivation.rounded)) (\(derivation.unitText)), \(way), efter \(derivation.policy.danishName)."
  }

  /// That all shares of the year add up to its total.
  private func check(_ total: ExplainedTotal) -> String {
    let derivation = total.derivation
    let sum = grouped(derivation.rounded - derivation.difference)
    let all = "Kontrol: alle andele i \(explanation.year) giver \(sum)"
    return derivation.difference == 0
      ? "\(all), årets total."
      : "\(all); årets total er \(grouped(derivation.rounded)), og forskellen \(grouped(derivation.difference)) står i en række for sig."
  }

  private var difference: [String] {
    ["Rækken viser årets total mindre summen af de afrundede andele."] + cell.totals.flatMap(totalLines)
  }

  // MARK: Stated

  private var stated: [String] {
    let source = cell.stated.first
    let place = source?.place.map { " i \($0)" } ?? ""
    var lines = [
      "Tallet er oplyst af forvaltningerne\(place) (række \(source?.row ?? 0) i den oplyste tabel); det er ikke beregnet."
    ]
    if let computed = cell.computed {
      let unit = computed.bookingUnit == 1_000 ? "1.000 kr." : "kr."
      lines.append(
        "Linjer og fordelingsregler ville give \(name(of: cell)) \(grouped(computed.rounded)) (\(unit); nøjagtigt \(exact(computed.exact))); det oplyste gælder."
      )
    }
    return lines
  }

  private func name(of cell: ExplainedCell) -> String {
    cell.row.split(separator: ",").first.map(String.init) ?? cell.row
  }

  private var converted: [String] {
    var lines = ["Tallet er oplyst af forvaltningerne i et andet prisniveau og omregnet:"]
    lines += cell.stated.map { source in
      "  Række \(source.row)\(source.place.map { " (\($0))" } ?? ""): \(text(source.figure))"
    }
    for share in cell.shares {
      lines +=
        share.derivation.sumLines + sources + share.derivation.roundingLines(name: name) + [
          result(share.derivation)
        ]
    }
    return lines + cell.totals.map(check)
  }

  /// Where the factors of conversion come from.
  private var sources: [String] {
    cell.conversions.map { conversion in
      let way = "\(conversion.controlArea.rawValue) fra \(conversion.from) til \(conversion.to) p/l"
      guard let factor = conversion.factor else {
        return "Runden har ingen faktor for \(way); beløbet er ikke omregnet."
      }
      return "Faktor for \(way): \(factor) (\(conversion.source ?? "uden kilde"))."
    }
  }

  // MARK: Payback

  private func payback(_ payback: ExplainedPayback) -> [String] {
    func years(_ count: Int?) -> String { count.map { $0 == 1 ? "1 år" : "\($0) år" } ?? "aldrig" }
    var lines = [
      "Oplyst: \(payback.stated.map { "\($0) år" } ?? "ikke udfyldt")"
        + (payback.place.map { " (\($0))" } ?? "") + "."
    ]
    guard payback.investment.oere > 0 else {
      return lines + ["Der er ingen implementeringsomkostninger at tjene hjem."]
    }
    lines.append(
      "Beregnet: \(years(payback.covered)), til de varige ændringer har dækket alle \(payback.investment.danish(in: explanation.unit)) i implementeringsomkostninger."
    )
    if payback.cumulative != payback.covered {
      lines.append(
        "Efter den anden brugte definition, første år med samlet effekt på nul eller derunder: \(years(payback.cumulative))."
      )
    }
    lines.append(
      "Varige ændringer lagt sammen år for år: \(payback.permanent.map { $0.danish(in: explanation.unit) }.joined(separator: "; "))."
    )
    return lines
  }

  // MARK: Words

  private func title(of line: ExplainedLine) -> String {
    "Linje \(line.line) »\(line.text)«" + (line.place.map { " (\($0))" } ?? "")
  }

  private func text(_ figure: Figure) -> String {
    switch figure {
    case .blank: "tom"
    case .dash: "-"
    case .amount(let amount): amount.danish(in: explanation.unit)
    }
  }

  private func exact(_ fraction: Fraction) -> String {
    fraction.danishExact ?? "\(fraction) = \(fraction.danish())"
  }

  private func grouped(_ units: Int64) -> String { DanishNumber.grouped(units) }
}
