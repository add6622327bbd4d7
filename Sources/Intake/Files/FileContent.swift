import Spreadsheet

/// What kind of file some bytes are, by their beginning and, for text, by the file's name.
package enum FileContent {
  case json, csv
  /// A workbook, or something that pretends to be one; the reader tells.
  case workbook

  package init(_ bytes: [UInt8], name: String) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if Grids.isDocument(bytes, file: name) {
      self = .workbook
    } else if ["xlsx", "xlsm", "xls", "xlsb", "ods", "fods", "ots", "numbers"].contains(ending)
      || FileContent.isPacked(bytes) || ODSReader.isFlat(bytes)
    {
      self = .workbook
    } else if ending == "json" || (ending != "csv" && FileContent.firstLetter(bytes) == UInt8(ascii: "{")) {
      self = .json
    } else {
      self = .csv
    }
  }

  /// A ZIP file, or an older Office file.
  static func isPacked(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  private static func firstLetter(_ bytes: [UInt8]) -> UInt8? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
