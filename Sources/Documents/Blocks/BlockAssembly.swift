package import Spreadsheet

/// Makes sheets of blocks: gives tables their captions and names, and gathers paragraphs into text sheets.
package struct BlockAssembly {
  package private(set) var grid = DocumentGrid(workbook: Workbook(sheets: []), parts: [])
  private let isCaption: (String) -> Bool
  private let limits: ReadLimits

  package init(_ blocks: DocumentBlocks, isCaption: @escaping (String) -> Bool, limits: ReadLimits) {
    self.isCaption = isCaption
    self.limits = limits
    grid.notes = blocks.notes
  }
}
