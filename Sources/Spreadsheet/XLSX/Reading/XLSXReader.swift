/// Reads `.xlsx` workbooks (and `.xlsm`, whose macros are ignored) as a whole.
///
/// ```swift
/// let workbook = try XLSXReader.read(path: "forslag.xlsx")
/// let value = workbook.sheet(named: "Økonomi")?[CellAddress(row: 12, column: 6)]?.value
/// ```
///
/// Everything that is read is checked: size and checksum of every part, the XML, references between parts.
/// Nothing is written to disk. To go through a large workbook row by row in little memory, see ``XLSXFile``.
public enum XLSXReader {
  /// Threads that ``read(path:limits:threads:)`` uses unless told otherwise. Two: one unpacks what the other
  /// understands.
  public static let defaultThreads = 2

  /// Reads the whole workbook at `path`, on at most `threads` threads.
  ///
  /// - Throws: ``SpreadsheetError`` when the file is not there, is no workbook, is damaged, or goes beyond
  ///   `limits`.
  public static func read(
    path: String, limits: ReadLimits = .init(), threads: Int = defaultThreads
  ) throws(SpreadsheetError) -> Workbook {
    try read(WorkbookInput(path: path, limits: limits), limits, threads)
  }

  /// Reads the whole workbook in `bytes`, the contents of an `.xlsx` file, on at most `threads` threads.
  ///
  /// - Throws: ``SpreadsheetError`` when the bytes are no workbook, are damaged, or go beyond `limits`.
  public static func read(
    bytes: [UInt8], limits: ReadLimits = .init(), threads: Int = defaultThreads
  ) throws(SpreadsheetError) -> Workbook {
    try read(WorkbookInput(bytes: bytes, limits: limits), limits, threads)
  }

  private static func read(_ input: WorkbookInput, _ limits: ReadLimits, _ threads: Int)
    throws(SpreadsheetError) -> Workbook
  {
    let contents = try WorkbookContents(XLSXPackage(input, limits: limits))
    let plan = ReadingPlan(contents, threads: threads)
    let pieces = WorkerThread.map(plan.jobs.count, threads: plan.workers) { plan.run($0) }
    // The first error in the order of the workbook is reported, whichever thread met one first.
    var strings = StringTable()
    var sheets: [Sheet?] = Array(repeating: nil, count: contents.sheets.count)
    for (job, piece) in zip(plan.jobs, pieces).sorted(by: { ($0.0.sheet ?? -1) < ($1.0.sheet ?? -1) }) {
      switch try piece.get() {
      case .strings(let table): strings = table
      case .sheet(var sheet):
        guard let index = job.sheet else { continue }
        try contents.resolve(strings, in: &sheet, contents.sheets[index])
        sheets[index] = sheet
      }
    }
    return Workbook(
      sheets: sheets.compactMap { $0 }, definedNames: contents.definedNames, dateSystem: contents.dateSystem)
  }
}

/// Which part of a workbook is read when, and where.
private struct ReadingPlan: Sendable {
  struct Job: Sendable {
    /// The number of the sheet; `nil` for the shared strings.
    var sheet: Int?
    var bytes: Int
  }

  enum Piece: Sendable {
    case strings(StringTable)
    case sheet(Sheet)
  }

  let contents: WorkbookContents
  /// The largest first, so that no thread is left with a large one at the end.
  let jobs: [Job]
  let workers: Int
  /// A part of at least this size is unpacked on a thread of its own: it alone is more than one thread's
  /// share.
  private let backgroundSize: Int

  /// Below this size a thread costs more than it saves: to begin with, and for each entry of the directory,
  /// which a thread reads for itself.
  private static let worthAThread = 1 << 18
  private static let worthAnEntry = 1 << 9

  init(_ contents: WorkbookContents, threads: Int) {
    var jobs = contents.sheets.indices.map { Job(sheet: $0, bytes: contents.sheets[$0].part.size) }
    jobs.append(Job(sheet: nil, bytes: contents.sharedStringBytes))
    jobs.sort { $0.bytes > $1.bytes }
    let total = jobs.reduce(0) { $0 + $1.bytes }
    self.contents = contents
    self.jobs = jobs
    let cost = ReadingPlan.worthAThread + contents.package.directory.count * ReadingPlan.worthAnEntry
    workers = min(threads, max(1, total / cost))
    backgroundSize = threads > 1 ? max(total / threads, ReadingPlan.worthAThread) : Int.max
  }

  func run(_ index: Int) -> Result<Piece, SpreadsheetError> {
    let inBackground = jobs[index].bytes > backgroundSize
    do throws(SpreadsheetError) {
      guard let sheet = jobs[index].sheet else {
        return .success(.strings(try contents.readSharedStrings(inBackground: inBackground)))
      }
      return .success(.sheet(try contents.readSheet(contents.sheets[sheet], inBackground: inBackground)))
    } catch {
      return .failure(error)
    }
  }
}
