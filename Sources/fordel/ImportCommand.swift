import Reports
import Intake
import Output
import ProposalModel
import ArgumentParser

/// `fordel import`: entry and table workbooks, CSV and JSON to canonical JSON.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read proposals and write them as canonical JSON, one file per proposal."
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for the JSON files; without it one proposal goes to standard output.", valueName: "dir"),
    completion: .directory)
  var output: String?

  func run() throws {
    let session = try ProposalSession("import", input: input, common: common)
    let outputs = output.map { ProposalOutputs(folder: $0, files: session.files, receipts: session.receipts) }
    var single: [Int: [UInt8]] = [:]
    session.process { item, proposal throws(FileFailure) in
      try CanonicalJSON.bytes(of: proposal, from: item)
    } use: { ready throws(FileFailure) in
      guard let outputs else {
        // Of more than one only the number counts: they cannot share standard output.
        single[ready.index] = single.isEmpty ? ready.part : []
        return
      }
      for path in try outputs.write(
        [(name: OutputFiles.name(for: ready.id) + ".json", bytes: ready.part)], of: ready)
      {
        session.say("\(ready.file) → \(path)")
      }
    } withdraw: { index throws(FileFailure) in
      try outputs?.withdraw(index)
      single[index] = nil
    }
    if single.count > 1 { throw ValidationError("\(single.count) proposals need a folder: add -o DIR.") }
    if let bytes = single.values.first {
      session.attempt { () throws(FileFailure) in try session.files.write(bytes, to: "-") }
    }
    try session.end()
  }
}
