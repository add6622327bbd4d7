/// Words in account cells that are no part of a code or name: what a code is, and that none is settled yet.
enum AccountWords {
  private static let appropriations: Set<String> = ["bev", "bevilling", "bevillingsnr", "bevillingsnummer"]
  private static let centres: Set<String> = [
    "pc", "profitcenter", "profitcentre", "profitcenternr", "profitcenternummer",
  ]

  /// Words that say that nothing is settled, each enough by itself.
  private static let open: Set<String> = [
    "afventer", "afventes", "tbd", "tba", "tbc", "todo", "ukendt", "ukendte", "ubekendt", "uafklaret",
    "uafklarede", "afklares", "afklaret",
    "mangler", "relevant", "irrelevant", "ingen", "senere", "følger", "kommer", "oplyses", "udfyldes",
    "angives", "fastlægges", "na", "nn",
  ]
  /// Words that such a remark may have beside them.
  private static let besides: Set<String> = [
    "ikke", "endnu", "skal", "bliver", "blive", "er", "at", "pt", "svar", "bevilling", "bevillingen",
    "profitcenter", "pc", "konto",
    "kontonummer", "kontering", "nr", "nummer", "om", "i",
  ]

  /// Whether a text in place of an account says that there is none yet: `Afventer`, `TBD`, `xxx`,
  /// `Ikke relevant`.
  ///
  /// A name with other words in it (`Ikke rammebelagt drift`) is a bevilling.
  static func isOpen(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let first = words.first else { return true }
    if ["afventer", "afventes"].contains(first) { return true }
    if words.joined() == "na" || words.joined() == "vedikke" || words.joined() == "underafklaring" {
      return true
    }
    func isMark(_ word: String) -> Bool { open.contains(word) || word.allSatisfy { $0 == "x" } }
    return words.contains(where: isMark) && words.allSatisfy { isMark($0) || besides.contains($0) }
  }

  /// Whether a text begins with the word for a profit centre and a figure: `PC 1234`.
  static func isCentre(_ text: Substring) -> Bool { code(behind: centres, in: text) != nil }

  /// The bevilling as written, without the word that only says that it is one: `3220` of `Bev. 3220`.
  static func withoutLabel(_ text: String) -> Substring {
    code(behind: appropriations, in: text[...]) ?? text[...]
  }

  /// What follows a word of the list, if it begins with a figure.
  private static func code(behind words: Set<String>, in text: Substring) -> Substring? {
    let word = text.prefix(while: \.isLetter)
    guard words.contains(word.lowercased()) else { return nil }
    func trimmed(_ text: Substring) -> Substring { text.drop { ". :".contains($0) } }
    var rest = trimmed(text.dropFirst(word.count))
    if rest.lowercased().hasPrefix("nr") { rest = trimmed(rest.dropFirst(2)) }
    return rest.first?.isNumber == true ? rest : nil
  }
}
