import AllocationTables
package import Documents
package import Findings
import Forms
package import Output
import ProposalModel
import Reading
package import Spreadsheet

extension Grids {
  /// Whether the bytes are those of a document rather than of a workbook or a CSV file.
  package static func isDocument(_ bytes: [UInt8], file: String) -> Bool {
    documentKind(bytes, file: file) != nil
  }

  /// The kind of document that the bytes are, by their content first; `nil` for workbooks and CSV files.
  package static func documentKind(_ bytes: [UInt8], file: String) -> DocumentKind? {
    let kind = DocumentKind(bytes, name: file)
    let ending = FileKinds.ending(of: file.split(separator: "/").last.map(String.init) ?? file)
    switch kind {
    case .printedText, .tabText: return TextSign.kind(of: bytes)
    case nil where ["", "xls"].contains(ending) && !FileContent.isPacked(bytes):
      return TextSign.kind(of: bytes)
    default: return kind
    }
  }

  /// A document as sheets, and what was unusual about it.
  package static func document(
    _ bytes: [UInt8], file: String
  ) throws(FileFailure) -> (workbook: Workbook, findings: [Finding]) {
    let (grid, kind) = try documentGrid(bytes, file: file)
    let isForm = kind == .pdf || kind == .printedText
    let loose =
      (isForm ? [] : LooseTables(grid, file: file).findings) + UnitsInText(grid, file: file).findings
    return (
      isForm ? grid.workbook : DocumentForm.workbook(grid),
      grid.notes.compactMap { finding($0, file: file) } + loose
    )
  }

  /// A document as the sheets that it has itself, before they are put into a form's order.
  package static func documentGrid(
    _ bytes: [UInt8], file: String
  ) throws(FileFailure) -> (grid: DocumentGrid, kind: DocumentKind) {
    var reader = DocumentReader { isCaption($0) }
    reader.printedWords = .form
    do throws(DocumentError) {
      guard let kind = documentKind(bytes, file: file) else { throw .unknownKind }
      return (try reader.read(bytes, as: kind), kind)
    } catch {
      if case .package(.encrypted) = error {
        throw FileFailure(
          file: file, status: .unreadable,
          message: "Dokumentet er beskyttet med adgangskode. Fjern adgangskoden, og gem det igen.")
      }
      if case .package(let damage) = error { throw FileFailure(file: file, damage) }
      throw FileFailure(file: file, status: .unreadable, message: message(error))
    }
  }

  /// A paragraph with the word `Tabel`, or with the words of Tabel 1 and hardly any others.
  private static func isCaption(_ text: String) -> Bool {
    TableWords.looksLikeCaption(text)
      || (text.count < 80 && TableWords.exactCaption(text)?.kind == .tableOne)
  }

  private static func message(_ error: DocumentError) -> String {
    switch error {
    case .programMissing(let name):
      "PDF læses med programmet \(name) (pakken poppler-utils), som ikke er installeret. "
        + "Installér det, eller brug forslagets Word-fil."
    case .programFailed(let name, _):
      "\(name) kunne ikke læse filen. Åbn den, og kontrollér, at den er en hel PDF uden adgangskode."
    case .package: "Filen er beskadiget."
    case .legacyDocument: "Filen er i det gamle Word-format. Gem den som .docx."
    case .notReadable, .unknownKind, .notADocument: "Filen er ikke et dokument, der kan læses."
    }
  }

  private static func finding(_ note: DocumentNote, file: String) -> Finding? {
    let place = Place(file: file, sheet: note.sheet, cell: note.cell?.description)
    switch note.kind {
    case .columnUncertain:
      return Catalogue.columnUncertain(note.text, readings: note.earlierText ?? "", at: place)
    case .columnByCustom: return Catalogue.columnAssumed(note.text, bySpaces: false, at: place)
    case .columnBySpaces: return Catalogue.columnAssumed(note.text, bySpaces: true, at: place)
    case .leftOut: return Catalogue.textLeftOut(at: place)
    case .changeNotAccepted:
      return Catalogue.changeNotAccepted(note.text, before: note.earlierText ?? "", at: place)
    case .hiddenText:
      return note.text.contains(where: \.isNumber) ? Catalogue.hiddenText(note.text, at: place) : nil
    case .embeddedObject: return Catalogue.partLeftAlone(isObject: true, at: place)
    case .foreignPart: return Catalogue.partLeftAlone(isObject: false, at: place)
    case .figuresUnread: return Catalogue.figuresUnread(note.text, at: place)
    case .rowOutsideTable: return Catalogue.rowOutsideTable(note.text, at: place)
    case .proposalUnnamed: return Catalogue.proposalUnnamed(note.text, at: place)
    case .tableUnread: return Catalogue.tableUnread(note.text, caption: note.earlierText, at: place)
    default: return nil
    }
  }
}
