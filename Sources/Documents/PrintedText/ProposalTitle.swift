/// A title that begins with the number of a proposal.
package struct ProposalTitle: Hashable {
  /// The number; `nil` where the title begins with none.
  package var number: String?
  /// The title behind it.
  package var title: String

  /// Takes the number off a title: `BC04 Nye løsninger`, `UD/SI01 (2025) Nyt tilbud` (the number is `SI01-2025`).
  package init(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    title = words.joined(separator: " ")
    guard let first = words.first, let code = ProposalTitle.code(first) else { return }
    words.removeFirst()
    var number = code
    if let year = words.first, year.hasPrefix("("), year.hasSuffix(")"),
      PrintedHeads.year(String(year.dropFirst().dropLast())) != nil
    {
      number += "-" + year.dropFirst().dropLast()
      words.removeFirst()
    }
    if let dash = words.first, PrintedAmount.dashes.contains(dash) { words.removeFirst() }
    self.number = number
    title = words.joined(separator: " ")
  }

  /// Capitals and figures: two letters at least and a figure (`BC04`, `SI01`, `ØK09a`).
  private static func code(_ word: String) -> String? {
    let last = word.split(separator: "/").last.map(String.init) ?? word
    let trimmed = last.last == ":" || last.last == "." ? String(last.dropLast()) : last
    let letters = trimmed.prefix { $0.isUppercase }
    let digits = trimmed.dropFirst(letters.count).prefix { $0.isASCII && $0.isNumber }
    let rest = trimmed.dropFirst(letters.count + digits.count)
    guard (1...4).contains(letters.count), (1...3).contains(digits.count), rest.count <= 1,
      rest.allSatisfy(\.isLowercase)
    else { return nil }
    return trimmed
  }
}
