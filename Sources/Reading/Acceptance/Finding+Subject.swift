package import Findings
import Forms
import ProposalModel

extension Finding {
  /// Whether a person who writes `text` means the place of this finding: the line's text, the table's name,
  /// the sheet or a cell; or several of them, `Tabel 2: Husleje`, which then must all be right.
  package func isAt(_ text: String) -> Bool {
    if isNamed(text, isAlone: true) { return true }
    for separators in [[":", ";", "!", "·", "/"], [":", ";", "!", "·", "/", ","]] as [Set<Character>] {
      let parts = text.split { separators.contains($0) }.map(String.init)
        .filter { !Spelling.key($0).isEmpty }
      if parts.count > 1, parts.allSatisfy({ isNamed($0, isAlone: false) }) { return true }
    }
    return false
  }

  /// Whether `text` is one of the names of the place. A year alone is no place; with a line it is one.
  private func isNamed(_ text: String, isAlone: Bool) -> Bool {
    let key = Spelling.key(text)
    guard !key.isEmpty else { return false }
    if cells.contains(where: { $0.lowercased() == key }) { return true }
    var names = [sheet].compactMap { $0 }
    if let subject {
      names += [subject.table, TableWords.captionWords(subject.table)] + subject.words
      names += [subject.section, subject.row].compactMap { $0 }
      let code = TableWords.code(of: subject.table)
      if !code.isEmpty { names.append("Tabel " + code) }
      if !isAlone { names += subject.columns }
    }
    if names.contains(where: { Spelling.key($0) == key }) { return true }
    return subject?.row == nil && quotedNames.contains { Spelling.key($0) == key }
  }

  /// What the message names between »…«, where there are no cells to look at.
  private var quotedNames: [String] {
    message.split(separator: "»").dropFirst().compactMap { part in
      part.firstIndex(of: "«").map { String(part[..<$0]) }
    }
  }
}
