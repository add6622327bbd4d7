import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// The stated payback times follow from the figures by one of the two definitions in use, and both are
  /// stated where both exist.
  static let paybackFollows = Rule(
    "PaybackFollows", [.paybackDiffers, .paybackMissing, .paybackLong],
    statement: "Tilbagebetalingstiderne følger af beløbene, og begge er udfyldt.",
    reason: "Tilbagebetalingstiden afgør, om et forslag kan få midler; den skal kunne regnes efter.",
    tables: { check in
      guard let one = check.tableOne, let links = check.links else { return }
      guard !one.rows.contains(where: { !$0.unreadable.isEmpty && $0.row.kind == .line }) else { return }
      let series = PaybackSeries(one, links)
      let unreadable = check.read.findings.filter { $0.code == .numberUnreadable }
      PaybackCheck(
        proposal: check.read.proposal, origins: check.read.origins, round: check.read.round,
        isUnreadable: { place in
          unreadable.contains { $0.sheet == place.sheet && place.cell.map($0.cells.contains) ?? false }
        }
      )
      .run(service: series.paybacks(.service), total: series.paybacks(nil), table: one) { check.report($0) }
      compareFront(
        check.read.proposal.payback.service, "Tilbagebetalingstid, service", series.paybacks(.service), &check
      )
      compareFront(
        check.read.proposal.payback.total, "Tilbagebetalingstid, total", series.paybacks(nil), &check)
    },
    proposal: { check in
      guard !check.isFromTables, !check.proposal.lines.contains(where: check.isUnread) else { return }
      let proposal = check.proposal
      var found: [Finding] = []
      PaybackCheck(proposal: proposal, origins: check.origins, round: check.round)
        .run(
          service: [proposal.servicePayback].compactMap { $0 },
          total: [proposal.totalPayback].compactMap { $0 }, table: nil
        ) {
          found.append($0)
        }
      for finding in found { check.report(finding) }
    })

  /// The sheet Forslag states another payback than Tabel 1, which is not itself the one that is wrong.
  private static func compareFront(
    _ inTable: Int?, _ label: String, _ computed: [Payback], _ check: inout TableCheck
  ) {
    guard let inTable, let inFront = check.read.frontPayback[label], inFront != inTable,
      let field = check.read.front[label],
      computed.isEmpty || computed.contains(where: { $0.agrees(with: inTable) })
    else { return }
    check.report(
      Finding(
        .paybackDiffers, at: Place(file: check.read.file, sheet: field.sheet, cell: field.cell),
        found: "\(inFront) år",
        expected: "\(inTable) år",
        message: "Forsiden angiver tilbagebetalingstiden til \(inFront) år, Tabel 1 til \(inTable) år.",
        suggestion: "Lad de to steder angive det samme."))
  }
}

/// The payback times that Tabel 1 gives: by its lines, and by its stated totals where those differ.
private struct PaybackSeries {
  let one: ReadTable
  let links: TableLinks

  init(_ one: ReadTable, _ links: TableLinks) {
    self.one = one
    self.links = links
  }

  func paybacks(_ area: ControlArea?) -> [Payback] {
    let count = one.years.count
    let rows = one.rows.indices.filter { index in
      one.rows[index].row.kind == .line && one.rows[index].row.section == .permanent
        && (area == nil || links.areas[index] == area)
    }
    var permanent = [YearSums(rows.map { one.rows[$0] }, count: count)]
    let others = one.lines.filter { line in
      line.row.section == .permanent && !rows.contains { one.rows[$0].number == line.number }
    }
    // A line whose area nobody knows may be service or not.
    if area != nil, others.contains(where: { $0.hasMoney && links.areas(of: $0, in: one) == nil }) {
      return []
    }
    permanent += one.sums(ofTotalsIn: .permanent, area: area, besides: others)
    if let area {
      permanent += one.rows.filter {
        $0.row.kind == .subtotal && $0.row.section == .permanent && $0.row.controlArea == area && !$0.isBlank
      }
      .map { YearSums($0) }
    }
    let implementation = [one.sum(of: .implementation)] + one.totals(of: .implementation).map { YearSums($0) }
    return permanent.flatMap { first in
      implementation.compactMap { second in
        let (left, right) = (first.amounts.compactMap { $0 }, second.amounts.compactMap { $0 })
        return left.count == count && right.count == count
          ? Payback(permanent: left, implementation: right) : nil
      }
    }
  }
}

