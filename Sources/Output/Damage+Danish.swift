import Spreadsheet

extension Damage {
  /// The Danish words for what is wrong inside a part of a workbook.
  package var danish: String {
    switch self {
    case .notWellFormed(let problem, let byte): "\(problem.danish) (ved byte \(byte))"
    case .unknownEncoding(let name): "ukendt tegnsæt »\(name)«"
    case .invalidText(let byte): "der står noget, der ikke er tekst i delens tegnsæt (ved byte \(byte))"
    case .missing: "den mangler i filen"
    case .duplicate: "den findes to gange i filen"
    case .wrongSize(let declared): "den har ikke de \(declared) byte, som filen angiver"
    case .badCompression(let reason): "de pakkede data er beskadiget (\(reason))"
    case .wrongKind(let found): "den begynder med <\(found)>"
    case .badAddress(let found): "»\(found)« er ikke en celles adresse"
    case .missingSharedString(let index, let cell):
      "\(cell) henviser til tekst nummer \(index), som ikke findes"
    case .missingRelationship(let sheet): "den fortæller ikke, hvor arket »\(sheet)« findes"
    }
  }
}

extension XMLProblem {
  /// The Danish words for the rule of XML that is broken.
  fileprivate var danish: String {
    switch self {
    case .unexpectedEnd: "den slutter for tidligt"
    case .badTag: "et mærke er forkert skrevet"
    case .badAttribute: "en attribut er forkert skrevet"
    case .duplicateAttribute: "et element har samme attribut to gange"
    case .mismatchedTag: "et slutmærke passer ikke til sit startmærke"
    case .badEntity: "et tegn er angivet med en ukendt kode"
    case .contentOutsideRoot: "der står noget uden for det yderste element"
    case .noElement: "den er tom"
    case .badMarkup: "en kommentar eller lignende er forkert skrevet"
    }
  }
}
