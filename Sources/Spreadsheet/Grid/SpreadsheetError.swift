/// Why a file could not be read as a spreadsheet.
///
/// Each case carries what a message in any language needs: the part of the workbook, the limit and its value,
/// what was found. ``description`` words it in English; which file it was, the caller knows.
public enum SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no file at `path`.
  case missingFile(path: String)
  /// The operating system refused to read: `reason` is its own message.
  case cannotRead(path: String, reason: String)
  /// The file is not a ZIP package, as every `.xlsx` is; `found` is what it looks like.
  case notAZip(found: FileKind)
  /// The file ends too early: a ZIP without its directory (`part` is `nil`), or a part that is cut off.
  case truncated(part: String?)
  /// The bytes of `part` do not have the checksum that the file states: it was damaged after it was written.
  case wrongChecksum(part: String)
  /// `part` cannot be understood.
  case damaged(part: String, Damage)
  /// `part` is packed with a compression method that is not supported (number as in the ZIP specification).
  case unsupportedCompression(part: String, method: Int)
  /// A ZIP package, but of something else than a workbook, such as a Word document.
  case notAWorkbook
  /// An Excel 97–2003 workbook (`.xls`), or older.
  case legacyXLS
  /// An Excel binary workbook (`.xlsb`).
  case xlsb
  /// An OpenDocument spreadsheet (`.ods`), which ``ODSReader`` reads.
  case ods
  /// An Apple Numbers document.
  case numbers
  /// The workbook is protected by a password to open it.
  case encrypted
  /// `part` has a document type declaration, which no spreadsheet program writes and which is refused because
  /// it can expand without end.
  case doctypeRefused(part: String)
  /// The file goes beyond one of the ``ReadLimits``; `value` is the limit that held.
  case limitExceeded(limit: ReadLimits.Name, value: Int, part: String)

  /// The English message: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .missingFile(let path): "no such file: \(path)"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .notAZip(let found): "not an .xlsx workbook: \(found.description)"
    case .truncated(nil): "the file is cut off: its ZIP directory is missing; fetch or save it again"
    case .truncated(let part?): "the part '\(part)' is cut off; fetch or save the file again"
    case .wrongChecksum(let part):
      "the part '\(part)' is damaged: its checksum is wrong; fetch or save the file again"
    case .damaged(let part, let damage): "the part '\(part)' cannot be read: \(damage.description)"
    case .unsupportedCompression(let part, let method):
      "the part '\(part)' is packed with method \(method), which is not supported"
    case .notAWorkbook: "a ZIP file, but not a workbook"
    case .legacyXLS: "an Excel 97-2003 workbook (.xls); save it as .xlsx"
    case .xlsb: "an Excel binary workbook (.xlsb); save it as .xlsx"
    case .ods: "an OpenDocument spreadsheet (.ods), not an .xlsx workbook"
    case .numbers: "an Apple Numbers document; export it as .xlsx"
    case .encrypted: "the workbook is protected by a password; save it as .xlsx without one"
    case .doctypeRefused(let part):
      "the part '\(part)' has a document type declaration (DOCTYPE), which is refused"
    case .limitExceeded(let limit, let value, let part):
      "the part '\(part)' has more than \(value) \(limit.phrase); raise the limit '\(limit.rawValue)' if you trust the file"
    }
  }
}

/// What a file that is not a workbook looks like, by its first bytes.
public enum FileKind: String, Hashable, Sendable, CustomStringConvertible {
  /// No bytes at all.
  case empty
  /// A web page; many systems offer one as an "Excel export".
  case html
  /// XML, such as Excel 2003's XML format.
  case xml
  /// A PDF document.
  case pdf
  /// Plain text, perhaps CSV.
  case text
  /// An older Microsoft compound file that holds no workbook, such as a `.doc`.
  case compoundDocument
  /// None of the above.
  case unknown

  /// `the file is a web page (HTML)`.
  public var description: String {
    switch self {
    case .empty: "the file is empty"
    case .html: "the file is a web page (HTML)"
    case .xml: "the file is XML"
    case .pdf: "the file is a PDF document"
    case .text: "the file is plain text"
    case .compoundDocument: "the file is an older Office document without a workbook"
    case .unknown: "the file is of an unknown kind"
    }
  }
}

/// What is wrong inside a part of a workbook.
public enum Damage: Hashable, Sendable, CustomStringConvertible {
  /// The XML breaks a rule; `byte` counts from the start of the part (as UTF-8).
  case notWellFormed(XMLProblem, byte: Int)
  /// The encoding is not one of UTF-8, UTF-16, ISO-8859-1, Windows-1252.
  case unknownEncoding(String)
  /// The bytes are not text in the part's encoding, or hold a control character that XML forbids.
  case invalidText(byte: Int)
  /// Another part refers to this one, and it is not in the file.
  case missing
  /// Two entries of the file have this name.
  case duplicate
  /// The part delivers another number of bytes than the file states.
  case wrongSize(declared: Int)
  /// The packed data makes no sense.
  case badCompression(String)
  /// The part is another kind of part than is expected here; `found` is its first element.
  case wrongKind(found: String)
  /// A row or cell has no usable address: `found` is its `r`.
  case badAddress(String)
  /// `cell` asks for shared string number `index` (from 0), and there are fewer.
  case missingSharedString(index: Int, cell: String)
  /// A sheet of the workbook has no relationship to a part.
  case missingRelationship(sheet: String)

  /// The English words.
  public var description: String {
    switch self {
    case .notWellFormed(let problem, let byte): "\(problem.rawValue) (at byte \(byte))"
    case .unknownEncoding(let name): "unknown encoding '\(name)'"
    case .invalidText(let byte): "bytes that are not text in the part's encoding (at byte \(byte))"
    case .missing: "it is not in the file"
    case .duplicate: "the file has it twice"
    case .wrongSize(let declared): "it does not have the \(declared) bytes that the file states"
    case .badCompression(let reason): "its packed data is damaged (\(reason))"
    case .wrongKind(let found): "it begins with <\(found)>"
    case .badAddress(let found): "'\(found)' is not the address of a cell"
    case .missingSharedString(let index, let cell):
      "\(cell) refers to shared text \(index), which does not exist"
    case .missingRelationship(let sheet): "it does not say which part holds the sheet '\(sheet)'"
    }
  }
}

/// The rule of XML that a part breaks.
public enum XMLProblem: String, Hashable, Sendable {
  /// The text ends inside a tag, a comment or an element.
  case unexpectedEnd = "the XML ends too early"
  /// A tag is not written as tags are.
  case badTag = "a tag is malformed"
  /// An attribute is not written as attributes are.
  case badAttribute = "an attribute is malformed"
  /// One element has two attributes of the same name.
  case duplicateAttribute = "an element has the same attribute twice"
  /// An end tag does not fit its start tag.
  case mismatchedTag = "an end tag does not fit its start tag"
  /// An entity other than the five of XML, or a number that is no character.
  case badEntity = "an unknown or impossible entity"
  /// Text or a second element outside the outermost element.
  case contentOutsideRoot = "text or elements outside the outermost element"
  /// No element at all.
  case noElement = "there is no element"
  /// A comment, CDATA section or processing instruction that is not written as it should be.
  case badMarkup = "a comment, CDATA section or processing instruction is malformed"
}
