public import ProposalModel

/// What a file of corrections will do to today's budget, key by key, if it is loaded as its profile says.
public struct Forecast: Hashable, Sendable {
  /// The profile with its version: `Indlæsning i SAP's budgetsystem (kvantum-upload, version 2)`.
  public var profile: String
  /// How the file is loaded.
  public var mode: LayoutProfile.Mode
  /// The extract of today's budget, and how many rows it has.
  public var budget: String
  /// How many rows the extract has.
  public var budgetRows: Int
  /// The files that the forecast is of, as they are written.
  public var files: [String]
  /// The numbers of the proposals that have rows.
  public var proposals: [String]
  /// The codes that the keys have, by their Danish names.
  public var codes: [String]
  /// One line per key, by account and year.
  public var lines: [Line]
  /// What is missing in the file, or left out of it, in Danish.
  public var missing: [String]

  /// One key: before, change, after.
  public struct Line: Hashable, Sendable {
    /// The account and the year.
    public var key: BudgetKey
    /// The control areas of the corrections.
    public var controlAreas: [String]
    /// The committees of the corrections, in full; `Modkonto` for counter-entries.
    public var committees: [String]
    /// The numbers of the proposals.
    public var proposals: [String]
    /// Today's budget.
    public var before: Amount
    /// What the file says.
    public var change: Amount
    /// What the budget will be.
    public var after: Amount
    /// What should be known of it, in Danish.
    public var remarks: [String]

    /// Whether the budget was not negative, and will be.
    var fallsBelowZero: Bool { before >= .zero && after < .zero }
  }

  /// The lines of one control area and one committee together.
  public struct Total: Hashable, Sendable {
    /// The control area; several are named together where a key has several.
    public var controlArea: String
    /// The committee.
    public var committee: String
    /// How many keys.
    public var keys: Int
    /// The sums of the keys.
    public var before, change, after: Amount
  }

  /// The totals per control area and committee, by their names in the order in which they first occur.
  public var totals: [Total] {
    var order: [[String]] = []
    var groups: [[String]: [Line]] = [:]
    for line in lines {
      let name = [line.area, line.committee]
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(line)
    }
    return order.sorted { $0.lexicographicallyPrecedes($1) }.map { name in
      let lines = groups[name] ?? []
      return Total(
        controlArea: name[0], committee: name[1], keys: lines.count, before: lines.map(\.before).sum(),
        change: lines.map(\.change).sum(), after: lines.map(\.after).sum())
    }
  }
}

extension Forecast.Line {
  /// The control areas as one text.
  var area: String { controlAreas.joined(separator: ", ") }
  /// The committees as one text.
  var committee: String { committees.joined(separator: ", ") }
}
