extension SheetParser {
  /// Takes as many cells as come one after another in their plainest form, as nearly all programs write
  /// nearly all cells: `<c r="B7" s="3" t="s"><v>12</v></c>`, with or without `s` and `t`, and
  /// `<c r="B7" t="inlineStr"><is><t>text</t></is></c>`; over the ends of rows, too, where the next one is
  /// plain: `</row><row r="8" spans="1:10">`.
  ///
  /// Advice to the next reader: this is a short cut past the tokenizer and five times as fast. It takes a
  /// cell only if every byte is as expected, and otherwise leaves the cell alone, for ``readCell(into:)`` to
  /// read or refuse; so it must never be the only place where a rule is kept. The window is readable 16 bytes
  /// beyond `end`, but what stands there means nothing: `scan` ends with a look at `end`.
  mutating func readPlainCells(into storage: inout SheetStorage) throws(SpreadsheetError) {
    guard tokenizer.isAtMarkup else { return }
    var scan = PlainCellScan(
      tokenizer.window, from: tokenizer.position, to: tokenizer.end, row: row, column: column,
      styles: styles, limits: limits)
    // A hidden row ends where its cells do, and only the tag that opened the row can close it.
    let mayCrossRows = !isRowHidden && tokenizer.isDirectlyInside(.row)
    while true {
      scan.mayCrossRows = mayCrossRows && storage.cells.count < cellsWanted
      scan.base = storage.bytes.count
      let staged = scan.take(into: staging)
      tokenizer.skipMarkup(to: scan.position)
      (row, column) = (scan.row, scan.column)
      guard staged.cells > 0 else { return }
      staging.hideCells(staged.cells, isRowHidden: isRowHidden, columns: columnHiding)
      storage.cells.append(contentsOf: UnsafeBufferPointer(start: staging.cells, count: staged.cells))
      storage.bytes.append(contentsOf: UnsafeBufferPointer(start: staging.bytes, count: staged.bytes))
      if storage.cells.count > cellLimit { throw limits.exceeded(.cells, in: part) }
      if staged.cells < PlainCellStaging.cellCapacity, staged.bytes < PlainCellStaging.fullBytes { return }
    }
  }
}

/// Room for the cells of about a row, until they are added to the sheet all at once.
final class PlainCellStaging {
  static let cellCapacity = 256
  static let byteCapacity = 1 << 15
  /// From here on another text might not fit.
  static let fullBytes = byteCapacity - PlainText.longest - 16

  let cells = UnsafeMutablePointer<CompactCell>.allocate(capacity: cellCapacity)
  let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)

  deinit {
    cells.deallocate()
    bytes.deallocate()
  }

  /// Marks the first `count` cells that are in a hidden row or column.
  func hideCells(_ count: Int, isRowHidden: Bool, columns: [Bool]) {
    guard isRowHidden || !columns.isEmpty else { return }
    for index in 0..<count { cells[index].isHidden = isRowHidden || columns[Int(cells[index].column)] }
  }
}

/// Goes through plain cells byte by byte.
private struct PlainCellScan {
  private let window: UnsafeMutablePointer<UInt8>
  private let end: Int
  private let styles: [StylesPart.Code]
  private let lastColumn: Int
  private let lastRow: Int
  /// Where the next cell begins.
  private(set) var position: Int
  /// The row that is open.
  private(set) var row: Int
  /// The column of the last cell, taken or empty.
  private(set) var column: Int
  /// Whether the end of a row and the start of the next may be taken.
  var mayCrossRows = false
  /// How many bytes of text the sheet has already.
  var base = 0
  /// The row number that was stated last, its text with the quote behind it as a word, and how long that is;
  /// at first a text that never occurs.
  private var statedRow = 0
  private var rowText: UInt64 = 1
  private var rowMask: UInt64 = 0
  private var rowLength = 0

  init(
    _ window: UnsafeMutablePointer<UInt8>, from position: Int, to end: Int, row: Int, column: Int,
    styles: [StylesPart.Code], limits: ReadLimits
  ) {
    self.window = window
    self.end = end
    self.styles = styles
    lastColumn = limits[.columns]
    lastRow = limits[.rows]
    self.position = position
    self.row = row
    self.column = column
  }

