import Forms
import Findings
import ProposalModel
import Spreadsheet

/// Findings that only an account list can have; the rest are in the common catalogue.
enum AccountListFinding {
  /// No sheet has the headers of an account list.
  package static func headerMissing(at place: Place) -> Finding {
    let headers = AccountListForm.columns.prefix(9).map(\.header).joined(separator: ", ")
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
  static func codeAsDecimal(_ header: String, _ found: String, at place: Place) -> Finding {
    Finding(
      .accountUnresolved, at: place, found: found, expected: "en kode gemt som tekst",
      message: "\(header) er gemt som tallet \(found), så nuller i koden kan være gået tabt.",
      suggestion: "Formatér kolonnen som tekst, og skriv koden igen.")
  }

  /// A counter account without a control area.
  static func counterWithoutArea(at place: Place) -> Finding {
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
  static func columnsDiffer(_ header: String, _ one: String, _ other: String, at place: Place) -> Finding {
    Finding(
      .accountAmbiguous, severity: .error, at: place, found: other, expected: one,
      message: "To kolonner hedder \(header): i den ene står »\(one)«, i den anden »\(other)«.",
      suggestion: "Slet den kolonne, der ikke gælder.")
  }

  /// What `Modkonto for` may hold.
  static func sectionUnknown(_ found: String, at place: Place) -> Finding {
    let choices = LineSection.allCases.map(\.rawValue).joined(separator: ", ")
    return Finding(
      .accountUnresolved, at: place, found: found, expected: choices,
      message: "»\(found)« er ikke noget, en modkonto kan være modkonto for.",
      suggestion: "Skriv et af dem: \(choices).")
  }
}
