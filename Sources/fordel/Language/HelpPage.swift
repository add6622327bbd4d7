/// The help of a command for a terminal, in either language.
struct HelpPage {
  let command: CommandTree.Command
  let language: Language
  /// How many signs a line takes.
  var width = 80

  private static let indent = 26

  /// The page.
  var text: String {
    var parts = [wrapped("\(language("OVERVIEW")): \(language(command.abstract ?? ""))")]
    if let discussion = command.discussion {
      parts += language(discussion).split(separator: "\n\n").map { wrapped(String($0)) }
    }
    parts.append("\(language("USAGE")): \(command.usage(in: language))")
    let arguments = command.shownArguments
    parts += [
      section("ARGUMENTS", arguments.filter(\.isPositional)),
      section("OPTIONS", arguments.filter { !$0.isPositional }),
    ].compactMap { $0 }
    if !command.shownCommands.isEmpty { parts.append(commands) }
    return parts.joined(separator: "\n\n")
  }

  private func section(_ heading: String, _ arguments: [CommandTree.Argument]) -> String? {
    guard !arguments.isEmpty else { return nil }
    let rows = arguments.map { row($0.label(in: language), $0.explanation(in: language)) }
    return (["\(language(heading)):"] + rows).joined(separator: "\n")
  }

  private var commands: String {
    let rows = command.shownCommands.map { row($0.commandName, language($0.abstract ?? "")) }
    return
      (["\(language("SUBCOMMANDS")):"] + rows + [
        "", "  " + language("See 'fordel help <subcommand>' for detailed help."),
      ]).joined(separator: "\n")
  }

  /// A label with its words beside it, or below it where the label is long.
  private func row(_ label: String, _ words: String) -> String {
    let lines = Self.lines(of: words, width: width - Self.indent)
    let space = String(repeating: " ", count: Self.indent)
    let start = "  " + label
    let first = start.count + 2 > Self.indent ? "\(start)\n\(space)" : start + space.dropFirst(start.count)
    return first + lines.joined(separator: "\n" + space)
  }

  private func wrapped(_ paragraph: String) -> String {
    Self.lines(of: paragraph, width: width).joined(separator: "\n")
  }

  private static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
