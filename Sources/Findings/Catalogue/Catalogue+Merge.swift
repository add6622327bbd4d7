package import ProposalModel

extension Catalogue {
  /// What can be wrong with returned files.
  package enum Merge {
    /// `BC08-SUD.xlsx:Tabel A!F7`
    private static func text(_ place: Place) -> String {
      var text = place.file ?? "-"
      if let sheet = place.sheet {
        text += ":" + sheet + (place.cell.map { "!" + $0 } ?? "")
      } else if let cell = place.cell {
        text += ":" + cell
      }
      return text
    }

    /// A file of another proposal.
    package static func otherProposal(_ id: String, of expected: String, at place: Place) -> Finding {
      Finding(
        .mergeConflict, at: place, found: id, expected: expected,
        message: "Filen er forslag »\(id)«, ikke »\(expected)«; intet fra den er taget med.",
        suggestion: "Flet kun filer af det samme forslag.")
    }

    /// Rows are changed and nothing tells whose file it is.
    package static func senderUnknown(_ committees: [String], at place: Place) -> Finding {
      Finding(
        .mergeConflict, at: place, found: committees.joined(separator: ", "),
        message:
          "Det kan ikke ses, hvem der har returneret filen, og rækker for flere udvalg er ændret (\(committees.joined(separator: ", "))); "
          + "intet fra den er taget med.",
        suggestion:
          "Skriv forvaltningen i filens navn, fx BC08-SOF.xlsx, eller i et felt Returneret af på arket Forslag."
      )
    }

    /// The sender follows from the rows only.
    package static func senderFromRows(_ committee: String, at place: Place) -> Finding {
      Finding(
        .unusualInput, at: place, found: committee,
        message: "Filen regnes for returneret af \(committee), fordi det er dets rækker, der er ændret.",
        suggestion: "Skriv forvaltningen i filens navn, hvis det er forkert.")
    }

    /// Somebody changed another committee's row.
    package static func changedByOther(
      _ table: String, committee: String, sender: String, found: String, expected: String,
      cells: [String], at place: Place,
      other: Place
    ) -> Finding {
      Finding(
        .mergeConflict, at: place, cells: cells, found: found, expected: expected,
        message:
          "\(sender) har ændret en række for \(committee) i \(table): der står \(found), men \(text(other)) har \(expected). "
          + "Ændringen er ikke taget med.",
        suggestion: "Aftal beløbet med \(committee), eller lad dem returnere deres egne rækker.")
    }

    /// Two files of one committee say different things.
    package static func twoVersions(
      _ table: String, committee: String, found: String, expected: String, at place: Place,
      other: Place
    )
      -> Finding
    {
      Finding(
        .mergeConflict, at: place, found: found, expected: expected,
        message:
          "\(committee) har returneret to forskellige udgaver af sine rækker i \(table): \(text(place)) har \(found), "
          + "\(text(other)) har \(expected). Ingen af dem er taget med.",
        suggestion: "Flet kun den udgave, der gælder.")
    }

    /// A split that does not keep the sum.
    package static func sumDiffers(
      _ table: String, committee: String, what: String, found: String, expected: String,
      cells: [String], isTaken: Bool,
      at place: Place
    ) -> Finding {
      Finding(
        .sharesDiffer, at: place, cells: cells, found: found, expected: expected,
        message:
          "Rækkerne for \(committee) i \(table)\(what) giver \(found), men originalen har \(expected)."
          + (isTaken ? "" : " De er ikke taget med."),
        suggestion: isTaken
          ? "Ret linjerne i forslaget, så tabellen stemmer."
          : "Ret rækkerne, så summen er den samme, eller brug --take-changed-sums, hvis beløbet skal ændres.")
    }

    /// A table at another price level than the original.
    package static func priceLevel(_ table: String, found: Int, expected: Int?, at place: Place)
      -> Finding
    {
      Finding(
        .priceLevelDiffers, at: place, found: "\(found) p/l", expected: expected.map { "\($0) p/l" },
        message:
          "\(table) er i \(found) p/l, mens originalen er i \(expected.map { "\($0) p/l" } ?? "et andet niveau"); den er ikke taget med.",
        suggestion: "Lad forvaltningerne udfylde tabellen i forslagets eget prisniveau.")
    }

    /// Money in a year that the original does not have.
    package static func otherYear(_ table: String, year: Int, at place: Place) -> Finding {
      Finding(
        .yearsDiffer, severity: .error, at: place, found: String(year),
        message: "\(table) har beløb i \(year), som originalen ikke har; tabellen er ikke taget med.",
        suggestion: "Brug samme år som i originalen.")
    }

    /// Something outside the tables A–E was changed.
    package static func outsideTables(_ what: [String], at place: Place) -> Finding {
      Finding(
        .unusualInput, severity: .warning, at: place, found: what.joined(separator: ", "),
        message:
          "Uden for tabellerne er der ændret i \(what.joined(separator: ", ")); det er ikke taget med.",
        suggestion: "Ret det i forslaget selv, hvis det skal gælde.")
    }
  }
}
