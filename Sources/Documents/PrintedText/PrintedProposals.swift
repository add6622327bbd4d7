/// Where one proposal of a text ends and the next begins.
struct PrintedProposals {
  /// A text with more proposals than this is none of proposals.
  static let limit = 500

  let lines: [PrintedLine]
  let words: PrintedWords

  /// The lines of each proposal, in order; all lines where there is one.
  ///
  /// Each proposal has one main table. The next one begins at the last heading that names a kind of proposal
  /// before its main table, else at its title, else at the table itself.
  func ranges() -> [Range<Int>] {
    let mains = lines.indices.filter { line in
      let text = lines[line].text
      return words.isCaption(text) && words.meaning(text).isMain
    }
    guard mains.count > 1, mains.count <= Self.limit else { return [0..<lines.count] }
    var starts = [0]
    for (index, main) in mains.enumerated().dropFirst() {
      starts.append(
        start(of: main, after: mains[index - 1], isTitled: hasTitle(starts[index - 1]..<mains[index - 1])))
    }
    return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : lines.count) }
  }

  private func start(of main: Int, after previous: Int, isTitled: Bool) -> Int {
    let between = (previous + 1)..<main
    let kinds = between.filter { isKind(lines[$0]) }
    if let kind = kinds.last(where: isFollowedByTitle) ?? kinds.last { return kind }
    let titles = between.filter { isTitle(lines[$0]) }
    if let title = titles.last, titles.count > 1 || isTitled { return title }
    return main
  }

  /// The head of a page can repeat the kind on every page; only the first stands before a title.
  private func isFollowedByTitle(_ line: Int) -> Bool {
    lines[(line + 1)..<min(line + 7, lines.count)].contains { next in
      isTitle(next) || ProposalTitle(next.text).number != nil
    }
  }

  private func hasTitle(_ range: Range<Int>) -> Bool { range.contains { isTitle(lines[$0]) } }

  private func isTitle(_ line: PrintedLine) -> Bool {
    let key = PrintedKey.of(line.text)
    return words.front.fields.contains { field in
      field.role == .title && field.labels.contains { key.hasPrefix(PrintedKey.of($0)) }
    }
  }

  /// A heading in capitals that names a kind of proposal, or the head of a page with the round and the kind.
  private func isKind(_ line: PrintedLine) -> Bool {
    let key = PrintedKey.of(line.text)
    let letters = line.text.filter(\.isLetter)
    let isHeading = !letters.isEmpty && letters.allSatisfy(\.isUppercase)
    let namesRound = words.front.rounds.contains { key.hasPrefix(PrintedKey.of($0)) }
    return words.front.kinds.contains { kind in
      let name = PrintedKey.of(kind)
      return (isHeading && key == name) || (namesRound && key.hasSuffix(name))
    }
  }
}
