import Distribution
public import ProposalModel

extension TableTrouble {
  /// The trouble in Danish, with the line it is about.
  public func message(in proposal: Proposal) -> String {
    func line(_ id: String?) -> String {
      guard let id else { return "Forslaget" }
      return "Linje \(id)" + (proposal.lines.first { $0.id == id }.map { " »\($0.text)«" } ?? "")
    }
    switch self {
    case .distribution(let trouble): return "\(line(trouble.line)): \(trouble.message)"
    case .committeeMissing(let id):
      return
        "\(line(id)): ingen siger, hvilket udvalg beløbet hører til; det står i ingen tabel. Udfyld Udvalg eller Fordeling."
    case .controlAreaMissing(let id):
      return
        "\(line(id)): styringsområdet mangler; beløbet står i ingen af tabellerne A–E. Udfyld Styringsområde."
    case .areaWithoutTable(let id, let area):
      return "\(line(id)): implementeringsomkostninger i \(area.rawValue) står hverken i Tabel D eller E."
    case .priceFactorMissing(let area, let from, let to):
      return
        "Runden har ingen faktor fra \(from) til \(to) p/l for \(area.rawValue); beløbene er ikke omregnet. Tilføj faktoren til runden."
    case .statedAreaMissing(let table, let row):
      return
        "Tabel \(table.rawValue), række \(row + 1): styringsområdet mangler, så rækken kan ikke omregnes og er udeladt. Udfyld Styringsområde."
    }
  }
}
