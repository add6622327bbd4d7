// Fuzz targets of what is pasted: pages, Markdown, text with tabs. `fuzz.sh` compiles this file together with
// Sources/Spreadsheet and the parts of Sources/Documents that read them; FUZZ_TARGET names the one to run.

#if canImport(Glibc)
  import Glibc
#endif

private let target = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "html"

/// Limits that even a small input can reach.
private let limits: ReadLimits = {
  var limits = ReadLimits()
  limits.stringBytes = 3_000
  limits.nesting = 12
  limits.cells = 5_000
  limits.inflatedBytes = 1 << 20
  return limits
}()

private func isCaption(_ text: String) -> Bool { text.hasPrefix("Tabel") }

/// Called by libFuzzer for each input. What is read fits the limits, and every cell stands in a row and a column.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : count))
  guard let blocks = try? read(bytes) else { return 0 }
  let grid = BlockAssembly(blocks, isCaption: isCaption, limits: limits).grid
  if grid.parts.count != grid.workbook.sheets.count { fatalError("a sheet is of no part") }
  for sheet in grid.workbook.sheets {
    for cell in sheet.cells where cell.address.row < 1 || cell.address.column < 1 {
      fatalError("a cell stands outside its sheet")
    }
  }
  return 0
}

private func read(_ bytes: [UInt8]) throws(SpreadsheetError) -> DocumentBlocks {
  switch target {
  case "markdown": try MarkdownReader.read(bytes, limits: limits, isCaption: isCaption)
  case "tabs": try TabText.read(bytes, limits: limits, isCaption: isCaption)
  default: try HTMLReader.read(bytes, limits: limits, isCaption: isCaption)
  }
}
