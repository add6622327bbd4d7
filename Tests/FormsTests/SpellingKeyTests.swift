import Forms
import ProposalModel
import Testing

@Test func `the quick key of a plain text is the one that Unicode gives`() {
  let letters = Array("abcXYZ019 ()æøåÆØÅ.-_:;&/%\t\n§½²é\u{301}ÿÃ")
  var generator = SystemRandomNumberGenerator()
  for _ in 0..<10_000 {
    let text = String(
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        letters[Int.random(in: letters.indices, using: &generator)]
      })
    #expect(Spelling.key(text) == Spelling.unicodeKey(text), "\(text.debugDescription)")
    #expect(EntrySpelling.key(text) == EntrySpelling.unicodeKey(text), "\(text.debugDescription)")
  }
}

/// Random texts of signs that people write, and of some that they should not.
private func randomTexts(_ count: Int, of letters: String, longest: Int) -> [String] {
  let letters = Array(letters)
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in
    String(
      (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
        letters[Int.random(in: letters.indices, using: &generator)]
      })
  }
}

@Test func `a text is tidied by its bytes as by its characters`() {
  for text in randomTexts(20_000, of: "ab Æå  \t\n\r\u{A0}\u{202F}\u{2009}é\u{308}", longest: 6) {
    let slow = text.split(whereSeparator: { Spelling.spaces.contains($0) }).joined(separator: " ")
    #expect(Spelling.tidy(text) == slow, "\(text.debugDescription)")
  }
}

@Test func `the words of a plain text are those that Unicode gives`() {
  for text in randomTexts(20_000, of: "abXY019 ().æøåÆØÅ-\t§½²é\u{301}Ã", longest: 9) {
    let slow = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    #expect(TableWords.words(text) == slow, "\(text.debugDescription)")
  }
}

@Test func `a text surely holds no word only where it does not, whatever the case`() {
  for text in randomTexts(20_000, of: "noteNOTEøØ 1", longest: 8) where text.lowercased().contains("note") {
    #expect(Spelling.mayHold(text, "note"), "\(text)")
  }
  #expect(Spelling.mayHold("ALLE BELØB ER I KR.", "beløb"))
  #expect(!Spelling.mayHold("Alle tal", "beløb"))
  #expect(!Spelling.mayHold("be", "beløb"))
}

@Test func `the year of a plain text is the same as beside a sign that nobody sees`() {
  let pieces = [
    "2027", "1999", "27", "1.", "Budget ", "Regnskab ", "og frem", " ", "note 1", "1)", "(", "kr.", "-", "/",
    "ø",
  ]
  var generator = SystemRandomNumberGenerator()
  for _ in 0..<20_000 {
    let text = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &generator)]
    }.joined()
    // The sign keeps the text from being read by its bytes.
    #expect(YearHeader.heading(text) == YearHeader.heading(text + "\u{200B}"), "\(text)")
  }
}

@Test func `a plain amount is read as one beside a sign that nobody sees, but for the note`() {
  for text in randomTexts(20_000, of: "0123456789-", longest: 14) {
    for unit in AmountUnit.allCases {
      var expected = AmountReading(typed: text + "\u{200B}", unit: unit)
      if case .amount(let amount, let notes) = expected {
        expected = .amount(amount, notes: notes.filter { $0 != .invisibleSigns })
      }
      #expect(AmountReading(typed: text, unit: unit) == expected, "\(text)")
    }
  }
}
