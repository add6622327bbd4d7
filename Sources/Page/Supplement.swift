/// A list that may be sent along with a round: kept in the visit, and given to the commands that take it.
struct Supplement: Sendable {
  /// The field's name, and how the kept file's name begins.
  var name: String
  /// What it is, for people.
  var label: String
  /// The option of the tool.
  var option: String
  /// The commands that take it.
  var commands: Set<String>
  /// Whether it belongs to one making of corrections, not to the round.
  var isOfCorrections = false

  /// All of them.
  static let all = [
    Supplement(
      name: "beslutninger", label: "Beslutninger", option: "--decisions",
      commands: ["status", "corrections", "overview", "reconcile", "annex"]),
    Supplement(
      name: "konti", label: "Kontoliste", option: "--accounts",
      commands: ["status", "corrections", "reconcile", "ledger", "annex"]),
    Supplement(
      name: "kontoplan", label: "Årets kontoplan", option: "--chart",
      commands: ["corrections", "reconcile"],
      isOfCorrections: true),
    Supplement(
      name: "budget", label: "Dagens budget (giver en prognose)", option: "--budget",
      commands: ["corrections"], isOfCorrections: true),
    Supplement(
      name: "kolonner", label: "Udtrækkets kolonnenavne", option: "--columns",
      commands: ["corrections", "reconcile"], isOfCorrections: true),
    Supplement(
      name: "tidligere", label: "Et tidligere sæt korrektioner (kun det ændrede skrives)",
      option: "--since", commands: ["corrections"], isOfCorrections: true),
  ]

  /// The options of `command` for what the visit has.
  static func options(_ work: Workspace, for command: String) -> [String] {
    all.flatMap { list -> [String] in
      guard list.commands.contains(command), let path = work.list(list.name) else { return [] }
      // The names of an extract's columns say nothing without an extract.
      if list.name == "kolonner", command == "corrections", work.list("budget") == nil { return [] }
      return [list.option, path]
    }
  }

  /// Whether the visit has a list that belongs to one making of corrections.
  static func isOfCorrectionsKept(_ work: Workspace) -> Bool {
    all.contains { $0.isOfCorrections && work.list($0.name) != nil }
  }

  /// A field for each list, those that the visit has with a tick to leave them out again.
  static func fields(_ id: String, of work: Workspace?, isOfCorrections: Bool) -> String {
    all.filter { $0.isOfCorrections == isOfCorrections }.map { list in
      let kept = work?.list(list.name).map { String($0.dropFirst("../\(list.name)-".count)) }
      let tick =
        kept.map { name in
          """
          <label class="tick"><input type="checkbox" name="uden" value="\(list.name)"> \
          Brug ikke <span class="path">\(PageViews.escaped(name))</span> mere</label>
          """
        } ?? ""
      return """
        <label for="\(id)-\(list.name)">\(list.label)</label>
        <input id="\(id)-\(list.name)" type="file" name="\(list.name)" accept=".xlsx,.xls,.ods,.csv,.txt,.json">\(tick)
        """
    }.joined(separator: "\n")
  }
}
