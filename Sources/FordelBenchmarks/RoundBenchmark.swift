import Forms
import Intake
import Output
import ProposalModel
import Reading
import Reports
import Foundation

/// A whole round: entry workbooks are read, checked, and written as canonical JSON and as table workbooks.
enum RoundBenchmark {
  /// `round-make COUNT FOLDER SAMPLE…`: entry workbooks, filled from the samples in turn, each with a number
  /// of its own.
  static func make(_ arguments: [String]) throws {
    guard arguments.count > 2, let count = Int(arguments[0]) else {
      throw UsageError(usage: "round-make COUNT FOLDER SAMPLE…")
    }
    let samples = try arguments.dropFirst(2).map {
      try CanonicalJSON.decode([UInt8](Data(contentsOf: URL(filePath: $0)))).proposal
    }
    let folder = arguments[1]
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let elapsed = try seconds {
      for number in 1...count {
        var proposal = samples[number % samples.count]
        proposal.id = "P\(number)"
        guard let round = proposal.round.flatMap({ RoundLibrary.round(named: $0) }) else {
          throw UsageError(usage: "a sample of a known round")
        }
        let path = "\(folder)/P\(number).xlsx"
        try Data(EntryWorkbook.file(round: round, proposal: proposal, for: path)).write(
          to: URL(filePath: path))
      }
    }
    report(elapsed, ["files": count])
  }

  private struct Part: Sendable {
    var json: [UInt8]
    var files: [TableExport.File]
  }

  /// `round-check THREADS FOLDER`: everything in `FOLDER`, as `fordel check` would, with the ledger of numbers.
  static func check(_ arguments: [String]) throws {
    guard arguments.count == 2, let threads = Int(arguments[0]) else {
      throw UsageError(usage: "round-check THREADS FOLDER")
    }
    let run = ProposalRun([arguments[1]], intake: Intake(), allowsIncomplete: false, threads: threads)
    var (proposals, findings) = (0, 0)
    let elapsed = seconds {
      run.run { _, _ throws(FileFailure) in
        ()
      } handle: { event in
        if case .outcome(let outcome) = event {
          proposals += 1
          findings += outcome.findings.count
        }
        return true
      }
    }
    report(elapsed, ["proposals": proposals, "findings": findings])
  }

  /// `round THREADS FOLDER OUT`: everything in `FOLDER` to `OUT`, as `fordel import` and `fordel export`
  /// would in one go, receipts included.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let threads = Int(arguments[0]) else {
      throw UsageError(usage: "round THREADS FOLDER OUT")
    }
    var intake = Intake()
    intake.recordsInputs = true
    let run = ProposalRun([arguments[1]], intake: intake, allowsIncomplete: false, threads: threads)
    let outputs = ProposalOutputs(
      folder: arguments[2], files: OutputFiles(protecting: run.files), receipts: ReceiptFile(command: "round")
    )
    var counts = (proposals: 0, findings: 0, failures: 0)
    let elapsed = seconds {
      run.run { item, proposal throws(FileFailure) in
        Part(
          json: try CanonicalJSON.bytes(of: proposal, from: item),
          files: try TableExport().part(of: proposal, from: item).files)
      } handle: { event in
        switch event {
        case .outcome(let outcome):
          counts.findings += outcome.findings.count
          if outcome.use == .left { counts.failures += 1 }
        case .failure, .unread: counts.failures += 1
        case .ready(let ready):
          counts.proposals += 1
          let names = [(name: OutputFiles.name(for: ready.id) + ".json", bytes: ready.part.json)]
          do {
            _ = try outputs.write(
              names + ready.part.files.map { (name: $0.name, bytes: $0.bytes) }, of: ready)
          } catch {
            counts.failures += 1
          }
        case .withdrawn, .withoutProposal, .progress: break
        }
        return true
      }
    }
    report(
      elapsed, ["proposals": counts.proposals, "findings": counts.findings, "failures": counts.failures])
  }
}
