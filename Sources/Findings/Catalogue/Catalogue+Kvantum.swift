package import ProposalModel

extension Catalogue {
  /// What only an account list can have wrong.
  package enum AccountList {
    /// No sheet has the headers of an account list.
    package static func headerMissing(_ accepted: [String], at place: Place) -> Finding {
      let headers = accepted.joined(separator: ", ")
      return Finding(
        .columnMissing, at: place, expected: headers,
        message: "Filen har ingen overskrifter som en kontoliste.",
        suggestion: "Skriv overskrifterne over kolonnerne: \(headers).")
    }

    /// A row that names no account.
    package static func accountMissing(at place: Place) -> Finding {
      Finding(
        .accountMissing, at: place, expected: "bevilling eller profitcenter",
        message: "Rækken nævner hverken bevilling eller profitcenter.",
        suggestion: "Udfyld kontoen, eller slet rækken.")
    }

    /// A code that a spreadsheet has kept as a number with decimals.
    package static func codeAsDecimal(_ header: String, _ found: String, at place: Place) -> Finding {
      Finding(
        .accountUnresolved, at: place, found: found, expected: "en kode gemt som tekst",
        message: "\(header) er gemt som tallet \(found), så nuller i koden kan være gået tabt.",
        suggestion: "Formatér kolonnen som tekst, og skriv koden igen.")
    }

    /// A counter account without a control area.
    package static func counterWithoutArea(at place: Place) -> Finding {
      Finding(
        .controlAreaMissing, at: place, expected: "et styringsområde",
        message: "Modkontoen nævner ikke, hvilket styringsområde den gælder.",
        suggestion: "Skriv styringsområdet: korrektioner skal gå i nul inden for hvert af dem.")
    }

    /// Two rows say they are the account of the same money.
    package static func twice(_ what: String, other: String, at place: Place, cells: [String]) -> Finding {
      Finding(
        .accountAmbiguous, severity: .error, at: place, cells: cells, expected: "én række",
        message: "\(what) står også i \(other) med en anden konto.",
        suggestion: "Lad kun én af rækkerne være mærket.")
    }

    /// Two columns of one heading say different things of one account.
    package static func columnsDiffer(_ header: String, _ one: String, _ other: String, at place: Place)
      -> Finding
    {
      Finding(
        .accountAmbiguous, severity: .error, at: place, found: other, expected: one,
        message: "To kolonner hedder \(header): i den ene står »\(one)«, i den anden »\(other)«.",
        suggestion: "Slet den kolonne, der ikke gælder.")
    }

    /// What `Modkonto for` may hold.
    package static func sectionUnknown(_ found: String, at place: Place) -> Finding {
      let choices = LineSection.allCases.map(\.rawValue).joined(separator: ", ")
      return Finding(
        .accountUnresolved, at: place, found: found, expected: choices,
        message: "»\(found)« er ikke noget, en modkonto kan være modkonto for.",
        suggestion: "Skriv et af dem: \(choices).")
    }
  }

  /// What only rows of an extract can have wrong.
  package enum Extract {
    /// An amount of ours in another currency: it is neither kroner nor left out.
    package static func currency(_ found: String, at place: Place) -> Finding {
      Finding(
        .unitUnreadable, at: place, found: found, expected: "DKK",
        message: "Rækkens beløb er i \(found), ikke i kroner, og kan ikke afstemmes.",
        suggestion: "Træk listen ud med beløbet i firmaets valuta (DKK), og afstem igen.")
    }

    /// Two columns that are called the same thing say different things of one row.
    package static func columnsDiffer(
      _ found: (text: String, header: String), _ other: (text: String, header: String), at place: Place
    ) -> Finding {
      Finding(
        .numberAmbiguous, at: place, found: found.text, expected: other.text,
        message: "Rækken har to værdier for det samme: »\(found.text)« under »\(found.header)« og "
          + "»\(other.text)« under »\(other.header)«.",
        suggestion: "Træk listen ud med den ene kolonne, eller skriv med --columns, hvilken der gælder.")
    }

    /// A word in the column Debet/kredit that says neither.
    package static func side(_ found: String, at place: Place) -> Finding {
      Finding(
        .numberAmbiguous, at: place, found: found, expected: "D eller K",
        message: "»\(found)« siger hverken debet eller kredit, så beløbets fortegn kendes ikke.",
        suggestion: "Skriv D eller K (S eller H), og prøv igen.")
    }

    /// No year, or none that can be read, in a row that is a posting otherwise.
    package static func year(_ found: String?, at place: Place) -> Finding {
      Finding(
        .numberUnreadable, at: place, found: found, expected: "et årstal",
        message: (found.map { "»\($0)« er ikke et årstal" } ?? "Året mangler")
          + "; rækken er en postering, men kan ikke afstemmes.",
        suggestion: "Skriv året med fire cifre, og afstem igen.")
    }
  }
}
