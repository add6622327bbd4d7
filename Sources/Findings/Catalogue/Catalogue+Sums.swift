package import ProposalModel

/// One year in which two figures that should be equal are not.
package struct YearGap: Hashable, Sendable {
  /// The year.
  package var year: Int
  /// What stands there.
  package var stated: Amount
  /// What follows from the other figures.
  package var expected: Amount
  /// How many amounts the sum has, where the figure is a sum: each may have been rounded by itself.
  package var addends: Int

  /// A gap of a year.
  package init(year: Int, stated: Amount, expected: Amount, addends: Int = 0) {
    self.year = year
    self.stated = stated
    self.expected = expected
    self.addends = addends
  }

  /// Whether the gap is no larger than rounding every addend by itself can make it: half a unit for each.
  func isByRounding(_ unit: AmountUnit) -> Bool {
    addends > 1 && (stated - expected).magnitude.oere * 2 <= unit.oere * Int64(addends)
  }
}

/// What can be wrong with sums and between tables.
extension Catalogue {
  /// `-4.337 (2023)`, one for each year.
  package static func years(_ gaps: [YearGap], _ unit: AmountUnit, _ amount: (YearGap) -> Amount) -> String {
    gaps.map { "\(self.amount(amount($0), unit)) (\($0.year))" }.joined(separator: ", ")
  }

  /// ` Forskellen kan skyldes, at …`, where rounding alone explains the gaps of an error.
  private static func rounding(_ gaps: [YearGap], _ unit: AmountUnit, code: FindingCode) -> String {
    let isTold = code == .totalRounding || code == .tablesRounding
    guard !isTold, gaps.allSatisfy({ $0.isByRounding(unit) }), let most = gaps.map(\.addends).max() else {
      return ""
    }
    return " Forskellen kan skyldes, at de \(most) beløb er afrundet hver for sig."
  }

  /// A stated total that is not the sum of its lines.
  /// - Parameter name: the words of the total.
  package static func totalDiffers(
    _ name: String, in table: String, _ gaps: [YearGap], unit: AmountUnit, code: FindingCode, of what: String,
    suggestion: String?, at place: Place, cells: [String]
  ) -> Finding {
    let found = years(gaps, unit, \.stated)
    let expected = years(gaps, unit, \.expected)
    let isRounding = code == .totalRounding || code == .tablesRounding
    let gap = isRounding ? "afviger med 1 fra" : "er ikke"
    return Finding(
      code, at: place, cells: cells, found: found, expected: expected,
      message:
        "\(quoted(name)) i \(table) \(gap) \(what): der står \(found), \(what) er \(expected).\(rounding(gaps, unit, code: code))",
      suggestion: suggestion
        ?? (isRounding
          ? "Formentlig afrunding; lad totalen være summen af de viste tal."
          : "Ret totalen eller de linjer, den er summen af."))
  }

  /// A table that disagrees with another, `against`.
  package static func tablesDiffer(
    _ table: String, _ gaps: [YearGap], unit: AmountUnit, code: FindingCode, what: String, against: String,
    suggestion: String?, at place: Place, cells: [String]
  ) -> Finding {
    let found = years(gaps, unit, \.stated)
    let expected = years(gaps, unit, \.expected)
    return Finding(
      code, at: place, cells: cells, found: found, expected: expected,
      message:
        "\(table) passer ikke med \(against) for \(what): \(table) har \(found), \(against) har \(expected).\(rounding(gaps, unit, code: code))",
      suggestion: suggestion
        ?? (code == .tablesRounding || code == .totalRounding
          ? "Formentlig afrunding; lad tabellerne vise samme beløb."
          : "Ret den tabel, der er forkert, så de to stemmer."))
  }

  /// `Der skal formentlig stå -6.462: to cifre er byttet om.`; `slip` says what happened.
  package static func slip(_ slip: String, _ likely: Amount, _ unit: AmountUnit) -> String {
    "Der skal formentlig stå \(amount(likely, unit)): \(slip)."
  }

  /// A row's sum over the years that is not their sum.
  package static func rowSumDiffers(
    _ text: String, in table: String, stated: Amount, sum: Amount, unit: AmountUnit, at place: Place
  ) -> Finding {
    let isRounding = (stated - sum).magnitude.oere <= unit.oere
    return Finding(
      isRounding ? .totalRounding : .totalDiffers, at: place, found: amount(stated, unit),
      expected: amount(sum, unit),
      message: "I alt for \(quoted(text)) i \(table) er ikke summen af årene.",
      suggestion: "Ret summen til \(amount(sum, unit)), eller ret et af årene.")
  }

