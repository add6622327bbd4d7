/// A cell in 16 bytes: its place, the kind of its value, and either the value or where its text stands.
package struct CompactCell: Sendable {
  package enum Kind: UInt8, Sendable {
    case empty, number, sharedText, text, yes, no, error
    /// A number whose format is a date; the text of the number is kept.
    case dateNumber
    /// A date that the file states as ISO text.
    case dateText
  }

  /// The index of a shared string, or offset (40 bits) and length (24 bits) of a text in the sheet's bytes.
  package var payload: UInt64
  package var row: UInt32
  package var column: UInt16
  package var kind: Kind
  private var flags: UInt8

  /// A cell without a formula.
  @inline(__always)
  package init(payload: UInt64, row: UInt32, column: UInt16, kind: Kind, isHidden: Bool) {
    self.payload = payload
    self.row = row
    self.column = column
    self.kind = kind
    flags = isHidden ? 1 : 0
  }

  /// Whether the cell's row or column is hidden.
  @inline(__always)
  package var isHidden: Bool {
    get { flags & 1 != 0 }
    set { flags = newValue ? flags | 1 : flags & ~1 }
  }

  /// Whether the cell itself has a formula, and not only an earlier cell at the same address.
  @inline(__always)
  package var hasFormula: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }

  /// Which of the sheet's looks the cell has, from 1; 0 for none, ``farLook`` where the sheet's list by cell
  /// says.
  @inline(__always)
  package var lookCode: UInt8 { flags >> 2 }

  /// The look code of cells whose look has a number beyond it.
  package static let farLook: UInt8 = 63

  /// Gives the cell a look code.
  @inline(__always)
  package mutating func setLook(_ code: UInt8) { flags = flags & 3 | code &<< 2 }

  /// Where the text of a number, text, error or date stands in the sheet's bytes.
  @inline(__always)
  package var textRange: Range<Int> { Int(payload >> 24)..<Int(payload >> 24) + Int(payload & 0xFF_FFFF) }

  /// Orders cells as they are read: by row, then by column.
  @inline(__always)
  package var key: UInt64 { UInt64(row) << 16 | UInt64(column) }
}

