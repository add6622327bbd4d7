public import AllocationTables
package import Distribution
public import Intake
public import Kvantum
public import Output
public import ProposalModel
import Spreadsheet

/// The overview (Bilag 2) as a workbook, CSV or JSON, chosen by the ending of the file.
public struct OverviewReport: Sendable {
  /// The figures.
  public var overview: Overview
  /// The round's name and committees.
  public var round: Round
  /// Files whose proposals could not be read and so are not in the figures, each with the reason, in Danish.
  public var missing: [String] = []
  /// Which of several files with one proposal were passed over, and why, in Danish.
  public var versions: [String] = []

  /// Whether only adopted proposals are in the figures.
  public private(set) var isDecided = false
  /// The proposals that are not in the figures because of their decision, each with the reason, in Danish.
  public private(set) var leftOut: [String] = []

  /// Tells of files that could not be used.
  public mutating func note(_ left: LeftFiles) {
    missing = left.missing
    leftOut += left.leftOut
  }

  /// A report of `overview`, with the names of `round`.
  public init(_ overview: Overview, round: Round) {
    self.overview = overview
    self.round = round
  }

  /// The columns behind the title, in printed order.
  package enum Column: CaseIterable {
    case service, capital, other, saving, transfers, payback

    package var header: String {
      switch self {
      case .service: "Investeringer: Service"
      case .capital: "Investeringer: Anlæg"
      case .other: "Investeringer: Øvrige"
      case .saving: "Effektivisering v. fuld indfasning"
      case .transfers: "(effekt på overførsler mv.)"
      case .payback: "Tilbagebetalingstid, år"
      }
    }

    /// The exact øre of a row or total; `nil` for the payback.
    package func money(_ figures: OverviewFigures) -> Fraction? {
      switch self {
      case .service: figures.service
      case .capital: figures.capital
      case .other: figures.other
      case .saving: figures.saving
      case .transfers: figures.transfers
      case .payback: nil
      }
    }
  }

  /// The columns before the figures.
  package static let leading = ["Udvalg", "", "Nr.", "Forslag"]

  /// The printed caption.
  package static let caption = "Bilag 2. Oversigt over indkomne investeringsforslag"

  /// Print has no column for investments outside Service and Anlæg; it appears where there are any, so that
  /// no money is hidden.
  package var columns: [Column] {
    let hasOther = overview.rows.contains { $0.figures.other != .zero }
    return Column.allCases.filter { $0 != .other || hasOther }
  }

  /// What a reader must know about the figures, in Danish.
  public var remarks: [String] {
    var remarks = missing.map { "Mangler i oversigten: \($0)" }
    remarks += versions.map { "Valgt version: \($0)" }
    if isDecided { remarks.append("Kun vedtagne forslag er med.") }
    remarks += leftOut.map { "Udeladt efter beslutningslisten: \($0)." }
    if overview.rows.contains(where: { $0.marker == .crossCutting }) {
      remarks.append("* Tværgående forslag.")
    }
    if overview.rows.contains(where: { $0.marker == .confidential }) {
      remarks.append("** Fortrolige forslag.")
    }
    for row in overview.rows where !row.unconverted.isEmpty {
      let areas = row.unconverted.map(\.rawValue).joined(separator: ", ")
      remarks.append(
        "\(row.number): runden har ingen prisfaktor for \(areas); beløbet står i forslagets eget prisniveau.")
    }
    for row in overview.rows where row.isPaybackComputed && row.paybackYears != nil {
      remarks.append("\(row.number): forslaget oplyser ingen tilbagebetalingstid; den viste er beregnet.")
    }
    if overview.priceLevel == nil, !overview.rows.isEmpty {
      remarks.append("Forslagene udmøntes i forskellige prisniveauer, så I alt blander dem.")
    }
    if overview.totals.isTooLarge {
      remarks.append("Et beløb er for stort til at lægges nøjagtigt sammen; I alt kan ikke bruges.")
    }
    return remarks
  }

  /// `Mio. kr., 2022 p/l`.
  package var unitText: String { "Mio. kr." + (overview.priceLevel.map { ", \($0) p/l" } ?? "") }

  /// The finished file: `.xlsx`, `.csv` or `.json` by the name; CSV for `-`.
  public func bytes(for file: String) throws(FileFailure) -> [UInt8] {
    switch OutputKind(file) {
    case .xlsx:
      do { return try OverviewWorkbook(report: self).bytes() } catch { throw FileFailure(file: file, error) }
    case .json: return try json(file: file)
    case .csv: return csv
    case nil: throw OutputKind.failure(file)
    }
  }

