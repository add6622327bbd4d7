public import AllocationTables
import Distribution
public import Output
public import ProposalModel

/// Explains numbers of a proposal's tables: the command `fordel explain`.
///
/// ```swift
/// let explainer = Explainer(proposal, round: round, origins: item.origins, file: item.file)
/// let explanation = try explainer.explain(table: "A", row: "Socialudvalget", year: 2023)
/// print(explanation.danish)
/// ```
public struct Explainer: Sendable {
  package let proposal: Proposal
  package let round: Round
  package let origins: Origins
  package let file: String
  package let options: TableOptions
  package let tables: ProposalTables

  /// An explainer of `proposal`, whose fields were read from the places of `origins`.
  public init(
    _ proposal: Proposal, round: Round, origins: Origins, file: String, options: TableOptions = TableOptions()
  ) {
    self.proposal = proposal
    self.round = round
    self.origins = origins
    self.file = file
    self.options = options
    tables = ProposalTables(proposal, round: round, options: options)
  }

  /// Explains the cells of a table that a row's name and a year point to. A table, row or year that is not
  /// there is a usage failure with the nearest name.
  ///
  /// - Parameters:
  ///   - code: the table's short name, `A`, `1` or `Fordeling`; `Tabel A` is understood too.
  ///   - name: the row as printed, a committee or unit as people write it, a line's text or id, or `Total`.
  ///   - year: the column.
  public func explain(table code: String, row name: String, year: Int) throws(FileFailure) -> Explanation {
    let table = try table(code)
    guard let column = table.years.firstIndex(of: year) else {
      let years = table.years.map(String.init).joined(separator: ", ")
      throw failure("--year \(year)", "Tabel \(table.code) har ikke året \(year); den har \(years).")
    }
    let names = RowNames(table: table, round: round)
    let places = names.rows(named: name)
    guard !places.isEmpty else {
      throw failure(
        "--row \(name)", "Tabel \(table.code) har ingen række »\(name)«. \(names.suggestion(for: name))")
    }
    return Explanation(
      proposal: proposal.id, title: proposal.title, file: file, table: table.code, caption: table.caption,
      year: year, unit: table.unit,
      priceLevel: table.priceLevel, rounding: options.policy,
      cells: places.map {
        CellExplainer(explainer: self, table: table, names: names, column: column).cell(of: table.rows[$0])
      })
  }

  private func table(_ code: String) throws(FileFailure) -> BudgetTable {
    let wanted = Spelling.key(code)
    let short = wanted.hasPrefix("tabel") ? String(wanted.dropFirst(5)) : wanted
    if let table = tables.tables.first(where: { Spelling.key($0.code) == short }) { return table }
    let codes = tables.tables.map(\.code)
    let nearest =
      Spelling.nearest(to: code, among: codes.filter { $0.count > 1 }).map { " Mente du »\($0)«?" } ?? ""
    throw failure(
      "--table \(code)",
      "Forslaget har ingen tabel »\(code)«; det har \(codes.joined(separator: ", ")).\(nearest)")
  }

  private func failure(_ option: String, _ message: String) -> FileFailure {
    FileFailure(file: option, status: .usage, message: message)
  }

  /// The line of an id as it stands behind a cell, with its place and the reason for its rule.
  package func line(_ id: String, column: Int) -> ExplainedLine? {
    guard let line = proposal.lines.first(where: { $0.id == id }) else { return nil }
    var explained = ExplainedLine(
      line: id, text: line.text, figure: line.figures[column],
      place: ExplainedPlace(origins.places[.figure(id, year: proposal.years[column])]))
    guard let (rule, source) = proposal.effectiveRule(of: line) else { return explained }
    explained.rule = rule.spelling
    explained.ruleSource = source
    explained.rulePlace = ExplainedPlace(origins.places[Explainer.field(of: source, line: id)])
    return explained
  }

  private static func field(of source: RuleSource, line id: String) -> FieldKey {
    switch source {
    case .line: .line(id, .rule)
    case .lineCommittee: .line(id, .committee)
    case .proposal: .proposal(.rule)
    case .presenting: .proposal(.presenting)
    case .ticked: .proposal(.affected)
    }
  }
}
