public import ProposalModel

/// A field with what it said before and after; `nil` where it said nothing.
public struct FieldChange: Hashable, Sendable, Codable {
  /// The field's Danish label.
  public var field: String
  /// What it said before.
  public var old: String?
  /// What it says now.
  public var new: String?
}

/// An amount of a year before and after; `nil` where the version has no such row or year.
public struct YearChange: Hashable, Sendable, Codable {
  /// The year.
  public var year: Int
  /// The amount before.
  public var old: Amount?
  /// The amount now.
  public var new: Amount?

  /// How much more it is now.
  public var difference: Amount { (new ?? .zero) - (old ?? .zero) }
}

/// Whether something is in both versions.
public enum ChangeKind: String, Hashable, Sendable, Codable {
  /// Only in the new version.
  case added
  /// Only in the old version.
  case removed
  /// In both, with differences.
  case changed
  /// In both, without any.
  case same
}

/// A line before and after.
public struct LineChange: Hashable, Sendable {
  /// In which versions it is.
  public var kind: ChangeKind
  /// The line before.
  public var old: Line?
  /// The line now.
  public var new: Line?
  /// Whether it stands in another place among the lines that both versions have.
  public var isMoved: Bool
  /// Whether its text has changed.
  public var isRelabelled: Bool
  /// Its fields that have changed, money aside.
  public var fields: [FieldChange]
  /// Its amounts, year by year.
  public var years: [YearChange]

  /// Whether an amount has changed.
  public var hasNewMoney: Bool { years.contains { $0.difference != .zero } }
}

/// A sum or a row of a table, year by year, before and after.
public struct AmountChange: Hashable, Sendable, Codable {
  /// What it is the sum of, or which row: `Varig ændring, Service`, `Tabel A: Socialudvalget`.
  public var label: String
  /// The amounts.
  public var years: [YearChange]

  /// Whether any amount has changed.
  public var isChanged: Bool { years.contains { $0.difference != .zero } }
}

/// What is different between two versions of one proposal.
public struct ProposalDifference: Hashable, Sendable {
  /// The proposal's number.
  public var id: String
  /// Its title now (before, where it is gone).
  public var title: String
  /// In which versions it is.
  public var kind: ChangeKind
  /// The files of the two versions.
  public var files: (old: String?, new: String?)
  /// Fields of the front page, hearings, follow-up and keys that have changed.
  public var fields: [FieldChange]
  /// All lines, in the order of the new version, those that are gone where they stood.
  public var lines: [LineChange]
  /// The totals per section and control area, and the whole.
  public var sums: [AmountChange]
  /// The rows of Fordeling and A–E that have changed.
  public var tables: [AmountChange]
  /// The unit in which amounts are shown.
  public var unit: AmountUnit

  /// Equal in everything that is shown.
  public static func == (left: ProposalDifference, right: ProposalDifference) -> Bool {
    left.id == right.id && left.title == right.title && left.kind == right.kind && left.files == right.files
      && left.fields == right.fields
      && left.lines == right.lines && left.sums == right.sums && left.tables == right.tables
      && left.unit == right.unit
  }

  /// By number and lines.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(lines)
  }

  /// The lines that have changed, come or gone.
  public var changedLines: [LineChange] { lines.filter { $0.kind != .same } }
}
