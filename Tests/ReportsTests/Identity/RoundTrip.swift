import AllocationTables
@testable import Forms
@testable import Intake
import ProposalModel
import Reading
@testable import Reports
import Spreadsheet
import Foundation
import TestSupport

/// Sends a proposal out in one format and takes it in again, all in memory.
enum RoundTrip {
  /// Proposal → filled entry workbook → proposal.
  static func throughEntryWorkbook(_ proposal: Proposal, _ round: Round) throws -> EntryWorkbook.Import {
    let bytes = try EntryWorkbook.bytes(round: round, proposal: proposal)
    return EntryWorkbook.read(try XLSXReader.read(bytes: bytes), file: "\(proposal.id).xlsx", round: round)
  }

  /// Proposal → table workbook → proposal.
  static func throughTableWorkbook(_ proposal: Proposal, _ round: Round) throws -> [ReadTables] {
    let bytes = try export(proposal, round, format: .xlsx)[0].bytes
    return TableWorkbookReader.read(
      try XLSXReader.read(bytes: bytes), file: "\(proposal.id).xlsx", round: round,
      keys: EntryWorkbook.keyReading(of: "\(proposal.id).xlsx", isText: false))
  }

  /// Proposal → CSV files in a folder → proposals.
  static func throughCSV(
    _ proposal: Proposal, _ round: Round, layout: CSVLayout, dialect: CSVDialect = .excelDanish
  ) throws -> [IntakeItem] {
    let folder = try TemporaryFolder()
    for file in try export(proposal, round, format: .csv, layout: layout, dialect: dialect) {
      try folder.write(file.bytes, to: file.name)
    }
    let (items, unread) = Intake(round: round).read([folder.url.path])
    if let file = unread.first { throw file.failure }
    return items
  }

  /// The files of an export of all tables.
  static func export(
    _ proposal: Proposal, _ round: Round, format: ExportFormat, layout: CSVLayout = .wide,
    dialect: CSVDialect = .excelDanish
  ) throws -> [TableExport.File] {
    guard let all = TableSelection(parsing: "all") else { return [] }
    return try TableExport(selection: all, format: format, layout: layout, dialect: dialect).files(
      for: proposal, round: round
    ).files
  }
}

/// Everything that the exported tables show of a proposal; the page about table workbooks says what they do
/// not.
struct ShownByTables: Equatable {
  var front: [String]
  var hearings: [Hearing]
  var tables: [BudgetTable]

  /// - Parameters:
  ///   - hasFrontPage: whether the format carries `Forslag` and `Høring`; CSV does not.
  ///   - hasPaybacks: whether it carries the rows of stated paybacks; the long CSV does not.
  init(_ proposal: Proposal, _ round: Round, hasFrontPage: Bool = true, hasPaybacks: Bool = true) {
    hearings = hasFrontPage ? proposal.hearings : []
    front = hasFrontPage ? ShownByTables.front(proposal) : [proposal.id]
    tables = ProposalTables(proposal, round: round).tables.filter { $0.kind != .administration }.map {
      table in
      var table = table
      for index in table.rows.indices {
        table.rows[index].lineIDs = []
        table.rows[index].basis = nil
      }
      // The long CSV has one row per amount of a line: no headings, paybacks, memos and sums.
      if !hasPaybacks { table.rows.removeAll { $0.kind != .line } }
      return table
    }
  }

  /// The proposal without what no table with texts and totals in one column can show: texts that say of a row
  /// that it is a total or a heading, and spaces and line breaks at the ends of texts and beside each other.
  static func readable(_ proposal: Proposal) -> Proposal {
    var proposal = proposal
    for index in proposal.lines.indices {
      let isBlank = proposal.lines[index].figures.allSatisfy { $0 == .blank }
      proposal.lines[index].text = readable(proposal.lines[index].text, isBlank)
      proposal.lines[index].tableOneItem = proposal.lines[index].tableOneItem.map { readable($0, isBlank) }
    }
    return proposal
  }

  /// The proposal without texts of lines that are a total's (`I alt …`): among the lines of the entry workbook
  /// such a row is a total, whatever else is filled in.
  static func withoutTotals(_ proposal: Proposal) -> Proposal {
    var proposal = proposal
    for index in proposal.lines.indices where TableWords.isUsualTotal(proposal.lines[index].text) {
      proposal.lines[index].text = "Linje " + proposal.lines[index].text.filter(\.isNumber)
    }
    return proposal
  }

