package import ProposalModel

/// What can be wrong with committees, control areas, rules and accounts.
extension Catalogue {
  /// A name that is no committee, administration or unit of the round.
  package static func committeeUnknown(
    _ found: String, nearest: String? = nil, at place: Place, cells: [String] = []
  ) -> Finding {
    Finding(
      .committeeUnknown, at: place, cells: cells, found: found,
      expected: nearest ?? "et udvalg eller en enhed i runden",
      message: "\(quoted(found)) er hverken et udvalg, en forvaltning eller en enhed i runden.",
      suggestion: didYouMean(nearest)
        ?? "Skriv udvalgets navn som i runden, for eksempel Socialudvalget eller SUD.")
  }

  /// A committee's name with a slip of the pen.
  package static func committeeReadAs(_ found: String, _ name: String, at place: Place) -> Finding {
    readAs(found, name, at: place)
  }

  /// A line (all of them if `nil`) for which no committee can be found.
  package static func committeeMissing(_ text: String?, at place: Place) -> Finding {
    Finding(
      .committeeMissing, at: place, expected: "et udvalg",
      message:
        "Det fremgår ikke, hvilket udvalg \(text.map { quoted($0) + " hører til" } ?? "pengene tilhører").",
      suggestion: "Udfyld Udvalg eller Fordeling på linjen, eller Fremstillende forvaltning på forsiden.")
  }

  /// A row of an allocation table with money and without a name; `name` is the one above it.
  package static func committeeBlank(under name: String?, at place: Place, cells: [String]) -> Finding {
    Finding(
      .committeeMissing, at: place, cells: cells, expected: "et udvalg",
      message: name.map {
        "Rækken har beløb, men intet udvalg; om det er \(quoted($0)) som rækken over eller et andet, ses ikke, og den er ikke regnet med."
      } ?? "Rækken har beløb, men intet udvalg, og er ikke regnet med.",
      suggestion: "Skriv udvalgets navn i rækken.")
  }

  /// The committee follows from something else than the line itself.
  package static func committeeFrom(_ source: String, _ name: String, at place: Place) -> Finding {
    Finding(
      .committeeFromPresenting, at: place, expected: name,
      message: "Linjer uden udvalg og fordeling er henført til \(name) (\(source)).")
  }

  /// A control area that is none.
  package static func controlAreaUnknown(_ found: String, nearest: String? = nil, at place: Place) -> Finding
  {
    Finding(
      .controlAreaUnknown, at: place, found: found,
      expected: nearest ?? ControlArea.allCases.map(\.rawValue).joined(separator: ", "),
      message: "\(quoted(found)) er ikke et styringsområde.",
      suggestion: didYouMean(nearest)
        ?? "Vælg \(list(ControlArea.allCases.map(\.rawValue)).replacing(" og ", with: " eller ")).")
  }

  /// A line with money and no control area.
  package static func controlAreaMissing(_ text: String, readAs area: ControlArea? = nil, at place: Place)
    -> Finding
  {
    let used = area.map { " Summerne bruger \($0.rawValue) fra den tabel, der viser linjen." } ?? ""
    return Finding(
      .controlAreaMissing, at: place, expected: area?.rawValue ?? "et styringsområde",
      message: "Linjen \(quoted(text)) har intet styringsområde.\(used)",
      suggestion: "Skriv styringsområdet på linjen.")
  }

  /// A line whose control area follows from its section's total.
  package static func areaFromTotal(_ text: String, _ area: ControlArea, at place: Place) -> Finding {
    Finding(
      .areaFromTotal, at: place, expected: area.rawValue,
      message: "Linjen \(quoted(text)) har intet styringsområde; \(area.rawValue) er taget fra totalen.")
  }

  /// A rule that cannot be read.
  package static func ruleUnreadable(
    _ found: String, _ trouble: RuleTrouble, nearest: String? = nil, at place: Place
  ) -> Finding {
    let reason: String
    let remedy: String
    switch trouble {
    case .unknownRecipient(let name):
      reason = "\(quoted(name)) er hverken et udvalg eller en enhed i runden"
      remedy = didYouMean(nearest) ?? "Ret navnet."
    case .unreadable(let part):
      reason = "\(quoted(part)) kan ikke læses som en fordeling"
      remedy = "Skriv for eksempel Ligedeling, ØU 60 %; KFU 40 %, eller KFU 500; resten ligedeling."
    case .repeatedRecipient(let name):
      reason = "\(quoted(name)) er nævnt to gange"
      remedy = "Slet den ene."
    }
    return Finding(
      .ruleUnreadable, at: place, found: found,
      message: "Fordelingen \(quoted(found)) kan ikke læses: \(reason).", suggestion: remedy)
  }

