import ProposalModel

extension [Place] {
  /// The places as people read them, the cells of one sheet together:
  /// `BC08.xlsx:Økonomi!F12, F13; Tabel B!D4`.
  package var spelling: String {
    var text = ""
    var last: Place?
    for place in self {
      let cell = place.cell ?? ""
      if let last, last.file == place.file, last.sheet == place.sheet {
        if !cell.isEmpty { text += ", " + cell }
      } else {
        let file = last?.file == place.file ? nil : place.file
        let sheet = place.sheet.map { $0 + (cell.isEmpty ? "" : "!") } ?? ""
        text +=
          (last == nil ? "" : "; ") + (file ?? "") + (file != nil && !(sheet + cell).isEmpty ? ":" : "")
          + sheet + cell
      }
      last = place
    }
    return text
  }
}
