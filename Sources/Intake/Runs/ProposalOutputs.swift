public import Output
import ProposalModel
import Spreadsheet

/// The files that a run writes into a folder, a few for each proposal, with their receipts.
public final class ProposalOutputs {
  private let folder: String
  private let files: OutputFiles
  private let receipts: ReceiptFile?
  /// The proposal that wrote each file of the run, and the files of each proposal.
  private var owners: [String: (index: Int, id: String)] = [:]
  private var written: [Int: [String]] = [:]

  /// Files in `folder`, which is made when the first is written.
  public init(folder: String, files: OutputFiles, receipts: ReceiptFile?) {
    (self.folder, self.files, self.receipts) = (folder, files, receipts)
  }

  /// Writes the files of a proposal and then their receipt; returns their paths.
  ///
  /// Fails where two proposals' numbers give one file name: neither may take the other's place unnoticed.
  public func write<Part>(_ outputs: [(name: String, bytes: [UInt8])], of ready: ProposalRun.Ready<Part>)
    throws(FileFailure) -> [String]
  {
    for output in outputs {
      if let owner = owners[output.name] {
        throw FileFailure(
          file: ready.file, status: .findings,
          message:
            "Forslag »\(ready.id)« og »\(owner.id)« giver samme filnavn \(output.name), så »\(ready.id)« er ikke skrevet. Ret numrene."
        )
      }
    }
    try files.makeFolder(folder)
    var done: [WrittenFile] = []
    for output in outputs {
      done.append(try files.write(output.bytes, to: path(output.name)))
      owners[output.name] = (ready.index, ready.id)
      written[ready.index, default: []].append(output.name)
    }
    try receipts?.add(proposals: [ready.id], inputs: ready.inputs, outputs: done, findings: ready.severities)
    return done.map(\.path)
  }

  /// Takes back the files of a proposal that is not to be used after all, and says so in a receipt.
  public func withdraw(_ index: Int) throws(FileFailure) {
    let names = written.removeValue(forKey: index) ?? []
    let id = names.first.flatMap { owners[$0]?.id } ?? ""
    for name in names {
      files.remove(path(name))
      owners[name] = nil
    }
    try receipts?.add(withdrawn: names.map(path), of: id)
  }

  private func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }
}
