/// The text of grid lines, collected in blocks.
struct GridText {
  private let format: GridLines.Format
  private var bytes: [UInt8] = []
  /// The sheet's name, as a line shows it.
  private var sheet: [UInt8] = []

  private static let blockSize = 1 << 16

  init(_ format: GridLines.Format) {
    self.format = format
    if format == .csv { append("sheet,cell,type,value,formula,hidden\n") }
  }

  var isFull: Bool { bytes.count >= GridText.blockSize }

  /// Hands the text on.
  mutating func flush(to sink: GridLines.Sink) throws {
    if !bytes.isEmpty { try bytes.withUnsafeBufferPointer { try sink($0) } }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Notes the name of the sheet whose cells follow.
  mutating func beginSheet(_ name: String) {
    let kept = bytes
    bytes = []
    if format == .csv { appendField(name) } else { appendString(name) }
    sheet = bytes
    bytes = kept
  }

  /// Adds the line of a cell.
  mutating func append(_ cell: Cell) {
    let (type, value) = GridText.fields(cell.value)
    if format == .csv {
      appendCSV(cell, type, value: value)
    } else {
      appendJSON(cell, type, value: value)
    }
  }

  /// The type's name and the value's text. A formula without a value is an empty text, as there is no type
  /// for nothing.
  private static func fields(_ value: CellValue) -> (type: StaticString, value: String) {
    switch value {
    case .empty: ("text", "")
    case .number(let text): ("number", text)
    case .text(let text): ("text", text)
    case .boolean(let isTrue): ("bool", isTrue ? "true" : "false")
    case .error(let text): ("error", text)
    case .date(let text): ("date", text)
    }
  }

  // MARK: JSON

  private mutating func appendJSON(_ cell: Cell, _ type: StaticString, value: String) {
    append("{\"sheet\":")
    bytes += sheet
    append(",\"cell\":\"")
    bytes += cell.address.description.utf8
    append("\",\"type\":\"")
    append(type)
    append("\",\"value\":")
    appendString(value)
    append(",\"formula\":")
    if let formula = cell.formula { appendString(formula) } else { append("null") }
    append(cell.isHidden ? ",\"hidden\":true" : ",\"hidden\":false")
    if cell.value == .empty { append(",\"stored\":false") }
    append("}\n")
  }

  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20:
        append("\\u00")
        bytes.append(GridText.hexDigit(byte >> 4))
        bytes.append(GridText.hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  // MARK: CSV

  private mutating func appendCSV(_ cell: Cell, _ type: StaticString, value: String) {
    bytes += sheet
    append(",")
    bytes += cell.address.description.utf8
    append(",")
    append(type)
    append(",")
    appendField(value)
    append(",")
    appendField(cell.formula ?? "")
    append(cell.isHidden ? ",true\n" : ",false\n")
  }

  private mutating func appendField(_ text: String) {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      bytes += text.utf8
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
