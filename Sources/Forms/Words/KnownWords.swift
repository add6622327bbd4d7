import ProposalModel
import Synchronization

/// The words of captions, headings and totals, so that one with a slip of the pen is read as what is meant.
///
/// Only long words are mended, by one edit (two from nine letters on), and only where the text says nothing
/// otherwise.
package enum KnownWords {
  private static let words = [
    "forslagets", "forslaget", "samlede", "samlet", "økonomiske", "økonomisk", "konsekvenser", "påvirkning",
    "varige", "varig", "ændringer",
    "ændring",
    "implementeringsomkostninger", "implementering", "investeringer", "serviceinvesteringer",
    "anlægsinvesteringer", "administration",
    "måltalseffekt", "bevillingsmæssig", "effekt", "fordeling", "totalt", "service", "anlæg", "overførsler",
    "efterspørgselsstyret",
    "efterspørgselsstyrede", "tilbagebetalingstid", "baseret",
  ]

  /// Beginnings of rows that are read although a word is misspelt.
  private static let rows = [
    "samletvarigændring", "samledeimplementeringsomkostninger", "samletøkonomiskpåvirkning",
    "varigeændringertotalt",
    "investeringertotalt", "tilbagebetalingstidbaseret",
  ]

  /// The text with its misspelt words mended; `nil` if there is nothing to mend.
  package static func mended(_ text: String) -> String? {
    var result = ""
    var word = ""
    var isMended = false
    func finish() {
      if let right = nearest(word.lowercased()) {
        result += word.first?.isUppercase ?? false ? right.prefix(1).uppercased() + right.dropFirst() : right
        isMended = true
      } else {
        result += word
      }
      word = ""
    }
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        finish()
        result.append(character)
      }
    }
    finish()
    return isMended ? result : nil
  }

  /// The mended text of a row, if it then begins as a total or payback does.
  package static func mendedRow(_ text: String) -> String? {
    mended(text).flatMap { mended in rows.contains(where: Spelling.key(mended).hasPrefix) ? mended : nil }
  }

  /// What words were found to mean: the same few stand in every workbook, and comparing one with all known words
  /// was a third of the time of a check.
  private static let found = Mutex<[String: String?]>([:])
  /// So many words are remembered, that no input takes memory without end.
  private static let remembered = 10_000

  private static func nearest(_ word: String) -> String? {
    guard word.count >= 5 else { return nil }
    if let known = found.withLock({ $0[word] }) { return known }
    let right = compared(word)
    found.withLock { if $0.count < remembered { $0[word] = .some(right) } }
    return right
  }

  private static func compared(_ word: String) -> String? {
    guard !words.contains(word) else { return nil }
    let near = words.filter { known in
      guard known.count >= 5, known.first == word.first || known.count >= 8 else { return false }
      return Spelling.distance(word, known, limit: known.count >= 9 ? 2 : 1) != nil
    }
    let distances = near.map { ($0, Spelling.distance(word, $0, limit: 2) ?? 3) }.sorted { $0.1 < $1.1 }
    guard let first = distances.first, distances.count == 1 || distances[1].1 > first.1 else { return nil }
    return first.0
  }
}
