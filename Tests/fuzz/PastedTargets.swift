// Fuzz targets of what is pasted: pages, Markdown, text with tabs.

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

/// What is read fits the limits, and every cell stands in a row and a column.
func fuzzPasted(_ bytes: [UInt8], as target: String) {
  guard let blocks = try? read(bytes, as: target) else { return }
  let grid = BlockAssembly(blocks, isCaption: isCaption, limits: limits).grid
  if grid.parts.count != grid.workbook.sheets.count { fatalError("a sheet is of no part") }
  for sheet in grid.workbook.sheets {
    for cell in sheet.cells where cell.address.row < 1 || cell.address.column < 1 {
      fatalError("a cell stands outside its sheet")
    }
  }
}

private func read(_ bytes: [UInt8], as target: String) throws(SpreadsheetError) -> DocumentBlocks {
  switch target {
  case "markdown": try MarkdownReader.read(bytes, limits: limits, isCaption: isCaption)
  case "tabs": try TabText.read(bytes, limits: limits, isCaption: isCaption)
  default: try HTMLReader.read(bytes, limits: limits, isCaption: isCaption)
  }
}
