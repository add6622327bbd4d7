import AllocationTables
import Findings
import ProposalModel
import Reading

/// The line that explains why a table does not add up or agree with another: it is missing, or has other
/// amounts elsewhere.
struct SuspectLine {
  /// What to say about it, in Danish.
  package private(set) var sentence: String
  /// The figures of the line in the two tables, by sheet, if it stands in both.
  package private(set) var cells: [(sheet: String?, cells: [String])] = []

  /// Looks for the line behind `gaps`, the amounts by year that the lines of a table lack.
  /// - Parameters:
  ///   - index: the table whose lines do not add up.
  ///   - section: the section in question.
  ///   - wanted: which lines of Tabel 1 are in question.
  init?(
    table index: Int, section: LineSection, gaps: [Int: Amount], in check: TableCheck,
    wanted: (Int) -> Bool = { _ in true }
  ) {
    guard let place = check.tableOneIndex, let links = check.links, !gaps.isEmpty else { return nil }
    let tables = check.read.tables
    let one = tables[place]
    let loose = links.unattached.filter {
      tables[$0.table].rows[$0.row].row.section == section && tables[$0.table].rows[$0.row].hasMoney
    }
    let childless = one.rows.indices.filter { row in
      one.rows[row].row.kind == .line && one.rows[row].row.section == section && one.rows[row].hasMoney
        && wanted(row)
        && links.children[row] == nil
    }
    if index == place {
      if let found = loose.first(where: {
        SuspectLine.amounts(tables[$0.table].rows[$0.row], tables[$0.table].years) == gaps
      }) {
        self.init(
          sentence: SuspectLine.missing(tables[found.table].rows[found.row], of: tables[found.table], in: one)
        )
        return
      }
    } else if let found = childless.first(where: {
      SuspectLine.amounts(one.rows[$0], one.years, of: tables[index].years) == gaps
    }) {
      self.init(sentence: SuspectLine.missing(one.rows[found], of: one, in: tables[index]))
      return
    }
    for reference in loose where index == place || reference.table == index {
      for line in childless {
        let (here, there) = (tables[reference.table].rows[reference.row], one.rows[line])
        let theirs = SuspectLine.amounts(here, tables[reference.table].years)
        let mine = SuspectLine.amounts(there, one.years)
        let difference = SuspectLine.difference(
          index == place ? mine : theirs, index == place ? theirs : mine)
        guard difference == gaps else { continue }
        self.init(
          here, tables[reference.table], there, one, years: gaps.keys.sorted(), isInOne: index == place)
        return
      }
    }
    return nil
  }

  private init(
    _ detail: ReadRow, _ table: ReadTable, _ line: ReadRow, _ one: ReadTable, years: [Int], isInOne: Bool
  ) {
    func amount(_ row: ReadRow, _ years: [Int], _ year: Int) -> Amount {
      years.firstIndex(of: year).flatMap { row.amount($0) } ?? .zero
    }
    let found = years.map { amount(detail, table.years, $0) }
    let right = years.map { amount(line, one.years, $0) }
    func list(_ amounts: [Amount]) -> String {
      zip(amounts, years).map { "\(Catalogue.amount($0, table.unit)) (\($1))" }.joined(separator: ", ")
    }
    let slips = zip(found, right).map {
      ArithmeticSlip(found: isInOne ? $1 : $0, right: isInOne ? $0 : $1, unit: table.unit)
    }
    let slip = Set(slips).count == 1 ? slips.first.flatMap { $0 } : nil
    let words =
      "I \(table.name) står \(list(found)) på linjen \(Catalogue.quoted(detail.row.text)), i \(one.name) \(list(right))"
      + (slip.map { ": \($0.danish)." } ?? ".")
    func cells(_ row: ReadRow, _ table: ReadTable) -> [String] {
      years.compactMap { year in table.years.firstIndex(of: year).map { row.figureCells[$0] } }
    }
    self.init(sentence: words, cells: [(table.sheet, cells(detail, table)), (one.sheet, cells(line, one))])
  }

  private init(sentence: String, cells: [(sheet: String?, cells: [String])] = []) {
    self.sentence = sentence
    self.cells = cells
  }

  private static func missing(_ row: ReadRow, of table: ReadTable, in other: ReadTable) -> String {
    "Linjen \(Catalogue.quoted(row.row.text)) i \(table.name) mangler i \(other.name)."
  }

  /// The amounts that are not zero, by year; of `wanted` years only, if given.
  private static func amounts(_ row: ReadRow, _ years: [Int], of wanted: [Int]? = nil) -> [Int: Amount] {
    var amounts: [Int: Amount] = [:]
    for (index, year) in years.enumerated() where wanted?.contains(year) ?? true {
      if let amount = row.amount(index), amount != .zero { amounts[year] = amount }
    }
    return amounts
  }

  /// What must be added to the first to give the second; years without a difference left out.
  private static func difference(_ first: [Int: Amount], _ second: [Int: Amount]) -> [Int: Amount] {
    var result = second
    for (year, amount) in first { result[year] = (result[year] ?? .zero) - amount }
    return result.filter { $0.value != .zero }
  }
}
