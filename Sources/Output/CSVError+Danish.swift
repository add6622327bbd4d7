package import Spreadsheet

extension FileFailure {
  /// The Danish wording of why a CSV file could not be read.
  package init(file: String, _ error: CSVError) {
    switch error.reason {
    case .missingFile:
      self.init(file: file, status: .inputMissing, message: "Filen findes ikke. Kontrollér navnet og mappen.")
    case .unreadable(let reason):
      self.init(file: file, status: .inputOutput, message: "Filen kan ikke læses (\(reason)).")
    case .notText:
      self.init(
        file: file, status: .unreadable,
        message: "Det er ikke en tekstfil. Åbn den i et regneark, og gem som .xlsx.")
    case .tooLarge(let limit, let value):
      self.init(
        file: file, status: .unreadable,
        message: "Filen overskrider grænsen for \(limit) (\(value)). Del filen op.")
    }
  }
}