  /// The proposal without what the entry workbook does not carry: where a line's control area was read.
  static func entered(_ proposal: Proposal) -> Proposal {
    var proposal = proposal
    for index in proposal.lines.indices { proposal.lines[index].controlAreaSource = nil }
    return proposal
  }

  /// The proposal without runs of spaces in the texts of its lines, which no format of tables keeps.
  static func tidy(_ proposal: Proposal) -> Proposal {
    var proposal = proposal
    for index in proposal.lines.indices {
      proposal.lines[index].text = Spelling.tidy(proposal.lines[index].text)
      proposal.lines[index].tableOneItem = proposal.lines[index].tableOneItem.map(Spelling.tidy)
    }
    return proposal
  }

  private static func readable(_ text: String, _ isBlank: Bool) -> String {
    let tidy = Spelling.tidy(text)
    let isLine = TableWords.row(tidy) == nil && (!isBlank || TableWords.section(tidy) == nil)
    return isLine ? tidy : "Linje " + tidy.filter(\.isNumber) + "x"
  }

  private static func front(_ proposal: Proposal) -> [String] {
    let fields: [String?] = [
      proposal.id, proposal.title, proposal.kind.rawValue, proposal.round, proposal.presenting,
      proposal.affected.joined(separator: ","),
      proposal.funding, proposal.priceLevel.map(String.init), proposal.implementedPriceLevel.map(String.init),
      proposal.risk,
      proposal.payback.service.map(String.init), proposal.payback.total.map(String.init),
      proposal.rule?.spelling,
      String(proposal.isCrossCutting), String(proposal.isConfidential), proposal.originInnovation,
      proposal.tieStart.map(String.init),
    ]
    return fields.map { $0 ?? "–" }
  }

  /// The first difference, for a failing test to show.
  func difference(from other: ShownByTables) -> String? {
    for (mine, theirs) in zip(front, other.front) where mine != theirs {
      return "front page: \(mine) → \(theirs)"
    }
    if hearings != other.hearings { return "hearings: \(hearings) → \(other.hearings)" }
    if tables.map(\.caption) != other.tables.map(\.caption) {
      return "tables: \(tables.map(\.caption)) → \(other.tables.map(\.caption))"
    }
    for (mine, theirs) in zip(tables, other.tables) where mine != theirs {
      if mine.rows.count != theirs.rows.count {
        return
          "\(mine.caption): \(mine.rows.map(ShownByTables.text)) → \(theirs.rows.map(ShownByTables.text))"
      }
      for (one, two) in zip(mine.rows, theirs.rows) where one != two {
        return "\(mine.caption): \(ShownByTables.text(one)) → \(ShownByTables.text(two))"
      }
      return
        "\(mine.caption): \(mine.unit) \(mine.priceLevel ?? 0) \(mine.years) → \(theirs.unit) \(theirs.priceLevel ?? 0) \(theirs.years)"
    }
    return nil
  }

  private static func text(_ row: TableRow) -> String {
    let figures = row.figures.map { figure in
      switch figure {
      case .blank: "∅"
      case .dash: "-"
      case .amount(let amount): amount.danish()
      }
    }
    let parts = [
      "\(row.kind)", row.section?.rawValue, row.text, row.controlArea?.rawValue, row.recipient?.spelling,
      row.part?.rawValue,
      row.account?.printed, row.paybackYears.map(String.init),
    ]
    return "[" + parts.map { $0 ?? "·" }.joined(separator: "|") + " " + figures.joined(separator: " ") + "]"
  }
}

/// What CSV files of a layout show.
func shownByCSV(_ proposal: Proposal, _ round: Round, _ layout: CSVLayout) -> ShownByTables {
  ShownByTables(proposal, round, hasFrontPage: false, hasPaybacks: layout == .wide)
}

/// The first difference between two proposals, as a line of their canonical JSON.
func firstDifference(_ left: Proposal, _ right: Proposal?) -> String? {
  guard let right else { return "nothing was read" }
  guard left != right else { return nil }
  guard let one = try? CanonicalJSON.encode(left), let two = try? CanonicalJSON.encode(right) else {
    return "not JSON"
  }
  let (lines, others) = (
    String(decoding: one, as: UTF8.self).split(separator: "\n"),
    String(decoding: two, as: UTF8.self).split(separator: "\n")
  )
  for (index, (mine, theirs)) in zip(lines, others).enumerated() where mine != theirs {
    return "line \(index + 1): \(mine) → \(theirs)"
  }
  return lines.count == others.count
    ? "differs outside its JSON" : "\(lines.count) lines → \(others.count) lines"
}
