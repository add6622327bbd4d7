import AllocationTables
import Findings
import Forms
import ProposalModel
import Reading

extension Rule {
  /// A stated måltalseffekt is the permanent change in Service, but for what is converted to other areas.
  static let targetIsExplained = Rule(
    "TargetIsExplained", [.targetDiffers],
    statement:
      "Måltalseffekten er den varige ændring i service, bortset fra det, der flyttes til andre områder.",
    reason: "Måltalseffekten tæller mod udvalgets besparelsesmål.",
    tables: { check in
      guard let one = check.tableOne else { return }
      let row = one.rows.first { row in
        row.row.kind == .memo && row.row.section != .implementation && TableWords.isTarget(row.row.text)
          && row.hasMoney
      }
      guard let row, one.years == check.read.proposal.years else { return }
      let amounts = row.row.figures.indices.map { year -> Amount? in
        if case .amount = row.row.figures[year] { row.amount(year) } else { nil }
      }
      if let judgement = TargetCheck(check.ofProposal).judgement(
        row.row.text, amounts, places: row.figureCells.map { one.place($0) })
      {
        check.report(judgement)
      }
    },
    proposal: { check in
      guard !check.isFromTables, let target = check.proposal.statedTarget else { return }
      let amounts = target.figures.map { figure -> Amount? in
        if case .amount(let amount) = figure { amount } else { nil }
      }
      let places = amounts.map { _ in Place(file: check.origins.file) }
      if let judgement = TargetCheck(check).judgement(target.text, amounts, places: places) {
        check.report(judgement)
      }
    })
}

/// What explains that a target is not the permanent change in Service.
struct TargetCheck {
  private let service: [Amount]
  /// The permanent change of each other area, and of each line of one: what may have been converted.
  private let others: [[Amount]]
  private let isKnown: Bool
  private let years: [Int]
  private let unit: AmountUnit

  init(_ check: ProposalCheck) {
    let proposal = check.proposal
    years = proposal.years
    unit = proposal.displayUnit
    let permanent = proposal.lines(in: .permanent)
    service = proposal.yearSums(permanent.filter { $0.controlArea == .service })
    // Nothing is concluded from an amount that could not be read, nor from a line whose area is not known.
    isKnown = !permanent.contains { line in
      check.isUnread(line) || (line.controlArea == nil && line.figures.contains(where: \.isMoney))
    }
    let areas = ControlArea.allCases.filter { $0 != .service }.map { area in
      permanent.filter { $0.controlArea == area }
    }.filter { !$0.isEmpty }
    let all = areas.flatMap { $0 }
    let groups = areas + (areas.count > 1 ? [all] : []) + all.map { [$0] }
    others = groups.map { proposal.yearSums($0) }
  }

  /// The years in which a target is off without a conversion between areas that explains it.
  ///
  /// A conversion of 600 from Service to transfers makes Service fall by 600 and transfers rise by 600: the
  /// target is Service plus what the other area has got.
  private func oddYears(_ target: [Amount?]) -> [Int] {
    guard isKnown else { return [] }
    return target.indices.filter { year in
      guard let stated = target[year], service.indices.contains(year) else { return false }
      let gap = stated - service[year]
      if gap.magnitude.oere <= AmountUnit.thousandKroner.oere { return false }
      return !others.contains { $0[year] == gap }
    }
  }

  /// Whether a target differs, beyond rounding, in every year in which it or Service has money, so that it is
  /// no slip in one of them.
  func isOtherThroughout(_ target: [Amount?]) -> Bool {
    let odd = oddYears(target)
    let filled = target.indices.filter { target[$0].isMoney || service[$0] != .zero }
    return odd.count > 1 && odd == filled
  }

  /// Whether a target differs from Service, and a conversion between areas explains it in every year.
  func isConversion(_ target: [Amount?]) -> Bool {
    let differs = zip(target, service).contains { stated, service in
      stated.map { ($0 - service).magnitude.oere > AmountUnit.thousandKroner.oere } ?? false
    }
    return differs && oddYears(target).isEmpty && isKnown
  }

  /// The judgement about a target with the text and the amount of each year.
  func judgement(_ text: String, _ target: [Amount?], places: [Place]) -> Judgement? {
    let odd = oddYears(target)
    guard !odd.isEmpty, places.count == target.count else { return nil }
    let words = odd.map { (year: years[$0], stated: target[$0] ?? .zero, service: service[$0]) }
    return Judgement(
      Catalogue.targetDiffers(
        text, words, unit: unit, at: places[odd[0]], cells: odd.compactMap { places[$0].cell }))
  }
}
