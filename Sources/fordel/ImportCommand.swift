import ArgumentParser
import Converters
import ProposalModel

/// `fordel import`: entry and table workbooks, CSV and JSON to canonical JSON.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read proposals and write them as canonical JSON, one file per proposal.")

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the JSON files; without it one proposal goes to standard output.", valueName: "dir"))
  var output: String?

  func run() throws {
    let session = try Session(input: input, common: common)
    let items = session.writable()
    if output == nil, items.count > 1 {
      throw ValidationError("\(items.count) proposals need a folder: add -o DIR.")
    }
    try session.finish { files throws(FileFailure) in
      for (item, proposal) in items {
        if let output { try files.makeFolder(output) }
        let bytes = try session.json(of: proposal, from: item.file)
        let path = output.map { "\($0)/\(OutputFiles.name(for: proposal.id)).json" } ?? "-"
        try files.write(bytes, to: path)
        if output != nil { session.say("\(item.file) → \(path)") }
      }
    }
  }
}
