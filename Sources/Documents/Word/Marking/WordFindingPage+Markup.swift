extension WordFindingPage {
  /// The page as paragraphs and a table, for a text area of the given width in twentieths of a point.
  func markup(_ write: WordMarkup, width: Int) -> String {
    let pageBreak = write.element("p", [], write.element("r", [], write.element("br", [("type", "page")])))
    let pieces = [
      write.paragraph(heading, isBold: true, size: 32, after: 120, keepsNext: true),
      write.paragraph(introduction, size: 20, after: 160),
      table(write, WordFindingPage.columns.map { width * $0.width / 100 }),
      pageBreak,
    ]
    return pieces.map { write.outermost($0) }.joined()
  }

  private func table(_ write: WordMarkup, _ widths: [Int]) -> String {
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map { edge in
      write.element(edge, [("val", "single"), ("sz", "4"), ("space", "0"), ("color", "808080")])
    }
    let total = String(widths.reduce(0, +))
    let properties =
      write.element("tblW", [("w", total), ("type", "dxa")]) + write.element("tblBorders", [], edges.joined())
      + write.element("tblLayout", [("type", "fixed")])
    let grid = widths.map { write.element("gridCol", [("w", String($0))]) }.joined()
    let head = row(
      WordFindingPage.columns.map(\.heading), widths, colours: widths.map { _ in "D9D9D9" }, isHead: true,
      write)
    let lines = rows.map { line in
      row(line.texts, widths, colours: [nil, line.colour, nil, nil], isHead: false, write)
    }
    return write.element(
      "tbl", [],
      write.element("tblPr", [], properties) + write.element("tblGrid", [], grid) + head + lines.joined())
  }

  private func row(
    _ texts: [String], _ widths: [Int], colours: [String?], isHead: Bool, _ write: WordMarkup
  ) -> String {
    let properties = write.element("cantSplit") + (isHead ? write.element("tblHeader") : "")
    let cells = texts.indices.map { index -> String in
      var look = write.element("tcW", [("w", String(widths[index])), ("type", "dxa")])
      if let colour = colours[index] {
        look += write.element("shd", [("val", "clear"), ("color", "auto"), ("fill", colour)])
      }
      let lines = texts[index].split(separator: "\n", omittingEmptySubsequences: false)
      let paragraphs = (lines.isEmpty ? [""] : lines).map { line in
        write.paragraph(String(line), isBold: isHead, size: 18)
      }
      return write.element("tc", [], write.element("tcPr", [], look) + paragraphs.joined())
    }
    return write.element("tr", [], write.element("trPr", [], properties) + cells.joined())
  }
}
