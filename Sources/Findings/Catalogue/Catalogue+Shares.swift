package import ProposalModel

/// What a committee has in two places, for the sentence about it.
package struct SharesWords: Hashable, Sendable {
  /// The committee's name.
  package var committee: String
  /// The years that differ.
  package var years: [Int]
  /// What the first place has in those years.
  package var first: [Amount]
  /// What the second place has.
  package var second: [Amount]

  /// A committee that differs.
  package init(committee: String, years: [Int], first: [Amount], second: [Amount]) {
    self.committee = committee
    self.years = years
    self.first = first
    self.second = second
  }

  /// Whether no year differs by more than one `unit`.
  package func isWithin(_ unit: AmountUnit) -> Bool {
    zip(first, second).allSatisfy { ($0 - $1).magnitude.oere <= unit.oere }
  }

  /// The years and amounts: `-500 (2023-2027)`; equal amounts together.
  func told(_ amounts: [Amount], _ unit: AmountUnit) -> String {
    var parts: [(amount: Amount, years: [Int])] = []
    for (year, amount) in zip(years, amounts) {
      if parts.last?.amount == amount, parts.last?.years.last == year - 1 {
        parts[parts.count - 1].years.append(year)
      } else {
        parts.append((amount, [year]))
      }
    }
    return parts.map { part in
      let years =
        part.years.count > 1 ? "\(part.years[0])-\(part.years[part.years.count - 1])" : "\(part.years[0])"
      return "\(Catalogue.amount(part.amount, unit)) (\(years))"
    }.joined(separator: ", ")
  }
}

/// What can be wrong with what committees get.
extension Catalogue {
  /// Two tables that give committees different shares of the same total.
  package static func sharesOfTablesDiffer(
    _ first: String, _ second: String, _ words: [SharesWords], moved: (from: String, to: String)?,
    isRounding: Bool, severity: Severity? = nil, unit: AmountUnit, at place: Place, cells: [String]
  ) -> Finding {
    let rows = words.map {
      "\($0.committee) har \($0.told($0.first, unit)) i \(first) og \($0.told($0.second, unit)) i \(second)"
    }
    let remedy =
      moved.map {
        "De samme beløb står ud for \(quoted($0.to)) i \(first) og for \(quoted($0.from)) i \(second); ret navnet i den tabel, der er forkert."
      }
      ?? "Ret den tabel, der er forkert, så de to siger det samme om hvert udvalg."
    return Finding(
      isRounding ? .totalRounding : .sharesDiffer, severity: severity, at: place, cells: cells,
      found: words.map { $0.told($0.first, unit) }.joined(separator: " · "),
      expected: words.map { $0.told($0.second, unit) }.joined(separator: " · "),
      message: "\(first) og \(second) giver ikke udvalgene det samme: \(rows.joined(separator: "; ")).",
      suggestion: isRounding ? "Formentlig afrunding; lad de to tabeller vise samme beløb." : remedy)
  }

  /// A stated Fordeling that is not what the rule of the lines gives.
  package static func sharesOfRuleDiffer(
    _ rules: [String], _ words: [SharesWords], unit: AmountUnit, at place: Place, cells: [String]
  ) -> Finding {
    let rows = words.map {
      "\($0.committee) har \($0.told($0.first, unit)), reglen giver \($0.told($0.second, unit))"
    }
    return Finding(
      .sharesDiffer, at: place, cells: cells,
      found: words.map { $0.told($0.first, unit) }.joined(separator: " · "),
      expected: words.map { $0.told($0.second, unit) }.joined(separator: " · "),
      message:
        "Tabellen Fordeling følger ikke linjernes fordeling \(list(rules.map(quoted))): \(rows.joined(separator: "; ")). Tabellen er brugt.",
      suggestion: "Ret tabellen, eller ret feltet Fordeling, så de to siger det samme.")
  }

  /// A stated måltalseffekt that is not the permanent change in Service.
  package static func targetDiffers(
    _ text: String, _ years: [(year: Int, stated: Amount, service: Amount)], unit: AmountUnit,
    at place: Place,
    cells: [String]
  ) -> Finding {
    func told(_ amount: ((year: Int, stated: Amount, service: Amount)) -> Amount) -> String {
      years.map { "\(self.amount(amount($0), unit)) (\($0.year))" }.joined(separator: ", ")
    }
    return Finding(
      .targetDiffers, at: place, cells: cells, found: told { $0.stated }, expected: told { $0.service },
      message:
        "\(quoted(text)) er \(told { $0.stated }), men den varige ændring i service er \(told { $0.service }), og intet beløb under et andet styringsområde forklarer forskellen.",
      suggestion: "Ret måltalseffekten, eller vis det, der flyttes til et andet styringsområde, på en linje.")
  }

  /// An implementation cost that neither D nor E shows.
  package static func areaWithoutTable(_ line: String, _ area: String, at place: Place) -> Finding {
    Finding(
      .areaWithoutTable, at: place, found: area, expected: "Anlæg eller Service",
      message:
        "Implementeringsomkostningen \(quoted(line)) er under \(area) og står hverken i tabel D (Anlæg) eller E (Service); den kommer ikke med i korrektionerne.",
      suggestion: "Skriv Anlæg eller Service, eller aftal med Center for Økonomi, hvor pengene skal bevilges."
    )
  }

  /// A loan and its repayments that leave something over.
  /// - Parameter isCosts: whether no loan is printed, so that the costs it pays for stand for it.
  package static func loanDiffers(
    lent: Amount, repaid: Amount, isCosts: Bool, at place: Place, cells: [String]
  ) -> Finding {
    let loan = isCosts ? "Det interne lån dækker implementeringsomkostninger på" : "Der lånes"
    let gap = amount((lent - repaid).magnitude)
    return Finding(
      .loanDiffers, at: place, cells: cells, found: amount(repaid), expected: amount(lent),
      message:
        "\(loan) \(amount(lent)), men der betales \(amount(repaid)) tilbage, altså \(gap) for \(repaid > lent ? "meget" : "lidt").",
      suggestion: "Ret lånet eller tilbagebetalingerne, så de to beløb er ens.")
  }
}