  private enum Kind { case number, shared, formulaText, inlineText }

  /// Puts cells into `staging` until one is not plain, or the staging is full.
  mutating func take(into staging: PlainCellStaging) -> (cells: Int, bytes: Int) {
    let (cells, bytes) = (staging.cells, staging.bytes)
    var cellCount = 0
    var byteCount = 0
    let base = UInt64(self.base)
    scanning: while cellCount < PlainCellStaging.cellCapacity, byteCount < PlainCellStaging.fullBytes {
      var cursor = position
      // `<c r="`
      guard load(cursor) & 0xFFFF_FFFF_FFFF == 0x223D_7220_633C else {
        if mayCrossRows, crossRows() { continue }
        break
      }
      cursor &+= 6
      guard let place = address(&cursor), place.column <= lastColumn, place.row <= lastRow else { break }
      var isDate = false
      var look: UInt8 = 0
      var kind = Kind.number
      guard attributes(&cursor, &isDate, look: &look, kind: &kind) else { break }
      // `/>` or `</c>`: a cell without a value, which only counts as a place.
      if let ending = emptyEnding(cursor) {
        guard ending <= end else { break }
        position = ending
        column = place.column
        continue
      }
      var cell = CompactCell(
        payload: 0, row: UInt32(truncatingIfNeeded: place.row),
        column: UInt16(truncatingIfNeeded: place.column), kind: .number,
        isHidden: false)
      cell.setLook(look)
      let start: Int
      switch kind {
      case .shared:
        guard let index = sharedIndex(&cursor) else { break scanning }
        cell.kind = .sharedText
        cell.payload = index
        start = cursor
      case .number:
        guard skipValueStart(&cursor), let length = numberLength(cursor) else { break scanning }
        cell.kind = isDate ? .dateNumber : .number
        start = cursor
        cursor &+= length
      case .formulaText:
        guard skipValueStart(&cursor), let length = PlainText.length(window, from: cursor, to: end) else {
          break scanning
        }
        cell.kind = .text
        start = cursor
        cursor &+= length
      case .inlineText:
        guard skipInlineStart(&cursor), let length = PlainText.length(window, from: cursor, to: end) else {
          break scanning
        }
        cell.kind = .text
        start = cursor
        cursor &+= length
      }
      guard cell.kind == .sharedText || cursor > start else { break scanning }
      if cell.kind != .sharedText {
        let length = cursor &- start
        cell.payload = (base &+ UInt64(byteCount)) &<< 24 | UInt64(length)
        copy(start, length, to: bytes + byteCount)
        byteCount &+= length
      }
      guard skipEnding(&cursor, isInline: kind == .inlineText), cursor <= end else {
        if cell.kind != .sharedText { byteCount &-= Int(cell.payload & 0xFF_FFFF) }
        break scanning
      }
      cells[cellCount] = cell
      cellCount &+= 1
      position = cursor
      column = place.column
    }
    return (cellCount, byteCount)
  }

  @inline(__always)
  private func load(_ offset: Int) -> UInt64 {
    UnsafeRawPointer(window + min(offset, end)).loadUnaligned(as: UInt64.self)
  }

  /// `B7"`: at most three capital letters and seven digits.
  @inline(__always)
  private mutating func address(_ cursor: inout Int) -> (row: Int, column: Int)? {
    let word = load(cursor)
    guard let first = letter(word) else { return nil }
    var column = first
    cursor &+= 1
    if let second = letter(word &>> 8) {
      column = column &* 26 &+ second
      cursor &+= 1
      if let third = letter(word &>> 16) {
        column = column &* 26 &+ third
        cursor &+= 1
      }
    }
    // Nearly always the cell is in the same row as the one before it.
    if load(cursor) & rowMask == rowText {
      cursor &+= rowLength
      return (statedRow, column)
    }
    guard takeRowNumber(&cursor) else { return nil }
    return (statedRow, column)
  }

  /// 1 for `A` to 26 for `Z`, for the lowest byte of `word`.
  @inline(__always)
  private func letter(_ word: UInt64) -> Int? {
    let letter = Int(truncatingIfNeeded: word & 0xFF) &- 0x40
    return letter >= 1 && letter <= 26 ? letter : nil
  }

