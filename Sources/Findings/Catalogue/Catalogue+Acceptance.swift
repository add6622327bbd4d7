package import ProposalModel

/// What can be wrong with acceptances of warnings.
extension Catalogue {
  /// Why an acceptance does not hold.
  package enum AcceptanceTrouble: Hashable, Sendable {
    /// The code is no code, or a blank cell.
    case unknownCode(nearest: String?)
    /// What it points at is an error.
    case isError
    /// The reason or the name is blank.
    case withoutReason
    /// It names no place, and so many warnings have its code.
    case severalWarnings(Int)
    /// It names no proposal, where there are several.
    case withoutNumber
  }

  /// An acceptance of the warnings `code` at the place `subject`, which does not hold.
  package static func acceptanceRefused(
    _ code: String, _ subject: String?, _ trouble: AcceptanceTrouble, at place: Place
  ) -> Finding {
    let what = acceptance(code, subject)
    let (reason, remedy) =
      switch trouble {
      case .unknownCode(let nearest):
        (
          code.isEmpty ? "koden mangler" : "\(quoted(code)) er ikke en kode",
          didYouMean(nearest) ?? "Skriv koden, som den står i rapporten, for eksempel account-missing."
        )
      case .isError: ("det er en fejl, og kun advarsler kan accepteres", "Ret fejlen, og slet rækken.")
      case .withoutReason:
        ("begrundelsen eller navnet mangler", "Udfyld Begrundelse og Hvem, eller slet rækken.")
      case .severalWarnings(let count):
        ("den nævner intet sted, og der er \(count) advarsler med den kode", "Udfyld Sted.")
      case .withoutNumber: ("den nævner intet forslag, og der er flere", "Udfyld Forslagsnummer.")
      }
    return Finding(
      .acceptanceRefused, at: place, found: code.isEmpty ? nil : code,
      message: "\(what) gælder ikke: \(reason).", suggestion: remedy)
  }

  /// An acceptance that no warning fits.
  package static func acceptanceUnused(_ code: String, _ subject: String?, at place: Place) -> Finding {
    Finding(
      .acceptanceUnused, at: place, found: code,
      message: "\(acceptance(code, subject)) passer ikke på nogen advarsel.",
      suggestion: "Slet rækken, hvis advarslen er rettet; ellers skriv stedet, som det står i rapporten.")
  }

  private static func acceptance(_ code: String, _ subject: String?) -> String {
    "Accepten" + (code.isEmpty ? "" : " af [\(code)]") + (subject.map { " ved \(quoted($0))" } ?? "")
  }
}
