import Forms
import Intake
public import Output
import ProposalModel
import Spreadsheet

/// The headings of an extract as data: those that fordel knows, or the ones of a mapping for some of them.
///
/// A mapping is an XLSX or CSV file with the columns `Felt` and `Overskrift`, a row per heading. A field that it
/// names has the headings of the mapping alone; where it names one of several that tell the amount, or the
/// year, the others are not read.
public struct ExtractColumns: Sendable {
  /// The fields with their headings.
  let fields: [FormField<ExtractField>]
  /// The fields of the mapping: the extract must have them.
  let mapped: [ExtractField]

  /// The headings that fordel knows.
  public init() { (fields, mapped) = (ExtractForm.columns, []) }

  private enum Column: Hashable, Sendable { case field, heading }

  private static let form: [FormField<Column>] = [
    FormField(.field, "Felt", "Hvad kolonnen er."),
    FormField(.heading, "Overskrift", aliases: ["Overskrifter"], "Hvad der står over den i udtrækket."),
  ]

  /// Reads the mapping `file`. Fails where it has no such columns, names a field that there is not, or one
  /// heading for two fields.
  public init(file: String) throws(FileFailure) {
    let list = try SmallList(
      try InputFiles.read(file), file: file, ExtractColumns.form, needs: [.field, .heading])
    guard list.isFound else {
      throw FileFailure(
        file: file, status: .unreadable,
        message:
          "Filen har ikke kolonnerne Felt og Overskrift. Begynd med fordel reconcile --columns-template.")
    }
    var headings: [ExtractField: [String]] = [:]
    var owners: [String: ExtractField] = [:]
    for row in list.rows {
      // A field without a heading is found as usual.
      guard let name = row.text(.field), let heading = row.text(.heading) else { continue }
      guard
        let field = ExtractForm.columns.first(where: {
          EntrySpelling.key($0.header) == EntrySpelling.key(name)
        })
      else { throw ExtractColumns.unknown(name, row: row.number, of: file) }
      let owner = owners.updateValue(field.key, forKey: EntrySpelling.key(heading))
      guard owner == nil || owner == field.key else {
        throw FileFailure(
          file: file, status: .unreadable,
          message: "Række \(row.number): overskriften »\(heading)« står ved to felter.")
      }
      headings[field.key, default: []].append(heading)
    }
    mapped = ExtractForm.columns.map(\.key).filter { headings[$0] != nil }
    fields = ExtractColumns.fields(headings, taken: Set(owners.keys))
  }

  /// The mapped fields with their own headings, and the others without those.
  private static func fields(_ headings: [ExtractField: [String]], taken: Set<String>)
    -> [FormField<ExtractField>]
  {
    let groups = [ExtractForm.yearFields, ExtractForm.amountFields + [.debit, .credit]]
    return ExtractForm.columns.compactMap { field in
      if let own = headings[field.key] {
        return FormField(field.key, own[0], aliases: Array(own.dropFirst()), field.explanation)
      }
      let group = groups.first { $0.contains(field.key) } ?? []
      guard !group.contains(where: { headings[$0] != nil }) else { return nil }
      let names = ([field.header] + field.aliases).filter { !taken.contains(EntrySpelling.key($0)) }
      guard let first = names.first else { return nil }
      return FormField(field.key, first, aliases: Array(names.dropFirst()), field.explanation)
    }
  }

  private static func unknown(_ name: String, row: Int, of file: String) -> FileFailure {
    let names = ExtractForm.columns.map(\.header)
    let nearest = EntrySpelling.nearest(to: name, among: names).map { " Mente du »\($0)«?" } ?? ""
    return FileFailure(
      file: file, status: .unreadable,
      message:
        "Række \(row): »\(name)« er ikke et felt.\(nearest) Felterne er \(names.joined(separator: ", ")).")
  }

  /// A mapping to fill in: every field, no heading yet, what it is, and the headings that are known anyway.
  public static var template: [UInt8] {
    let rows = ExtractForm.columns.map { field in
      [field.header, "", field.explanation, ([field.header] + field.aliases).joined(separator: ", ")]
    }
    let table = [["Felt", "Overskrift", "Forklaring", "Læses uden videre"]] + rows
    return [0xEF, 0xBB, 0xBF]
      + CSVWriter.bytes(
        of: table.map { $0.map { $0.isEmpty ? .blank : .text($0) } },
        in: CSVDialect(separator: .semicolon, decimalSign: .comma, hasByteOrderMark: false))
  }
}
