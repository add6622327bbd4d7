import FoundationEssentials
import Spreadsheet

extension PageWork {
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
    guard keepLists(parts, in: work) else { return failure("Filen kan ikke gemmes.") }
    return .address("/runde/\(work.id)")
  }

  /// Keeps the lists that were sent, and leaves out those that are not to be used any more.
  func keepLists(_ parts: [FormPart], in work: Workspace) -> Bool {
    let unwanted = Set(parts.filter { $0.name == "uden" }.map(\.text))
    for list in Supplement.all {
      if unwanted.contains(list.name), !work.dropList(list.name) { return false }
      guard let part = parts.first(where: { $0.name == list.name && !$0.bytes.isEmpty }) else { continue }
      guard work.keepList(list.name, part) else { return false }
    }
    return true
  }

  /// The state of the round of a visit.
  package func status(_ id: String) -> String {
    guard let work = Workspace.existing(id, in: folder) else { return PageViews.failure(PageWork.gone) }
    let run = statusRun(work)
    guard run.status != nil, !run.output.isEmpty else { return stopped(run) }
    guard let state = try? JSONDecoder().decode(RoundState.self, from: Data(run.output)) else {
      return stopped(run)
    }
    return PageViews.page(
      "Status for runden", isWide: true,
      RoundView(state: state, work: work.id).html + PageViews.downloads(work.id, work.made)
        + PageViews.making(work))
  }

  private func statusRun(_ work: Workspace) -> ToolRun.Result {
    look(
      ["status", "../ind", "--format", "json", "--no-receipt"] + Supplement.options(work, for: "status"),
      in: work)
  }

  /// The state of a visit's proposals; `nil` where it cannot be told.
  func state(of work: Workspace) -> RoundState? {
    try? JSONDecoder().decode(RoundState.self, from: Data(statusRun(work).output))
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
}
