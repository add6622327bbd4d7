import ArgumentParser

/// `fordel manual`: the manual page, for `make install`; not shown in help.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print this tool's manual page.", shouldDisplay: false)

  @OptionGroup var speech: LanguageOptions

  func run() throws {
    let page = ManualPage(
      tool: try CommandTree(json: Fordel._dumpHelp()).command, language: Fordel.language,
      version: BuildInformation.version)
    Terminal.show(String(page.text.dropLast()))
  }
}
