import Forms
import ProposalModel
import Spreadsheet
import TestSupport
import Testing

/// 100,000 random texts and 100,000 stored numbers under random formats: the amount that is read is the one a
/// person sees, or nothing is read and a finding says so. Never another amount.
@Suite struct `Amounts are read as they are seen` {
  // MARK: What a person sees

  /// The amount in øre that a person reads in a column of 1.000 kr., where nobody could read another; written
  /// without looking at the reader: spaces and signs that cannot be seen say nothing, points group threes.
  private static func seen(_ text: String) -> Int64? {
    let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2007}", "\t", "\u{200B}", "\u{FEFF}"]
    var rest = String(text.filter { !spaces.contains($0) })
    // A line break is a space, but digits on two lines are two numbers.
    let lines = rest.split(separator: "\n").filter { $0.contains(where: \.isNumber) }
    if lines.count > 1 { return nil }
    rest.removeAll { $0 == "\n" }
    for unit in ["1.000kr.", "t.kr.", "tkr", "t.kr"] where rest.hasSuffix(unit) {
      rest.removeLast(unit.count)
      break
    }
    var signs = 0
    let minuses: Set<Character> = ["-", "−", "–", "—", "‑", "‐"]
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      signs += 1
      rest = String(rest.dropFirst().dropLast())
    }
    if let first = rest.first, minuses.contains(first) {
      signs += 1
      rest.removeFirst()
    } else if rest.hasPrefix("+") {
      rest.removeFirst()
    }
    if let last = rest.last, minuses.contains(last) {
      signs += 1
      rest.removeLast()
    }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard signs < 2, parts.count < 3, let whole = parts.first else { return nil }
    let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    let digits = groups.joined()
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard isGrouped, !digits.isEmpty, digits.count < 13, decimals.count <= 2,
      (digits + decimals).allSatisfy({ $0.isASCII && $0.isNumber }),
      let value = Int64(digits + (decimals + "00").prefix(2))
    else { return nil }
    return (signs == 1 ? -value : value) * 1_000
  }

  private static func read(_ cell: Cell) -> Int64? {
    var trouble = FigureTrouble()
    guard case .amount(let amount)? = trouble.read(cell, unit: .thousandKroner), trouble.unseen.isEmpty else {
      return nil  // Money that nobody sees is told as such.
    }
    return amount.oere
  }

  private static func cell(_ value: CellValue, _ display: CellDisplay = .plain) -> Cell {
    Cell(address: CellAddress(row: 1, column: 1), value: value, display: display)
  }

  // MARK: Texts

  /// An amount as people type it, sometimes with a slip.
  private static func typed(_ dice: inout SeededNumbers) -> String {
    let number =
      Int64.random(in: 0...99_999_999, using: &dice) / dice.pick([1, 10, 1_000, 100_000])
    var text = Bool.random(using: &dice) ? DanishNumber.grouped(number) : String(number)
    if Int.random(in: 0..<4, using: &dice) == 0 { text += ",\(Int.random(in: 0...99, using: &dice))" }
    let (before, after) = dice.pick([
      ("", ""), ("", ""), ("-", ""), ("−", ""), ("- ", ""), ("", "-"), ("(", ")"), ("+", ""), ("", " t.kr."),
      (" ", "\u{A0}"), ("-", " kr."), ("", "%"), ("kr. ", ""), ("", " mio."), ("ca. ", ""), ("", "*"),
      ("", "²"),
    ])
    text = before + text + after
    guard Int.random(in: 0..<3, using: &dice) == 0 else { return text }
    let slip = [".", ",", " ", "\u{A0}", "\n", "-", "1", "0", "O", "l", "\u{200B}", "e", "/", "'", "½", ")"]
    let place = text.indices.randomElement(using: &dice) ?? text.startIndex
    text.insert(contentsOf: dice.pick(slip), at: place)
    return text
  }

  @Test func `in 100,000 typed texts`() {
    var dice = SeededNumbers(seed: 2026)
    var counts = (read: 0, refused: 0)
    for _ in 0..<100_000 {
      let text = Self.typed(&dice)
      if let found = Self.read(Self.cell(.text(text))) {
        counts.read += 1
        if found != Self.seen(text) { Issue.record("»\(text.debugDescription)« is read as \(found) øre") }
      } else {
        counts.refused += 1
      }
    }
    #expect(counts.read > 30_000 && counts.refused > 10_000)
  }

  // MARK: Stored numbers under formats

  /// A format, and what it makes of a number for the eye: the factor, the decimals, and what becomes of the
  /// sign; `nil` where no amount of 1.000 kr. is seen at all.
  private static let formats: [(code: String, factor: (Int64, Int64)?, sign: Int)] = [
    ("General", (1, 1), 0), ("0", (1, 1), 0), ("#,##0", (1, 1), 0), ("#,##0.00", (1, 1), 0),
    ("#,##0;[Red]-#,##0", (1, 1), 0), ("#,##0_);(#,##0)", (1, 1), 0), ("0;0", (1, 1), 1), ("-0", (1, 1), -1),
    ("0%", (100, 1), 0), ("0.00%", (100, 1), 0), ("#,##0,", (1, 1_000), 0), ("0.0,,", (1, 1_000_000), 0),
    ("0\"000\"", (1_000, 1), 0), ("0\" mio.\"", nil, 0), (";;;", nil, 0), ("h:mm", nil, 0),
    ("dd-mm-yyyy", nil, 0),
    ("0\" kr.\"", nil, 0), ("0\" t.kr.\"", (1, 1), 0), ("\"findes\"", nil, 0), ("# ?/?", nil, 0),
    ("\"\"", nil, 0), ("0 \"%\"", nil, 0), ("0\\%", nil, 0), ("0\"‰\"", nil, 0), ("0\" k\"", nil, 0),
    ("0\" årsværk\"", nil, 0), ("\"ikke \"0", nil, 0), ("0 \"(udgår)\"", nil, 0), ("0\" T\"", nil, 0),
    ("\"kr\"", nil, 0), ("[=0]\"\"", nil, 0), ("[=0]\"\";0", (1, 1), 0), ("#,##0\",-\"", (1, 1), 0),
    ("@", (1, 1), 0), ("0*0", nil, 0), ("[Red]0", (1, 1), 0),
  ]

  @Test(
    "in powers of ten where all digits are there",
    arguments: [
      ("0E+0", "1275", false), ("0E+0", "2000", true), ("0.00E+00", "1270", true),
      ("0.00E+00", "1275", false),
      ("0.00E+00", "0.25", true), ("##0.0E+0", "1275", false), ("##0.0E+0", "127500", true),
      ("0E+0%", "2000", false),
    ])
  func powers(format: String, stored: String, isRead: Bool) throws {
    let number = try #require(DecimalNumber(stored: stored))
    let display = CellDisplay(format: NumberFormatCode(format).display(of: number))
    #expect((Self.read(Self.cell(.number(stored), display)) != nil) == isRead)
  }

  @Test func `in 100,000 stored numbers under number formats`() {
    var dice = SeededNumbers(seed: 7)
    var readings = 0
    for _ in 0..<100_000 {
      let format = dice.pick(Self.formats)
      let scale = dice.pick([0, 0, 0, 1, 2])
      let number = DecimalNumber(mantissa: Int64.random(in: -999_999...999_999, using: &dice), scale: scale)
      let display = CellDisplay(format: NumberFormatCode(format.code).display(of: number))
      guard let found = Self.read(Self.cell(.number(number.description), display)), found != 0 else {
        continue
      }
      readings += 1
      guard let factor = format.factor else {
        Issue.record("\(number) is read as \(found) øre under \(format.code)")
        continue
      }
      // What stands in the cell is the number times the factor; decimals that the format hides are told.
      var power: Int64 = 1
      for _ in 0..<number.scale { power *= 10 }
      let stored = number.mantissa * (100_000 / power)
      let size = format.sign == 0 ? stored : abs(stored) * Int64(format.sign)
      #expect(found * factor.1 == size * factor.0, "\(number) under \(format.code)")
    }
    #expect(readings > 20_000)
  }
}
