/// How many figures the pieces of a row can be.
enum FigureCount {
  /// The fewest: a dash and a number behind it may be one negative figure.
  static func least(_ pieces: [PrintedPiece]) -> Int {
    FigureReadings.all(pieces, years: .max, allowsNumber: false).map(\.amounts.count).min() ?? 0
  }
}

/// One way to read the pieces of a row.
struct FigureReading: Hashable {
  var amounts: [PrintedAmount]
  /// Numbers at the beginning that belong to the words.
  var label: [String]
}

/// The ways to read the pieces of a row as figures, the likeliest first.
enum FigureReadings {
  static func all(_ pieces: [PrintedPiece], years: Int, allowsNumber: Bool) -> [FigureReading] {
    let whole = joined(pieces)
    var readings: [FigureReading] = []
    let leading = allowsNumber ? whole.prefix(2).prefix { PrintedFigure($0.text)?.isPlain ?? false }.count : 0
    for count in 0...min(leading, max(0, whole.count - 1)) {
      let label = whole.prefix(count).map(\.text)
      for amounts in signs(Array(whole.dropFirst(count))) where amounts.count <= years {
        let reading = FigureReading(amounts: amounts, label: label)
        if !readings.contains(reading) { readings.append(reading) }
      }
    }
    return readings
  }

  /// A figure broken over two lines or by a space is one (`1.40` `0`).
  private static func joined(_ pieces: [PrintedPiece]) -> [PrintedPiece] {
    var result: [PrintedPiece] = []
    for piece in pieces {
      if let last = result.last, let figure = PrintedFigure(last.text), figure.missingDigits > 0,
        piece.text.utf8.count == figure.missingDigits,
        piece.text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        result[result.count - 1].text += piece.text
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// With each dash a figure of its own, with each dash as the sign of the number behind it, or the first alone.
  private static func signs(_ pieces: [PrintedPiece]) -> [[PrintedAmount]] {
    let dashes = pieces.indices.filter { isSign(pieces, $0) }
    guard !dashes.isEmpty else { return [amounts(pieces, joining: [])] }
    // A dash nearer to the number behind it than columns are to each other is its sign.
    let near = dashes.filter { index in
      // A narrow column breaks a figure behind its sign.
      guard let gap = pieces[index + 1].gap else { return pieces[index].gap != nil }
      guard let before = pieces[index].gap else { return false }
      return gap == 1 && before >= 2 && !isEvenlySpaced(pieces)
    }
    var choices: [[Int]] = near.isEmpty ? [[], dashes] : [near, [], dashes]
    if dashes.count > 1 { choices.append(Array(dashes.dropFirst())) }
    return choices.map { amounts(pieces, joining: Set($0)) }
  }

  private static func isEvenlySpaced(_ pieces: [PrintedPiece]) -> Bool {
    Set(pieces.dropFirst().compactMap(\.gap)).count <= 1
  }

  private static func isSign(_ pieces: [PrintedPiece], _ index: Int) -> Bool {
    guard PrintedAmount.dashes.contains(pieces[index].text), index + 1 < pieces.count else { return false }
    guard let figure = PrintedFigure(pieces[index + 1].text) else { return false }
    return (figure.value ?? 1) > 0
  }

  private static func amounts(_ pieces: [PrintedPiece], joining dashes: Set<Int>) -> [PrintedAmount] {
    var result: [PrintedAmount] = []
    var index = 0
    while index < pieces.count {
      if dashes.contains(index), let amount = PrintedAmount(pieces[index + 1].text) {
        result.append(amount.negated(by: pieces[index].text))
        index += 2
      } else {
        if let amount = PrintedAmount(pieces[index].text) { result.append(amount) }
        index += 1
      }
    }
    return result
  }
}
