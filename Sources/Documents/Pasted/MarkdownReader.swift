import Spreadsheet

/// Reads Markdown: tables drawn by bars, with or without bars at their ends, headings and paragraphs, and what
/// HTML or tab-separated text stands between.
///
/// Markdown is HTML with abbreviations. It is turned into a page and read as one, so that a struck-out figure or
/// a check box is told alike in both.
struct MarkdownReader {
  private var page = ""
  private let isCaption: (String) -> Bool
  private var isInParagraph = false

  /// The blocks of the text in `bytes`.
  ///
  /// - Throws: ``SpreadsheetError`` where the text is beyond the limits.
  static func read(
    _ bytes: [UInt8], limits: ReadLimits, isCaption: @escaping (String) -> Bool
  ) throws(SpreadsheetError) -> DocumentBlocks {
    guard bytes.count <= limits.fileBytes else { throw limits.exceeded(.fileBytes, in: "markdown") }
    var reader = MarkdownReader(isCaption: isCaption)
    let text = String(decoding: TextBytes.utf8(bytes).bytes, as: UTF8.self)
    reader.add(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
    return try HTMLReader.read(Array(reader.page.utf8), limits: limits, isCaption: isCaption)
  }

  private init(isCaption: @escaping (String) -> Bool) { self.isCaption = isCaption }

  // MARK: - Lines

  private mutating func add(_ lines: [Substring]) {
    var index = 0
    while index < lines.count {
      if let end = MarkdownLine.endOfTable(lines, from: index) {
        addTable(lines[index..<end].filter { !MarkdownLine.isRule($0) }.map(MarkdownLine.cells))
        index = end
      } else if lines[index].contains("\t"), let end = endOfTabs(lines, from: index) {
        addTabs(lines[index..<end])
        index = end
      } else {
        addLine(lines[index])
        index += 1
      }
    }
    endParagraph()
  }

  /// The index behind the lines with tabs, with the empty lines between them.
  private func endOfTabs(_ lines: [Substring], from start: Int) -> Int? {
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) && !line.contains("\t") }
    var end = start
    while end < lines.count {
      let blank = lines[end...].firstIndex(where: isBlank) ?? lines.endIndex
      let next = lines[blank...].firstIndex { !isBlank($0) } ?? lines.endIndex
      end = blank
      guard next < lines.endIndex, lines[next].contains("\t") else { break }
      end = next
    }
    return end > start ? end : nil
  }

  private mutating func addTabs(_ lines: ArraySlice<Substring>) {
    let records = lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    for group in TabGroups.groups(records, isCaption: isCaption) {
      switch group {
      case .line(let text): addLine(text[...])
      case .table(let rows): addTable(rows)
      }
    }
  }

  private mutating func addTable(_ rows: [[String]]) {
    endParagraph()
    page += "<table>"
    for row in rows {
      page += "<tr>"
      for cell in row { page += "<td>" + MarkdownInline.html(cell) + "</td>" }
      page += "</tr>"
    }
    page += "</table>\n"
  }

  private mutating func addLine(_ line: Substring) {
    let text = line.drop { $0 == " " }
    if text.allSatisfy(\.isWhitespace) || MarkdownLine.isUnderline(text) || text.hasPrefix("```") {
      return endParagraph()
    }
    if text.hasPrefix("#") {
      let heading = text.drop { $0 == "#" }
      if heading.hasPrefix(" ") {
        endParagraph()
        page += "<h2>" + MarkdownInline.html(MarkdownLine.withoutHashes(heading)) + "</h2>\n"
        return
      }
    }
    if let item = MarkdownLine.item(text) {
      endParagraph()
      page += "<p>" + item.box + MarkdownInline.html(String(item.text)) + "</p>\n"
      return
    }
    // Two lines that follow each other are two lines here: front fields are often written so.
    page += isInParagraph ? "<br>" : MarkdownLine.beginsBlock(text) ? "" : "<p>"
    isInParagraph = !MarkdownLine.beginsBlock(text)
    page += MarkdownInline.html(String(text)) + "\n"
  }

  private mutating func endParagraph() {
    if isInParagraph { page += "</p>\n" }
    isInParagraph = false
  }
}

