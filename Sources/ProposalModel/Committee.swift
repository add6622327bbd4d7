/// A committee (udvalg) with its administration (forvaltning) and the units (enheder) under it.
public struct Committee: Hashable, Sendable, Codable {
  /// The short name, which is also the key: `ØU`.
  public var code: String
  /// The full name, as tables print it: `Økonomiudvalget`.
  public var name: String
  /// The administration's short name: `ØKF`.
  public var administrationCode: String
  /// The administration's full name: `Økonomiforvaltningen`.
  public var administrationName: String
  /// Whether the committee takes a share in ligedeling; Borgerrådgiveren does not.
  public var takesEqualShare: Bool
  /// Whether the forms have a tick box for it; where not, `tickedAs` stands for it.
  public var tickedAs: String?
  /// The units under the committee, in printed order.
  public var units: [OrganisationalUnit]
  /// Other spellings of the committee or its administration.
  public var aliases: [String]

  /// A committee; see the properties for the meaning.
  public init(
    code: String, name: String, administrationCode: String, administrationName: String,
    takesEqualShare: Bool = true,
    tickedAs: String? = nil, units: [OrganisationalUnit] = [], aliases: [String] = []
  ) {
    self.code = code
    self.name = name
    self.administrationCode = administrationCode
    self.administrationName = administrationName
    self.takesEqualShare = takesEqualShare
    self.tickedAs = tickedAs
    self.units = units
    self.aliases = aliases
  }
}

/// A unit (enhed) under a committee, such as Koncern IT.
public struct OrganisationalUnit: Hashable, Sendable, Codable {
  /// The printed name, which is also the key.
  public var name: String
  /// Other spellings.
  public var aliases: [String]
  /// Whether the tables A–E always print a row for it.
  public var alwaysListed: Bool

  /// A unit named `name`.
  public init(name: String, aliases: [String] = [], alwaysListed: Bool = true) {
    self.name = name
    self.aliases = aliases
    self.alwaysListed = alwaysListed
  }
}

/// Who carries money: a committee, or a unit under it.
public struct Recipient: Hashable, Sendable, Codable {
  /// The committee's short name.
  public var committee: String
  /// The unit's name, or `nil` for the committee's own row.
  public var unit: String?

  /// The committee `committee`, or its unit `unit`.
  public init(_ committee: String, unit: String? = nil) {
    self.committee = committee
    self.unit = unit
  }

  /// `ØU` or `ØU/Koncern IT`, as it is written in a `Fordeling` cell.
  public var spelling: String { unit.map { "\(committee)/\($0)" } ?? committee }
}
