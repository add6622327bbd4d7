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
