import Intake
public import Kvantum
public import ProposalModel
import Spreadsheet

/// How the annexes to a decision are laid out (bilagsprofil): which annexes there are, what counts in each and
/// with which sign, and their columns. All of it is data in `templates/` or in a file of the user's.
///
/// ```swift
/// let profile = try AnnexLibrary.profile("bilag-standard")
/// profile.annexes.map(\.sheet)  // ["Servicemåltal", "Anlægsmåltal", "Likvid kassebeholdning"]
/// ```
public struct AnnexProfile: Hashable, Sendable, Codable {
  /// The file's name: `bilag-standard`.
  public var id: String
  /// The name for people.
  public var name: String
  /// What the layout is for.
  public var description: String
  /// The version of the profile, which stands in what is made with it.
  public var version: String
  /// Where the layout comes from.
  public var source: String
  /// Kroner or 1.000 kr.
  public var unit: LayoutProfile.Unit
  /// The annexes, in their order.
  public var annexes: [Annex]
  /// The columns of every annex from left to right.
  public var columns: [Column]

  /// One annex: one kind of effect.
  public struct Annex: Hashable, Sendable, Codable {
    /// The name of its sheet.
    public var sheet: String
    /// The heading.
    public var caption: String
    /// What counts and what the sign means, for its readers.
    public var note: String
    /// The control areas that count; `nil` for all.
    public var controlAreas: [ControlArea]?
    /// The tables that count, `B`, `D`, `E` or `Lån`; `nil` for all.
    public var tables: [String]?
    /// What the sign of a figure means.
    public var sign: Sign
  }

  /// What the sign of a figure means.
  public enum Sign: String, Hashable, Sendable, Codable {
    /// As in the tables: cost positive, saving negative.
    case expense
    /// The other way round: what a saving leaves in the cash balance is positive.
    case cash
  }

  /// One column.
  public struct Column: Hashable, Sendable, Codable {
    /// The heading; of the years they are their own headings.
    public var header: String
    /// What stands in it.
    public var field: Field
    /// The width in a workbook, in characters.
    public var width: Double
  }

  /// What can stand in a column.
  public enum Field: String, Hashable, Sendable, Codable {
    /// The committee's full name.
    case committee
    /// Forslagsnummer.
    case number
    /// `*` for cross-cutting, `**` for confidential proposals.
    case marker
    /// The title.
    case title
    /// One column of money for each year.
    case years
    /// The tables that the money stands in: `B, E`.
    case tables
    /// The rows of the sheet `Grundlag` (in CSV: the cells) that the money is the sum of.
    case rows
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, description, version, source, unit, annexes, columns
  }

  /// Reads a profile. `id`, `name`, `annexes` and `columns` must be there; the unit is by default 1.000 kr.
  ///
  /// Fails where there is no annex, a sheet's name cannot be one or stands twice, a table is none of B, D, E
  /// and Lån, or the columns lack committee, number or years, or have one of them twice.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String {
      try container.decodeIfPresent(String.self, forKey: key) ?? ""
    }
    id = try container.decode(String.self, forKey: .id)
    name = try container.decode(String.self, forKey: .name)
    (description, version, source) = (try text(.description), try text(.version), try text(.source))
    unit = try container.decodeIfPresent(LayoutProfile.Unit.self, forKey: .unit) ?? .thousandKroner
    annexes = try container.decode([Annex].self, forKey: .annexes)
    columns = try container.decode([Column].self, forKey: .columns)
    if let trouble {
      throw DecodingError.dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: trouble))
    }
  }

  /// Why the profile makes no sense, with the path of the key that is wrong; `nil` where it does.
  private var trouble: String? {
    if annexes.isEmpty { return "annexes: der er ingen bilag" }
    var names = Set([AnnexProfile.front, AnnexProfile.basis].map { $0.lowercased() })
    for (index, annex) in annexes.enumerated() {
      if annex.sheet.isEmpty || annex.sheet.count > 31 || annex.sheet.contains(where: "[]:*?/\\'".contains) {
        return "annexes[\(index)].sheet: »\(annex.sheet)« kan ikke være navnet på et ark"
      }
      if !names.insert(annex.sheet.lowercased()).inserted {
        return "annexes[\(index)].sheet: to ark hedder »\(annex.sheet)«"
      }
      if let table = annex.tables?.first(where: { !AnnexProfile.tables.contains($0) }) {
        return "annexes[\(index)].tables: »\(table)« er ikke en af B, D, E og Lån"
      }
    }
    let fields = columns.map(\.field)
    for field in [Field.committee, .number, .years] where fields.count(where: { $0 == field }) != 1 {
      return "columns: der skal være netop én kolonne med \(field.rawValue)"
    }
    if let index = columns.firstIndex(where: { !(1...255).contains($0.width) }) {
      return "columns[\(index)].width: kolonnen er \(columns[index].width) tegn bred"
    }
    return nil
  }

  static let front = "Overblik", basis = AnnexMark.sheet
  private static let tables = ["B", "D", "E", "Lån"]

  /// The name with the version and the file's own name: `Bilag pr. udvalg (bilag-standard, version 1)`.
  public var label: String { "\(name) (\(id)\(version.isEmpty ? "" : ", version \(version)"))" }
}

extension AnnexProfile.Annex {
  /// Whether money of a table and control area counts.
  func counts(_ table: String, _ area: ControlArea) -> Bool {
    (controlAreas?.contains(area) ?? true) && (tables?.contains(table) ?? true)
  }
}
