// Fuzz targets of the spreadsheet engine. `fuzz.sh` compiles this file, the targets of what is pasted and the sources
// of both as one program, so that the targets reach what is internal; FUZZ_TARGET names the one to run.

#if canImport(Glibc)
  import Glibc
#endif

/// The target that the environment asks for.
private let target = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "sheet"

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : count))
  switch target {
  case "tokenizer": fuzzTokenizer(bytes)
  case "sheet": fuzzSheet(bytes)
  case "strings": fuzzStrings(bytes)
  case "workbook": fuzzWorkbook(bytes)
  case "ods": fuzzODS(bytes)
  case "values": fuzzValues(bytes)
  case "html", "markdown", "tabs": fuzzPasted(bytes, as: target)
  default: fuzzCSV(bytes)
  }
  return 0
}

/// Limits that even a small input can reach.
private let limits: ReadLimits = {
  var limits = ReadLimits()
  limits.stringBytes = 3_000
  limits.formulaBytes = 500
  limits.nesting = 12
  limits.attributes = 20
  limits.cells = 5_000
  limits.inflatedBytes = 1 << 20
  limits.partBytes = 1 << 20
  limits.entries = 100
  return limits
}()

private func fail(_ words: String) -> Never { fatalError(words) }

// MARK: XML

/// However the bytes are cut into blocks, the tokens are the same, or there is an error (which one, the cut
/// may decide).
private func fuzzTokenizer(_ bytes: [UInt8]) {
  let whole = try? XMLTranscript.lines(of: bytes, limits: limits, blockSize: 1 << 12)
  let pieces = try? XMLTranscript.lines(of: bytes, limits: limits, blockSize: 32 + bytes.count % 61)
  if whole != pieces {
    fail("tokens depend on blocks:\n\(String(describing: whole))\n\(String(describing: pieces))")
  }
}

/// The part of a sheet. However it is cut into blocks, and whether it is read as a whole or row by row, the
/// cells are the same.
private func fuzzSheet(_ bytes: [UInt8]) {
  let whole = cells(bytes, blockSize: 1 << 12, isWhole: true)
  let pieces = cells(bytes, blockSize: 32 + bytes.count % 61, isWhole: true)
  if whole != pieces { fail("cells depend on blocks:\n\(whole)\n\(pieces)") }
  _ = cells(bytes, blockSize: 1 << 12, isWhole: false)
}

private func cells(_ bytes: [UInt8], blockSize: Int, isWhole: Bool) -> [Cell] {
  do throws(SpreadsheetError) {
    let tokenizer = XMLTokenizer(
      TextSource(MemorySource(bytes, blockSize: blockSize), part: "x"), part: "x", limits: limits,
      blockSize: max(blockSize, 64))
    var parser = try SheetParser(tokenizer, styles: StylesPart())
    var storage = SheetStorage()
    for text in ["", "Forslag", "Udvalg"] {
      var text = text
      text.withUTF8 { storage.strings.append($0) }
    }
    var found: [Cell] = []
    while try parser.readRows(into: &storage, cells: isWhole ? .max : 1) {
      if isWhole { continue }
      if storage.checkSharedTexts() != nil { return [] }
      storage.restoreOrder()
      found += cells(of: storage)
      storage.removeAllCells()
    }
    if !isWhole { return found }
    if storage.checkSharedTexts() != nil { return [] }
    storage.restoreOrder()
    return cells(of: storage)
  } catch {
    return []
  }
}

private func cells(of storage: SheetStorage) -> [Cell] {
  let sheet = Sheet(
    name: "x", storage: storage, isHidden: false, mergedRanges: [], hiddenRows: [], hiddenColumns: [])
  let cells = Array(sheet.cells)
  for cell in cells where sheet[cell.address] != cell { fail("\(cell) is not found at its address") }
  if zip(cells, cells.dropFirst()).contains(where: { $0.address >= $1.address }) {
    fail("cells out of order")
  }
  return cells
}

/// The part of the shared strings; the cut into blocks decides where the reader can take its short cut, never
/// what comes out.
private func fuzzStrings(_ bytes: [UInt8]) {
  let whole = strings(bytes, blockSize: 1 << 12)
  let pieces = strings(bytes, blockSize: 32 + bytes.count % 61)
  if whole != pieces { fail("texts depend on blocks:\n\(whole)\n\(pieces)") }
}

