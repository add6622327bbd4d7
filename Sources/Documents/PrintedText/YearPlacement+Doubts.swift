/// What makes the figures of a row doubtful although each has a year: they are told and stand in none.
extension YearPlacement {
  /// Whether the row is doubtful for any reason.
  func isDoubtful(_ place: RowPlace) -> Bool {
    isHomeless(place) || isContradicted(place) || isOfColumns(place) || isBesideRest(place)
      || isOfTwoRows(place) || isPerhapsCode(place) || isRestOfLabel(place) || isElsewhere(place)
  }

  /// Figures that stand in no row: without words and fewer than the years, or between a committee's two words.
  private func isHomeless(_ place: RowPlace) -> Bool {
    let (row, table) = (self[place], tables[place.table])
    let hasShares = table.rows.contains { $0.share != nil }
    if table.hasCommittees { return (row.committee ?? "").isEmpty || (hasShares && row.share == nil) }
    return row.label.isEmpty && (chosen[place]?.amounts.count ?? 0) < table.years.count
  }

  /// Whether figures without words stand directly above or below the row, where text keeps places by spaces: they
  /// are signs or digits that a narrow column broke off the figures of a row beside them.
  private func isBesideRest(_ place: RowPlace) -> Bool {
    let rows = tables[place.table].rows
    guard hasRoughPlaces else { return false }
    let near = (place.row - 2)...place.row
    if near.contains(where: { rows.indices.contains($0) && rows[$0].hasLooseDashes }) { return true }
    guard !tables[place.table].hasCommittees else { return false }
    return [place.row - 1, place.row, place.row + 1].contains { index in
      rows.indices.contains(index) && rows[index].label.isEmpty && !rows[index].pieces.isEmpty
    }
  }

  /// Whether the words are those of two rows: two accounts apart from each other, or two control areas. The figures
  /// of one of them are blank, and nothing tells which.
  private func isOfTwoRows(_ place: RowPlace) -> Bool {
    let (row, table) = (self[place], tables[place.table])
    guard row.kind == .line else { return false }
    if table.hasAccounts, AccountText.groups(in: row.fragments, table: table) > 1 { return true }
    guard table.hasControlAreas else { return false }
    let sides = SideColumns(words: words, tables: [])
    return row.fragments.count { sides.controlArea(atEndOf: $0) != nil } > 1
  }

  /// Whether the first figure may be an account, or the account a figure: four digits without a point in a table
  /// whose money has none either, or which alone complete the figures of a row, and nothing says what they are.
  private func isPerhapsCode(_ place: RowPlace) -> Bool {
    let (row, table) = (self[place], tables[place.table])
    guard table.hasAccounts, table.places.isEmpty || hasRoughPlaces else { return false }
    let isFigureCode = row.pieces.first.map { AccountText.isAccount($0.text, table: table) } ?? false
    let isAccountFigure = row.account.map { AccountText.isAccount($0, table: table) } ?? false
    // With an account that were a figure, there would be more of them than years.
    let isFull = (chosen[place]?.amounts.count ?? 0) == table.years.count
    guard isFigureCode || (isAccountFigure && !isFull) else { return false }
    switch table.thousands {
    case .plain: return true
    case .grouped:
      let completes = isAccountFigure && (chosen[place]?.amounts.count ?? 0) + 1 == table.years.count
      return completes && row.certainty == .custom
    case .unknown:
      return !sums.contains { sum in
        sum.terms.contains { $0.place == place } && sum.terms.allSatisfy { placed[$0.place] != nil }
          && known(sum).allSatisfy { $0 == 0 }
      }
    }
  }

  /// Whether the words end in a figure that a narrow column broke, and what is left of it alone stands below them:
  /// `Total 52.93` above `4`.
  private func isRestOfLabel(_ place: RowPlace) -> Bool {
    let pieces = self[place].pieces
    let lastWord = self[place].fragments.last?.split(separator: " ").last.map(String.init)
    guard let last = lastWord.flatMap(PrintedFigure.init), last.missingDigits > 0,
      let first = pieces.first, first.beginsLine, first.text.utf8.count == last.missingDigits
    else { return false }
    return pieces.count == 1 || pieces[1].beginsLine
  }

  /// Whether text that keeps places by spaces has the figures nearer to other years than those that their number
  /// gave them: a minus that stands apart was counted as a figure, or a figure as none.
  private func isElsewhere(_ place: RowPlace) -> Bool {
    guard hasRoughPlaces, self[place].certainty == .full, let indices = placed[place],
      let columns = columns[place.table]
    else { return false }
    let own = ownYears(place.table)
    guard let cells = columns.cells(of: self[place].pieces) else {
      let table = tables[place.table]
      return table.hasAccounts
        && self[place].pieces.first.map { AccountText.isAccount($0.text, table: table) } == true
    }
    return cells.map { own[$0.column] } != indices
  }

  /// Whether the figures stand one below the other in a table where others do so without words of their own.
  private func isOfColumns(_ place: RowPlace) -> Bool {
    self[place].isStacked && tables[place.table].holdsColumns
  }

  /// Whether a row whose dashes can be signs fails its sums however it is read.
  private func isContradicted(_ place: RowPlace) -> Bool {
    let counts = Set((readings[place] ?? []).filter(\.label.isEmpty).map(\.amounts.count))
    guard counts.count > 1 else { return false }
    guard budget.steps > 0 else { return true }
    let mine = sums.filter { $0.terms.contains { $0.place == place } }
    return !mine.isEmpty && !mine.contains(where: isPossible)
  }
}
