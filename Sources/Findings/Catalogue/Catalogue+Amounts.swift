package import ProposalModel

/// One amount of another magnitude, for the sentence about it.
package struct MagnitudeWords: Hashable, Sendable {
  /// What shows that the amount is off.
  package enum Basis: Hashable, Sendable {
    /// The other years of the line.
    case otherYears
    /// The same line in Tabel 1.
    case tableOne
    /// The stated payback, which is right once the amount is mended.
    case payback(Int)
  }

  /// The year.
  package var year: Int
  /// What stands there.
  package var found: Amount
  /// What was likely meant.
  package var likely: Amount

  /// An amount of `year`.
  package init(year: Int, found: Amount, likely: Amount) {
    self.year = year
    self.found = found
    self.likely = likely
  }
}

/// What can be wrong with single amounts and lines.
extension Catalogue {
  /// Amounts that are a thousand times, or ten times, larger or smaller than they should be.
  package static func magnitudeSuspicious(
    _ text: String, table: String?, alsoIn others: [String] = [], _ amounts: [MagnitudeWords],
    isTenfold: Bool, basis: MagnitudeWords.Basis,
    at place: Place, cells: [String]
  ) -> Finding {
    func told(_ amount: (MagnitudeWords) -> Amount) -> String {
      amounts.map { "\(self.amount(amount($0))) (\($0.year))" }.joined(separator: ", ")
    }
    let line = "linjen \(quoted(text))" + (table.map { " i \($0)" } ?? "")
    let isLarge = amounts.first.map { $0.found.magnitude > $0.likely.magnitude } ?? true
    let size = "\(isTenfold ? "10" : "1.000") gange for \(isLarge ? "stort" : "lille")"
    let reason =
      switch basis {
      case .otherYears: "i forhold til linjens andre år"
      case .tableOne: "i forhold til den samme linje i Tabel 1"
      case .payback(let years): "for en tilbagebetalingstid på \(years) år"
      }
    let why =
      isTenfold
      ? "Kontrollér, om der er et ciffer for \(isLarge ? "meget" : "lidt")"
      : isLarge ? "Kontrollér, om beløbet er tastet i kr." : "Kontrollér, om beløbet er tastet i mio. kr."
    let again = others.isEmpty ? "" : " Det samme står i \(list(others))."
    return Finding(
      .magnitudeSuspicious, severity: isTenfold ? .warning : .error, at: place, cells: cells,
      found: told(\.found), expected: told(\.likely),
      message: "Beløbet i \(line) er formentlig \(size) \(reason): der står \(told(\.found)).\(again)",
      suggestion: "\(why), og skriv \(told(\.likely)).")
  }

  /// A whole table in another unit than Tabel 1.
  package static func magnitudeOfTable(_ table: String, at place: Place, cells: [String]) -> Finding {
    Finding(
      .magnitudeSuspicious, at: place, cells: cells,
      message: "Alle beløb i \(table) er 1.000 gange større eller mindre end de samme linjer i Tabel 1.",
      suggestion: "Skriv beløbene i samme enhed som Tabel 1, eller ret enheden over tabellen.")
  }

  /// Equal lines.
  package static func lineRepeated(_ text: String, count: Int, at place: Place, cells: [String]) -> Finding {
    Finding(
      .lineRepeated, at: place, cells: cells, found: text,
      message:
        "Linjen \(quoted(text)) står \(count == 2 ? "to" : "\(count)") gange med de samme beløb og oplysninger.",
      suggestion: "Slet den ene, hvis den er kopieret ved en fejl; ellers giv linjerne hver sin tekst.")
  }

  /// A line that is the sum of those above it.
  package static func lineRepeatsSum(_ text: String, table: String?, at place: Place) -> Finding {
    Finding(
      .lineRepeatsSum, at: place, found: text,
      message:
        "Linjen \(quoted(text))\(table.map { " i \($0)" } ?? "") er i alle år summen af linjerne over den, eller højst 1 fra, og tæller dem med en gang til.",
      suggestion: "Er den en total, så slet den, eller kald den \(quoted("I alt")); ellers er intet forkert.")
  }

  /// A line whose sign is unusual.
  package static func signSuspicious(
    _ text: String, _ why: UnusualSign, _ amounts: [Amount], at place: Place, cells: [String]
  ) -> Finding {
    let reason =
      switch why {
      case .savingIsPositive: "besparelsen er positiv"
      case .costIsNegative: "en implementeringsomkostning er negativ"
      case .lineChanges: "linjen skifter fortegn"
      }
    return Finding(
      .signSuspicious, at: place, cells: cells,
      found: amounts.filter { $0 != .zero }.map { amount($0) }.joined(separator: ", "),
      message: "Fortegnet i \(quoted(text)) er usædvanligt: \(reason).",
      suggestion: "Kontrollér fortegnet: besparelser og merindtægter er negative, udgifter positive.")
  }

  /// All signs of the savings, of the costs, or of both, are turned.
  package static func signsTurned(savings: Bool, costs: Bool, at place: Place, cells: [String]) -> Finding {
    let what =
      savings && costs
      ? "alle varige ændringer er positive og alle implementeringsomkostninger negative"
      : savings ? "alle varige ændringer er positive" : "alle implementeringsomkostninger er negative"
    return Finding(
      .signSuspicious, at: place, cells: cells,
      message: "Fortegnene er formentlig vendt om: \(what).",
      suggestion: "Skriv besparelser og merindtægter med minus og udgifter uden.")
  }

  /// A permanent change that ends before the last year.
  package static func changeStopsEarly(
    _ text: String, after year: Int, amount: Amount, at place: Place, cells: [String]
  ) -> Finding {
    Finding(
      .changeStopsEarly, at: place, cells: cells, found: "intet fra \(year + 1)",
      expected: "\(self.amount(amount)) og frem",
      message: "Den varige ændring \(quoted(text)) stopper efter \(year).",
      suggestion:
        "Skriv beløbet i de sidste år, eller flyt linjen til Implementering, hvis den ikke er varig.")
  }

  /// A permanent change with a blank year between two that have money.
  package static func changePauses(
    _ text: String, years: [Int], before: Amount, unit: AmountUnit, at place: Place, cells: [String]
  ) -> Finding {
    let named = list(years.map(String.init))
    return Finding(
      .changeStopsEarly, at: place, cells: cells, found: "intet i \(named)",
      expected: "\(amount(before, unit)), eller 0",
      message:
        "Den varige ændring \(quoted(text)) er tom i \(named), men har beløb før og efter; den er læst som intet i \(named).",
      suggestion:
        "Skriv beløbet (før stod \(amount(before, unit))), hvis det er glemt, eller 0, hvis der intet er i \(named)."
    )
  }

  /// A row of a detail table that no line of Tabel 1 carries.
  package static func rowUnattached(_ text: String, _ table: String, _ one: String, at place: Place)
    -> Finding
  {
    Finding(
      .unusualInput, at: place, found: text,
      message:
        "Rækken \(quoted(text)) i \(table) kan ikke knyttes til en linje i \(one) og er ikke talt med.",
      suggestion: "Lad rækken, eller flere rækker tilsammen, have samme beløb som en linje i \(one).")
  }
}

/// Why a sign is unusual.
package enum UnusualSign: Hashable, Sendable {
  /// A row of savings has a positive amount.
  case savingIsPositive
  /// An implementation cost is below zero.
  case costIsNegative
  /// A line has both signs.
  case lineChanges
}