  /// Two keys of one name with different weights.
  package static func keyTwice(_ name: String, other: String, at place: Place) -> Finding {
    Finding(
      .ruleUnreadable, at: place, found: name, expected: "én kolonne for hver nøgle",
      message: "Fordelingsnøglen \(quoted(name)) står også i \(other) med andre vægte.",
      suggestion: "Slet den kolonne, der ikke gælder, eller giv nøglerne hver sit navn.")
  }

  /// A committee or unit that a key gives two weights.
  package static func keyRecipientTwice(_ name: String, key: String, other: String, at place: Place)
    -> Finding
  {
    Finding(
      .ruleUnreadable, at: place, found: name, expected: "hvert udvalg og hver enhed én gang",
      message: "\(quoted(name)) har også en vægt i nøglen \(quoted(key)) i \(other).",
      suggestion: "Slet den af de to rækker, der ikke gælder.")
  }

  /// A weight of a key that nobody sees.
  package static func hiddenWeight(_ found: String, at place: Place) -> Finding {
    Finding(
      .hiddenMoney, at: place, found: found, expected: "synlige vægte",
      message: "Vægten \(quoted(found)) kan ikke ses: "
        + "den står i en skjult række eller kolonne eller bag en flettet celle.",
      suggestion: "Vis vægten, og afgør, om den skal være med.")
  }

  /// A rule that names a key nobody has defined.
  package static func keyUnknown(_ found: String, nearest: String? = nil, at place: Place) -> Finding {
    Finding(
      .ruleUnreadable, at: place, found: found,
      expected: nearest ?? "en nøgle i runden eller på arket Fordelingsnøgler",
      message: "Fordelingsnøglen \(quoted(found)) findes hverken i runden eller på arket Fordelingsnøgler.",
      suggestion: didYouMean(nearest) ?? "Indsæt nøglen på arket Fordelingsnøgler.")
  }

  /// Percentages that are not exactly 100.
  package static func percentagesDiffer(_ found: String, at place: Place) -> Finding {
    Finding(
      .sharesDiffer, at: place, found: found, expected: "100 %",
      message: "Procenterne giver \(found) tilsammen og ikke 100 %.",
      suggestion: "Ret procenterne, så de giver 100 %, eller lad et udvalg tage resten.")
  }

  /// A line with money and no account.
  package static func accountMissing(_ text: String, at place: Place) -> Finding {
    Finding(
      .accountMissing, at: place, expected: "bevilling og profitcenter",
      message: "Linjen \(quoted(text)) har hverken bevilling eller profitcenter.",
      suggestion: "Udfyld bevilling og profitcenter, før der dannes korrektioner.")
  }

  /// Several profit centres without a split, or a code that can be two things.
  package static func accountAmbiguous(_ found: String, severalCentres: Bool, at place: Place) -> Finding {
    Finding(
      .accountAmbiguous, at: place, found: found, expected: "én bevilling og ét profitcenter",
      message: severalCentres
        ? "\(quoted(found)) nævner flere profitcentre uden at dele beløbet mellem dem."
        : "\(quoted(found)) kan være både en bevilling og et profitcenter.",
      suggestion: severalCentres
        ? "Del linjen i én linje pr. profitcenter." : "Skriv både bevilling og profitcenter.")
  }

  /// Something in an account cell that is no account.
  package static func accountUnresolved(_ found: String, at place: Place) -> Finding {
    Finding(
      .accountUnresolved, at: place, found: found, expected: "bevilling og profitcenter",
      message: "\(quoted(found)) er ikke en afklaret bevilling med profitcenter.",
      suggestion: "Skriv bevilling og profitcenter, når de er afklaret.")
  }

  /// A control area where an account should stand.
  package static func accountIsControlArea(_ found: String, at place: Place) -> Finding {
    Finding(
      .accountIsControlArea, at: place, found: found, expected: "bevilling og profitcenter",
      message: "\(quoted(found)) er et styringsområde og ikke en bevilling.",
      suggestion: "Skriv bevilling og profitcenter i kolonnen.")
  }
}
