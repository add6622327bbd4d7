import Documents
package import Findings
import Forms
package import Output
import ProposalModel
import Reading
package import Spreadsheet

extension Grids {
  /// Whether the bytes are those of a document rather than of a workbook or a CSV file.
  package static func isDocument(_ bytes: [UInt8], file: String) -> Bool {
    guard let kind = DocumentKind(bytes, name: file) else { return false }
    return kind != .printedText || PrintedTextSign.isPrinted(bytes)
  }

  /// A document as sheets, and what was unusual about it.
  package static func document(
    _ bytes: [UInt8], file: String
  ) throws(FileFailure) -> (workbook: Workbook, findings: [Finding]) {
    var reader = DocumentReader { TableWords.looksLikeCaption($0) }
    reader.printedWords = .form
    do {
      let grid = try reader.read(bytes, name: file)
      let isForm = [.pdf, .printedText].contains(DocumentKind(bytes, name: file))
      return (
        isForm ? grid.workbook : DocumentForm.workbook(grid),
        grid.notes.compactMap { finding($0, file: file) }
      )
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
    case .figuresUnread: return Catalogue.figuresUnread(note.text, at: place)
    default: return nil
    }
  }
}

/// Whether text is a printed proposal, by its captions or the labels of a front page.
enum PrintedTextSign {
  static func isPrinted(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1 << 20), as: UTF8.self)
    let lines = head.split(whereSeparator: \.isNewline)
    let separated = lines.count { $0.contains(";") || $0.contains("\t") }
    guard separated * 5 < max(lines.count, 1) || separated < 3 else { return false }
    return lines.contains { line in
      let text = line.split(separator: " ").joined(separator: " ")
      guard text.count < 130 else { return false }
      return (TableWords.looksLikeCaption(text) && TableWords.caption(text)?.isCertain ?? false)
        || text.hasPrefix("Forslagets titel:")
    }
  }
}