/// Compares stated with computed payback times.
private struct PaybackCheck {
  let proposal: Proposal
  let origins: Origins
  let round: Round?
  /// Whether something that is no number of years stands at a place: a finding of its own.
  var isUnreadable: (Place) -> Bool = { _ in false }

  func run(service: [Payback], total: [Payback], table: ReadTable?, report: (Finding) -> Void) {
    let serviceLabel = "Tilbagebetalingstid, service"
    let totalLabel = "Tilbagebetalingstid, total"
    compare(proposal.payback.service, service, .proposal(serviceLabel), "service", report)
    compare(proposal.payback.total, total, .proposal(totalLabel), "totaløkonomi", report)
    guard proposal.kind != .innovation else { return }
    var missing: [(name: String, place: Place, years: Int?)] = []
    for (stated, computed, label, name) in [
      (proposal.payback.service, service.first, serviceLabel, "service"),
      (proposal.payback.total, total.first, totalLabel, "totaløkonomi"),
    ] where stated == nil {
      guard let computed, computed.covered != nil else { continue }
      guard !isUnreadable(origins[.proposal(label)]) else { continue }
      let place =
        origins.places[.proposal(label)] ?? table.map { $0.place($0.captionCell) }
        ?? Place(file: origins.file)
      missing.append((name, place, computed.covered))
    }
    guard let first = missing.first else { return }
    let cells = missing.compactMap(\.place.cell).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    report(
      Finding(
        .paybackMissing, at: first.place, cells: cells,
        expected: missing.compactMap(\.years).map { "\($0) år" }.joined(separator: " · "),
        message: "Tilbagebetalingstiden for \(Catalogue.list(missing.map(\.name))) er ikke udfyldt.",
        suggestion: "Skriv \(Catalogue.list(missing.map { "\($0.years ?? 0) år for \($0.name)" }))."))
  }

  private func compare(
    _ stated: Int?, _ computed: [Payback], _ key: FieldKey, _ name: String, _ report: (Finding) -> Void
  ) {
    guard let stated, let first = computed.first else { return }
    let place = origins[key]
    if !computed.contains(where: { $0.agrees(with: stated) }) {
      let right = PaybackCheck.words(first)
      let verdict =
        first.covered == nil ? "besparelsen dækker aldrig investeringen" : "beløbene giver \(right)"
      let series = first.series.prefix(12).map { Catalogue.amount($0) }.joined(separator: ", ")
      report(
        Finding(
          .paybackDiffers, at: place, found: "\(stated) år", expected: right,
          message:
            "Tilbagebetalingstiden for \(name) er angivet til \(stated) år, men \(verdict). Akkumuleret: \(series).",
          suggestion: remedy(stated, first, name)))
    }
    if let limit = round?.paybackLimit, stated > limit {
      report(
        Finding(
          .paybackLong, at: place, found: "\(stated) år", expected: "højst \(limit) år",
          message: "Tilbagebetalingstiden for \(name) er \(stated) år; runden tillader højst \(limit).",
          suggestion:
            "Kontrollér beløbene; kan tiden ikke blive kortere, skal fravigelsen aftales med Center for Økonomi."
        ))
    }
  }

  /// What follows from the figures: `4 år`, and the other definition's result where it differs.
  private static func words(_ payback: Payback) -> String {
    guard let covered = payback.covered else { return "aldrig" }
    guard let cumulative = payback.cumulative, cumulative != covered else { return "\(covered) år" }
    return "\(covered) år (\(cumulative) år, hvis kun de hidtidige investeringer regnes med)"
  }

  private func remedy(_ stated: Int, _ payback: Payback, _ name: String) -> String {
    let investment = proposal.yearSums(proposal.lines(in: .implementation)).sum()
    let lines = proposal.lines(in: .permanent).filter { name != "service" || $0.controlArea == .service }
    let yearly = -(proposal.yearSums(lines).last ?? .zero)
    let right = payback.covered.map { "Skriv \($0)." } ?? "Lad feltet stå tomt, eller ret beløbene."
    guard yearly > .zero, (investment.oere + yearly.oere - 1) / yearly.oere == Int64(stated) else {
      return right
    }
    return
      "\(right) \(stated) er investeringen divideret med et helt års besparelse; de første års indfasning skal regnes med."
  }
}
