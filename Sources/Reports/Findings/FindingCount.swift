import Findings
import Spreadsheet

/// How many findings there are of each severity.
struct FindingCount {
  package let errors: Int
  package let warnings: Int
  package let notes: Int
  /// How many of the warnings are accepted.
  package let accepted: Int

  init(_ findings: [Finding]) {
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
    notes = findings.count { $0.severity == .note }
    accepted = findings.count(where: \.isAccepted)
  }

  /// `2 fejl, 1 advarsel`: only what there is.
  var shortWords: String {
    let parts = [
      errors == 0 ? nil : "\(errors) fejl",
      warnings == 0 ? nil : warningWords,
      notes == 0 ? nil : "\(notes) \(notes == 1 ? "bemærkning" : "bemærkninger")",
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// `2 fejl, 1 advarsel, 3 bemærkninger`.
  package var words: String {
    [
      "\(errors) fejl", warningWords,
      "\(notes) \(notes == 1 ? "bemærkning" : "bemærkninger")",
    ].joined(separator: ", ")
  }

  /// `3 advarsler (1 accepteret)`.
  private var warningWords: String {
    "\(warnings) \(warnings == 1 ? "advarsel" : "advarsler")"
      + (accepted == 0 ? "" : " (\(accepted) accepteret)")
  }
}
