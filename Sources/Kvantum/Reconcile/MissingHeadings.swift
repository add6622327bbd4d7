import Forms
import ProposalModel
import Reading

/// What the header of an extract lacks, and what stands there in its place.
struct MissingHeadings {
  /// The field that is missing, one for each thing that must be told; empty where the header is whole.
  let fields: [ExtractField]
  private let columns: ExtractColumns
  private let row: Int
  private let sheet: String?
  /// The headings that are no field of an extract.
  private let unknown: [String]

  init(_ header: LocatedTable<ExtractField>, sheet: String?, columns: ExtractColumns = ExtractColumns()) {
    func has(_ fields: [ExtractField]) -> Bool { fields.contains { header.columns[$0] != nil } }
    var fields: [ExtractField] = []
    if !has(ExtractForm.yearFields) { fields.append(.year) }
    if !has(ExtractForm.amountFields + [.debit, .credit]) { fields.append(.amount) }
    if !has([.appropriation, .profitCentre]) { fields.append(.appropriation) }
    // A heading that somebody has named is there, or the mapping is of another list.
    self.fields = fields + columns.mapped.filter { header.columns[$0] == nil && !fields.contains($0) }
    self.columns = columns
    row = header.headerRow
    self.sheet = sheet
    unknown = header.others.map(\.header)
  }

  /// Which heading is missing, what was found, what is accepted, and the nearest, in Danish.
  var message: String {
    let place = (sheet.map { "arket »\($0)«, " } ?? "") + "række \(row)"
    let found = unknown.isEmpty ? "ingen andre" : unknown.prefix(12).map { "»\($0)«" }.joined(separator: ", ")
    return "I \(place), mangler " + fields.map(told).joined(separator: "; ")
      + ". Overskrifter der ikke kendes: \(found)."
  }

  private func told(_ field: ExtractField) -> String {
    let named: [ExtractField] =
      switch field {
      case .year: ExtractForm.yearFields
      case .amount: ExtractForm.amountFields + [.debit, .credit]
      case .appropriation where !columns.mapped.contains(.appropriation): [.appropriation, .profitCentre]
      default: [field]
      }
    let forms = columns.fields.filter { named.contains($0.key) }
    let accepted = forms.flatMap { [$0.header] + $0.aliases }
    let near = accepted.lazy.compactMap { EntrySpelling.nearest(to: $0, among: unknown) }.first
    return "»\(ExtractForm.header(field))« (læses: \(accepted.joined(separator: ", "))"
      + (near.map { "; nærmest er »\($0)«" } ?? "") + ")"
  }
}
