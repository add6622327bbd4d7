public import Spreadsheet

/// Why a document could not be read.
public enum DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Its package or XML is damaged, encrypted, or beyond a limit.
  case package(SpreadsheetError)
  /// It is no document of a known kind.
  case unknownKind
  /// A document of the older binary kind (`.doc`).
  case legacyDocument
  /// A ZIP file that holds no document.
  case notADocument
  /// Reading needs a program that is not installed.
  case programMissing(name: String)
  /// The program that reads it ended with an error.
  case programFailed(name: String, reason: String)
  /// This kind is not read.
  case notReadable(DocumentKind)

  /// The English message.
  public var description: String {
    switch self {
    case .package(let error): error.description
    case .unknownKind: "not a document of a known kind"
    case .legacyDocument: "a Word 97-2003 document (.doc); save it as .docx"
    case .notADocument: "a ZIP file, but not a document"
    case .programMissing(let name): "reading this needs the program '\(name)', which is not installed"
    case .programFailed(let name, let reason): "the program '\(name)' failed: \(reason)"
    case .notReadable(let kind): "documents of the kind '\(kind.rawValue)' are not read"
    }
  }
}
