import Spreadsheet

/// Reads text whose cells are separated by tabs, as programs put it on the clipboard: several tables with their
/// captions, and paragraphs between them.
enum TabText {
  /// The blocks of the text in `bytes`.
  ///
  /// - Throws: ``SpreadsheetError`` where the text is beyond the limits.
  static func read(
    _ bytes: [UInt8], limits: ReadLimits, isCaption: (String) -> Bool
  ) throws(SpreadsheetError) -> DocumentBlocks {
    guard bytes.count <= limits.fileBytes else { throw limits.exceeded(.fileBytes, in: "text") }
    let records = TabRecords.records(of: TextBytes.utf8(bytes).bytes)
    var cells = 0
    var blocks: [DocumentBlock] = []
    for group in TabGroups.groups(records, isCaption: isCaption) {
      switch group {
      case .line(let text): blocks.append(.paragraph(DocumentParagraph(DocumentText(text))))
      case .table(let rows):
        cells += rows.reduce(0) { $0 + $1.count }
        guard cells <= limits.cells else { throw limits.exceeded(.cells, in: "text") }
        guard rows.allSatisfy({ $0.count <= limits[.columns] }) else {
          throw limits.exceeded(.columns, in: "text")
        }
        blocks.append(.table(DocumentTable(rows.map(row))))
      }
    }
    return DocumentBlocks(blocks)
  }

  private static func row(_ fields: [String]) -> DocumentRow {
    DocumentRow(
      fields.enumerated().map { DocumentCell(column: $0.offset + 1, text: DocumentText($0.element)) })
  }
}

/// Lines of text as the fields between their tabs.
enum TabRecords {
  /// The records of a text. A field in quotation marks may hold line ends; quotation marks that no tab or line
  /// end follows are signs like any other.
  static func records(of bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var index = 0
    // Marks that close nothing are looked for in vain; a text full of them is read without.
    var budget = bytes.count * 2 + 65_536
    while index <= bytes.count {
      let (field, end) = quoted(bytes, at: index, budget: &budget) ?? plain(bytes, at: index)
      record.append(field)
      if end < bytes.count, bytes[end] == UInt8(ascii: "\t") {
        index = end + 1
        continue
      }
      records.append(record)
      record = []
      index = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { index += 1 }
    }
    return records
  }

  private static func isEnd(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func plain(_ bytes: [UInt8], at start: Int) -> (String, Int) {
    var end = start
    while end < bytes.count, !isEnd(bytes[end]) { end += 1 }
    return (trimmed(String(decoding: bytes[start..<end], as: UTF8.self)), end)
  }

  private static func quoted(_ bytes: [UInt8], at start: Int, budget: inout Int) -> (String, Int)? {
    let quote = UInt8(ascii: "\"")
    guard start < bytes.count, bytes[start] == quote, budget > 0 else { return nil }
    var text: [UInt8] = []
    var index = start + 1
    while index < bytes.count, text.count <= fieldLimit {
      if bytes[index] == quote {
        if index + 1 < bytes.count, bytes[index + 1] == quote {
          index += 1
        } else if index + 1 == bytes.count || isEnd(bytes[index + 1]) {
          return (trimmed(String(decoding: text, as: UTF8.self)), index + 1)
        } else {
          break
        }
      }
      text.append(bytes[index])
      index += 1
    }
    budget -= index - start
    return nil
  }

  /// The longest text that a cell of Excel holds, in bytes.
  private static let fieldLimit = 32_767 * 4

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest.count == text.count ? text : String(rest)
  }
}

/// What of a text is a table: lines with tabs that stand together.
enum TabGroups {
  enum Group {
    case line(String)
    case table([[String]])
  }

  /// The paragraphs and tables of `records`.
  ///
  /// A line without tabs between lines with tabs is a row whose empty cells an editor has cut off. What follows
  /// an empty line without years of its own goes on with the table above.
  static func groups(_ records: [[String]], isCaption: (String) -> Bool) -> [Group] {
    var groups: [Group] = []
    var run: [[String]] = []
    func endRun() {
      defer { run = [] }
      guard let first = run.firstIndex(where: { $0.count > 1 }),
        let last = run.lastIndex(where: { $0.count > 1 })
      else { return groups += run.map { .line($0[0]) } }
      groups += run[..<first].map { .line($0[0]) }
      let rows = Array(run[first...last])
      if first == 0, case .table(let above)? = groups.last, goesOn(above, rows) {
        groups[groups.count - 1] = .table(above + [[]] + rows)
      } else {
        groups.append(.table(rows))
      }
      groups += run[(last + 1)...].map { .line($0[0]) }
    }
    for record in records {
      if record.count == 1, record[0].isEmpty {
        endRun()
      } else if let first = record.first, record.dropFirst().allSatisfy(\.isEmpty), !first.isEmpty,
        first.count <= 300, isCaption(first)
      {
        endRun()
        groups.append(.line(first))
      } else {
        run.append(record)
      }
    }
    endRun()
    return groups
  }

  private static func goesOn(_ above: [[String]], _ rows: [[String]]) -> Bool {
    above.contains(where: hasYears) && !rows.contains(where: hasYears)
  }

  private static func hasYears(_ row: [String]) -> Bool {
    row.count { $0.utf8.count == 4 && Int($0).map { (1990...2100).contains($0) } ?? false } > 1
  }
}
