import Foundation
import Testing

@Test(.enabled(if: ProcessInfo.processInfo.environment["KEEP_WORKBOOKS"] != nil))
func `the whole workbook is kept for other programs`() throws {
  let folder = ProcessInfo.processInfo.environment["KEEP_WORKBOOKS"] ?? "."
  try WholeWorkbookTests.write(to: folder + "/whole.xlsx")
}
