/// The manual page of the tool (`man fordel`), in either language.
struct ManualPage {
  let tool: CommandTree.Command
  let language: Language
  /// `fordel 0.1.0`.
  let version: String

  /// The page as `troff` with the macros of `man`.
  var text: String {
    let name = language("budget spreadsheets for the City of Copenhagen's investment proposals")
    var lines = [
      ".TH FORDEL 1 - \(Self.quoted(version)) \(Self.quoted(language("User Commands")))",
      section("NAME"), Self.plain("fordel") + " \\- " + Self.plain(name),
      section("SYNOPSIS"), ".B fordel", Self.plain(language == .danish ? "<kommando>" : "<subcommand>"),
      section("DESCRIPTION"),
    ]
    lines += Self.paragraphs(language(tool.discussion ?? ""))
    lines.append(section("COMMANDS"))
    for command in tool.shownCommands where command.commandName != "help" { lines += page(of: command) }
    lines += environment + examples
    return lines.joined(separator: "\n") + "\n"
  }

  private func page(of command: CommandTree.Command) -> [String] {
    var lines = [
      ".SS \(Self.quoted(command.path))", Self.plain(language(command.abstract ?? "")), ".PP",
      ".nh", Self.plain(command.usage(in: language)), ".hy",
    ]
    if let discussion = command.discussion { lines += [".PP"] + Self.paragraphs(language(discussion)) }
    for argument in command.shownArguments
    where !["help", "version"].contains(argument.preferredName?.name ?? "") {
      lines += [
        ".TP", ".B " + Self.plain(argument.label(in: language)),
        Self.plain(argument.explanation(in: language)),
      ]
    }
    return lines
  }

  private static let examples = [
    (
      "What is wrong in a document, and a copy of it with comments:",
      "fordel check BC61.docx --annotate rettet"
    ),
    ("The tables of a proposal:", "fordel export BC08.xlsx --tables all -o out"),
    ("The same in the browser:", "fordel serve"),
  ]

  private var environment: [String] {
    [
      section("ENVIRONMENT"), ".TP", ".B LC_ALL, LC_MESSAGES, LANG",
      Self.plain(
        language(
          "The language of help and of errors of usage, Danish where the first of them that is set begins with da. Findings, workbooks and reports are Danish always."
        )),
      ".TP", ".B NO_COLOR", Self.plain(language("Where it is set, nothing is coloured.")),
      section("FILES"), ".TP", ".I " + Self.plain("fordel-kvitteringer.jsonl"),
      Self.plain(language("Receipts beside what is written: which files became which numbers.")),
    ]
  }

  private var examples: [String] {
    Self.examples.reduce(into: [section("EXAMPLES")]) { lines, example in
      lines += [
        Self.plain(language(example.0)), ".PP", ".in +4n", ".nf", Self.plain(example.1), ".fi", ".in",
      ]
      if example.1 != Self.examples.last?.1 { lines.append(".PP") }
    }
  }

  private func section(_ heading: String) -> String { ".SH \(Self.quoted(language(heading)))" }

  private static func paragraphs(_ text: String) -> [String] {
    Array(text.split(separator: "\n\n").map { [plain(String($0))] }.joined(separator: [".PP"]))
  }

  /// Text that says nothing to `troff`; its own signs written out.
  private static func plain(_ text: String) -> String {
    let signs = text.map { sign in
      switch sign {
      case "\\": "\\(rs"
      case "-": "\\-"
      case "\n": " "
      default: String(sign)
      }
    }
    let line = signs.joined()
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static func quoted(_ text: String) -> String { "\"\(plain(text).replacing("\"", with: "\\(dq"))\"" }
}