  /// `7"`, which the next address is expected to end with.
  private mutating func takeRowNumber(_ cursor: inout Int) -> Bool {
    let start = cursor
    var number = 0
    while cursor < end {
      let digit = window[cursor] &- UInt8(ascii: "0")
      if digit > 9 { break }
      number = number &* 10 &+ Int(digit)
      cursor &+= 1
    }
    let digits = cursor &- start
    guard digits > 0, digits <= 7, number > 0, cursor < end, window[cursor] == UInt8(ascii: "\"") else {
      return false
    }
    cursor &+= 1
    statedRow = number
    rowLength = digits &+ 1
    rowMask = UInt64.max &>> UInt64(64 &- rowLength &* 8)
    rowText = load(start) & rowMask
    return true
  }

  /// Goes past `</row><row r="8">`, with nothing or only ` spans="1:10"` and ` x14ac:dyDescent="0.25"` after
  /// the number: such a row is visible.
  @inline(__always)
  private mutating func crossRows() -> Bool {
    // `</row>`, `<row r="`
    guard load(position) & 0xFFFF_FFFF_FFFF == 0x3E77_6F72_2F3C, load(position &+ 6) == 0x223D_7220_776F_723C
    else { return false }
    var cursor = position &+ 14
    guard takeRowNumber(&cursor), statedRow <= lastRow else { return false }
    // ` spans="`
    if load(cursor) == 0x223D_736E_6170_7320 {
      cursor &+= 8
      guard skipMeasure(&cursor) else { return false }
    }
    // ` x14ac:dyDescent="`
    if load(cursor) == 0x643A_6361_3431_7820, load(cursor &+ 8) == 0x746E_6563_7365_4479,
      load(cursor &+ 16) & 0xFFFF == 0x223D
    {
      cursor &+= 18
      guard skipMeasure(&cursor) else { return false }
    }
    guard cursor < end, window[cursor] == UInt8(ascii: ">") else { return false }
    position = cursor &+ 1
    row = statedRow
    column = 0
    return true
  }

  /// Digits, points and colons, and the quote after them.
  @inline(__always)
  private func skipMeasure(_ cursor: inout Int) -> Bool {
    while cursor < end, window[cursor] &- UInt8(ascii: "0") <= 10 || window[cursor] == UInt8(ascii: ".") {
      cursor &+= 1
    }
    guard cursor < end, window[cursor] == UInt8(ascii: "\"") else { return false }
    cursor &+= 1
    return true
  }

  /// ` s="3"`, ` t="s"` and the closing `>` (which stays before `/>`).
  @inline(__always)
  private func attributes(
    _ cursor: inout Int, _ isDate: inout Bool, look: inout UInt8, kind: inout Kind
  ) -> Bool {
    // ` s="`
    if load(cursor) & 0xFFFF_FFFF == 0x223D_7320 {
      cursor &+= 4
      var style = 0
      let start = cursor
      while cursor < end {
        let digit = window[cursor] &- UInt8(ascii: "0")
        if digit > 9 { break }
        style = style &* 10 &+ Int(digit)
        cursor &+= 1
      }
      let digits = cursor &- start
      guard digits > 0, digits <= 9, cursor < end, window[cursor] == UInt8(ascii: "\"") else { return false }
      cursor &+= 1
      if style < styles.count {
        isDate = styles[style].isDate
        look = styles[style].look
        // Which one it is has to be kept beside the cell.
        if look == CompactCell.farLook { return false }
      }
    }
    // ` t="`
    if load(cursor) & 0xFFFF_FFFF == 0x223D_7420 {
      cursor &+= 4
      let word = load(cursor)
      if word & 0xFFFF == 0x2273 {  // s"
        kind = .shared
        cursor &+= 2
      } else if word & 0xFFFF == 0x226E {  // n"
        cursor &+= 2
      } else if word & 0xFFFF_FFFF == 0x2272_7473 {  // str"
        kind = .formulaText
        cursor &+= 4
      } else if word == 0x7453_656E_696C_6E69, load(cursor &+ 8) & 0xFF_FFFF == 0x3E_2272 {  // inlineStr">
        kind = .inlineText
        cursor &+= 10
      } else {
        return false
      }
    }
    guard cursor < end else { return false }
    if window[cursor] == UInt8(ascii: ">") {
      cursor &+= 1
      return true
    }
    return window[cursor] == UInt8(ascii: "/")
  }

