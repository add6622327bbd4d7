public import Output
public import Spreadsheet

/// Any XLSX or CSV file as cells on standard output, as the engine reads it.
public struct GridDump: Sendable {
  /// The format of the lines.
  public var format: GridLines.Format
  /// Only the sheet of this name.
  public var sheet: String?

  /// A dump in `format`, of the sheet named `sheet` or of all.
  public init(format: GridLines.Format, sheet: String? = nil) {
    self.format = format
    self.sheet = sheet
  }

  /// Writes the cells of `file` to standard output; `count` prints `sheets=1 rows=… cells=… seconds=…`.
  public func run(_ file: String) throws(FileFailure) {
    let clock = ContinuousClock()
    let start = clock.now
    let count = try write(file)
    if let sheet, count.sheets == 0 {
      throw FileFailure(
        file: file, status: .unreadable, message: "Filen har intet ark med navnet »\(sheet)«.")
    }
    guard format == .count else { return }
    let line =
      "sheets=\(count.sheets) rows=\(count.rows) cells=\(count.cells) seconds=\(GridDump.seconds(clock.now - start))\n"
    do { try FileHandleBytes.standardOutput(Array(line.utf8)) } catch { throw GridDump.outputFailure }
  }

  private func write(_ file: String) throws(FileFailure) -> GridLines.Count {
    let lines = GridLines(format: format, sheet: sheet)
    let sink: GridLines.Sink = { block in try FileHandleBytes.standardOutput(Array(block)) }
    do {
      if file == "-" || ![".xlsx", ".xlsm"].contains(where: file.lowercased().hasSuffix) {
        let bytes = try InputFiles.read(file)
        if Grids.isDocument(bytes, file: file) {
          return try lines.write(Grids.document(bytes, file: file).workbook, to: sink)
        }
        if case .csv = FileContent(bytes, name: file) {
          return try lines.write(
            try Grids.csv(bytes, file: file, sheet: "CSV", keepsText: true).workbook, to: sink)
        }
        return try GridDump.write(lines, try WorkbookReader.open(bytes: bytes), to: sink)
      }
      return try GridDump.write(lines, try WorkbookReader.open(path: file), to: sink)
    } catch let error as SpreadsheetError {
      throw FileFailure(file: file, error)
    } catch let failure as FileFailure {
      throw failure
    } catch {
      throw GridDump.outputFailure
    }
  }

  private static func write(_ lines: GridLines, _ book: WorkbookReader.Opened, to sink: GridLines.Sink) throws
    -> GridLines.Count
  {
    switch book {
    case .streamed(let file): try lines.write(file, to: sink)
    case .whole(let workbook): try lines.write(workbook, to: sink)
    }
  }

  private static let outputFailure = FileFailure(
    file: "-", status: .inputOutput, message: "Standard-output kan ikke skrives.")

  /// `0.012`: whole milliseconds.
  private static func seconds(_ duration: Duration) -> String {
    let milliseconds =
      duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    let rest = String(milliseconds % 1_000)
    return "\(milliseconds / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
