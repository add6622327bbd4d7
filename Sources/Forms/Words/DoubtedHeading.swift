import ProposalModel

/// Captions and section headings that say themselves that they are not certain.
package enum DoubtedHeading {
  /// Whether a question mark ends such words or a part of them, or words in brackets name the other kind of money.
  /// A title that asks (`Hvad koster forslaget? Samlede økonomiske konsekvenser`) is none.
  ///
  /// ```swift
  /// DoubtedHeading.isIn("Tabel 2. Varige ændringer, service?")  // true
  /// DoubtedHeading.isIn("Implementeringsomkostninger (varige)")  // true
  /// ```
  package static func isIn(_ text: String) -> Bool { asks(text) || contradictsItself(text) }

  private static func asks(_ text: String) -> Bool {
    guard Spelling.isDoubted(text) else { return false }
    let pieces = text.split(separator: "?", omittingEmptySubsequences: false)
    return zip(pieces, pieces.dropFirst()).contains { before, behind in
      let next = behind.first { !$0.isWhitespace && !")]?".contains($0) }
      guard next?.isUppercase != true else { return false }
      let sentence = before.split(whereSeparator: { ".:!".contains($0) }).last ?? before
      let first = TableWords.words(String(sentence)).first ?? ""
      return !["hvad", "hvor", "hvordan", "hvilke", "hvilken", "hvem", "hvornår", "hvorfor"].contains(first)
    }
  }

  private static func contradictsItself(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "(")), let section = TableWords.section(text) else { return false }
    return EntrySpelling.isContradicted(text, section, in: EntryForm.sectionSpellings)
  }
}
