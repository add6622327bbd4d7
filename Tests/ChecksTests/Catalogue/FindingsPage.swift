import Checks
import Findings
import Spreadsheet

/// The page about all findings in the documentation, made from the codes, the rules and examples that the
/// tool itself finds.
enum FindingsPage {
  static var markdown: String {
    var lines = [
      "# Findings", "",
      "Every code that reading and checking can report, with what must hold, why, an example in the tool's own words, and the remedy.",
      "",
      "This page is generated from the codes, the rules and the examples of the tests; a test fails when it is stale, or when a code is missing.",
      "Run the tests with `FORDEL_RECORD=1` in the environment to write it anew, and read the difference.",
      "",
      "Codes are a promise, wording is not. `fejl` must be mended before the figures can be used; an `advarsel` somebody should look at; a",
      "`bemærkning` tells what was read from unusual input.", "",
    ]
    for severity in [Severity.error, .warning, .note] {
      let codes = FindingCode.allCases.filter { $0.severity == severity }
      lines += ["## \(heading(severity))", "", "| Code | What must hold |", "|---|---|"]
      for code in codes { lines.append("| `\(code.rawValue)` | \(explanation(code).statement) |") }
      lines.append("")
      for code in codes { lines += section(code) }
    }
    lines += ["## The rules", "", "| Rule | What must hold | Codes |", "|---|---|---|"]
    for rule in Rule.all {
      let codes = rule.codes.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      lines.append("| `\(rule.name)` | \(rule.statement) | \(codes) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ severity: Severity) -> String {
    switch severity {
    case .error: "Errors (fejl)"
    case .warning: "Warnings (advarsel)"
    case .note: "Notes (bemærkning)"
    }
  }

  private static func explanation(_ code: FindingCode) -> CodeExplanation {
    Catalogue.explanation(of: code)
  }

  private static func section(_ code: FindingCode) -> [String] {
    let explanation = explanation(code)
    var lines = ["### \(code.rawValue)", "", "\(explanation.statement) \(explanation.reason)", ""]
    guard let finding = FindingExamples.finding(code) else { return lines }
    let place = [finding.sheet, finding.cell].compactMap { $0 }.joined(separator: "!")
    let severity = finding.severity == code.severity ? "" : " (her: \(finding.severity.danish))"
    lines += ["- Eksempel\(place.isEmpty ? "" : " i `\(place)`")\(severity): \(plain(finding.message))"]
    if let suggestion = finding.suggestion { lines.append("- Det gør du: \(plain(suggestion))") }
    return lines + [""]
  }

  /// Text that Markdown leaves as it is.
  private static func plain(_ text: String) -> String {
    text.map { "*_[]<>".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
