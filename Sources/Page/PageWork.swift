import FoundationEssentials

/// What the browser gets: a page, or the address of one, so that loading it again sends no form again.
package enum PageAnswer: Hashable, Sendable {
  /// HTML.
  case page(String)
  /// An address on this page.
  case address(String)
}

/// What the page does on request: it runs the tool on the files of a visit and shows what the tool says.
package struct PageWork: Sendable {
  /// Runs the tool.
  package var tool: ToolRun
  /// The folder of all visits.
  package var folder: String
  /// The folder that the server was started on, if any.
  package var round: String?
  /// What the tool said before.
  private let memory = RunMemory()

  /// The work of a server whose visits are kept in `folder`.
  package init(tool: ToolRun, folder: String, round: String?) {
    (self.tool, self.folder, self.round) = (tool, folder, round)
  }

  static let gone = "Filerne er her ikke længere. Send dem igen."

  /// A run that only tells. What was said of the same files before is not worked out again.
  func look(_ arguments: [String], in work: Workspace) -> ToolRun.Result {
    let key = ([work.id] + arguments).joined(separator: "\0")
    // What a visit was sent cannot be changed by anybody; the user's own folder can at any time.
    let isOwn = !FileManager.default.fileExists(atPath: work.input + "/runde")
    let stamp = FileStamp.all(in: work.input, resting: isOwn ? 0 : RunMemory.rest).flatMap { files in
      work.lists.map { files + $0 }
    }
    if let stamp, let known = memory.result(key, stamp) { return known }
    let run = tool.run(arguments, in: work.output)
    if let stamp, run.status != nil { memory.keep(run, for: key, stamp) }
    return run
  }

  /// Keeps what was sent to be checked.
  package func send(_ parts: [FormPart]) -> PageAnswer {
    guard let work = try? Workspace(in: folder) else { return failure("Filerne kan ikke gemmes.") }
    guard let kept = keep(parts, named: "filer", in: work), let pasted = keepTable(parts, in: work) else {
      return failure("Filerne kan ikke gemmes. Er der plads på disken?")
    }
    guard kept + pasted > 0 else { return failure("Vælg mindst én fil, eller indsæt en tabel.") }
    let earlier = parts.first { $0.name == "foer" }?.text ?? ""
    let isKnown = Workspace.existing(earlier, in: folder) != nil
    return .address("/kontrol/\(work.id)" + (isKnown ? "?foer=\(earlier)" : ""))
  }

  /// Checks what was sent: findings with the sheets drawn, an annotated copy of each workbook, and what became
  /// of the findings of an `earlier` visit.
  package func check(_ id: String, since earlier: String?) -> String {
    guard let work = Workspace.existing(id, in: folder) else { return PageViews.failure(PageWork.gone) }
    let old = earlier.flatMap { Workspace.existing($0, in: folder) }
    let since = old.map { ["--since", $0.content] } ?? []
    let run = tool.run(
      ["check", "../ind", "--format", "html", "--annotate", ".", "--no-receipt"] + since, in: work.output)
    guard run.status != nil, !run.output.isEmpty else { return stopped(run) }
    let copies = PageViews.downloads(
      work.id, work.made, note: "En kopi, hvor de forkerte celler er mærket og forklaret.")
    let top = """
      <div class="two">\(copies)\(PageViews.again(work.id))</div>
      <p><a href="/runde/\(work.id)">Tabeller, diagrammer og hvert tals vej</a></p>
      """
    // The earlier version is known by its name, not by where it is kept.
    let body = PageWork.body(of: run.output)
    let named = old.map {
      body.replacing($0.input + "/", with: "").replacing($0.input, with: "sidste gang")
    }
    return PageViews.page("Kontrol", isWide: true, top + (named ?? body))
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

  /// What the tool said, with the files as their sender knows them.
  static func messages(_ words: String) -> String {
    let lines = words.split(separator: "\n").map { line in
      "<li>\(PageViews.escaped(VisitNames.plain(String(line))))</li>"
    }
    guard !lines.isEmpty else { return "" }
    // Many are folded: what there is to download must not lie below a hundred of them.
    return """
      <details\(lines.count > 12 ? "" : " open")><summary>\(lines.count) \(lines.count == 1 ? "besked" : "beskeder")</summary>
      <ul class="words">\(lines.joined())</ul></details>
      """
  }

  /// How many files were kept; `nil` where one could not be: a check of the rest would look like one of all.
  func keep(_ parts: [FormPart], named name: String, in work: Workspace) -> Int? {
    var count = 0
    for part in parts where part.name == name && part.file?.isEmpty == false {
      guard (try? work.keep(part)) != nil else { return nil }
      count += 1
    }
    return count
  }

  private func keepTable(_ parts: [FormPart], in work: Workspace) -> Int? {
    guard let part = parts.first(where: { $0.name == "tabel" }),
      part.text.contains(where: { !$0.isWhitespace })
    else { return 0 }
    let table = FormPart(name: "tabel", file: "indsat.txt", bytes: part.bytes)
    return (try? work.keep(table)) == nil ? nil : 1
  }

  func failure(_ words: String) -> PageAnswer { .page(PageViews.failure(words)) }

  func stopped(_ run: ToolRun.Result) -> String {
    PageViews.failure(
      run.status == nil
        ? "Arbejdet blev stoppet, fordi det tog for lang tid eller for megen hukommelse. Send færre eller mindre filer."
        : run.words)
  }

  /// What stands between `<body>` and `</body>` of a report, whose style sheet the page sends itself.
  static func body(of report: [UInt8]) -> String {
    let text = String(decoding: report, as: UTF8.self)
    guard let start = text.firstRange(of: "<body>"), let end = text.firstRange(of: "</body>") else {
      return text
    }
    return "<div class=\"report\">"
      + text[start.upperBound..<end.lowerBound]
      .replacing("<main id=\"fund\">", with: "<div id=\"fund\">").replacing("<main>", with: "<div>")
      .replacing("</main>", with: "</div>").replacing("<header>", with: "<div>").replacing(
        "</header>", with: "</div>"
      )
      .replacing("<h1>", with: "<h2>").replacing("</h1>", with: "</h2>") + "</div>"
  }
}