/// What a line of Markdown is.
enum MarkdownLine {
  /// The index behind the last row of a table that begins at `start`; `nil` where none begins.
  ///
  /// A table has a line of dashes below its heading, or bars at the beginning of two lines or more.
  static func endOfTable(_ lines: [Substring], from start: Int) -> Int? {
    guard start + 1 < lines.count, hasBar(lines[start]) || beginsWithBar(lines[start]) else { return nil }
    let isRuled = isRule(lines[start + 1]) && lines[start + 1].contains("-") && hasBar(lines[start])
    guard isRuled || (beginsWithBar(lines[start]) && beginsWithBar(lines[start + 1])) else { return nil }
    var end = start + 1
    while end < lines.count, isRow(lines[end], isRuled: isRuled) { end += 1 }
    return end
  }

  private static func isRow(_ line: Substring, isRuled: Bool) -> Bool {
    if beginsWithBar(line) { return true }
    let text = line.drop { $0 == " " }
    return isRuled && !text.allSatisfy(\.isWhitespace) && !text.hasPrefix("#") && !text.hasPrefix("<")
      && (hasBar(line) || !text.hasPrefix("**"))
  }

  /// Whether a bar stands in the line that is no text.
  static func hasBar(_ line: Substring) -> Bool {
    var isEscaped = false
    for byte in line.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { return true }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return false
  }

  private static func beginsWithBar(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    return text.hasPrefix("|") || (text.hasPrefix("+") && isRule(line))
  }

  /// A line that only draws: `|---|:-:|`, `+---+===+`.
  static func isRule(_ line: Substring) -> Bool {
    let text = line.filter { !$0.isWhitespace }
    return text.contains { $0 == "-" || $0 == "=" } && text.allSatisfy { "|-:+=".contains($0) }
      && text.contains { $0 == "|" || $0 == "+" } && isLong(text)
  }

  /// Dashes that draw stand side by side; `| - | - |` is a row of blanks as the forms print them.
  private static func isLong(_ text: String) -> Bool {
    let parts = text.split { $0 == "|" || $0 == "+" }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        part.contains(":") ? part.contains("-") : part.count { $0 == "-" || $0 == "=" } >= 2
      }
  }

  /// The cells of a row.
  static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    var text = line
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    if text.hasPrefix("|") { text.removeFirst() }
    for character in text {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.count > 1, cells[cells.count - 1].isEmpty { cells.removeLast() }
    return cells.map { cell in String(cell.drop { $0 == " " }) }
  }

  /// The line below a heading, or a line across the page.
  static func isUnderline(_ text: Substring) -> Bool {
    let signs = text.filter { !$0.isWhitespace }
    return signs.count >= 3 && (signs.allSatisfy { $0 == "-" } || signs.allSatisfy { $0 == "=" })
  }

  /// A heading without the marks that may stand behind it too.
  static func withoutHashes(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last == " " || last == "#" { text.removeLast() }
    return String(text.drop { $0 == " " })
  }

  /// An item of a list, with its check box.
  static func item(_ text: Substring) -> (box: String, text: Substring)? {
    guard let mark = text.first, "-*+".contains(mark), text.dropFirst().hasPrefix(" ") else { return nil }
    let rest = text.dropFirst(2).drop { $0 == " " }
    for (sign, box) in [("[x]", "☒ "), ("[X]", "☒ "), ("[ ]", "☐ ")] where rest.hasPrefix(sign) {
      return (box, rest.dropFirst(3).drop { $0 == " " })
    }
    return ("", rest)
  }

  /// Whether HTML that is no part of a line begins here.
  static func beginsBlock(_ text: Substring) -> Bool {
    guard text.hasPrefix("<") || text.hasPrefix("</") else { return false }
    let name = text.dropFirst().drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let lower = name.lowercased()
    return HTMLNames.blocks.contains(lower) || HTMLNames.structure.contains(lower)
      || HTMLNames.boundaries.contains(lower) || text.hasPrefix("<!--") || HTMLNames.raw.contains(lower)
  }
}
