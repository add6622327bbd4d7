/// The language of help and of what is said of wrong usage; findings, workbooks and reports are Danish always.
enum Language: String, CaseIterable, Sendable {
  case danish = "da"
  case english = "en"

  /// The language that `--language` asks for, else that of the locale: Danish where it is Danish, English else.
  ///
  /// It is wanted before the arguments are parsed, since it is also the language of what is wrong with them:
  /// ```
  /// Language.chosen(by: ["check", "--language", "da"], in: [:])           // .danish
  /// Language.chosen(by: [], in: ["LC_ALL": "", "LANG": "da_DK.UTF-8"])    // .danish
  /// ```
  static func chosen(by arguments: [String], in environment: [String: String]) -> Language {
    let options = arguments.prefix { $0 != "--" }
    for (place, argument) in options.enumerated() {
      if argument.hasPrefix("--language=") {
        if let language = Language(rawValue: String(argument.dropFirst("--language=".count))) {
          return language
        }
      } else if argument == "--language", place + 1 < options.count,
        let language = Language(rawValue: options[place + 1])
      {
        return language
      }
    }
    // The order of POSIX; what is set to nothing counts as not set.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let tongue = locale?.prefix { $0.isLetter }
    return tongue == "da" ? .danish : .english
  }

  /// `english` in this language.
  func callAsFunction(_ english: String) -> String {
    self == .danish ? Danish.words(english) ?? english : english
  }
}
