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
      let series = PaybackSeries(one, links)
      let (service, total) = (series.paybacks(.service), series.paybacks(nil))
      PaybackCheck(check.ofProposal, doubt: PaybackDoubt(check)).run(
        service: service, total: total, table: one
      )
      .forEach { check.report($0) }
      compareFront(check.read.proposal.payback.service, .service, service, &check)
      compareFront(check.read.proposal.payback.total, .total, total, &check)
    },
    proposal: { check in
      guard !check.isFromTables else { return }
      let proposal = check.proposal
      let unread = Set(
        proposal.lines.filter { $0.condition == .ifAdopted && check.isUnread($0) }.map { line in
          line.section == .permanent && line.controlArea.map { $0 != .service } ?? false
        })
      // An amount that could not be read says nothing of the payback; of service, one of another area.
      let service = unread.contains(false) ? nil : proposal.servicePayback
      let total = unread.isEmpty ? proposal.totalPayback : nil
      PaybackCheck(check, doubt: PaybackDoubt(check))
        .run(service: [service].compactMap { $0 }, total: [total].compactMap { $0 }, table: nil)
        .forEach { check.report($0) }
    })

  /// The sheet Forslag states another payback than Tabel 1, which is not itself the one that is wrong.
  private static func compareFront(
    _ inTable: Int?, _ kind: PaybackCheck.Kind, _ computed: [Payback], _ check: inout TableCheck
  ) {
    guard let inTable, let inFront = check.read.frontPayback[kind.label], inFront != inTable,
      let field = check.read.front[kind.label],
      computed.isEmpty || computed.contains(where: { $0.agrees(with: inTable) })
    else { return }
    check.report(
      Judgement(
        Catalogue.paybackOfFrontDiffers(
          front: inFront, table: inTable,
          at: Place(file: check.read.file, sheet: field.sheet, cell: field.cell))))
  }
}

/// Compares stated with computed payback times.
struct PaybackCheck {
  /// The two payback times.
  enum Kind: CaseIterable {
    /// Service savings against all costs.
    case service
    /// Every area's permanent change against all costs.
    case total

    /// The label of the front page.
    var label: String {
      self == .service ? "Tilbagebetalingstid, service" : "Tilbagebetalingstid, total"
    }

    /// The word in messages.
    var word: String { self == .service ? "service" : "totaløkonomi" }

    /// The stated time.
    func stated(_ payback: StatedPayback) -> Int? { self == .service ? payback.service : payback.total }
  }

  private let check: ProposalCheck
  private let doubt: PaybackDoubt

  init(_ check: ProposalCheck, doubt: PaybackDoubt) {
    self.check = check
    self.doubt = doubt
  }

  /// With how many years between stated and computed payback an amount is likelier to be wrong.
  static let largeGap = 2

  func run(service: [Payback], total: [Payback], table: ReadTable?) -> [Judgement] {
    var judgements: [Judgement] = []
    for (kind, computed) in [(Kind.service, service), (.total, total)] {
      if let finding = differs(kind, computed) { judgements.append(Judgement(finding)) }
      if let finding = long(kind) { judgements.append(Judgement(finding)) }
    }
    if let finding = missing(service, total, table) { judgements.append(Judgement(finding)) }
    return judgements
  }

  private func differs(_ kind: Kind, _ computed: [Payback]) -> Finding? {
    guard let stated = kind.stated(check.proposal.payback), let plain = computed.first,
      !computed.contains(where: { $0.agrees(with: stated) }), !doubt.isExplained, doubt.amountInKroner == nil
    else { return nil }
    let first = mended(kind) ?? plain
    if first.agrees(with: stated) { return nil }
    let gap = first.covered.map { abs($0 - stated) } ?? Int.max
    let likely = gap > PaybackCheck.largeGap ? likelyAmounts : []
    return Catalogue.paybackDiffers(
      kind.word, stated: stated, first, likely: likely, isLargeGap: gap > PaybackCheck.largeGap,
      isByFullYear: isByFullYear(stated, kind), at: check.place(.proposal(kind.label)))
  }

  /// The payback with the mistakes mended that other rules tell.
  private func mended(_ kind: Kind) -> Payback? {
    guard doubt.isMended else { return nil }
    let (service, total) = PaybackDoubt.paybacks(doubt.mended)
    return kind == .service ? service : total
  }

  /// The amounts that may be behind a large gap, in words: `Økonomi!J7 (310.000)`.
  private var likelyAmounts: [String] {
    let slips = doubt.likelyAmounts.prefix(3)
    let found = slips.isEmpty ? doubt.largestAmounts.prefix(3) : slips
    return found.map { candidate in
      let row = doubt.mended[candidate.row]
      let place = row.places[candidate.index]
      let cell = place.cell.map { (place.sheet.map { "\($0)!" } ?? "") + $0 + " " } ?? ""
      let likely =
        candidate.likely == candidate.found
        ? "" : ", der med \(Catalogue.amount(candidate.likely)) ville passe"
      return
        "\(cell)\(Catalogue.quoted(row.text)) \(row.years[candidate.index]) (\(Catalogue.amount(candidate.found))\(likely))"
    }
  }

  private func long(_ kind: Kind) -> Finding? {
    guard let stated = kind.stated(check.proposal.payback), let limit = check.round?.paybackLimit,
      stated > limit
    else { return nil }
    return Catalogue.paybackLong(
      kind.word, stated: stated, limit: limit, at: check.place(.proposal(kind.label)))
  }

  /// The fields that are blank although the lines give a payback. What the lines give is not told where an
  /// amount is unread, and told as it is once the mistakes are mended that other rules tell.
  private func missing(_ service: [Payback], _ total: [Payback], _ table: ReadTable?) -> Finding? {
    guard check.proposal.kind != .innovation else { return nil }
    var missing: [(kind: Kind, place: Place, years: Int?)] = []
    for (kind, computed) in [(Kind.service, service.first), (.total, total.first)]
    where kind.stated(check.proposal.payback) == nil {
      let payback = mended(kind) ?? computed
      guard payback?.covered != nil || (payback == nil && isExpected(kind)) else { continue }
      let place =
        check.origins.places[.proposal(kind.label)] ?? table.map { $0.place($0.captionCell) }
        ?? Place(file: check.origins.file)
      missing.append((kind, place, payback?.covered))
    }
    guard let first = missing.first else { return nil }
    let cells = missing.compactMap(\.place.cell).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return Catalogue.paybackMissing(
      missing.map { ($0.kind.word, $0.years) }, areAmountsWrong: doubt.isMended, at: first.place, cells: cells
    )
  }

  /// Whether a payback is to be expected although an unread amount hides it: there are costs and savings.
  private func isExpected(_ kind: Kind) -> Bool {
    guard check.proposal.lines.contains(where: check.isUnread) else { return false }
    let savings = check.proposal.lines(in: .permanent).filter { kind == .total || $0.controlArea == .service }
    return !savings.isEmpty && !check.proposal.lines(in: .implementation).isEmpty
  }

  /// Whether the stated time is the investment divided by one full year's saving.
  private func isByFullYear(_ stated: Int, _ kind: Kind) -> Bool {
    let proposal = check.proposal
    let investment = proposal.yearSums(proposal.lines(in: .implementation)).sum()
    let lines = proposal.lines(in: .permanent).filter { kind == .total || $0.controlArea == .service }
    let yearly = -(proposal.yearSums(lines).last ?? .zero)
    return yearly > .zero && (investment.oere + yearly.oere - 1) / yearly.oere == Int64(stated)
  }
}
