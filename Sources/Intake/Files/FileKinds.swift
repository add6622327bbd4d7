import Output

/// Which files of a folder are proposals by their names, which people use for proposals although they cannot
/// be read, and which are something else.
enum FileKinds {
  /// Endings of files that are read.
  static let read: Set<String> = [
    "xlsx", "xlsm", "ods", "fods", "ots", "csv", "tsv", "json", "xls", "docx", "docm", "odt", "ott",
    "fodt", "txt", "pdf", "html", "htm", "md",
  ]

  /// Endings of files that people write proposals in and that cannot be read, with what they are and what to
  /// do.
  static let unread: [String: String] = [
    "xlsb": "et binært Excel-ark (.xlsb). Åbn det i Excel, og gem som .xlsx.",
    "xlt": "en gammel Excel-skabelon (.xlt). Åbn den i Excel, og gem som .xlsx.",
    "numbers": "et ark fra Numbers (.numbers). Åbn det i Numbers, og eksportér som .xlsx.",
    "doc": "et gammelt Word-dokument (.doc). Åbn det i Word, og gem som .docx.",
    "dot": "en gammel Word-skabelon (.dot). Åbn den i Word, og gem som .docx.",
    "rtf": "et RTF-dokument (.rtf). Åbn det i Word, og gem som .docx.",
    "pages": "et dokument fra Pages (.pages). Åbn det i Pages, og eksportér som .docx.",
    "zip": "en pakket fil (.zip). Pak den ud, og læg filerne i mappen.",
    "7z": "en pakket fil (.7z). Pak den ud, og læg filerne i mappen.",
    "rar": "en pakket fil (.rar). Pak den ud, og læg filerne i mappen.",
  ]

  /// The ending of a name, in small letters; empty where there is none.
  static func ending(of name: String) -> String {
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }

  /// Why a file of such a name cannot be read; `nil` for names of other kinds.
  static func obstacle(_ file: String, name: String) -> FileFailure? {
    unread[ending(of: name)].map {
      FileFailure(file: file, status: .unreadable, message: "Filen kan ikke læses: den er \($0)")
    }
  }

  /// Whether the name is that of a lock file, a hidden file or one that fordel itself keeps beside its
  /// outputs.
  static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name == "fordel-kvitteringer.jsonl"
  }
}
