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
    let scores = CSVSeparator.allCases.map { (separator: $0, points: points(of: $0, in: bytes, from: start)) }
    var best = scores[0]
    for score in scores where score.points > best.points { best = score }
    guard best.points > 0 else { return Result(separator: .semicolon, start: start) }
    let rival = scores.first { $0.separator != best.separator && $0.points == best.points }
    return Result(separator: best.separator, rival: rival?.separator, start: start)
  }

  /// A first line `sep=;`.
  static func declaration(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Result? {
    let line = bytes[start...].prefix(7)
    guard line.starts(with: "sep=".utf8), line.count >= 5,
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

  private static func points(
    of separator: CSVSeparator, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let isWhole = bytes.count - start <= sampleLength
    let end = isWhole ? bytes.count : start + sampleLength
    var limits = CSVLimits()
    limits.notes = .max
    var scanner = CSVScanner(separator: separator, limits: limits)
    guard (try? scanner.scan(base, from: start, to: end, stop: end, isFinal: isWhole)) != nil else {
      return 0
    }
    let loose = Set(scanner.storage.notes.map(\.position.row))
    var tally: [Int: Int] = [:]
    for row in scanner.storage.rowEnds.indices {
      let count = scanner.storage.fields(ofRow: row).count
      if count > 1, !loose.contains(row + 1) { tally[count, default: 0] += 1 }
    }
    return tally.values.max() ?? 0
  }
}