  private var csv: [UInt8] {
    var writer = CSVWriter(.excelDanish)
    writer.append(
      (OverviewReport.leading + columns.map(\.header)).map { $0.isEmpty ? .text("Markering") : .text($0) })
    for row in overview.rows {
      let leading: [CSVField] = [
        row.committee.map { .text($0) } ?? .blank, row.marker.map { .text($0.rawValue) } ?? .blank,
        .text(row.number), .text(row.title),
      ]
      writer.append(leading + columns.map { field($0, row.figures, row.paybackYears) })
    }
    writer.append([.text("I alt"), .blank, .blank, .blank] + columns.map { field($0, overview.totals, nil) })
    return writer.bytes
  }

  /// A figure rounded alone to one decimal, as print has it; no transfers are blank.
  private func field(_ column: Column, _ figures: OverviewFigures, _ payback: Int?) -> CSVField {
    guard let money = column.money(figures) else {
      return payback.map { .number(DecimalNumber($0)) } ?? .blank
    }
    if column == .transfers, money == .zero { return .blank }
    return DecimalNumber(money, per: 100_000_000, places: 1).map { .number($0) } ?? .blank
  }

  // MARK: JSON

  private struct Document: Encodable {
    var caption: String
    var round: String
    var priceLevel: Int?
    var unit: String
    var rows: [Row]
    var total: Money
    var remarks: [String]
  }

  private struct Row: Encodable {
    var committee: String?
    var marker: String?
    var number: String
    var title: String
    var money: Money
    var paybackYears: Int?
    var isPaybackComputed: Bool
  }

  /// Printed millions with one decimal, and exact øre as whole numbers or fractions.
  private struct Money: Encodable {
    var service: String
    var capital: String
    var other: String?
    var saving: String
    var transfers: String?
    var exactOere: [String: String]

    init(_ figures: OverviewFigures) {
      service = Overview.millions(figures.service)
      capital = Overview.millions(figures.capital)
      other = figures.other == .zero ? nil : Overview.millions(figures.other)
      saving = Overview.millions(figures.saving)
      transfers = figures.transfers == .zero ? nil : Overview.millions(figures.transfers)
      exactOere = [
        "service": "\(figures.service)", "capital": "\(figures.capital)", "other": "\(figures.other)",
        "saving": "\(figures.saving)",
        "transfers": "\(figures.transfers)",
      ]
    }
  }

  private func json(file: String) throws(FileFailure) -> [UInt8] {
    let document = Document(
      caption: OverviewReport.caption, round: round.name, priceLevel: overview.priceLevel, unit: "mio. kr.",
      rows: overview.rows.map { row in
        Row(
          committee: row.committee, marker: row.marker?.rawValue, number: row.number, title: row.title,
          money: Money(row.figures),
          paybackYears: row.paybackYears, isPaybackComputed: row.isPaybackComputed && row.paybackYears != nil)
      }, total: Money(overview.totals), remarks: remarks)
    do { return try CanonicalJSON.encodeDocument(document) } catch {
      throw FileFailure(
        file: file, status: .inputOutput, message: "Oversigten kan ikke skrives som JSON (\(error)).")
    }
  }
}

/// What a run keeps of a proposal for the overview.
public struct OverviewEntry: Sendable {
  /// The row; `nil` where the proposal's round is not known.
  public var row: OverviewRow?
  /// The round.
  public var round: Round?

  /// The row of a proposal that was read.
  public init(_ proposal: Proposal, from item: IntakeItem) {
    round = item.round
    row = item.round.map { OverviewRow(proposal, round: $0) }
  }
}

extension OverviewReport {
  /// A report of the rows of a run; it has the name of the first one's round. Fails where there are none;
  /// `file` is named in the failure.
  ///
  /// With `decisions` only adopted proposals are shown and added up; the others are told in ``remarks``.
  public init(_ entries: [OverviewEntry], decisions: DecisionList? = nil, for file: String)
    throws(FileFailure)
  {
    guard let round = entries.lazy.compactMap(\.round).first else {
      throw FileFailure(file: file, status: .findings, message: "Der er ingen forslag at vise.")
    }
    let all = entries.compactMap(\.row)
    guard let decisions else {
      self.init(Overview(rows: all), round: round)
      return
    }
    let rows = all.filter { decisions.use(of: $0.number) == .adopted }
    self.init(Overview(rows: rows), round: round)
    isDecided = true
    leftOut = all.compactMap { row in
      switch decisions.use(of: row.number) {
      case .adopted: nil
      case .notAdopted: "\(row.number): \(decisions.decision(on: row.number)?.words ?? "")"
      case .leftOut(let reason): "\(row.number): \(reason)"
      }
    }
  }
}
