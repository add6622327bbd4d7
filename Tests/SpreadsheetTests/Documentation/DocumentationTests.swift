import Foundation
import TestSupport
import Testing

@Suite struct DocumentationTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func lines(_ path: String) throws -> [String] {
    try String(contentsOf: package.appending(path: path), encoding: .utf8).components(separatedBy: "\n")
  }

  /// The blocks between lines that are `begin` and `end` but for their indentation, each without the
  /// indentation that all its lines share.
  private static func blocks(of lines: [String], from begin: String, to end: String) -> [String] {
    var blocks: [String] = []
    var block: [String]?
    for line in lines {
      let words = line.trimmingCharacters(in: .whitespaces)
      if let lines = block, words == end {
        let shared = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        blocks.append(lines.map { String($0.dropFirst(shared)) + "\n" }.joined())
        block = nil
      } else if block != nil {
        block?.append(line)
      } else if words == begin {
        block = []
      }
    }
    return blocks
  }

  @Test func `the code of the page is the code that the tests run`() throws {
    let page = try DocumentationTests.lines("Sources/Spreadsheet/Spreadsheet.docc/UsingTheLibrary.md")
    let source = try DocumentationTests.lines("Tests/SpreadsheetTests/Documentation/Snippets.swift")
    let shown = DocumentationTests.blocks(of: page, from: "```swift", to: "```")
    let run = DocumentationTests.blocks(of: source, from: "// snippet", to: "// end")
    #expect(shown.count == run.count)
    for (shown, run) in zip(shown, run) { #expect(shown == run) }
  }

  @Test func `the output of the page is what its code prints`() throws {
    let page = try DocumentationTests.lines("Sources/Spreadsheet/Spreadsheet.docc/UsingTheLibrary.md")
    let snippets = Snippets(in: try TemporaryFolder())
    let printed = try snippets.all.map { try snippets.run($0) }.filter { !$0.isEmpty }
    let shown = DocumentationTests.blocks(of: page, from: "```text", to: "```")
    #expect(shown.count == printed.count)
    for (shown, printed) in zip(shown, printed) {
      #expect(shown.trimmingCharacters(in: .newlines) == printed.trimmingCharacters(in: .newlines))
    }
  }
}
