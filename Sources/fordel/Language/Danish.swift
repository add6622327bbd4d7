/// The one table of what the command line says: English, as the code has it, and Danish.
///
/// A `%` stands for anything, in both languages in the same order. To add an option or a message, write it in
/// English where it belongs and put its pair here; a test names what is missing and what nobody says any more.
enum Danish {
  /// All pairs.
  static let table = helpCommon + helpProposals + helpRounds + headings + manual + errors + valueNames

  private static let exact = Dictionary(
    table.map { ($0.english, $0.danish) }, uniquingKeysWith: { first, _ in first })
  private static let patterns = errors.filter { $0.english.contains("%") }
  private static let names = Dictionary(
    valueNames.map { ($0.english, $0.danish) }, uniquingKeysWith: { first, _ in first })

  /// `english` in Danish; `nil` where the table has nothing that fits.
  static func words(_ english: String) -> String? {
    if let danish = exact[english] { return danish }
    for pattern in patterns {
      if let found = found(in: english, by: pattern.english) {
        return filled(pattern.danish, with: found)
      }
    }
    return nil
  }

  /// What the parser says of wrong usage, in Danish: the message, then the lines below it.
  ///
  /// A message that the table does not know stays English under a Danish head: half an answer is better than none.
  static func usageError(_ message: String, whole: String) -> String {
    let lines = whole.dropFirst("Error: ".count + message.count).split(separator: "\n")
    let below = lines.map { words(String($0)) ?? String($0) }
    return (["Fejl: " + (words(message) ?? message)] + below).map { quoted(synopsis($0)) }
      .joined(separator: "\n")
  }

  /// A line of usage with the names of values in Danish: `[--output <file>]` gives `[--output <fil>]`.
  static func synopsis(_ english: String) -> String {
    english.replacing(/<([^<>]+)>/) { "<\(names[String($0.1)] ?? String($0.1))>" }
  }

  /// What the places of `%` in `pattern` hold in `text`; `nil` where it does not fit.
  private static func found(in text: String, by pattern: String) -> [String]? {
    let parts = pattern.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, text.hasPrefix(first), text.hasSuffix(last) else {
      return nil
    }
    var (rest, found) = (text.dropFirst(first.count), [String]())
    for part in parts.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: part) else { return nil }
      found.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    guard rest.count >= last.count else { return nil }
    return found + [String(rest.dropLast(last.count))]
  }

  /// `pattern` with `found` in the places of `%`, each in Danish where the table has it.
  private static func filled(_ pattern: String, with found: [String]) -> String {
    let parts = pattern.split(separator: "%", omittingEmptySubsequences: false)
    return zip(parts, found.map { words($0) ?? $0 } + [""]).map { $0 + $1 }.joined()
  }

  /// Danish quotation marks, and `eller` between the values to choose from.
  private static func quoted(_ text: String) -> String {
    text.replacing(/'([^'\n]*)'/) { "»\($0.1)«" }
      .replacing(/« (?:or|and) »/) { _ in "« eller »" }
  }
}
