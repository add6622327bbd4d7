import Findings
import ProposalModel
import Reading

/// By what two findings of two versions are the same, the strictest first. Cells are no part of it.
enum FindingMeaning: CaseIterable {
  /// The same words in the same row and columns of the same table.
  case sameWords
  /// The same row, with everything else that stands in it, and columns.
  case sameRow
  /// A line of the same text and the same columns, whatever else the row says.
  case sameLine
  /// A line of the same text, and at least one column in common.
  case overlapping
  /// The same message but for its figures, where one of the two has no place or the table has another name.
  case sameMessage

  /// What must be equal; `nil` where this says nothing of the finding.
  func key(_ finding: Finding) -> [String]? {
    let code = finding.code.rawValue
    if self == .sameMessage { return [code, FindingMeaning.plain(finding.message)] }
    guard let subject = finding.subject else { return nil }
    let table = FindingMeaning.table(subject.table)
    var key = [code, table, subject.row.map(Spelling.key) ?? ""]
    if self == .overlapping { return key }
    key += ["·"] + subject.columns.map(Spelling.key)
    if self == .sameLine { return key }
    key += ["·", subject.section.map(Spelling.key) ?? ""] + subject.words.map(Spelling.key)
    return self == .sameRow ? key : key + ["·", FindingMeaning.plain(finding.message)]
  }

  /// Whether two findings with the same key are the same.
  func holds(_ old: Finding, _ new: Finding) -> Bool {
    switch self {
    case .sameWords, .sameRow, .sameLine: return true
    case .overlapping:
      let (left, right) = (old.subject?.columns ?? [], new.subject?.columns ?? [])
      return (left.isEmpty && right.isEmpty) || !Set(left).isDisjoint(with: right)
    case .sameMessage:
      guard let left = old.subject, let right = new.subject else { return true }
      return left.row.map(Spelling.key) == right.row.map(Spelling.key)
        && (left.columns.isEmpty && right.columns.isEmpty
          || !Set(left.columns).isDisjoint(with: right.columns))
    }
  }

  /// A table without its number, which changes when another one is put in before it.
  private static func table(_ name: String) -> String {
    let words = SubjectReader.tableWords(name)
    return Spelling.key(words.isEmpty ? name : words)
  }

  /// A message without figures and cells; years stay.
  static func plain(_ message: String) -> String {
    let words = message.split { !$0.isLetter && !$0.isNumber && !".,-−".contains($0) }
    return words.filter { word in
      guard word.contains(where: \.isNumber) else { return true }
      let digits = word.filter { $0.isNumber || $0.isLetter }
      return digits.count == 4 && (Int(digits).map { Spelling.years.contains($0) } ?? false)
        && !word.dropLast().contains { ".,".contains($0) }
    }.map { Spelling.key(String($0)) }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
