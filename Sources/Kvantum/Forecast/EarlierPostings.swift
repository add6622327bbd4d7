public import Findings
import Intake
public import Output
import ProposalModel
import FoundationEssentials

/// What receipts say was written for loading before.
public struct EarlierPostings: Sendable {
  /// One earlier run.
  private struct Run: Sendable {
    /// The file of the receipt.
    var receipt: String
    /// The file that was to be loaded.
    var file: String
    /// The proposals that have rows in it.
    var proposals: [String]
    /// The sums of all that the run wrote.
    var sums: Set<String>
    /// The sums of the set that its rows are the difference to.
    var since: [String]
  }

  private var runs: [Run] = []

  /// Reads the receipts in the folders of `files`. Runs whose files were taken back, or are among `notLoaded`
  /// by their names, posted nothing.
  ///
  /// Receipts of versions that did not say what was written count where the file was text.
  public init(beside files: [String], notLoaded: [String]) throws(FileFailure) {
    let names = Set(notLoaded.map(EarlierPostings.name))
    var folders: [String] = []
    for file in files where file != "-" {
      let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
      if !folders.contains(folder) { folders.append(folder) }
    }
    for folder in folders {
      let receipts = try EarlierPostings.receipts(in: folder)
      let withdrawn = Set(receipts.compactMap(\.withdrawn).joined())
      for receipt in receipts where receipt.command == "corrections" {
        guard let file = receipt.outputs.first?.file, !withdrawn.contains(file), !names.contains(file),
          receipt.corrections?.isForLoading ?? !file.hasSuffix(".xlsx")
        else { continue }
        runs.append(
          Run(
            receipt: (folder.isEmpty ? "" : folder + "/") + Receipt.fileName, file: file,
            proposals: receipt.corrections?.posted ?? receipt.proposals,
            sums: Set(receipt.outputs.map(\.sha256)), since: receipt.corrections?.since ?? []))
      }
    }
  }

  /// A finding for each earlier run that posted any of `proposals`; runs that the set `since` takes into
  /// account, by the sums of its files, are none: it was written by them, or they are what it is the difference to.
  public func findings(posting proposals: [String], since: [String]) -> [Finding] {
    var known: [Run] = []
    var sums: Set<String> = []
    var next = since
    while let sum = next.popLast() {
      guard sums.insert(sum).inserted, let run = runs.last(where: { $0.sums.contains(sum) }) else { continue }
      known.append(run)
      next += run.since
    }
    let wanted = Set(proposals)
    return runs.compactMap { run -> Finding? in
      let twice = run.proposals.filter(wanted.contains)
      // The same file made once more is the same file.
      guard !known.contains(where: { $0.file == run.file && $0.sums == run.sums }), !twice.isEmpty
      else { return nil }
      return Catalogue.postedTwice(twice, file: run.file, at: Place(file: run.receipt))
    }
  }

  /// The receipts in `folder`, in their order; none where there is no file of them. Fails where a line of it is
  /// no receipt: what it said is not known.
  private static func receipts(in folder: String) throws(FileFailure) -> [Receipt] {
    let path = (folder.isEmpty ? "" : folder + "/") + Receipt.fileName
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    var receipts: [Receipt] = []
    for line in try InputFiles.read(path).split(separator: 0x0A) {
      guard let receipt = try? JSONDecoder().decode(Receipt.self, from: Data(line)) else {
        throw FileFailure(
          file: path, status: .unreadable,
          message:
            "Linje \(receipts.count + 1) er ikke en kvittering. Se hvad der stod, før der indlæses mere.")
      }
      receipts.append(receipt)
    }
    return receipts
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
