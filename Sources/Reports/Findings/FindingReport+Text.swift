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
  ///   - summary: a line for each of many proposals, in place of a line for each finding.
  public func text(isColoured: Bool = false, nextStep: NextStep? = nil, summary: RunSummary? = nil) -> String
  {
    let paint = TerminalColour(isOn: isColoured)
    var lines =
      summary.map { shortened($0, paint) } ?? changes.map { sections($0, paint) } ?? grouped(findings, paint)
    lines.append(paint.heading(summaryLine))
    if let changes { lines += [paint.heading(changes.summaryLine)] + changes.remarks }
    if let numbersLine { lines.append(numbersLine) }
    if summary != nil, !findings.isEmpty { lines.append("Hver enkelt med celle og forklaring: --details") }
    if let nextStep, !nextStep.sentence.isEmpty { lines.append(nextStep.sentence) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line for each proposal; in full only what keeps a file from being used, what belongs to no proposal,
  /// and what is new since an earlier version.
  private func shortened(_ summary: RunSummary, _ paint: TerminalColour) -> [String] {
    var lines = summary.lines + [""]
    if let head = lines.first { lines[0] = paint.heading(head) }
    let told = summary.blocking + findings.filter { !summary.isOfProposal($0) }
    lines += grouped(told, paint)
    guard let changes else { return lines }
    func heading(_ word: String, _ findings: [Finding]) -> String {
      paint.heading("\(word): \(FindingChanges.count(findings))")
    }
    lines.append(heading("Løst", changes.solved))
    if !changes.unknown.isEmpty { lines.append(heading("Uvist", changes.unknown)) }
    lines += [heading("Tilbage", changes.left), heading("Nye", changes.new), ""]
    return lines + grouped(changes.new, paint)
  }

  private func grouped(_ findings: [Finding], _ paint: TerminalColour) -> [String] {
    FindingGroup.groups(findings).flatMap { group in
      let name = group.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? "-"
      let heading = "\(name) · \(group.sheet ?? "hele filen"): \(FindingCount(group.findings).shortWords)"
      return [paint.heading(heading)] + group.findings.map { paint.line($0) } + [""]
    }
  }

  /// `Løst`, `Tilbage` and `Nye`, each with its count. A line of what is solved begins as others do, with
  /// `løst` where they have their severity, so that nobody counts it as an error.
  private func sections(_ changes: FindingChanges, _ paint: TerminalColour) -> [String] {
    func heading(_ word: String, _ findings: [Finding]) -> String {
      paint.heading("\(word): \(FindingChanges.count(findings))")
    }
    func gone(_ word: String, _ findings: [Finding]) -> [String] {
      findings.map { $0.line(as: "\(word) (\($0.severity.danish))") }
    }
    var lines = [heading("Løst", changes.solved)] + gone("løst", changes.solved) + [""]
    if !changes.unknown.isEmpty {
      lines += [heading("Uvist", changes.unknown)] + gone("uvist", changes.unknown) + [""]
    }
    lines += [heading("Tilbage", changes.left), ""] + grouped(changes.left, paint)
    lines += [heading("Nye", changes.new), ""] + grouped(changes.new, paint)
    let told = changes.told
    return lines + grouped(findings.filter { !told.contains($0) }, paint)
  }
}

/// Terminal codes for bold and coloured text, or none.
private struct TerminalColour {
  let isOn: Bool

  func heading(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The line of a finding with its severity coloured: red, yellow, blue.
  func line(_ finding: Finding) -> String {
    let line = finding.line
    let words = finding.severityWords
    guard isOn, let range = line.firstRange(of: ": \(words): [\(finding.code.rawValue)]")
    else { return line }
    let colour =
      switch finding.severity {
      case .error: "1;31"
      case .warning: "33"
      case .note: "36"
      }
    return line[..<range.lowerBound]
      + ": \u{1B}[\(colour)m\(words)\u{1B}[0m: [\(finding.code.rawValue)]"
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
    if count.errors + count.warnings == count.accepted {
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
