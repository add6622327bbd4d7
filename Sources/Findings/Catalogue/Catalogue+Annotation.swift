package import ProposalModel

extension Catalogue {
  /// Why a file got no annotated copy.
  package enum AnnotationObstacle: Hashable, Sendable {
    /// The file is neither a workbook nor a Word document: CSV, JSON, a PDF or another kind of document.
    case noWorkbook
    /// The file is an OpenDocument spreadsheet.
    case openDocument
    /// The file came through a pipe and has no name.
    case noName
    /// The workbook has a digital signature.
    case signed
    /// The workbook's structure is protected.
    case structureProtected
    /// The workbook is shared in Excel's old way.
    case shared
    /// The package, that of a workbook or of a document, cannot be edited, in the words of the engine.
    case unreadable(String, isDocument: Bool)
  }

  /// A file that was checked but not marked.
  package static func notAnnotated(_ obstacle: AnnotationObstacle, at place: Place) -> Finding {
    let (reason, remedy): (String, String?) =
      switch obstacle {
      case .noWorkbook:
        (
          "kun regneark (.xlsx) og Word-dokumenter (.docx) kan mærkes",
          "Brug rapporten her, eller kontrollér forslaget som .xlsx eller .docx."
        )
      case .openDocument:
        (
          "den er et OpenDocument-regneark, og en mærket kopi laves kun af .xlsx og .docx",
          "Brug rapporten her, eller gem filen som .xlsx, og kontrollér den."
        )
      case .noName:
        ("den kom gennem standard-input og har intet navn", "Gem den som fil, og kontrollér filen.")
      case .signed:
        (
          "den er digitalt underskrevet, og et mærke ville bryde underskriften",
          "Brug rapporten her, eller fjern underskriften."
        )
      case .structureProtected:
        (
          "projektmappens struktur er beskyttet, så der ikke kan tilføjes et ark",
          "Fjern beskyttelsen (Gennemse → Beskyt projektmappe)."
        )
      case .shared:
        (
          "projektmappen er delt på den gamle måde med en log over alle ændringer",
          "Ophæv delingen, og gem filen igen."
        )
      case .unreadable(let words, let isDocument):
        (
          "den kan ikke ændres uden at tage skade (\(words))",
          "Åbn filen i \(isDocument ? "Word" : "et regneark"), og gem den igen."
        )
      }
    return Finding(
      .notAnnotated, at: place, message: "Filen er kontrolleret, men ikke mærket: \(reason).",
      suggestion: remedy)
  }
}
