import FoundationEssentials

extension PageWork {
  /// A proposal of a visit: which row of the state it is, and its file.
  private struct Found {
    var work: Workspace
    var row: RoundState.Row
    var file: String
  }

  private func find(_ query: PageQuery) -> Found? {
    guard let work = Workspace.existing(query.id, in: folder),
      let row = state(of: work)?.rows.first(where: { $0.number == query.number }), let file = row.file
    else { return nil }
    return Found(work: work, row: row, file: file)
  }

  private func missing(_ query: PageQuery) -> String {
    PageViews.failure(
      Workspace.existing(query.id, in: folder) == nil
        ? PageWork.gone : "Forslaget »\(query.number)« er ikke i runden.")
  }

  /// The pages of a proposal: address and name.
  private static let views = [
    ("forslag", "Fejl og mangler"), ("tabeller", "Tabeller og diagrammer"), ("tal", "Tallenes vej"),
    ("forskelle", "Forskelle"),
  ]

  /// A page of a proposal, with the way to its others.
  private func page(_ query: PageQuery, _ view: String, _ body: String) -> String {
    let place = "\(query.id)/\(PageViews.pathSafe(query.number))"
    let links = PageWork.views.map { address, name in
      "<a href=\"/\(address)/\(place)\"\(address == view ? " aria-current=\"page\"" : "")>\(name)</a>"
    }
    return PageViews.page(
      query.number, isWide: true,
      """
      <p><a href="/runde/\(query.id)">Tilbage til runden</a></p>
      <nav class="sub" aria-label="Forslaget">\(links.joined())</nav>
      """ + body)
  }

  /// The check of one proposal of a round.
  func proposal(_ query: PageQuery) -> String {
    guard let found = find(query) else { return missing(query) }
    let run = look(["check", found.file, "--format", "html", "--no-receipt"], in: found.work)
    guard run.status != nil, !run.output.isEmpty else { return stopped(run) }
    return page(query, "forslag", PageWork.body(of: run.output))
  }

  /// The options of the tables that are asked for.
  private static func tableOptions(_ query: PageQuery) -> [String] {
    let level = query["pris"] == "implemented" ? "implemented" : "written"
    return ["--rounding=\(Rounding.known(query["afrunding"]))", "--price-level=\(level)"]
  }

  private static func tableQuery(_ query: PageQuery) -> String {
    let level = query["pris"] == "implemented" ? "implemented" : "written"
    return "?afrunding=\(PageViews.pathSafe(Rounding.known(query["afrunding"])))&amp;pris=\(level)"
  }

  /// The tables of one proposal, A–E and diagrams too.
  func tables(_ query: PageQuery) -> String {
    guard let found = find(query) else { return missing(query) }
    let run = look(
      [
        "export", found.file, "--tables", "all", "--format", "json", "--allow-incomplete", "--no-receipt",
        "-o", "-",
      ]
        + PageWork.tableOptions(query), in: found.work)
    guard run.status != nil else { return stopped(run) }
    guard let state = try? JSONDecoder().decode(TablesState.self, from: Data(run.output)) else {
      return page(query, "tabeller", PageWork.messages(run.words))
    }
    let place = "\(query.id)/\(PageViews.pathSafe(query.number))"
    let choice = """
      <form class="tools" method="get" action="/tabeller/\(place)"><div><label for="afrunding">Afrunding</label>
      \(Rounding.choice("afrunding", chosen: Rounding.known(query["afrunding"])))</div>
      <div><label for="pris">Prisniveau</label>\(Rounding.levels("pris", chosen: query["pris"]))</div><button>Vis</button></form>
      """
    let view = TablesView(state: state, explanation: "/forklar/\(place)\(PageWork.tableQuery(query))")
    return page(
      query, "tabeller",
      choice + "<p class=\"quiet\">Hvert tal fører til, hvordan det er blevet til.</p>" + view.html)
  }

  /// How one number of a table came about.
  func explanation(_ query: PageQuery) -> String {
    guard let found = find(query) else { return missing(query) }
    let arguments =
      [
        "explain", found.file, "--table=\(query["tabel"])", "--row=\(query["raekke"])",
        "--year=\(query["aar"])",
        "--allow-incomplete",
      ] + PageWork.tableOptions(query)
    let run = look(arguments, in: found.work)
    guard run.status != nil else { return stopped(run) }
    guard run.status == 0 else { return page(query, "", PageWork.messages(run.words)) }
    let facts = look(arguments + ["--format", "json"], in: found.work)
    let grid = GridCell.cells(look(["grid", found.file], in: found.work).output)
    let place = "\(query.id)/\(PageViews.pathSafe(query.number))"
    let view = ExplanationView(
      text: String(decoding: run.output, as: UTF8.self).replacing(
        found.file, with: RoundView.name(found.file)),
      places: ExplanationView.places(in: facts.output), numbers: "/tal/\(place)",
      sheets: NumbersView.sheets(of: grid))
    return page(
      query, "",
      """
      <h2>Sådan er tallet blevet til</h2>\(view.html)
      <p><a href="/tabeller/\(place)\(PageWork.tableQuery(query))#tabel-\(PageViews.pathSafe(query["tabel"]))">Tilbage til tabellen</a> ·
      <a href="/tal/\(place)">Tallenes vej gennem hele forslaget</a></p>
      """)
  }

  /// Where every number of a proposal's file went.
  func numbers(_ query: PageQuery) -> String {
    guard let found = find(query) else { return missing(query) }
    let run = look(
      ["ledger", found.file, "--format", "json", "--no-receipt"]
        + Supplement.options(found.work, for: "ledger"), in: found.work)
    guard run.status != nil, !run.output.isEmpty else { return stopped(run) }
    let ledger = try? JSONDecoder().decode(LedgerState.self, from: Data(run.output))
    guard let entry = ledger?.proposals.first(where: { $0.id == query.number }) ?? ledger?.proposals.first
    else { return page(query, "tal", PageWork.messages(run.words)) }
    let grid = GridCell.cells(look(["grid", found.file], in: found.work).output)
    let place = "\(query.id)/\(PageViews.pathSafe(query.number))"
    let view = NumbersView(entry, grid, explanation: "/forklar/\(place)?afrunding=standard")
    return page(query, "tal", view.html)
  }

  /// What is different between the file that is used and another version of it: one of the round that was passed
  /// over, or one that was sent for it.
  func differences(_ query: PageQuery) -> String {
    guard let found = find(query) else { return missing(query) }
    let place = "\(query.id)/\(PageViews.pathSafe(query.number))"
    let own = found.work.list("version")
    let others = found.row.passedOver.map(\.file) + [own].compactMap { $0 }
    let links = others.indices.map { index in
      "<li><a href=\"/forskelle/\(place)?mod=\(index)\">\(PageViews.escaped(RoundView.name(others[index])))</a></li>"
    }
    let chosen = Int(query["mod"]) ?? (others.isEmpty ? -1 : others.count - 1)
    var body = """
      <p>Den fil, der bruges: <strong class="path">\(PageViews.escaped(RoundView.name(found.file)))</strong></p>
      \(links.isEmpty ? "<p>Runden har ingen andre versioner af forslaget.</p>" : "<p>Sammenlign med:</p><ul>\(links.joined())</ul>")
      <form class="drop" method="post" action="/forskelle/\(place)" enctype="multipart/form-data">
      <label for="version">En anden version: træk den hertil, eller vælg den</label>
      <input id="version" type="file" name="version"><button>Sammenlign</button></form>
      """
    if others.indices.contains(chosen) {
      let run = look(["diff", others[chosen], found.file, "--format", "html"], in: found.work)
      guard run.status != nil else { return stopped(run) }
      body +=
        run.output.isEmpty
        ? PageWork.messages(run.words)
        : PageWork.body(of: run.output).replacing(others[chosen], with: RoundView.name(others[chosen]))
          .replacing(found.file, with: RoundView.name(found.file))
    }
    return page(query, "forskelle", body)
  }

  /// Keeps another version of a proposal that was sent to be compared with.
  func sendVersion(_ parts: [FormPart], _ query: PageQuery) -> PageAnswer {
    guard let work = Workspace.existing(query.id, in: folder) else { return failure(PageWork.gone) }
    guard let part = parts.first(where: { $0.name == "version" && !$0.bytes.isEmpty }) else {
      return failure("Vælg den anden version.")
    }
    guard work.keepList("version", part) else { return failure("Filen kan ikke gemmes.") }
    return .address("/forskelle/\(query.id)/\(PageViews.pathSafe(query.number))")
  }
}
