import ProposalModel

/// Words in the text of a line that say that it holds only if the proposal is rejected, or
/// that it does not count.
package enum RejectionWords {
  /// Whether a text says so: `Merudgift (hvis forslaget ikke indarbejdes)`. Without an `if` it speaks of
  /// something else: `Ikke vedtaget forslag fra 2021`.
  ///
  /// ```swift
  /// RejectionWords.areSaid(in: "Leje, såfremt forslaget ikke vedtages")  // true
  /// ```
  package static func areSaid(in text: String) -> Bool {
    guard ["hvis", "fremt", "ifald"].contains(where: { Spelling.mayHold(text, $0) }) else { return false }
    let words = TableWords.words(text)
    guard let condition = words.firstIndex(where: ["hvis", "såfremt", "ifald"].contains) else { return false }
    let rest = words[condition...]
    return zip(rest, rest.dropFirst()).contains { first, second in
      first == "ikke"
        && ["indarbejdes", "indarbejdet", "vedtages", "vedtaget", "gennemføres"].contains(second)
    } || rest.contains(where: ["forkastes", "afvises"].contains)
  }

  /// Whether a text is marked as one that does not count: `UDGÅR: Vikarer`, `Vikarer (tæller ikke med)`,
  /// `Alternativ til ovenstående: leje`. A thing that ends (`Lejemål udgår`) and what is said of the thing
  /// (`ikke indeholdt i huslejen`) are none; a saving or an investment is no thing but the line itself
  /// (`Tidsbesparelse udgår`).
  ///
  /// A mark stands alone, in brackets, behind a dash or a comma at the end, or before a colon, dash or comma.
  package static func cancels(_ text: String) -> Bool {
    let small = text.lowercased()
    var parts = small.split { "()[]{}*".contains($0) }.map { Part($0, isBracketed: false) }
    for piece in small.split(whereSeparator: { "([{*".contains($0) }).dropFirst(hasOpening(small) ? 0 : 1) {
      parts.append(Part(piece.prefix { !")]}*".contains($0) }, isBracketed: true))
    }
    for separator in [":", ",", ";", " - ", " – ", " — ", "- ", "– ", "\n"] {
      let pieces = small.split(separator: separator)
      guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { continue }
      parts.append(Part(first, isBracketed: false))
      if separator != ":" { parts.append(Part(last, isBracketed: false)) }
    }
    return parts.contains(where: \.isMark) || endsMoney(small)
  }

  /// Whether the last words say that money of the proposal, as its own forms call it, is gone. Income and expenses
  /// that end are what a line is about.
  private static func endsMoney(_ small: String) -> Bool {
    guard Part.endings.contains(where: { small.contains($0) }) else { return false }
    let words = TableWords.words(small)
    guard let last = words.last, Part.endings.contains(last),
      let subject = words.dropLast().last(where: { !Part.pointers.contains($0) })
    else { return false }
    return ["besparelse", "effektivisering", "gevinst", "investering", "implementering"].contains { word in
      ["", "n", "r", "en", "er", "rne", "erne"].contains { subject.hasSuffix(word + $0) }
    }
  }

  private static func hasOpening(_ text: String) -> Bool { text.first.map { "([{*".contains($0) } ?? false }

  /// A part of a text that may be a mark.
  private struct Part {
    private let words: [String]
    private let isBracketed: Bool

    init(_ text: some StringProtocol, isBracketed: Bool) {
      words = TableWords.words(String(text))
      self.isBracketed = isBracketed
    }

    var isMark: Bool {
      guard let first = words.first, words.count <= 12 else { return false }
      let said = words.filter { !Part.pointers.contains($0) }
      if said.count == 1, Part.marks.contains(said[0]) { return true }
      // `(udgår, se mail)`; with a year or an amount it speaks of the thing.
      if isBracketed, Part.endings.contains(first), !words.contains(where: { $0.allSatisfy(\.isNumber) }) {
        return true
      }
      if isBracketed, words.starts(with: ["kun", "hvis"]) { return true }
      // `(uden for forslaget)`
      if said == ["udenfor"] || said == ["uden", "for"] { return said.count < words.count }
      if first.hasPrefix("alternativ") { return isAlternative }
      if said.contains("orientering") { return said.allSatisfy { ["til", "orientering"].contains($0) } }
      return said.contains(where: Part.negations.contains) && said.contains(where: Part.counting.contains)
        && said.allSatisfy { Part.negations.contains($0) || Part.counting.contains($0) }
    }

    /// `Alternativ til L1`, `Alternativ 2`: to another line, and not to a thing (`Alternativ til plastik`).
    private var isAlternative: Bool {
      let rest = words.dropFirst()
      if rest.count == 1, let name = rest.first, name.count == 1 || Int(name) != nil { return true }
      guard rest.first == "til", let other = rest.dropFirst().first else { return false }
      return Part.pointers.contains(other) || Part.lines.contains(other)
        || (other.first == "l" && other.count > 1 && other.dropFirst().allSatisfy(\.isNumber))
    }

    static let endings: Set = [
      "udgår", "udgået", "slettet", "slettes", "bortfaldet", "bortfalder", "annulleret", "annulleres",
    ]
    private static let marks = endings.union(["alternativ", "alternativt", "option", "enten", "eller"])
    private static let negations: Set = ["ikke", "ej"]
    private static let counting: Set = [
      "med", "medregnes", "medregnet", "medtages", "medtaget", "medtælles", "medtalt", "indgår", "indregnes",
      "indregnet", "tæller", "tælles", "regnes", "inkluderet", "inkluderes", "indeholdt", "omfattet",
    ]
    /// Words that point at the line, the sum or the proposal.
    static let pointers: Set = [
      "linje", "linjen", "række", "rækken", "rækkerne", "beløb", "beløbet", "beløbene", "er", "skal", "kan",
      "må", "i", "af", "sum", "summen", "total", "totalen", "alt", "ialt", "forslag", "forslaget", "her",
      "de", "det", "den", "denne", "dette", "disse", "tabel", "tabellen", "kun", "ovenstående",
      "nedenstående", "ovenfor", "nedenfor",
    ]
    private static let lines: Set = ["forrige", "øvrige", "foregående", "linjer", "rækker"]
  }
}
