public import ProposalModel

extension OpenFinding {
  /// A finding as a note beside the proposal.
  public init(_ finding: Finding) {
    self.init(
      code: finding.code.rawValue, file: finding.file, sheet: finding.sheet, cells: finding.cells,
      found: finding.found, expected: finding.expected, message: finding.message,
      suggestion: finding.suggestion)
  }
}

extension Finding {
  /// An error that an earlier reading found, told again for the canonical file `file`; the place where it was
  /// found stands in the sentence. A code that is not known any more is told as unusual input, and as an error.
  public init(_ open: OpenFinding, in file: String) {
    let name = open.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let cell = open.cells.first.map { (open.sheet.map { "\($0)!" } ?? "") + $0 } ?? open.sheet
    let place = [name, cell].compactMap { $0 }.joined(separator: ", ")
    self.init(
      FindingCode(rawValue: open.code) ?? .unusualInput, severity: .error, at: Place(file: file),
      found: open.found, expected: open.expected,
      message: place.isEmpty ? open.message : "Fundet ved indlæsningen (\(place)): \(open.message)",
      suggestion: open.suggestion)
  }
}
