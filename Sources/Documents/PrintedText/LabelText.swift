/// Lines of one text put together again.
enum LabelText {
  /// The lines as one text: a hyphen at the end of a line is dropped where it only breaks a word.
  static func joined(_ fragments: some Sequence<String>, words: PrintedWords) -> String {
    fragments.reduce("") { text, next in
      text.isEmpty || next.isEmpty ? text + next : seam(text, next, words: words)
    }
  }

  private static func seam(_ text: String, _ next: String, words: PrintedWords) -> String {
    let lastWord = text.split(separator: " ").last.map(String.init) ?? ""
    let nextWord = next.split(separator: " ").first.map(String.init) ?? ""
    if text.hasSuffix("-"), lastWord.count > 1 {
      let stem = lastWord.dropLast()
      if words.joiningWords.contains(nextWord) { return text + " " + next }
      let isCompound = stem.count <= 4 && stem.allSatisfy(\.isUppercase)
      return isCompound ? text + next : text.dropLast() + next
    }
    if text.hasSuffix("/") { return text + next }
    return isBroken(lastWord, nextWord, words: words) ? text + next : text + " " + next
  }

  /// A long word that a narrow column breaks without a hyphen (`overførsle` `r`, `implementeringsomk`
  /// `ostninger, service`).
  private static func isBroken(_ last: String, _ next: String, words: PrintedWords) -> Bool {
    guard let first = next.first, first.isLowercase, last.count >= 6 else { return false }
    let whole = PrintedKey.of(last + next)
    let part = PrintedKey.of(last)
    return words.vocabularyKeys.contains(whole) && !words.vocabularyKeys.contains(part)
  }
}
