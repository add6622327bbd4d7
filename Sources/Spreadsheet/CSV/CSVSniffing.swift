/// Finds out what stands between the fields of a CSV file.
enum CSVSniffing {
  /// Bytes of the file that are looked at.
  static let sampleLength = 64 << 10

  /// What was found.
  struct Result {
    var separator: CSVSeparator
    /// A separator that would fit as well.
    var rival: CSVSeparator?
    /// Where the rows begin: behind a line `sep=;`.
    var start: Int
    /// The line of the file that the rows begin on.
    var line = 1
  }

  /// The separator of the text in `bytes` from `start` on, by this rule:
  /// 1. a first line `sep=;` (or with another of the four) says it, as in Excel;
  /// 2. each of `;`, tab, `,` and `|` is tried on the first 64 KiB, and gets a point for each row that has as
  ///    many fields as most rows that it divides and no loose quotation mark (`"a";"1,5"` is not divided by
  ///    commas);
  /// 3. the one with most points is taken, in the order `;`, tab, `,`, `|` where points are equal (the other
  ///    is reported);
  /// 4. where none divides anything, it is `;`.
  static func separator(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Result {
    if let declared = declaration(bytes, from: start) { return declared }
    // In the order of rule 3.
    let scores = CSVSeparator.allCases.map { separator in
      (separator: separator, score: score(of: separator, in: bytes, from: start))
    }
    var best = scores[0]
    for other in scores where other.score.isBetter(than: best.score) { best = other }
    guard best.score.points > 0 else { return Result(separator: .semicolon, start: start) }
    let rival = scores.first { $0.separator != best.separator && $0.score == best.score }
    return Result(separator: best.separator, rival: rival?.separator, start: start)
  }

  /// A first line `sep=;`.
  static func declaration(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Result? {
    let line = bytes[start...].prefix(7)
    guard line.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }), line.count >= 5,
      let separator = CSVSeparator(rawValue: line[line.startIndex + 4])
    else {
      return nil
    }
    let end = line.dropFirst(5)
    switch (end.first, end.dropFirst().first) {
    case (nil, _): return Result(separator: separator, start: start + 5)
    case (UInt8(ascii: "\r"), UInt8(ascii: "\n")):
      return Result(separator: separator, start: start + 7, line: 2)
    case (UInt8(ascii: "\r"), _), (UInt8(ascii: "\n"), _):
      return Result(separator: separator, start: start + 6, line: 2)
    default: return nil
    }
  }

  /// How well a separator divides the rows.
  private struct Score: Equatable {
    /// Rows with as many fields as most, without loose quotation marks.
    var points = 0
    /// Whether no row has a loose quotation mark.
    var isClean = true
    /// Whether every division could be a decimal comma: `SUD;-1,5`, a column of `1,5`.
    var isDecimal = false

    /// A separator that divides every quoted field rightly is better than one that does not, and one that
    /// surely divides better than one that may be a decimal comma; then points count.
    func isBetter(than other: Score) -> Bool {
      guard points > 0 else { return false }
      guard other.points > 0 else { return true }
      if isDecimal != other.isDecimal { return !isDecimal }
      if isClean != other.isClean { return isClean }
      return points > other.points
    }
  }

  private static func score(
    of separator: CSVSeparator, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Score {
    guard let base = bytes.baseAddress else { return Score() }
    let isWhole = bytes.count - start <= sampleLength
    let end = isWhole ? bytes.count : start + sampleLength
    var limits = CSVLimits()
    limits.notes = .max
    var scanner = CSVScanner(separator: separator, limits: limits)
    guard (try? scanner.scan(base, from: start, to: end, stop: end, isFinal: isWhole)) != nil else {
      return Score()
    }
    let loose = Set(scanner.storage.notes.map(\.position.row))
    var tally: [Int: Int] = [:]
    var isDecimal = separator == .comma
    for row in scanner.storage.rowEnds.indices {
      let count = scanner.storage.fields(ofRow: row).count
      guard count > 1, !loose.contains(row + 1) else { continue }
      tally[count, default: 0] += 1
      if isDecimal {
        isDecimal =
          count == 2 && isDecimalComma(scanner.storage.fields[scanner.storage.fields(ofRow: row)], base)
      }
    }
    let points = tally.values.max() ?? 0
    if isDecimal, (tally[2] ?? 0) > 0, separator == .comma, isOneColumn(scanner.storage, tally) {
      return Score()
    }
    return Score(points: points, isClean: loose.isEmpty, isDecimal: isDecimal)
  }

  /// Whether the file may be one column of numbers: rows that the comma does not divide stand among the
  /// others, such as a heading.
  private static func isOneColumn(_ storage: CSVStorage, _ tally: [Int: Int]) -> Bool {
    tally.count == 1 && storage.rowEnds.indices.contains { storage.fields(ofRow: $0).count == 1 }
  }

  /// Whether the two fields of a row could be one number with a decimal comma: digits stand on both sides of
  /// it, behind it no more than two.
  private static func isDecimalComma(
    _ fields: ArraySlice<CSVFieldReference>, _ base: UnsafePointer<UInt8>
  ) -> Bool {
    guard fields.count == 2, let first = fields.first, let last = fields.last else { return false }
    func isDigit(_ position: Int) -> Bool { (0x30...0x39).contains(base[position]) }
    let (end, begin) = (Int(first.start) + Int(first.length), Int(last.start))
    guard first.length > 0, (1...2).contains(last.length), begin == end + 1 else { return false }
    return isDigit(end - 1) && (0..<Int(last.length)).allSatisfy { isDigit(begin + $0) }
  }
}
