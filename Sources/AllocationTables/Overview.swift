public import Distribution
public import ProposalModel

/// Bilag 2: one row per proposal of a round, in the implemented price level, and the totals from unrounded
/// figures.
///
/// Every figure is exact here; print shows millions of kroner with one decimal, each cell rounded alone
/// (``Overview/millions(_:)``).
///
/// ```swift
/// let overview = Overview([(proposal, round)])
/// Overview.millions(overview.rows[0].figures.saving)  // "4,1"
/// ```
public struct Overview: Sendable {
  /// The rows, by number.
  public let rows: [OverviewRow]
  /// The sums of the unrounded figures.
  public let totals: OverviewFigures
  /// The implemented price level that the rows share; `nil` where they differ, which is a trouble.
  public let priceLevel: Int?

  /// Makes the overview of proposals, each with its round.
  public init(_ proposals: [(proposal: Proposal, round: Round)]) {
    self.init(rows: proposals.map { OverviewRow($0.proposal, round: $0.round) })
  }

  /// Makes the overview of rows in any order.
  public init(rows unsorted: [OverviewRow]) {
    rows = unsorted.sorted { ProposalNumber($0.number) < ProposalNumber($1.number) }
    totals = rows.reduce(into: OverviewFigures()) { $0.add($1.figures) }
    let levels = Set(rows.map(\.priceLevel))
    priceLevel = levels.count == 1 ? levels.first : nil
  }

  /// Millions of kroner with one decimal in Danish notation, a half away from zero: `4,1`.
  public static func millions(_ oere: Fraction) -> String {
    (oere.multiplied(by: Fraction(1, over: 100_000_000) ?? .one) ?? oere).danish(places: 1)
  }
}

/// The money of a row of the overview, or of its total: exact øre in the implemented price level.
public struct OverviewFigures: Hashable, Sendable {
  /// Implementation costs in Service over all years.
  public var service = Fraction.zero
  /// Implementation costs in Anlæg over all years.
  public var capital = Fraction.zero
  /// Implementation costs in any other area, or without one; in no printed column, so never hidden.
  public var other = Fraction.zero
  /// The permanent change in Service when fully phased in (last year); a saving is positive here, as print
  /// has it.
  public var saving = Fraction.zero
  /// The permanent change in all other areas (`effekt på overførsler mv.`) when fully phased in; a saving is
  /// positive.
  public var transfers = Fraction.zero
  /// Whether a sum went beyond exact calculation; the figures are then not to be used.
  public var isTooLarge = false

  /// No money.
  public init() {}

  /// Adds other figures to these.
  public mutating func add(_ other: OverviewFigures) {
    for path in [\OverviewFigures.service, \.capital, \.other, \.saving, \.transfers]
      as [WritableKeyPath<OverviewFigures, Fraction>]
    {
      if let sum = self[keyPath: path].adding(other[keyPath: path]) {
        self[keyPath: path] = sum
      } else {
        isTooLarge = true
      }
    }
    isTooLarge = isTooLarge || other.isTooLarge
  }
}

/// One proposal in the overview.
public struct OverviewRow: Sendable {
  /// What print puts behind the committee.
  public enum Marker: String, Hashable, Sendable, Codable {
    /// Tværgående: the proposal stands in bilag 1.
    case crossCutting = "*"
    /// Fortroligt: the proposal stands in bilag 3.
    case confidential = "**"
  }

  /// The committee of the presenting administration, by short name; `nil` where nothing says whose proposal
  /// it is.
  public let committee: String?
  /// Tværgående or fortroligt; a confidential cross-cutting proposal is marked confidential.
  public let marker: Marker?
  /// Forslagsnummer.
  public let number: String
  /// Titel.
  public let title: String
  /// The money.
  public let figures: OverviewFigures
  /// The payback in years: the stated total, else the stated service payback, else the computed total; `nil`
  /// where there is nothing to pay back.
  public let paybackYears: Int?
  /// Whether ``paybackYears`` is computed because none is stated.
  public let isPaybackComputed: Bool
  /// The price level of the figures.
  public let priceLevel: Int
  /// The areas whose money is not converted, because the round has no factor between the two price levels.
  public let unconverted: [ControlArea]