/// The cells of a sheet, or of some of its rows, in little space and in reading order.
package struct SheetStorage: Sendable {
  package var cells: [CompactCell] = []
  /// Numbers, inline texts, errors and formulas, one after another.
  package var bytes: [UInt8] = []
  /// The formulas, by the key of their cell, ascending. A payload with its highest bit set is the number of a
  /// shared formula.
  package var formulas: [(key: UInt64, payload: UInt64)] = []
  package var sharedFormulas: [SharedFormula] = []
  package var strings = StringTable()
  /// What the file's cell formats do, one after another; a cell knows its own by number.
  package var looks: [CellLook] = []
  /// The number in ``looks`` of cells beyond what their code can say.
  package var farLooks = KeyedList<UInt32>()
  /// How the runs of texts that stand in their cell are struck and raised.
  package var textRuns = KeyedList<RunMarks>()
  /// What is known only when all merges are.
  package var mergeMarks = KeyedList<CellMarks>()
  /// What conditional formats do, which are known only behind the cells.
  package var conditionalMarks = KeyedList<CellMarks>()
  /// The displays of cells that were made elsewhere.
  package var displays = KeyedList<CellDisplay>()
  package var dateSystem = DateSystem.from1900
  package var isHidden = false

  package init() {}

  /// Puts a text into the sheet's bytes and tells where.
  @inline(__always)
  package mutating func store(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let offset = bytes.count
    bytes.append(contentsOf: text)
    return UInt64(offset) << 24 | UInt64(text.count)
  }

  package mutating func store(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { store($0) }
  }

  /// Makes room for the cells of a part of so many bytes, as far as that is believable: a large array that
  /// grows is copied several times. Memory that is never used costs nothing.
  package mutating func reserve(forPart size: Int) {
    cells.reserveCapacity(min(size / 32, 1 << 22))
    bytes.reserveCapacity(min(size / 4, 1 << 26))
  }

  /// Forgets all cells and keeps the space for the next rows.
  package mutating func removeAllCells() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    formulas.removeAll(keepingCapacity: true)
    farLooks.removeAll()
    textRuns.removeAll()
  }

  /// Restores reading order where a file does not keep it. Of two cells at one address the later one counts,
  /// as in Excel.
  package mutating func restoreOrder() {
    guard !isInOrder else { return }
    farLooks.restoreOrder()
    textRuns.restoreOrder()
    displays.restoreOrder()
    let order = cells.indices.sorted { (cells[$0].key, $0) < (cells[$1].key, $1) }
    var sorted: [CompactCell] = []
    sorted.reserveCapacity(cells.count)
    for index in order {
      if let last = sorted.last, last.key == cells[index].key { sorted.removeLast() }
      sorted.append(cells[index])
    }
    cells = sorted
    let owners = Set(sorted.lazy.filter(\.hasFormula).map(\.key))
    formulas.removeAll { !owners.contains($0.key) }
    let formulaOrder = formulas.indices.sorted { (formulas[$0].key, $0) < (formulas[$1].key, $1) }
    var sortedFormulas: [(key: UInt64, payload: UInt64)] = []
    for index in formulaOrder {
      if let last = sortedFormulas.last, last.key == formulas[index].key { sortedFormulas.removeLast() }
      sortedFormulas.append(formulas[index])
    }
    formulas = sortedFormulas
  }

  private var isInOrder: Bool {
    var previous: UInt64 = 0
    for cell in cells {
      if cell.key <= previous { return false }
      previous = cell.key
    }
    return true
  }

  /// The position in ``cells`` of the cell at `key`.
  package func position(of key: UInt64) -> Int? {
    let position = firstPosition(from: key)
    return position < cells.count && cells[position].key == key ? position : nil
  }

  /// The position in ``cells`` of the first cell at or after `key`.
  func firstPosition(from key: UInt64) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The position in ``formulas`` of the first formula at or after `key`.
  package func formulaPosition(from key: UInt64) -> Int {
    var low = 0
    var high = formulas.count
    while low < high {
      let middle = (low + high) / 2
      if formulas[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Calls `body` with the text that `payload` points to.
  @inline(__always)
  package func withText<Result>(_ payload: UInt64, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = Int(payload >> 24)
    let count = Int(payload & 0xFF_FFFF)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<start + count])) }
  }

  /// The value of a compact cell.
  package func value(of cell: CompactCell, cache: inout StringCache) -> CellValue {
    switch cell.kind {
    case .empty: .empty
    case .number: .number(withText(cell.payload) { cache.string($0) })
    case .sharedText: .text(sharedText(Int(cell.payload), &cache))
    case .text: .text(withText(cell.payload) { cache.string($0) })
    case .yes: .boolean(true)
    case .no: .boolean(false)
    case .error: .error(withText(cell.payload) { cache.string($0) })
    case .dateText: .date(withText(cell.payload) { cache.string($0) })
    case .dateNumber: dateValue(cell.payload, &cache)
    }
  }

  private func sharedText(_ index: Int, _ cache: inout StringCache) -> String {
    strings.withBytes { cache.string(UnsafeBufferPointer(rebasing: $0[strings.range(index)]), number: index) }
  }

  /// The date that a number means, or the number itself where it is none (a time of day, a negative number).
  private func dateValue(_ payload: UInt64, _ cache: inout StringCache) -> CellValue {
    withText(payload) { bytes in
      if let number = DecimalNumber(stored: bytes), let date = dateSystem.isoText(ofSerial: number) {
        return .date(date)
      }
      return .number(cache.string(bytes))
    }
  }

  /// The cell at `position` of ``cells``, whose formula, if any, is the one at `formulaPosition` or none.
  package func cell(at position: Int, formulaPosition: Int, cache: inout StringCache) -> Cell {
    let compact = cells[position]
    var formula: String?
    if formulaPosition < formulas.count, formulas[formulaPosition].key == compact.key {
      formula = formulaText(formulas[formulaPosition].payload, of: compact, cache: &cache)
    }
    return Cell(
      address: CellAddress(row: Int(compact.row), column: Int(compact.column)),
      value: value(of: compact, cache: &cache), formula: formula, isHidden: compact.isHidden || isHidden,
      display: display(of: compact))
  }

  /// Marks a formula's payload as the number of a shared formula.
  package static let sharedFormulaMark: UInt64 = 1 << 63

  private func formulaText(_ payload: UInt64, of cell: CompactCell, cache: inout StringCache) -> String {
    if payload & SheetStorage.sharedFormulaMark == 0 { return withText(payload) { cache.string($0) } }
    let formula = sharedFormulas[Int(payload & ~SheetStorage.sharedFormulaMark)]
    return String(
      decoding: formula.text(at: CellAddress(row: Int(cell.row), column: Int(cell.column))), as: UTF8.self)
  }

  /// Takes over the texts that shared text cells refer to: leaves out cells with an empty text that no
  /// formula made, and finds the first cell that refers to a text that does not exist.
  package mutating func resolve(_ strings: StringTable) -> CompactCell? {
    self.strings = strings
    return checkSharedTexts()
  }

  /// What ``resolve(_:)`` does, for texts that are there already.
  package mutating func checkSharedTexts() -> CompactCell? {
    if let missing = cells.first(where: { $0.kind == .sharedText && $0.payload >= UInt64(strings.count) }) {
      return missing
    }
    guard strings.hasEmpty else { return nil }
    let formulaKeys = Set(formulas.lazy.map(\.key))
    cells.removeAll {
      $0.kind == .sharedText && strings.range(Int($0.payload)).isEmpty && !formulaKeys.contains($0.key)
    }
    return nil
  }

  /// Adds a cell made elsewhere; order and repeated addresses are put right by ``restoreOrder()``.
  package mutating func append(_ cell: Cell) {
    var compact = CompactCell(
      payload: 0, row: UInt32(clamping: cell.address.row), column: UInt16(clamping: cell.address.column),
      kind: .empty,
      isHidden: cell.isHidden)
    switch cell.value {
    case .empty: break
    case .number(let text): (compact.kind, compact.payload) = (.number, store(text))
    case .text(let text): (compact.kind, compact.payload) = (.text, store(text))
    case .error(let text): (compact.kind, compact.payload) = (.error, store(text))
    case .date(let text): (compact.kind, compact.payload) = (.dateText, store(text))
    case .boolean(let isTrue): compact.kind = isTrue ? .yes : .no
    }
    if let formula = cell.formula {
      formulas.append((compact.key, store(formula)))
      compact.hasFormula = true
    }
    if cell.display != .plain { displays.append(cell.display, at: compact.key) }
    cells.append(compact)
  }
}
