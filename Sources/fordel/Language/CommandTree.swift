import Foundation

/// Commands and options as the parser tells them of itself (`--experimental-dump-help`), from which help and the
/// manual page are made: the parser has no other language than English.
struct CommandTree: Decodable {
  /// A command, or the tool itself.
  struct Command: Decodable {
    var superCommands: [String]?
    var shouldDisplay: Bool?
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// `fordel check`.
    var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }
    /// The commands to show below it.
    var shownCommands: [Command] { (subcommands ?? []).filter { $0.shouldDisplay != false } }
    /// The arguments and options to show.
    var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
  }

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    /// `--name`, `-n` or `-name`.
    struct Name: Decodable {
      var kind: String
      var name: String
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?

    var isPositional: Bool { kind == "positional" }

    /// How it stands in the list of options: `-o, --output <file>`.
    func label(in language: Language) -> String {
      let sorted = (names ?? []).sorted { $0.text.count < $1.text.count }
      let value = isPositional || kind == "option" ? "<\(shownValue(in: language))>" : ""
      return [sorted.map(\.text).joined(separator: ", "), value].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// How it stands in the line of usage: `[--output <file>]`.
    func synopsis(in language: Language) -> String {
      let value = isPositional || kind == "option" ? "<\(shownValue(in: language))>" : ""
      let text = [preferredName?.text ?? "", value].filter { !$0.isEmpty }.joined(separator: " ")
      let repeated = isRepeating ? text + " ..." : text
      return isOptional ? "[\(repeated)]" : repeated
    }

    /// What it does, with its values and the one that holds without it.
    func explanation(in language: Language) -> String {
      var remarks: [String] = []
      if let allValues, kind == "option" {
        remarks.append("\(language("values")): \(allValues.joined(separator: ", "))")
      }
      if let defaultValue, !isRepeating { remarks.append("\(language("default")): \(defaultValue)") }
      let words = abstract.map { language($0) } ?? ""
      return remarks.isEmpty ? words : "\(words) (\(remarks.joined(separator: "; ")))"
    }

    private func shownValue(in language: Language) -> String {
      let name = valueName ?? ""
      return language == .danish ? Danish.synopsis("<\(name)>").dropFirst().dropLast().description : name
    }
  }

  var command: Command

  /// The tree in the parser's JSON.
  init(json: String) throws { self = try JSONDecoder().decode(CommandTree.self, from: Data(json.utf8)) }

  /// The command that `arguments` name: the first word that is one, whatever stands before it.
  func command(in arguments: [String]) -> Command {
    let commands = command.subcommands ?? []
    for argument in arguments where argument != "help" {
      if let found = commands.first(where: { $0.commandName == argument }) { return found }
    }
    return command
  }
}

extension CommandTree.Command {
  /// The line of usage: `fordel check <file|dir> ... [--quiet]`.
  func usage(in language: Language) -> String {
    let arguments = shownArguments.filter { !["help", "version"].contains($0.preferredName?.name ?? "") }
    let own = arguments.map { $0.synopsis(in: language) }
    let below = shownCommands.isEmpty ? [] : [language == .danish ? "<kommando>" : "<subcommand>"]
    return ([path] + own + below).joined(separator: " ")
  }
}
