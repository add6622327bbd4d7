import AllocationTables
import Findings
import Forms
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
      guard let series = PaybackSeries(check) else { return }
      let (service, total) = (series.paybacks(.service), series.paybacks(nil))
      PaybackCheck(
        check.ofProposal, doubt: PaybackDoubt(check), hasPlace: check.read.hasPlaceForPayback
      ).run(service: service, total: total, table: series.one)
        .forEach { check.report($0) }
      compareFront(check.read.proposal.payback.service, .service, service, &check)
      compareFront(check.read.proposal.payback.total, .total, total, &check)
    },
    proposal: { check in
      guard !check.isFromTables else { return }
      let proposal = check.proposal
      // A permanent change whose area is not known may be service or not: both paybacks are right.
      var asService = proposal
      for index in asService.lines.indices {
        asService.lines[index].controlArea = asService.lines[index].controlArea ?? .service
      }
      let unread = Set(
        proposal.lines.filter { $0.condition != .ifNotAdopted && check.isUnread($0) }.map { line in
          line.section == .permanent && line.controlArea.map { $0 != .service } ?? false
        })
      // An amount that could not be read says nothing of the payback; of service, one of another area.
      let service = unread.contains(false) ? [] : [proposal.servicePayback, asService.servicePayback]
      let total = unread.isEmpty ? proposal.totalPayback : nil
      PaybackCheck(check, doubt: check.paybackDoubt)
        .run(service: service.compactMap { $0 }, total: [total].compactMap { $0 }, table: nil)
        .forEach { check.report($0) }
    })

  /// The sheet Forslag states another payback than Tabel 1, which is not itself the one that is wrong.
  private static func compareFront(
    _ inTable: Int?, _ kind: PaybackCheck.Kind, _ computed: [Payback], _ check: inout TableCheck
  ) {
    guard let inTable, let inFront = check.read.frontPayback[kind.field], inFront != inTable,
      let field = check.read.front.fields[kind.field],
      computed.isEmpty || computed.contains(where: { $0.agrees(with: inTable) })
    else { return }
    check.report(
      Judgement(
        Catalogue.paybackOfFrontDiffers(
          front: inFront, table: inTable, at: field.place)))
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

    /// The field of the front page.
    var field: FrontField { self == .service ? .servicePayback : .totalPayback }

    /// The word in messages.
    var word: String { self == .service ? "service" : "totaløkonomi" }

    /// The stated time.
    func stated(_ payback: StatedPayback) -> Int? { self == .service ? payback.service : payback.total }
  }

  private let check: ProposalCheck
  private let doubt: PaybackDoubt
  /// Whether the form has a place where a payback could stand.
  private let hasPlace: Bool

  init(_ check: ProposalCheck, doubt: PaybackDoubt, hasPlace: Bool = true) {
    self.hasPlace = hasPlace
    self.check = check
    self.doubt = doubt
  }

  /// With how many years between stated and computed payback an amount is likelier to be wrong.
  static let largeGap = 2

  func run(service: [Payback], total: [Payback], table: ReadTable?) -> [Judgement] {
    let wrong = [(Kind.service, service), (.total, total)].compactMap { differing($0.0, $0.1) }
    let others = Kind.allCases.compactMap { long($0) } + [missing(service, total, table)].compactMap { $0 }
    return differs(wrong) + others.map { Judgement($0) }
  }

  /// A stated payback that is wrong, with the right one.
  private struct Differing {
    var kind: Kind
    var stated: Int
    var right: Payback
    var gap: Int { right.covered.map { abs($0 - stated) } ?? Int.max }
  }

  private func differing(_ kind: Kind, _ computed: [Payback]) -> Differing? {
    guard let stated = kind.stated(check.proposal.payback), let plain = computed.first,
      !computed.contains(where: { $0.agrees(with: stated) }), !doubt.isExplained, doubt.amountInKroner == nil
    else { return nil }
    let right = mended(kind) ?? plain
    return right.agrees(with: stated) ? nil : Differing(kind: kind, stated: stated, right: right)
  }

  /// One finding for each payback that is wrong; for both, where both are off in the same way.
  private func differs(_ found: [Differing]) -> [Judgement] {
    let isOne =
      found.count == 2 && found[0].stated == found[1].stated
      && found[0].right.covered == found[1].right.covered
    return (isOne ? [found] : found.map { [$0] }).compactMap { group in
      guard let first = group.first else { return nil }
      let plausible = doubt.plausibleAmounts
      let isLarge = first.gap > PaybackCheck.largeGap
      let likely = isLarge || !plausible.isEmpty ? words(plausible) : []
      let places = group.map { check.place(.proposal($0.kind.field)) }
      return Judgement(
        Catalogue.paybackDiffers(
          group.map(\.kind.word), stated: first.stated, first.right, likely: likely,
          isByFullYear: isByFullYear(first.stated, first.kind), at: places[0],
          cells: places.filter { $0.sheet == places[0].sheet }.compactMap(\.cell)),
        suggestionAfterAmounts: Catalogue.paybackAfterAmounts(first.right))
    }
  }

  /// The payback with the mistakes mended that other rules tell.
  private func mended(_ kind: Kind) -> Payback? {
    guard doubt.isMended else { return nil }
    let (service, total) = PaybackDoubt.paybacks(doubt.mended)
    return kind == .service ? service : total
  }

  /// The amounts that may be behind the gap, in words: `Økonomi!J7 »Flytning« 2022 (310.000)`; the plausible
  /// ones, else those that some slip explains, else the largest.
  private func words(_ plausible: [PaybackDoubt.Candidate]) -> [String] {
    let slips = (plausible.isEmpty ? doubt.likelyAmounts : plausible).prefix(3)
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
      kind.word, stated: stated, limit: limit, at: check.place(.proposal(kind.field)))
  }

  /// The fields that are blank although the lines give a payback. What the lines give is not told where an
  /// amount is unread, and told as it is once the mistakes are mended that other rules tell.
  private func missing(_ service: [Payback], _ total: [Payback], _ table: ReadTable?) -> Finding? {
    guard check.proposal.kind != .innovation, hasPlace else { return nil }
    var missing: [(kind: Kind, place: Place, years: Int?)] = []
    for (kind, computed) in [(Kind.service, service.first), (.total, total.first)]
    where kind.stated(check.proposal.payback) == nil {
      let payback = mended(kind) ?? computed
      guard payback?.covered != nil || (payback == nil && isExpected(kind)) else { continue }
      let place =
        check.origins.places[.proposal(kind.field)] ?? table.map { $0.place($0.captionCell) }
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
