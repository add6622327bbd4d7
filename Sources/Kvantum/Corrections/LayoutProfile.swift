public import AllocationTables
import ProposalModel

/// How a file of corrections is laid out (layoutprofil): its columns, signs, unit, decimal mark and encoding.
/// All of it is data in `templates/` or in a file of the user's; a new layout needs no code.
///
/// The keys of the JSON file are the properties' names; what is left out has the default that ``init(from:)``
/// documents.
public struct LayoutProfile: Hashable, Sendable, Codable {
  /// The file's name: `kvantum-laesbar`.
  public var id: String
  /// The name for people.
  public var name: String
  /// What the layout is for, and where it comes from.
  public var description: String
  /// The version of the profile, which stands in what is made with it.
  public var version: String
  /// The first day on which the layout may be used, `2024-01-31`; `nil` where there is no limit.
  public var validFrom: String?
  /// The last day on which it may be used; `nil` where there is no limit.
  public var validTo: String?
  /// The documentation that the layout follows.
  public var source: String
  /// What loading the file does to the budget; `nil` where the profile does not say.
  public var mode: Mode?
  /// The fields that tell one budget from another. Where there are any, the file has one row per key with the
  /// sum of its corrections; keys whose sum is zero have none.
  public var keyFields: [LayoutField]
  /// What the two sides of a transfer are called.
  public var sides: Sides
  /// What stands between two fields.
  public var separator: Separator
  /// How texts with separators and quotation marks are written.
  public var quoting: Quoting
  /// The sign between whole and decimals.
  public var decimalMark: DecimalMark
  /// How characters are stored.
  public var encoding: Encoding
  /// Whether the first line names the columns.
  public var hasHeader: Bool
  /// Whether amounts carry their sign, or are positive beside the process type.
  public var sign: Sign
  /// Kroner or 1.000 kr.
  public var unit: Unit
  /// How many decimals amounts always have.
  public var decimals: Int
  /// What the three process types are called.
  public var processes: Processes
  /// What shares one document number.
  public var documents: Documents
  /// Whether a text file holds everything, or each list has a file of its own.
  public var lists: Lists
  /// What permanent and one-off changes are called.
  public var durations: Durations
  /// Which fields of an account every posting needs.
  public var requirements: [AccountRequirement]
  /// The columns from left to right.
  public var columns: [Column]

  package enum CodingKeys: String, CodingKey {
    case id, name, description, version, validFrom, validTo, source, mode, keyFields, sides, separator,
      quoting, decimalMark, encoding, hasHeader, sign, unit, decimals,
      processes, documents, lists,
      durations
    case requirements, columns
  }

  /// What loading a file does to the budget of its keys.
  public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
    /// The amount is added to the budget.
    case add
    /// The amount becomes the budget, and what was there is gone.
    case replace
    /// What an earlier load wrote under the key is deleted, and the amount is put in its place.
    case deleteAndInsert = "delete-and-insert"