  /// Where a cell without contents ends.
  @inline(__always)
  private func emptyEnding(_ cursor: Int) -> Int? {
    let word = load(cursor)
    if word & 0xFFFF == 0x3E2F { return cursor &+ 2 }  // />
    if word & 0xFFFF_FFFF == 0x3E63_2F3C { return cursor &+ 4 }  // </c>
    return nil
  }

  /// `<v>`
  @inline(__always)
  private func skipValueStart(_ cursor: inout Int) -> Bool {
    guard load(cursor) & 0xFF_FFFF == 0x3E_763C else { return false }
    cursor &+= 3
    return true
  }

  /// `<is><t>`, or with `xml:space="preserve"`.
  @inline(__always)
  private func skipInlineStart(_ cursor: inout Int) -> Bool {
    let word = load(cursor)
    if word & 0xFF_FFFF_FFFF_FFFF == 0x3E_743C_3E73_693C {
      cursor &+= 7
      return true
    }
    return skipPreservedStart(&cursor)
  }

  private func skipPreservedStart(_ cursor: inout Int) -> Bool {
    let text: StaticString = "<is><t xml:space=\"preserve\">"
    guard cursor &+ text.utf8CodeUnitCount < end else { return false }
    for index in 0..<text.utf8CodeUnitCount where window[cursor &+ index] != text.utf8Start[index] {
      return false
    }
    cursor &+= text.utf8CodeUnitCount
    return true
  }

  /// The number in `<v>12`; nothing else may stand there.
  @inline(__always)
  private func sharedIndex(_ cursor: inout Int) -> UInt64? {
    guard skipValueStart(&cursor) else { return nil }
    let start = cursor
    var index: UInt64 = 0
    while cursor < end {
      let digit = window[cursor] &- UInt8(ascii: "0")
      if digit > 9 { break }
      index = index &* 10 &+ UInt64(digit)
      cursor &+= 1
    }
    let digits = cursor &- start
    return digits > 0 && digits <= 10 ? index : nil
  }

  /// How many bytes of a plain number, `-12.5`, stand before the next tag; `nil` for one with an exponent, or
  /// anything else.
  @inline(__always)
  private func numberLength(_ start: Int) -> Int? {
    var cursor = start
    if cursor < end, window[cursor] == UInt8(ascii: "-") { cursor &+= 1 }
    var points = 0
    let digitsStart = cursor
    while cursor < end {
      let byte = window[cursor]
      if byte &- UInt8(ascii: "0") > 9 {
        if byte != UInt8(ascii: ".") { break }
        points &+= 1
      }
      cursor &+= 1
    }
    let digits = cursor &- digitsStart &- points
    guard digits > 0, points <= 1, cursor &- start <= 32 else { return nil }
    return cursor &- start
  }

  /// `</v></c>`, or `</t></is></c>`.
  @inline(__always)
  private func skipEnding(_ cursor: inout Int, isInline: Bool) -> Bool {
    if !isInline {
      guard load(cursor) == 0x3E63_2F3C_3E76_2F3C else { return false }
      cursor &+= 8
      return true
    }
    guard load(cursor) == 0x7369_2F3C_3E74_2F3C, load(cursor &+ 8) & 0xFF_FFFF_FFFF == 0x3E_632F_3C3E else {
      return false
    }
    cursor &+= 13
    return true
  }

  /// Copies a short text; eight bytes more than it has may be written.
  @inline(__always)
  private func copy(_ start: Int, _ length: Int, to target: UnsafeMutablePointer<UInt8>) {
    if length > 32 {
      target.update(from: window + start, count: length)
      return
    }
    var offset = 0
    repeat {
      UnsafeMutableRawPointer(target + offset).storeBytes(of: load(start &+ offset), as: UInt64.self)
      offset &+= 8
    } while offset < length
  }
}