  /// The row of `proposal` in `round`.
  public init(_ proposal: Proposal, round: Round) {
    committee = proposal.presenting ?? (proposal.affected.count == 1 ? proposal.affected.first : nil)
    marker = proposal.isConfidential ? .confidential : proposal.isCrossCutting ? .crossCutting : nil
    number = proposal.id
    title = proposal.title
    let stated = proposal.payback.total ?? proposal.payback.service
    isPaybackComputed = stated == nil
    paybackYears = stated ?? proposal.totalPayback?.covered
    let conversion = PriceConversion(proposal, round: round)
    priceLevel = conversion.implemented
    var sums = OverviewSums(conversion: conversion)
    for line in proposal.lines(in: .implementation) { sums.addInvestment(line) }
    for line in proposal.lines(in: .permanent) { sums.addPermanent(line) }
    figures = sums.figures
    unconverted = sums.unconverted.sorted()
  }
}

/// Adds up the lines of one proposal for its row of the overview.
private struct OverviewSums {
  let conversion: PriceConversion
  private(set) var figures = OverviewFigures()
  private(set) var unconverted: Set<ControlArea> = []

  mutating func addInvestment(_ line: Line) {
    var more = OverviewFigures()
    let amount = converted(line.total, line.controlArea)
    switch line.controlArea {
    case .service: more.service = amount
    case .capital: more.capital = amount
    default: more.other = amount
    }
    figures.add(more)
  }

  /// Fully phased in is the last year of the proposal.
  mutating func addPermanent(_ line: Line) {
    var more = OverviewFigures()
    let amount = -converted(line.figures.last?.amount ?? .zero, line.controlArea)
    if line.controlArea == .service || line.controlArea == nil {
      more.saving = amount
    } else {
      more.transfers = amount
    }
    figures.add(more)
  }

  private mutating func converted(_ amount: Amount, _ area: ControlArea?) -> Fraction {
    let exact = Fraction(amount.oere)
    guard conversion.isNeeded, amount != .zero else { return exact }
    guard let area, let factor = conversion.factor(of: area) else {
      if let area { unconverted.insert(area) }
      return exact
    }
    return exact.multiplied(by: factor) ?? exact
  }
}

/// A proposal's number in the order people expect: `BC2` before `BC10`.
public struct ProposalNumber: Comparable, Sendable {
  private enum Piece: Hashable, Sendable {
    case digits(String)
    case text(String)
  }

  private var pieces: [Piece] = []
  private var whole: String

  /// The number `text`.
  public init(_ text: String) {
    whole = text
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if isDigit, case .digits(let before) = pieces.last {
        pieces[pieces.count - 1] = .digits(before + String(character))
      } else if !isDigit, case .text(let before) = pieces.last {
        pieces[pieces.count - 1] = .text(before + String(character))
      } else {
        pieces.append(isDigit ? .digits(String(character)) : .text(String(character)))
      }
    }
  }

  /// Runs of digits by value, the rest by its letters; equal pieces by the whole text.
  public static func < (left: ProposalNumber, right: ProposalNumber) -> Bool {
    for (first, second) in zip(left.pieces, right.pieces) where first != second {
      switch (first, second) {
      case (.digits(let one), .digits(let two)):
        let (one, two) = (one.drop { $0 == "0" }, two.drop { $0 == "0" })
        if one != two { return one.count == two.count ? one < two : one.count < two.count }
      case (.text(let one), .text(let two)): return one < two
      case (.digits, .text): return true
      case (.text, .digits): return false
      }
    }
    return left.pieces.count == right.pieces.count
      ? left.whole < right.whole : left.pieces.count < right.pieces.count
  }
}
