import FoundationEssentials
import Reports

/// What the page does on request: it runs the tool on the files of a visit and shows what the tool says.
package struct PageWork: Sendable {
  /// Runs the tool.
  package var tool: ToolRun
  /// The folder of all visits.
  package var folder: String
  /// The folder that the server was started on, if any.
  package var round: String?

  /// The work of a server whose visits are kept in `folder`.
  package init(tool: ToolRun, folder: String, round: String?) {
    (self.tool, self.folder, self.round) = (tool, folder, round)
  }

  /// Checks what was sent: findings with the sheets drawn, and an annotated copy of each workbook.
  package func check(_ parts: [FormPart]) -> String {
    guard let work = try? Workspace(in: folder) else { return PageViews.failure("Filerne kan ikke gemmes.") }
    guard keep(parts, named: "filer", in: work) + keepTable(parts, in: work) > 0 else {
      return PageViews.failure("Vælg mindst én fil, eller indsæt en tabel.")
    }
    let run = tool.run(
      ["check", "../ind", "--format", "html", "--annotate", ".", "--no-receipt"], in: work.output)
    guard run.status != nil, !run.output.isEmpty else { return stopped(run) }
    return PageViews.results(
      "Kontrol", work.id, files: work.made, body: PageWork.body(of: run.output), makes: false)
  }

  /// The state of the round that was sent, or of the folder that the server was started on.
  package func status(_ parts: [FormPart]) -> String {
    guard let work = try? Workspace(in: folder) else { return PageViews.failure("Filerne kan ikke gemmes.") }
    if let round, parts.contains(where: { $0.name == "mappe" }) {
      guard
        (try? FileManager.default.createSymbolicLink(
          atPath: work.input + "/runde", withDestinationPath: round))
          != nil
      else { return PageViews.failure("Mappen kan ikke åbnes.") }
    } else if keep(parts, named: "filer", in: work) == 0 {
      return PageViews.failure("Vælg mindst én fil.")
    }
    var arguments = ["status", "../ind", "--format", "html", "--no-receipt"]
    for (name, option) in [("beslutninger", "--decisions"), ("konti", "--accounts")] {
      guard let part = parts.first(where: { $0.name == name && !$0.bytes.isEmpty }) else { continue }
      let path = "\(work.folder)/\(name)-\(Workspace.harmless(part.file ?? name))"
      guard (try? Data(part.bytes).write(to: URL(filePath: path))) != nil else { continue }
      arguments += [option, path]
    }
    let run = tool.run(arguments, in: work.output)
    guard run.status != nil, !run.output.isEmpty else { return stopped(run) }
    return PageViews.results("Status", work.id, files: [], body: PageWork.body(of: run.output), makes: true)
  }

  /// Makes files of an earlier visit's proposals.
  package func make(_ what: String, in id: String) -> String {
    guard let work = Workspace.existing(id, in: folder) else {
      return PageViews.failure("Filerne er her ikke længere. Send dem igen.")
    }
    let arguments: [String]
    switch what {
    case "tabeller": arguments = ["export", "../ind", "--tables", "all", "-o", "."]
    case "oversigt": arguments = ["overview", "../ind", "-o", "bilag2.xlsx"]
    case "korrektioner": arguments = ["corrections", "../ind", "-o", "korrektioner.xlsx"]
    default: return PageViews.failure("Vælg, hvad der skal laves.")
    }
    let run = tool.run(arguments + ["--allow-incomplete", "--no-receipt"], in: work.output)
    guard run.status != nil else { return stopped(run) }
    let words = run.words.isEmpty ? "" : "<h2>Beskeder</h2><pre>\(PageViews.escaped(run.words))</pre>"
    return PageViews.results("Filer", work.id, files: work.made, body: words, makes: true)
  }

  /// The calculator's answer to a query.
  package func calculate(amounts: String, rule: String) -> String {
    guard !amounts.isEmpty else {
      return PageViews.calculator(amounts: "", rule: rule.isEmpty ? "Ligedeling" : rule, result: nil)
    }
    let list = amounts.filter { $0 != " " }
    let run = tool.run(["distribute", "--amounts=\(list)", "--rule=\(rule)", "--compare"], in: folder)
    let text = run.status == 0 ? String(decoding: run.output, as: UTF8.self) : run.words
    return PageViews.calculator(amounts: amounts, rule: rule, result: text)
  }

  private func keep(_ parts: [FormPart], named name: String, in work: Workspace) -> Int {
    parts.count { part in
      part.name == name && part.file?.isEmpty == false && (try? work.keep(part)) != nil
    }
  }

  private func keepTable(_ parts: [FormPart], in work: Workspace) -> Int {
    guard let part = parts.first(where: { $0.name == "tabel" }), part.text.contains(where: { $0.isLetter })
    else {
      return 0
    }
    return (try? work.keep(FormPart(name: "tabel", file: "indsat.tsv", bytes: part.bytes))) == nil ? 0 : 1
  }

  private func stopped(_ run: ToolRun.Result) -> String {
    PageViews.failure(
      run.status == nil
        ? "Arbejdet blev stoppet, fordi det tog for lang tid eller for megen hukommelse. Send færre eller mindre filer."
        : run.words)
  }

  /// What stands between `<main>` and `</main>` of a report, whose style sheet the page sends itself.
  static func body(of report: [UInt8]) -> String {
    let text = String(decoding: report, as: UTF8.self)
    guard let start = text.firstRange(of: "<body>"), let end = text.firstRange(of: "</body>") else {
      return text
    }
    return "<div class=\"report\">"
      + text[start.upperBound..<end.lowerBound]
      .replacing("<main>", with: "<div>").replacing("</main>", with: "</div>") + "</div>"
  }
}
