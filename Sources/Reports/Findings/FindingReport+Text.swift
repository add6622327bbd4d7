import Findings
import Spreadsheet

extension FindingReport {
  /// The report for a terminal or a log: under a heading for each sheet one line per finding, then a summary,
  /// then what to do next.
  ///
  /// The lines of findings are the same with and without headings and colours around them:
  /// `file.xlsx:Økonomi!F12: fejl: [total-differs] …`.
  /// - Parameters:
  ///   - isColoured: whether headings and severities are coloured by terminal codes.
  ///   - nextStep: the last line, from ``NextStep``.
  public func text(isColoured: Bool = false, nextStep: NextStep? = nil) -> String {
    let paint = TerminalColour(isOn: isColoured)
    var lines: [String] = []
    for group in FindingGroup.groups(findings) {
      let name = group.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? "-"
      lines.append(
        paint.heading("\(name) · \(group.sheet ?? "hele filen"): \(FindingCount(group.findings).shortWords)"))
      lines += group.findings.map { paint.line($0) }
      lines.append("")
    }
    lines.append(paint.heading(summaryLine))
    if let numbersLine { lines.append(numbersLine) }
    if let nextStep, !nextStep.sentence.isEmpty { lines.append(nextStep.sentence) }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Terminal codes for bold and coloured text, or none.
private struct TerminalColour {
  let isOn: Bool

  func heading(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The line of a finding with its severity coloured: red, yellow, blue.
  func line(_ finding: Finding) -> String {
    let line = finding.line
    guard isOn, let range = line.firstRange(of: ": \(finding.severity.danish): [\(finding.code.rawValue)]")
    else { return line }
    let colour =
      switch finding.severity {
      case .error: "1;31"
      case .warning: "33"
      case .note: "36"
      }
    return line[..<range.lowerBound]
      + ": \u{1B}[\(colour)m\(finding.severity.danish)\u{1B}[0m: [\(finding.code.rawValue)]"
      + line[range.upperBound...]
  }
}

/// What the user should do after a check, with the command for it.
public struct NextStep: Sendable {
  package let sentence: String

  /// The next step after `report` on the files `inputs`.
  /// - Parameters:
  ///   - report: what was found.
  ///   - inputs: the arguments of the check.
  ///   - copies: the annotated copies that were written.
  public init(after report: FindingReport, inputs: [String], copies: [String] = []) {
    let count = FindingCount(report.findings)
    let names = NextStep.words(inputs)
    if count.errors + count.warnings == 0 {
      sentence = report.proposals == 0 ? "" : "Næste skridt: fordel export \(names) -o tabeller"
    } else if !copies.isEmpty {
      sentence =
        "Næste skridt: ret de mærkede celler i \(NextStep.words(copies)), gem, og kør fordel check \(NextStep.words(copies))"
    } else if inputs.contains(where: {
      $0.lowercased().hasSuffix(".xlsx") || $0.lowercased().hasSuffix(".xlsm")
    }) {
      sentence =
        "Næste skridt: fordel check \(names) --annotate rettes    (kopier, hvor de forkerte celler er mærket og forklaret)"
    } else {
      sentence = "Næste skridt: ret, og kør igen fordel check \(names)"
    }
  }

  /// Paths as a shell takes them; of many the first only.
  private static func words(_ paths: [String]) -> String {
    let shown = paths.prefix(3).map(quoted).joined(separator: " ")
    return paths.count > 3 ? shown + " …" : shown
  }

  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "-_./,+@%".contains($0) }
    return isPlain && !path.isEmpty ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
