import AllocationTables
import Findings
import Forms
import ProposalModel
import Reading

extension Rule {
  /// An amount is of the magnitude of its line, in its own table and in the others.
  static let magnitudesAreAlike = Rule(
    "MagnitudesAreAlike", [.magnitudeSuspicious],
    statement: "Et beløb har samme størrelsesorden som linjens andre beløb og som i de andre tabeller.",
    reason: "Et beløb i kr. i en kolonne i 1.000 kr. er 1.000 gange for stort.",
    tables: { check in MagnitudeCheck(check.read).run(&check) },
    proposal: { check in
      guard !check.isFromTables else { return }
      let rows = check.proposal.lines.filter { $0.condition != .notCounted && $0.section != .loan }
        .map { AmountRow($0, in: check) }
      for row in rows {
        MagnitudeCheck.report(row, Magnitude.suspects(in: row), table: nil) { check.report($0) }
      }
      if let found = check.paybackDoubt.amountInKroner {
        MagnitudeCheck.report(found.row, found.suspects, years: found.years, table: nil) { check.report($0) }
      }
    })
}

/// The magnitudes of the lines of all tables of one proposal.
private struct MagnitudeCheck {
  let tables: [ReadTable]
  /// The lines of Tabel 1, by section and words.
  private let inTableOne: [LineName: [ReadRow]]

  /// What a line of Tabel 1 is found by.
  private struct LineName: Hashable {
    var section: LineSection?
    var key: String
  }

  /// A row that is off, with the tables in which the same amounts stand again.
  private struct Found {
    var row: AmountRow
    var suspects: [Magnitude.Suspect]
    var isInOther: Bool
    var table: ReadTable
    var again: [(table: String, row: AmountRow)] = []
  }

  init(_ read: ReadTables) {
    let known = read.tables.filter { $0.kind != nil }
    tables = known.filter { $0.kind == .tableOne } + known.filter { $0.kind != .tableOne }
    inTableOne = Dictionary(grouping: read.tableOne?.lines ?? []) {
      LineName(section: $0.row.section, key: Spelling.key($0.row.text))
    }
  }

  func run(_ check: inout TableCheck) {
    // A detail table that repeats a line repeats its mistake: that is one finding, by the amounts.
    var found: [[Int: Amount]: Found] = [:]
    var order: [[Int: Amount]] = []
    for table in tables where table.kind != .administration {
      let rows = table.lines.map { AmountRow($0, of: table) }
      let between = rows.map { table.kind == .tableOne ? [] : against(tableOne: $0, check) }
      if MagnitudeCheck.isWhole(rows, between) {
        check.report(MagnitudeCheck.wholeTable(table, rows, between))
        continue
      }
      for (row, others) in zip(rows, between) {
        let own = Magnitude.suspects(in: row)
        guard !own.isEmpty || !others.isEmpty else { continue }
        let key = Self.byYear(row)
        if found[key] != nil {
          found[key]?.again.append((table.name, row))
        } else {
          order.append(key)
          found[key] = Found(
            row: row, suspects: own.isEmpty ? others : own, isInOther: own.isEmpty, table: table)
        }
      }
    }
    for item in order.compactMap({ found[$0] }) { report(item, &check) }
    guard let amount = PaybackDoubt(check).amountInKroner else { return }
    MagnitudeCheck.report(amount.row, amount.suspects, years: amount.years, table: check.tableOne?.name) {
      check.report($0)
    }
  }

  private func report(_ item: Found, _ check: inout TableCheck) {
    let again = item.again.flatMap { other in
      item.suspects.compactMap { suspect in
        other.row.years.firstIndex(of: item.row.years[suspect.index]).map { other.row.seats[$0] }
      }
    }
    MagnitudeCheck.report(
      item.row, item.suspects, isInOther: item.isInOther, table: item.table.name,
      alsoIn: item.again.map(\.table), accusing: Set(again)
    ) { check.report($0) }
  }

  private static func byYear(_ row: AmountRow) -> [Int: Amount] {
    var amounts: [Int: Amount] = [:]
    for (year, amount) in zip(row.years, row.amounts) where amount.isMoney {
      amounts[year] = amount
    }
    return amounts
  }

  /// The amounts of a row that are a thousand times, or a thousandth of, what Tabel 1 has for the same line
  /// and year.
  private func against(tableOne row: AmountRow, _ check: TableCheck) -> [Magnitude.Suspect] {
    let name = LineName(section: row.section, key: Spelling.key(row.text))
    guard let one = check.tableOne, let lines = inTableOne[name], lines.count == 1, let line = lines.first
    else { return [] }
    // Where Tabel 1 itself is off, its own row is told.
    let off = Set(Magnitude.suspects(in: AmountRow(line, of: one)).map(\.index))
    return row.years.enumerated().compactMap { index, year in
      guard let place = one.years.firstIndex(of: year), !off.contains(place), let right = line.amount(place),
        right != .zero,
        let found = row.amounts[index], found != .zero,
        found.dividedByThousand == right || found.timesThousand == right
      else { return nil }
      return Magnitude.Suspect(index: index, found: found, likely: right, factor: .thousand)
    }
  }

  /// Whether every line of a table of several is off in every year: then the table is in another unit.
  private static func isWhole(_ rows: [AmountRow], _ suspects: [[Magnitude.Suspect]]) -> Bool {
    let filled = zip(rows, suspects).filter { $0.0.hasMoney }
    return filled.count > 1 && filled.allSatisfy { $0.0.money.count == $0.1.count }
  }

  private static func wholeTable(
    _ table: ReadTable, _ rows: [AmountRow], _ suspects: [[Magnitude.Suspect]]
  ) -> Judgement {
    let indices = zip(rows, suspects).flatMap { row, found in found.map { (row, $0) } }
    let cells = indices.compactMap { $0.0.places[$0.1.index].cell }
    return Judgement(Catalogue.magnitudeOfTable(table.name, at: table.place(cells.first), cells: cells))
  }

  /// Reports the suspects of one row as one finding.
  static func report(
    _ row: AmountRow, _ suspects: [Magnitude.Suspect], isInOther: Bool = false, years: Int? = nil,
    table: String?, alsoIn others: [String] = [], accusing again: Set<Seat> = [],
    _ report: (Judgement) -> Void
  ) {
    guard let first = suspects.first else { return }
    let (place, cells) = row.spot(suspects.map(\.index))
    let amounts = suspects.map {
      MagnitudeWords(year: row.years[$0.index], found: $0.found, likely: $0.likely)
    }
    let basis: MagnitudeWords.Basis =
      years.map { .payback($0) } ?? (isInOther ? .tableOne : .otherYears)
    report(
      Judgement(
        Catalogue.magnitudeSuspicious(
          row.text, table: table, alsoIn: others, amounts, isTenfold: first.factor == .ten, basis: basis,
          at: place,
          cells: cells),
        accusing: again.union(suspects.map { row.seats[$0.index] })))
  }
}
