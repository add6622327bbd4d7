extension Proposal {
  /// What breaks the model's own promises, if anything: as many figures as years in every row, rising years,
  /// ids that occur once, and not too many rows.
  public var invariantTrouble: CanonicalJSONError? {
    if !Proposal.areYears(years) {
      return CanonicalJSONError(
        path: "proposal.years", reason: "the years must rise, each once, between 1900 and 2199")
    }
    if rowCount > Proposal.maximumLines {
      return CanonicalJSONError(
        path: "proposal.lines", reason: "\(rowCount) rows are more than \(Proposal.maximumLines)")
    }
    return lineTrouble ?? allocationTrouble ?? keptTrouble
  }

  private static func areYears(_ years: [Int]) -> Bool {
    years == Array(Set(years)).sorted() && years.allSatisfy { (1900...2199).contains($0) }
  }

  private var rowCount: Int {
    lines.count + allocations.map(\.rows.count).reduce(0, +) + tableOneRows.count
      + keptTables.map(\.rows.count).reduce(0, +)
  }

  private var lineTrouble: CanonicalJSONError? {
    var seen: Set<String> = []
    for (index, line) in lines.enumerated() {
      if line.figures.count != years.count {
        return CanonicalJSONError(
          path: "proposal.lines[\(index)].figures",
          reason: "\(line.figures.count) figures for \(years.count) years")
      }
      if !seen.insert(line.id).inserted {
        return CanonicalJSONError(
          path: "proposal.lines[\(index)].id", reason: "the line id \"\(line.id)\" occurs twice")
      }
    }
    return nil
  }

  private var allocationTrouble: CanonicalJSONError? {
    for (index, table) in allocations.enumerated()
    where table.rows.contains(where: { $0.figures.count != years.count })
      || table.totals.contains(where: { $0.figures.count != years.count })
    {
      return CanonicalJSONError(
        path: "proposal.allocations[\(index)]",
        reason: "a row has not one figure for each of the \(years.count) years")
    }
    return nil
  }

  /// A heading has no figures; every other kept row has one for each year of its table.
  private var keptTrouble: CanonicalJSONError? {
    for (index, kept) in tableOneRows.enumerated()
    where kept.row.figures.count != years.count || kept.linesAbove < 0 {
      return CanonicalJSONError(
        path: "proposal.tableOneRows[\(index)]",
        reason: "the row has not one figure for each of the \(years.count) years, or no place")
    }
    for (index, table) in keptTables.enumerated() {
      let isWhole = table.rows.allSatisfy { row in
        row.figures.count == (row.kind == .heading ? 0 : table.years.count)
      }
      guard isWhole, Proposal.areYears(table.years) else {
        return CanonicalJSONError(
          path: "proposal.keptTables[\(index)]",
          reason: "the years do not rise, or a row has not one figure for each of them")
      }
    }
    return nil
  }
}
