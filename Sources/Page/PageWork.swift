import FoundationEssentials
import Spreadsheet

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

  /// The work of a server whose visits are kept in `folder`.
  package init(tool: ToolRun, folder: String, round: String?) {
    (self.tool, self.folder, self.round) = (tool, folder, round)
  }

  /// The commands that take a list of decisions; tables are written of every proposal, and the page says so.
  private static let commandsWithDecisions: Set = ["status", "corrections", "overview", "reconcile"]

  static let gone = "Filerne er her ikke længere. Send dem igen."

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
    let top = "<div class=\"two\">\(copies)\(PageViews.again(work.id))</div>"
    // The earlier version is known by its name, not by where it is kept.
    let body = PageWork.body(of: run.output)
    let named = old.map {
      body.replacing($0.input + "/", with: "").replacing($0.input, with: "sidste gang")
    }
    return PageViews.page("Kontrol", isWide: true, top + (named ?? body))
  }

  /// Keeps the round that was sent, or a link to the folder that the server was started on.
  package func sendRound(_ parts: [FormPart]) -> PageAnswer {
    guard let work = try? Workspace(in: folder) else { return failure("Filerne kan ikke gemmes.") }
    if let round, parts.contains(where: { $0.name == "mappe" }) {
      let link = work.input + "/runde"
      let isLinked =
        (try? FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: round)) != nil
      guard isLinked else { return failure("Mappen kan ikke åbnes.") }
    } else {
      guard let kept = keep(parts, named: "filer", in: work) else {
        return failure("Filerne kan ikke gemmes. Er der plads på disken?")
      }
      guard kept > 0 else { return failure("Vælg mindst én fil.") }
    }
    for name in PageWork.listOptions.keys {
      guard let part = parts.first(where: { $0.name == name && !$0.bytes.isEmpty }) else { continue }
      guard work.keepList(name, part) else { return failure("Filen kan ikke gemmes.") }
    }
    return .address("/runde/\(work.id)")
  }

  private static let listOptions = ["beslutninger": "--decisions", "konti": "--accounts"]

  /// The options for the lists of a visit that `command` takes.
  private func options(_ work: Workspace, for command: String) -> [String] {
    var arguments: [String] = []
    for (name, option) in PageWork.listOptions.sorted(by: { $0.key < $1.key }) {
      let isTaken =
        name == "konti"
        ? ["status", "corrections", "reconcile"].contains(command)
        : PageWork.commandsWithDecisions.contains(command)
      if isTaken, let path = work.list(name) { arguments += [option, path] }
    }
    return arguments
  }

  /// The state of the round of a visit.
  package func status(_ id: String) -> String {
    guard let work = Workspace.existing(id, in: folder) else { return PageViews.failure(PageWork.gone) }
    let run = tool.run(
      ["status", "../ind", "--format", "json", "--no-receipt"] + options(work, for: "status"), in: work.output
    )
    guard run.status != nil, !run.output.isEmpty else { return stopped(run) }
    guard let state = try? JSONDecoder().decode(RoundState.self, from: Data(run.output)) else {
      return stopped(run)
    }
    return PageViews.page(
      "Status for runden", isWide: true,
      RoundView(state: state, work: work.id).html + PageViews.downloads(work.id, work.made)
        + PageViews.making(work.id))
  }

  private func state(of work: Workspace) -> RoundState? {
    let run = tool.run(
      ["status", "../ind", "--format", "json", "--no-receipt"] + options(work, for: "status"), in: work.output
    )
    return try? JSONDecoder().decode(RoundState.self, from: Data(run.output))
  }

  /// Saves what was ticked as the visit's list of decisions, which can be downloaded and sent again.
  ///
  /// A decision that was not changed keeps its date and matter. What was made with the old decisions is
  /// removed, since it would lie beside them without a word.
  package func decide(_ parts: [FormPart], in id: String) -> PageAnswer {
    guard let work = Workspace.existing(id, in: folder) else { return failure(PageWork.gone) }
    guard let state = state(of: work) else { return failure("Status kan ikke læses. Prøv igen.") }
    func field(_ name: String) -> String? { parts.first { $0.name == name }?.text }
    let (date, matter) = (field("dato") ?? "", field("sag") ?? "")
    var rows = [["Forslagsnummer", "Beslutning", "Dato", "Sag"]]
    for row in state.rows {
      let chosen = field("b:\(row.number)") ?? row.decision ?? ""
      guard chosen.isEmpty || RoundView.decisions.contains(chosen) else {
        return failure("»\(chosen)« er ingen beslutning.")
      }
      if chosen.isEmpty { continue }
      let isSame = chosen == row.decision
      rows.append([
        row.number, chosen, isSame ? row.decisionDate ?? "" : date,
        isSame ? row.decisionMatter ?? "" : matter,
      ])
    }
    let fields = rows.map { $0.map { $0.isEmpty ? CSVField.blank : .text($0) } }
    let bytes = CSVWriter.bytes(of: fields, in: .excelDanish)
    let isKept =
      work.clear()
      && work.keepList("beslutninger", FormPart(name: "", file: "beslutninger.csv", bytes: bytes))
      && work.give(bytes, as: "beslutninger.csv")
    return isKept ? .address("/runde/\(id)") : failure("Beslutningerne kan ikke gemmes.")
  }

  /// The check of one proposal of a round.
  package func proposal(_ number: String, in id: String) -> String {
    guard let work = Workspace.existing(id, in: folder) else { return PageViews.failure(PageWork.gone) }
    guard let file = state(of: work)?.rows.first(where: { $0.number == number })?.file else {
      return PageViews.failure("Forslaget »\(number)« er ikke i runden.")
    }
    let run = tool.run(["check", file, "--format", "html", "--no-receipt"], in: work.output)
    guard run.status != nil, !run.output.isEmpty else { return stopped(run) }
    return PageViews.page(
      number, isWide: true,
      "<p><a href=\"/runde/\(id)\">Tilbage til runden</a></p>" + PageWork.body(of: run.output))
  }

  /// Makes files of an earlier visit's proposals.
  package func make(_ parts: [FormPart], in id: String) -> String {
    guard let work = Workspace.existing(id, in: folder) else { return PageViews.failure(PageWork.gone) }
    func field(_ name: String) -> String { parts.first { $0.name == name }?.text ?? "" }
    let policy = field("afrunding")
    let rounding = policy.isEmpty || policy == "standard" ? [] : ["--rounding=\(policy)"]
    var arguments: [String]
    switch field("hvad") {
    case "tabeller": arguments = ["export", "../ind", "--tables", "all", "-o", "."] + rounding
    case "oversigt": arguments = ["overview", "../ind", "-o", "bilag2.xlsx"]
    case "status": arguments = ["status", "../ind", "-o", "status.xlsx"]
    case "korrektioner":
      let isUpload = field("profil") == "kvantum-upload"
      arguments = ["corrections", "../ind", "-o", isUpload ? "korrektioner.csv" : "korrektioner.xlsx"]
      arguments += ["--profile", isUpload ? "kvantum-upload" : "kvantum-laesbar"] + rounding
    case "afstemning":
      guard let extract = parts.first(where: { $0.name == "udtraek" && !$0.bytes.isEmpty }),
        work.keepList("udtraek", extract), let path = work.list("udtraek")
      else { return PageViews.failure("Vælg udtrækket fra Kvantum.") }
      arguments = ["reconcile", "../ind", "--extract", path, "-o", "afstemning.xlsx"]
    default: return PageViews.failure("Vælg, hvad der skal laves.")
    }
    let command = arguments[0]
    // What an earlier run left would look like this run's, should this one write nothing.
    let kinds = ["bilag2", "status", "korrektioner", "afstemning", "beslutninger"]
    let kind = command == "overview" ? "bilag2" : field("hvad")
    let ending = arguments.contains("korrektioner.csv") ? ".csv" : ".xlsx"
    let isGone = work.clear { name in
      kind == "tabeller"
        ? !kinds.contains { name.hasPrefix($0) } : name.hasPrefix(kind) && name.hasSuffix(ending)
    }
    guard isGone else { return PageViews.failure("De gamle filer kan ikke fjernes. Prøv igen.") }
    arguments += options(work, for: command) + (field("mangelfuldt") == "ja" ? ["--allow-incomplete"] : [])
    let run = tool.run(arguments + ["--no-receipt"], in: work.output)
    guard let status = run.status else { return stopped(run) }
    var words = status > 1 ? "<p class=\"summary\">Ikke alt kunne laves. Læs beskederne.</p>" : ""
    if command == "export", work.list("beslutninger") != nil {
      words += "<p class=\"summary\">Tabellerne er lavet for alle forslag, uanset beslutning.</p>"
    }
    let messages = PageWork.messages(run.words)
    return PageViews.page(
      "Filer",
      "<p><a href=\"/runde/\(id)\">Tilbage til runden</a></p>"
        + words + PageViews.downloads(work.id, work.made) + messages + PageViews.making(work.id))
  }

  /// What the tool said, with the files as their sender knows them.
  private static func messages(_ words: String) -> String {
    let lines = words.split(separator: "\n").map { line in
      let plain = String(line).replacing("../ind/runde/", with: "").replacing("../ind/", with: "")
        .replacing("../beslutninger-", with: "")
      return "<li>\(PageViews.escaped(plain))</li>"
    }
    guard !lines.isEmpty else { return "" }
    // Many are folded: what there is to download must not lie below a hundred of them.
    return """
      <details\(lines.count > 12 ? "" : " open")><summary>\(lines.count) \(lines.count == 1 ? "besked" : "beskeder")</summary>
      <ul class="words">\(lines.joined())</ul></details>
      """
  }

  /// All that was made in a visit in one file.
  package func archive(_ id: String) -> [UInt8]? {
    guard let work = Workspace.existing(id, in: folder) else { return nil }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in work.made {
      guard let bytes = work.bytes(of: name) else { return nil }
      files.append((name, bytes))
    }
    return StoredZip.archive(files)
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

  /// How many files were kept; `nil` where one could not be: a check of the rest would look like one of all.
  private func keep(_ parts: [FormPart], named name: String, in work: Workspace) -> Int? {
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

  private func failure(_ words: String) -> PageAnswer { .page(PageViews.failure(words)) }

  private func stopped(_ run: ToolRun.Result) -> String {
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
      .replacing("<main id=\"fund\">", with: "<div id=\"fund\">").replacing("</main>", with: "</div>")
      .replacing("<header><h1>", with: "<div><h2>").replacing("</h1>", with: "</h2>")
      .replacing("</header>", with: "</div>") + "</div>"
  }
}