    /// The mode in Danish, for people who are about to load the file.
    public var danish: String {
      switch self {
      case .add: "beløbene lægges til budgettet (add)"
      case .replace: "beløbene bliver det nye budget (replace)"
      case .deleteAndInsert: "tidligere indlæste beløb slettes og erstattes (delete-and-insert)"
      }
    }
  }

  /// What the two sides of a transfer are called.
  public struct Sides: Hashable, Sendable, Codable {
    /// The side whose budget falls.
    public var sender: String
    /// The side whose budget rises.
    public var receiver: String
  }

  /// What stands between two fields.
  public enum Separator: String, Hashable, Sendable, Codable {
    /// `;`
    case semicolon
    /// The tab character.
    case tab
    /// `,`
    case comma
  }

  /// How texts with separators and quotation marks are written.
  public enum Quoting: String, Hashable, Sendable, Codable {
    /// In quotation marks, where they must be, with everything that keeps a spreadsheet from misreading them.
    case spreadsheet
    /// Never: separators and line breaks in texts become spaces.
    case never
  }

  /// The sign between whole and decimals.
  public enum DecimalMark: String, Hashable, Sendable, Codable {
    /// `,` as in Danish.
    case comma
    /// `.` as in English.
    case point
  }

  /// How characters are stored.
  public enum Encoding: String, Hashable, Sendable, Codable {
    /// UTF-8 with a byte order mark, as Excel wants it.
    case utf8WithMark = "utf-8-bom"
    /// UTF-8.
    case utf8 = "utf-8"
    /// Windows-1252; characters that it lacks are replaced in texts and refused in codes.
    case windows1252 = "windows-1252"
  }

  /// Whether amounts carry their sign.
  public enum Sign: String, Hashable, Sendable, Codable {
    /// Saving negative, cost positive.
    case signed
    /// Always positive; the process type says what happens to the budget.
    case positive
  }

  /// The unit of amounts.
  public enum Unit: String, Hashable, Sendable, Codable {
    /// Kroner.
    case kroner = "kr."
    /// 1.000 kr.
    case thousandKroner = "1.000 kr."
  }

  /// What the process types are called.
  public struct Processes: Hashable, Sendable, Codable {
    /// An account gets its first budget.
    public var enter: String
    /// A budget falls.
    public var `return`: String
    /// A budget rises.
    public var supplement: String
  }

  /// What shares one document number.
  public enum Documents: String, Hashable, Sendable, Codable {
    /// Every record is a document.
    case record
    /// The records that add up to zero: one proposal, section, control area and year.
    case balance
  }

  /// What a text file holds.
  public enum Lists: String, Hashable, Sendable, Codable {
    /// Every row, with columns that say which list it is of.
    case together
    /// Each list in a file of its own.
    case separate
  }

  /// What permanent and one-off changes are called.
  public struct Durations: Hashable, Sendable, Codable {
    /// A change that goes on.
    public var permanent: String
    /// A change of one year.
    public var oneOff: String
  }

  /// One column.
  public struct Column: Hashable, Sendable, Codable {
    /// The heading; it must be there, even where the file has no heading line.
    public var header: String
    /// What stands in it.
    public var field: LayoutField
    /// The text of a column whose field is `constant`.
    public var text: String?
    /// The largest number of characters. Texts are cut, codes never: their row is `ikke konterbar`. An amount
    /// that is longer is told, and the file is not whole.
    public var maxLength: Int?
    /// Whether the column may not be blank; a row without it is `ikke konterbar`.
    public var isRequired: Bool?
    /// The width in a workbook, in characters.
    public var width: Double?
  }
}

/// What can stand in a column of a layout.
public enum LayoutField: String, Hashable, Sendable, Codable, CaseIterable {
  /// Always the same text.
  case constant
  /// The running number of the document.
  case document
  /// The running number of the row in its document.
  case item
  /// Sender or receiver, in the profile's words.
  case transferSide
  /// How many corrections the row is the sum of.
  case count
  /// The row of the file that a correction is part of, in lists beside a file with one row per key.
  case fileRow
  /// Vedtaget, Ikke vedtaget.
  case list
  /// Konterbar, Ikke konterbar.
  case status
  /// Where the account comes from: linje, tabel, kontoliste, standardkonto.
  case accountSource
  /// Why the row cannot be posted.
  case problems
  /// Forslagsnummer.
  case proposal
  /// The decision that the posting rests on, as `--decision` gives it.
  case decision
  /// B, C, D, E or Lån.
  case table
  /// The ids of the lines.
  case lines
  /// The cells that the amount comes from.
  case sources
  /// What it is for, cut to the column's length.
  case text
  /// Forslag or Modpost.
  case side
  /// The committee's full name.
  case committee
  /// The unit under it.
  case unit
  /// Styringsområde.
  case controlArea
  /// Varig ændring, Implementering or Lån.
  case section
  /// Permanent or one-off.
  case duration
  /// What should be known of the row: that it goes on with a permanent change beyond the proposal's years.
  case remark
  /// Enter, Return or Supplement, in the profile's words.
  case process
  /// Bevilling: the code, else the name.
  case appropriation
  /// The bevilling's name.
  case appropriationName
  /// Profitcenter.
  case profitCentre
  /// Funktion.
  case function
  /// Art.
  case kind
  /// PSP.
  case projectElement
  /// The year.
  case year
  /// The amount at the implemented level.
  case amount
  /// The implemented price level.
  case priceLevel
  /// The amount at the written level, before conversion and rounding.
  case written
  /// The written price level.
  case writtenPriceLevel
  /// The factor between them.
  case factor

  /// Whether the field is words, which may be cut; codes and numbers never are.
  package var isText: Bool {
    switch self {
    case .text, .problems, .sources, .lines, .appropriationName, .committee, .decision, .remark: true
    default: false
    }
  }

  /// The field of an account that the column shows.
  var accountField: AccountField? {
    switch self {
    case .appropriation: .appropriation
    case .profitCentre: .profitCentre
    case .function: .function
    case .kind: .kind
    case .projectElement: .projectElement
    default: nil
    }
  }
}
