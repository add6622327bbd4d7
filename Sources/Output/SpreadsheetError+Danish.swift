import ProposalModel
package import Spreadsheet

extension FileFailure {
  /// The Danish wording of what the spreadsheet engine could not read.
  package init(file: String, _ error: SpreadsheetError) {
    self.init(file: file, status: FileFailure.status(of: error), message: FileFailure.message(of: error))
  }

  private static func status(of error: SpreadsheetError) -> ExitStatus {
    switch error {
    case .missingFile: .inputMissing
    case .cannotRead: .inputOutput
    default: .unreadable
    }
  }

  private static let saveAs = "Åbn den i et regneark, og gem som .xlsx."

  private static func message(of error: SpreadsheetError) -> String {
    switch error {
    case .missingFile: "Filen findes ikke. Kontrollér navnet og mappen."
    case .cannotRead(_, let reason): "Filen kan ikke læses (\(reason))."
    case .notAZip(let found): "Det er ikke en .xlsx-projektmappe: \(words(for: found)). \(saveAs)"
    case .truncated(nil):
      "Filen er afkortet: indholdsfortegnelsen i slutningen mangler. Hent eller gem den igen."
    case .truncated(let part?): "Filen er afkortet i delen »\(part)«. Hent eller gem den igen."
    case .wrongChecksum(let part):
      "Delen »\(part)« er beskadiget: kontrolsummen passer ikke. Hent eller gem filen igen."
    case .damaged(let part, let damage):
      "Delen »\(part)« kan ikke læses: \(damage.danish). Åbn filen i et regneark, og gem den igen."
    case .unsupportedCompression(let part, let method):
      "Delen »\(part)« er pakket med metode \(method), som ikke understøttes. \(saveAs)"
    case .notAWorkbook: "Det er en zip-fil, men ikke en projektmappe. \(saveAs)"
    case .legacyXLS: "Det er en projektmappe i det gamle format .xls. \(saveAs)"
    case .xlsb: "Det er en binær projektmappe (.xlsb). \(saveAs)"
    case .ods: "Det er et OpenDocument-regneark (.ods). \(saveAs)"
    case .numbers: "Det er et dokument fra Numbers. Eksportér det som Excel, og gem som .xlsx."
    case .encrypted: "Projektmappen er beskyttet med adgangskode. Fjern adgangskoden, og gem som .xlsx."
    case .doctypeRefused(let part):
      "Delen »\(part)« har en DOCTYPE, som intet regneark skriver; den læses ikke. \(saveAs)"
    case .limitExceeded(let limit, let value, let part):
      "Delen »\(part)« overskrider grænsen for \(limit.rawValue) (\(value)). Del filen op, eller slet det, der ikke hører til forslaget."
    }
  }

  private static func words(for kind: FileKind) -> String {
    switch kind {
    case .empty: "filen er tom"
    case .html: "filen er en webside (HTML)"
    case .xml: "filen er XML"
    case .pdf: "filen er et PDF-dokument"
    case .text: "filen er ren tekst; hedder den .csv, læses den som CSV"
    case .compoundDocument: "filen er et ældre Office-dokument uden projektmappe"
    case .unknown: "filen er af ukendt slags"
    }
  }
}
