extension DocumentKind {
  /// Whether text has a table drawn by bars, with the line of dashes below its heading.
  package static func hasDrawnTable(_ text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return zip(lines, lines.dropFirst()).contains { heading, line in
      MarkdownLine.isRule(line) && line.contains("-") && MarkdownLine.hasBar(heading)
        && !MarkdownLine.isRule(heading)
    }
  }
}
