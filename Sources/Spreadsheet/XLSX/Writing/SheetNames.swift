/// The rules that Excel has for names of sheets and for defined names.
enum SheetNames {
  /// Checks `name` against Excel's rules and the names that are taken.
  static func check(_ name: String, taken: some Sequence<String>) throws(XLSXWriteError) {
    guard let problem = problem(of: name, taken: taken) else { return }
    throw XLSXWriteError(.sheetName(name, problem))
  }

  private static func problem(of name: String, taken: some Sequence<String>) -> XLSXWriteError
    .SheetNameProblem?
  {
    if name.isEmpty { return .empty }
    if name.utf16.count > SheetLimits.nameLength { return .tooLong(name.utf16.count) }
    if let control = StoredText.firstControlCharacter(in: name) { return .forbiddenCharacter(control) }
    if let character = name.unicodeScalars.first(where: { #"[]:*?/\"#.unicodeScalars.contains($0) }) {
      return .forbiddenCharacter(String(character))
    }
    if name.unicodeScalars.first == "'" || name.unicodeScalars.last == "'" { return .apostropheAtEnd }
    let folded = name.lowercased()
    if folded == "history" { return .reserved }
    return taken.first { $0.lowercased() == folded }.map { .taken(by: $0) }
  }

  /// `name` as formulas write it: in apostrophes, those inside doubled.
  static func quoted(_ name: String) -> String {
    var result = "'"
    for scalar in name.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "'" { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  /// What is wrong with `name` as a defined name or the name of a table, in words; `nil` if nothing is.
  static func problem(ofDefinedName name: String) -> String? {
    guard let first = name.unicodeScalars.first else { return "is empty" }
    guard first == "_" || first == "\\" || first.properties.isAlphabetic else {
      return "does not begin with a letter"
    }
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "."
        || scalar == "\\"
    }
    guard isPlain else { return "contains something else than letters, digits, _ and ." }
    if let address = CellAddress(name), address.row <= SheetLimits.rows, address.column <= SheetLimits.columns
    {
      return "is the address of a cell"
    }
    if isRowColumnReference(name) { return "is the address of a row, column or cell in R1C1 notation" }
    return nil
  }

  /// `R`, `C`, `R1`, `C5`, `R1C5`.
  private static func isRowColumnReference(_ name: String) -> Bool {
    var rest = name.uppercased()[...]
    guard rest.first == "R" || rest.first == "C" else { return false }
    for letter in "RC" where rest.first == letter {
      rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
    }
    return rest.isEmpty
  }
}