  /// A line that a subtotal counts although its control area is another one's.
  package static func lineMisplaced(
    _ line: String, area: String?, in subtotal: String, missingIn other: String, table: String,
    _ gaps: [YearGap], unit: AmountUnit, at place: Place, cells: [String]
  ) -> Finding {
    let found = years(gaps, unit, \.stated)
    let expected = years(gaps, unit, \.expected)
    return Finding(
      .totalDiffers, at: place, cells: cells, found: found, expected: expected,
      message:
        "\(quoted(subtotal)) i \(table) er ikke summen af linjerne: der står \(found), summen af linjerne er \(expected).",
      suggestion:
        "Linjen \(quoted(line)) har styringsområdet \(area ?? "fra totalen"), men er talt med her og ikke i \(quoted(other)). Ret styringsområdet eller de to totaler."
    )
  }

  /// A last row without a word for total that equals the sum above.
  package static func totalWithoutLabel(_ text: String, in table: String, at place: Place) -> Finding {
    Finding(
      .totalWithoutLabel, at: place, found: text,
      message: "Den sidste række i \(table) er læst som totalen, da den er summen af rækkerne over den.",
      suggestion: "Skriv for eksempel \(quoted("Total")) i rækken.")
  }

  /// Money of Tabel 1 in an area that no table shows.
  package static func tableOfAreaMissing(
    _ area: ControlArea, in one: String, at place: Place, cells: [String]
  )
    -> Finding
  {
    Finding(
      .tablesDiffer, at: place, cells: cells, expected: "en tabel for \(area.rawValue)",
      message: "\(one) har beløb under \(area.rawValue), men der er ingen tabel over dem.",
      suggestion: "Indsæt tabellen, eller ret styringsområdet i \(one).")
  }

  /// Tabel D with money that belongs in Tabel E, or the other way.
  package static func investmentsInOtherTable(
    _ table: String, _ amounts: [Amount], unit: AmountUnit, shownUnder area: ControlArea,
    in one: String, belongsIn other: String, expected: ControlArea, at place: Place, cells: [String]
  ) -> Finding {
    Finding(
      .tablesDiffer, at: place, cells: cells,
      found: amounts.map { amount($0, unit) }.joined(separator: ", "),
      expected: "beløb under \(expected.rawValue)",
      message: "\(table) viser de beløb, som \(one) har under \(area.rawValue).",
      suggestion: "Flyt beløbene til \(other).")
  }

  /// A Fordeling of permanent changes that shows investments.
  package static func investmentsInDistribution(
    _ table: String, _ amounts: [Amount], unit: AmountUnit, of other: String, at place: Place, cells: [String]
  ) -> Finding {
    Finding(
      .tablesDiffer, severity: .warning, at: place, cells: cells,
      found: amounts.map { amount($0, unit) }.joined(separator: ", "), expected: "varige omkostninger",
      message: "\(table) viser investeringerne fra \(other) som Omkostninger; de er ikke varige ændringer.",
      suggestion: "Lad \(other) vise investeringerne, og slet dem i \(table).")
  }

  /// Stated rows of A–E that do not add up to what the lines give.
  package static func statedTableDiffers(
    _ table: String, under area: ControlArea?, _ gaps: [YearGap], unit: AmountUnit, code: FindingCode,
    suggestion: String?, at place: Place, cells: [String]
  ) -> Finding {
    let found = years(gaps, unit, \.stated)
    let expected = years(gaps, unit, \.expected)
    let what = area.map { " under \($0.rawValue)" } ?? ""
    return Finding(
      code, at: place, cells: cells, found: found, expected: expected,
      message:
        "\(table) giver tilsammen \(found)\(what), men linjerne giver \(expected).\(rounding(gaps, unit, code: code))",
      suggestion: suggestion ?? "Ret rækkerne i \(table), eller ret linjerne.")
  }

  /// An administrative part that is larger than the net permanent change in Service.
  package static func administrationGross(
    _ table: String, _ gaps: [YearGap], unit: AmountUnit, at place: Place, cells: [String]
  ) -> Finding {
    let found = years(gaps, unit, \.stated)
    let net = years(gaps, unit, \.expected)
    return Finding(
      .administrationGross, at: place, cells: cells, found: found, expected: "højst " + net,
      message:
        "\(table) viser en større besparelse på administration end den varige ændring i service: \(found) mod \(net).",
      suggestion: "Træk de varige driftsudgifter fra, så tabellen viser nettoeffekten.")
  }
}
