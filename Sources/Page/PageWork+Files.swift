import FoundationEssentials

extension PageWork {
  /// Makes files of an earlier visit's proposals and keeps what the tool said of them.
  package func make(_ parts: [FormPart], in id: String) -> PageAnswer {
    guard let work = Workspace.existing(id, in: folder) else { return failure(PageWork.gone) }
    func field(_ name: String) -> String { parts.first { $0.name == name }?.text ?? "" }
    guard keepLists(parts, in: work) else { return failure("Filen kan ikke gemmes.") }
    let product: Product
    switch field("hvad") {
    case "korrektioner":
      guard let corrections = Product.corrections(field("profil")) else {
        return failure("Vælg korrektionernes opstilling.")
      }
      product = corrections
    case "afstemning":
      if let extract = parts.first(where: { $0.name == "udtraek" && !$0.bytes.isEmpty }) {
        guard work.keepList("udtraek", extract) else { return failure("Filen kan ikke gemmes.") }
      }
      guard let path = work.list("udtraek") else { return failure("Vælg udtrækket fra Kvantum.") }
      product = Product.reconciliation(path)
    default:
      guard let other = Product.all.first(where: { $0.name == field("hvad") }) else {
        return failure("Vælg, hvad der skal laves.")
      }
      product = other
    }
    let policy = Rounding.known(field("afrunding"))
    let rounding = product.isRounded && policy != "standard" ? ["--rounding=\(policy)"] : []
    let rest =
      rounding + Supplement.options(work, for: product.arguments[0])
      + (field("mangelfuldt") == "ja" ? ["--allow-incomplete"] : []) + ["--no-receipt"]
    // What an earlier run left would look like this run's, should this one write nothing.
    guard work.clear(product.makes) else { return failure("De gamle filer kan ikke fjernes. Prøv igen.") }
    let run = tool.run(product.arguments + rest, in: work.output)
    guard let status = run.status else { return .page(stopped(run)) }
    var words = status > 1 ? "<p class=\"summary\">Ikke alt kunne laves. Læs beskederne.</p>" : ""
    if product.name == "tabeller", work.list("beslutninger") != nil {
      words += "<p class=\"summary\">Tabellerne er lavet for alle forslag, uanset beslutning.</p>"
    }
    let said =
      words + PageWork.messages(run.words) + "\u{1}" + view(of: product, work, rounding: rounding, policy)
    guard work.keepPage(said) else { return failure("Siden kan ikke gemmes.") }
    return .address("/filer/\(id)")
  }

  /// The files of a visit, and what was said when the last of them were made.
  func files(_ id: String) -> String {
    guard let work = Workspace.existing(id, in: folder) else { return PageViews.failure(PageWork.gone) }
    let parts = work.page.split(separator: "\u{1}", maxSplits: 1, omittingEmptySubsequences: false)
    return PageViews.page(
      "Filer", isWide: parts.count > 1 && !parts[1].isEmpty,
      "<p><a href=\"/runde/\(id)\">Tilbage til runden</a></p>" + (parts.first ?? "")
        + PageViews.downloads(work.id, work.made) + (parts.count > 1 ? String(parts[1]) : "")
        + PageViews.making(work))
  }

  /// What is shown of files beside their names: the corrections, and a reconciliation in words.
  private func view(of product: Product, _ work: Workspace, rounding: [String], _ policy: String) -> String {
    switch product.name {
    case "korrektioner": return corrections(work, rounding: rounding, policy)
    case "afstemning":
      let run = tool.run(
        Array(product.arguments.dropLast(2)) + Supplement.options(work, for: "reconcile") + [
          "--no-receipt", "--quiet",
        ],
        in: work.output)
      let text = PageViews.escaped(VisitNames.plain(String(decoding: run.output, as: UTF8.self)))
      return text.isEmpty ? "" : "<h2>Afstemning</h2><pre class=\"words\">\(text)</pre>"
    default: return ""
    }
  }

  private func corrections(_ work: Workspace, rounding: [String], _ policy: String) -> String {
    let name = "../vist.json"
    var lists = Supplement.options(work, for: "corrections")
    // The forecast stands beside the file that is loaded; here only the rows are wanted.
    for option in ["--budget", "--columns"] {
      if let index = lists.firstIndex(of: option) { lists.removeSubrange(index...(index + 1)) }
    }
    _ = tool.run(
      ["corrections", "../ind", "--allow-incomplete", "--no-receipt", "--quiet", "-o", name] + rounding
        + lists,
      in: work.output)
    guard let data = try? Data(contentsOf: URL(filePath: "\(work.folder)/vist.json")),
      let state = try? JSONDecoder().decode(CorrectionsState.self, from: data)
    else { return "" }
    let forecast = work.made.filter { $0.hasPrefix("korrektioner") && $0.hasSuffix("-prognose.json") }.last
      .flatMap { work.bytes(of: $0) }.flatMap {
        try? JSONDecoder().decode(ForecastState.self, from: Data($0))
      }
    return CorrectionsView(
      state: state, forecast: work.list("budget") == nil ? nil : forecast,
      explanation: ("/forklar/\(work.id)/", "?pris=implemented&amp;afrunding=\(PageViews.pathSafe(policy))")
    ).html
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
}
