package import ProposalModel

extension Catalogue {
  /// What only an entry workbook can have wrong.
  package enum Entry {
    /// The unit over the table is not the one of the front page.
    package static func unitsDiffer(_ found: String, _ unit: AmountUnit, at place: Place) -> Finding {
      Finding(
        .numberAmbiguous, at: place, found: found, expected: unit.rawValue,
        message: "Over tabellen står »\(found)«, men Måleenhed på arket Forslag er »\(unit.rawValue)«.",
        suggestion: "Ret det ene af dem, så alle beløb har samme enhed.")
    }

    /// The price level over the table is not the one of the front page.
    package static func priceLevelsDiffer(_ found: String, _ level: Int, at place: Place) -> Finding {
      Finding(
        .priceLevelDiffers, at: place, found: found, expected: "\(level) p/l",
        message: "Over tabellen står »\(found)«, men forslaget er skrevet i \(level) p/l.",
        suggestion: "Ret prisniveauet, eller omregn beløbene.")
    }

    /// The price level is taken from the line over the table.
    package static func priceLevelFromTable(_ level: Int, at place: Place) -> Finding {
      Finding(
        .unusualInput, at: place, found: String(level),
        message: "P/l er tom på arket Forslag; \(level) p/l er læst over tabellen i Økonomi.",
        suggestion: "Skriv prisniveauet i feltet P/l.")
    }

    /// A required field of the front page is empty.
    package static func empty(_ field: String, at place: Place) -> Finding {
      Finding(
        .unusualInput, severity: .warning, at: place, expected: field, message: "Feltet »\(field)« er tomt.",
        suggestion: "Udfyld feltet.")
    }

    /// A row with money has no text.
    package static func textMissing(at place: Place) -> Finding {
      Finding(
        .unusualInput, severity: .warning, at: place, expected: "en tekst",
        message: "Rækken har beløb, men ingen tekst.",
        suggestion: "Skriv i kolonnen Tekst, hvad beløbene er.")
    }

    /// Text without money and section: a remark between the lines.
    package static func rowSkipped(_ text: String, at place: Place) -> Finding {
      Finding(
        .unusualInput, at: place, found: text,
        message: "Rækken »\(text)« har hverken afsnit eller beløb og er læst som en bemærkning.")
    }

    /// Two lines carry one id.
    package static func repeatedLine(_ id: String, other: String, new: String, at place: Place) -> Finding {
      Finding(
        .unusualInput, at: place, found: id, expected: new,
        message: "Linjen »\(id)« står også i \(other); denne række har fået navnet »\(new)«.",
        suggestion: "Lad Linje stå tom i rækker, der er kopieret.")
    }

    /// Figures under no header.
    package static func headerMissing(_ found: [String], isMoney: Bool, at place: Place, cells: [String])
      -> Finding
    {
      Finding(
        isMoney ? .columnMissing : .unusualInput, at: place, cells: cells,
        found: found.joined(separator: " · "), expected: "en overskrift",
        message: "Kolonnen har indhold, men ingen overskrift, og er ikke læst.",
        suggestion: isMoney
          ? "Skriv årstallet over kolonnen."
          : "Skriv en overskrift, hvis indholdet skal med som beregningsgrundlag.")
    }

    /// More lines than a proposal may have.
    package static func tooManyLines(at place: Place) -> Finding {
      Finding(
        .unusualInput, severity: .error, at: place, expected: "højst \(Proposal.maximumLines) linjer",
        message: "Arket har flere end \(Proposal.maximumLines) linjer; resten er ikke læst.",
        suggestion: "Del forslaget.")
    }

    /// A tick that is neither yes nor no.
    package static func tickUnknown(_ field: String, _ found: String, at place: Place) -> Finding {
      Catalogue.choiceUnknown(field, found, among: ["Ja", "Nej"], at: place)
    }

    /// A column of the form that is gone and says something by being empty.
    package static func columnGone(_ header: String, _ meaning: String, at place: Place) -> Finding {
      Finding(
        .unusualInput, at: place, expected: header, message: "Kolonnen »\(header)« er fjernet; \(meaning).")
    }

    /// Everybody is named as affected.
    package static func allAffected(_ found: String, at place: Place) -> Finding {
      Finding(
        .unusualInput, at: place, found: found,
        message: "»\(found)« er læst som alle forvaltninger, der er med i en ligedeling.")
    }

    /// A hearing row without a body.
    package static func bodyMissing(at place: Place) -> Finding {
      Finding(
        .unusualInput, severity: .warning, at: place, expected: "en part",
        message: "Rækken nævner ikke, hvem der er hørt.",
        suggestion: "Skriv parten i kolonnen Part.")
    }

    /// A weight in a column that no key's name stands over.
    package static func keyWithoutName(at place: Place) -> Finding {
      Finding(
        .columnMissing, at: place, expected: "nøglens navn",
        message: "Kolonnen har vægte, men nøglen har intet navn.",
        suggestion: "Skriv nøglens navn over kolonnen.")
    }

    /// A line over a table that speaks of a price level without a year that could be one.
    package static func priceLevelUnreadable(_ found: String, _ level: Int?, at place: Place) -> Finding {
      Finding(
        .priceLevelMissing, at: place, found: found, expected: level.map { "\($0) p/l" },
        message: "»\(found)« siger ikke, hvilket p/l beløbene er i.",
        suggestion: "Skriv for eksempel »1.000 kr. \(level.map(String.init) ?? "2023") p/l« over rækkerne.")
    }

    /// Years that leave a gap or are not of the round.
    package static func yearsDiffer(_ years: [Int], _ right: String, at place: Place, cells: [String])
      -> Finding
    {
      let found = years.map(String.init).joined(separator: ", ")
      return Finding(
        .yearsDiffer, at: place, cells: cells, found: found, expected: right,
        message: "Årene over beløbene har et hul eller ligger uden for runden: der står \(found).",
        suggestion: "Ret årstallene; runden har årene \(right).")
    }

    /// A total is typed over its formula and is not the sum.
    package static func typedTotal(
      _ label: String, _ totals: [TypedTotal], code: FindingCode, unit: AmountUnit, at place: Place
    ) -> Finding {
      func list(_ amount: (TypedTotal) -> Amount) -> String {
        totals.map { "\(amount($0).danish(in: unit)) (\($0.year))" }.joined(separator: ", ")
      }
      return Finding(
        code, at: place, cells: totals.map(\.cell), found: list(\.stated),
        expected: list(\.expected),
        message:
          "»\(label)« er skrevet som tal og er ikke summen af linjerne: der står \(list(\.stated)), summen er \(list(\.expected)).",
        suggestion: "Slet tallet, og indsæt formlen fra skabelonen, eller ret linjerne.")
    }

    /// `I alt` or `Fuldt indfaset` of one line is typed over its formula and is not what the years give.
    package static func typedRowTotal(
      _ header: String, of line: String, _ stated: Amount, expected: Amount, unit: AmountUnit, at place: Place
    ) -> Finding {
      let isRounding = (stated - expected).magnitude.oere <= unit.oere
      return Finding(
        isRounding ? .totalRounding : .totalDiffers, at: place,
        found: stated.danish(in: unit), expected: expected.danish(in: unit),
        message:
          "»\(header)« for »\(line)« er skrevet som tal (\(stated.danish(in: unit))), men linjens år giver \(expected.danish(in: unit)).",
        suggestion: "Slet tallet, og indsæt formlen fra skabelonen, eller ret linjens beløb.")
    }

    /// The years over a stated table are not those of `Økonomi`.
    package static func yearsOfTableDiffer(
      _ found: String, from years: [Int], isReadAsThose: Bool, at place: Place, cells: [String]
    ) -> Finding {
      let remark = isReadAsThose ? "; kolonnerne er læst som årene i Økonomi" : ""
      return Finding(
        .yearsDiffer, at: place, cells: cells, found: found,
        expected: years.map(String.init).joined(separator: ", "),
        message: "Årene over tabellen er ikke dem i Økonomi: der står \(found)\(remark).",
        suggestion: "Brug samme år i alle tabeller.")
    }
  }
}

/// A typed total that is not the sum of the lines.
package struct TypedTotal {
  package var cell: String
  package var year: Int
  package var stated: Amount
  package var expected: Amount

  package init(cell: String, year: Int, stated: Amount, expected: Amount) {
    self.cell = cell
    self.year = year
    self.stated = stated
    self.expected = expected
  }
}
