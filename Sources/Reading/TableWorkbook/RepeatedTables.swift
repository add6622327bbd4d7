import AllocationTables
import Findings
import Forms
import ProposalModel

/// The same table twice: a sheet that was copied, a Tabel 1 pasted a second time. Only the first is read.
enum RepeatedTables {
  /// Takes repeated tables out of `read` and tells of them.
  static func remove(_ read: inout ReadTables) {
    var kept: [ReadTable] = []
    for table in read.tables {
      guard let first = kept.first(where: { isSame($0, table) }) else {
        kept.append(table)
        continue
      }
      read.findings.append(
        Catalogue.tableRepeated(
          table.name, other: place(first), difference: difference(first, table),
          at: table.place(table.captionCell ?? table.headerCell)))
      read.repeated.append(table)
    }
    read.tables = kept
    otherEconomies(&read)
  }

  /// A further table with the words of Tabel 1 under another caption is the economy of a part of the proposal.
  private static func otherEconomies(_ read: inout ReadTables) {
    guard let first = read.tables.firstIndex(where: { $0.kind == .tableOne }) else { return }
    for index in read.tables.indices where index > first && read.tables[index].kind == .tableOne {
      read.tables[index].kind = .delivery
    }
  }

  private static func place(_ table: ReadTable) -> String {
    table.sheet.map { "arket »\($0)«" } ?? "\(table.captionCell ?? table.headerCell)"
  }

  /// Whether two tables are one by kind and caption; the deliveries' tables share their caption in print, and
  /// are told apart by their numbers or lines.
  private static func isSame(_ first: ReadTable, _ second: ReadTable) -> Bool {
    guard let kind = first.kind, kind == second.kind, first.area == second.area else { return false }
    let sameWords =
      Spelling.key(TableWords.captionWords(first.caption))
      == Spelling.key(TableWords.captionWords(second.caption))
    let sameLines = lineTexts(first) == lineTexts(second)
    guard sameWords || kind == .tableOne else { return false }
    if kind == .delivery { return sameWords && sameLines && first.code == second.code }
    if kind == .tableOne { return sameLines || (sameWords && first.code == second.code) }
    return sameLines || (first.code == second.code && overlaps(first, second))
  }

  private static func lineTexts(_ table: ReadTable) -> [String] {
    table.rows.filter { $0.row.kind == .line && !$0.isBlank }.map { Spelling.key($0.row.text) }
  }

  private static func overlaps(_ first: ReadTable, _ second: ReadTable) -> Bool {
    !Set(lineTexts(first)).isDisjoint(with: lineTexts(second))
  }

  /// What the two say differently; `nil` where they say the same.
  private static func difference(_ first: ReadTable, _ second: ReadTable) -> String? {
    if first.unit != second.unit || first.years != second.years { return "enhed eller år er andre" }
    let (left, right) = (first.rows.filter { !$0.isBlank }, second.rows.filter { !$0.isBlank })
    if left.count != right.count { return "\(right.count) rækker i stedet for \(left.count)" }
    for (one, other) in zip(left, right) {
      if !Spelling.same(one.row.text, other.row.text) {
        return "»\(other.row.text)« i stedet for »\(one.row.text)«"
      }
      for (index, year) in first.years.enumerated() where one.row.figures.indices.contains(index) {
        let (a, b) = (one.amount(index), other.amount(index))
        if a != b {
          let shown = [b, a].map { $0.map { $0.danish(in: first.unit) } ?? "?" }
          return "\(shown[0]) i stedet for \(shown[1]) i \(year) (\(other.figureCells[index]))"
        }
      }
      if one.row.controlArea != other.row.controlArea || one.accountText != other.accountText {
        return "styringsområde eller bevilling i »\(other.row.text)« er en anden"
      }
    }
    return nil
  }
}
