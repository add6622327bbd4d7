import Distribution
public import Intake
public import Kvantum
public import Output
public import Reading

/// Where every number of the input went: the cells with their roles, and the money from the lines through the
/// tables to the corrections.
public struct LedgerReport: Sendable {
  /// One proposal of a file, or what a file holds that is none.
  public struct Entry: Sendable {
    /// Forslagsnummer; empty where no proposal was found.
    public var id: String
    /// The file.
    public var file: String
    /// Every number, in the order of sheets and cells.
    public var cells: [NumberCell]
    /// The money; `nil` where the proposal is not used or its round is not known.
    public var flows: MoneyFlows?

    /// What became of `outcome`, with its money where it is used.
    public init(_ outcome: ProposalRun.Outcome, flows: MoneyFlows?) {
      (id, file, cells) = (outcome.id ?? "", outcome.file, outcome.cells)
      self.flows = flows
    }
  }

  /// The proposals in the order of the files.
  public var entries: [Entry]
  /// How many files could not be read at all.
  public var unreadFiles = 0

  /// A ledger of `entries`.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The numbers of all files by their roles.
  public var numbers: NumberCount {
    entries.reduce(into: NumberCount()) { $0 += NumberCount($1.cells) }
  }

  /// Money of which an equation does not hold: what is missing, line by line.
  var leftOver: [(id: String, flow: MoneyFlow)] {
    entries.flatMap { entry in
      (entry.flows?.flows ?? []).filter { $0.remainder != .zero }.map { (entry.id, $0) }
    }
  }

  /// The finished file by its ending.
  public func bytes(for file: String) throws(FileFailure) -> [UInt8] {
    let name = file.lowercased()
    if name.hasSuffix(".xlsx") {
      do { return try LedgerWorkbook(report: self).bytes() } catch { throw FileFailure(file: file, error) }
    }
    if name.hasSuffix(".json") { return try json() }
    if name.hasSuffix(".csv") { return csv() }
    throw FileFailure(
      file: file, status: .usage, message: "Filens navn skal ende på .xlsx, .csv eller .json.")
  }
}