private func strings(_ bytes: [UInt8], blockSize: Int) -> [String] {
  do throws(SpreadsheetError) {
    var tokenizer = XMLTokenizer(
      TextSource(MemorySource(bytes, blockSize: blockSize), part: "x"), part: "x", limits: limits,
      blockSize: max(blockSize, 64))
    let table = try SharedStringsPart.read(&tokenizer)
    return (0..<table.count).map { table[$0] }
  } catch {
    return ["error"]
  }
}

/// A whole ZIP file. Most changes fail at a checksum, so this is about the file's own structure.
private func fuzzWorkbook(_ bytes: [UInt8]) {
  guard let workbook = try? XLSXReader.read(bytes: bytes, limits: limits, threads: 1) else { return }
  guard let file = try? XLSXFile(bytes: bytes, limits: limits, threads: 2) else {
    fail("readable as a whole, but not opened")
  }
  for (sheet, streamed) in zip(workbook.sheets, file.sheets) {
    let count = streamed.rows.reduce(0) { $0 + ((try? $1.get().cells.count) ?? 0) }
    if count < sheet.cells.count { fail("fewer cells row by row") }
  }
}

/// An OpenDocument spreadsheet as one XML file; the cut into blocks never decides what comes out.
private func fuzzODS(_ bytes: [UInt8]) {
  let whole = openDocumentCells(bytes, blockSize: 1 << 12)
  let pieces = openDocumentCells(bytes, blockSize: 32 + bytes.count % 61)
  if whole != pieces { fail("cells depend on blocks:\n\(whole)\n\(pieces)") }
}

private func openDocumentCells(_ bytes: [UInt8], blockSize: Int) -> [Cell] {
  do throws(SpreadsheetError) {
    var tokenizer = XMLTokenizer(
      TextSource(MemorySource(bytes, blockSize: blockSize), part: "x"), part: "x", limits: limits,
      blockSize: max(blockSize, 64))
    var document = ODSDocument()
    try document.read(&tokenizer, hasCells: true)
    return document.workbook.sheets.flatMap { sheet in
      let cells = Array(sheet.cells)
      for cell in cells where sheet[cell.address] != cell { fail("\(cell) is not found at its address") }
      return cells
    }
  } catch {
    return []
  }
}

// MARK: Values

/// Numbers, dates, addresses, formats, escapes and formulas, from one text.
private func fuzzValues(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  if let number = DecimalNumber(stored: text) {
    guard let again = DecimalNumber(stored: number.description) else { fail("\(number) is not read") }
    if number.scale <= 15, number.mantissa.magnitude < 1_000_000_000_000_000, again != number {
      fail("\(number) becomes \(again)")
    }
    _ = DateSystem.from1900.isoText(ofSerial: number)
    _ = DateSystem.from1904.isoText(ofSerial: number)
  }
  if let range = CellRange(text), CellRange(range.description) != range { fail("\(range) becomes another") }
  if let date = ISODate(text), ISODate(date.text) != date { fail("\(date) becomes another") }
  if let days = ODSDuration.days(text), DecimalNumber(stored: days) == nil { fail("\(days) is no number") }
  _ = OpenFormula.a1(text)
  let format = NumberFormatCode(text)
  for number in [0, 1, -1, 1_275_000] {
    _ = format.display(of: DecimalNumber(mantissa: Int64(number), scale: 1))
  }
  var escaped = bytes
  EscapedText.undo(in: &escaped)
  let formula = SharedFormula(origin: CellAddress(row: 5, column: 5), text: bytes)
  if formula.text(at: formula.origin) != bytes { fail("a formula changes in its own place") }
  for shift in [-4, 1, 1_000_000] {
    _ = formula.text(at: CellAddress(row: 5 + shift, column: 5 + shift % 16_000))
  }
  _ = PackageDirectory.resolve(PackageDirectory.withoutPercentEscapes(text), against: "xl/workbook.xml")
}

/// A CSV file.
private func fuzzCSV(_ bytes: [UInt8]) {
  guard let table = try? CSVReader.read(bytes) else { return }
  for cell in table.cells where cell.address.row < 1 || cell.address.column < 1 { fail("\(cell) is nowhere") }
  for note in table.notes where note.position.address.row < 1 { fail("\(note) is nowhere") }
}
