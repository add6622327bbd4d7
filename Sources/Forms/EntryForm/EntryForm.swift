package import ProposalModel

/// The sheets of the entry workbook.
package enum EntrySheet: String, Hashable, Sendable, CaseIterable {
  case guide = "Vejledning"
  case front = "Forslag"
  case lines = "Økonomi"
  case keys = "Fordelingsnøgler"
  case followUps = "Opfølgning"
  case hearings = "Høring"
  case lists = "Lister"

  /// Other names of the sheet.
  package var aliases: [String] {
    switch self {
    case .guide: ["Vejledning til udfyldelse"]
    case .front: ["Forside", "Stamdata"]
    case .lines: ["Økonomiske konsekvenser", "Linjer"]
    case .keys: ["Fordelingsnøgle", "Nøgler"]
    case .followUps: ["Opfølgning og effektmåling"]
    case .hearings: ["Høringer", "Hørte parter"]
    case .lists: ["Lister (skjult)"]
    }
  }

  /// The sheet that a comparable name (``EntrySpelling/key(_:)``) is the name or an alias of.
  package init?(key: String) {
    guard let sheet = EntrySheet.named[key] else { return nil }
    self = sheet
  }

  private static let named = Dictionary(
    allCases.flatMap { sheet in ([sheet.rawValue] + sheet.aliases).map { (EntrySpelling.key($0), sheet) } },
    uniquingKeysWith: { first, _ in first })

  /// Whether an import without it is reported.
  package var isRequired: Bool { self == .front || self == .lines }

  /// What the sheet is for, in one Danish sentence.
  package var purpose: String {
    switch self {
    case .guide: "Denne vejledning."
    case .front: "Forslagets stamdata: ét felt pr. række."
    case .lines: "Forslagets beløb: én linje pr. række, én kolonne pr. år."
    case .keys:
      "Egne fordelingsnøgler: én nøgle pr. kolonne, ét udvalg eller én enhed pr. række. Kan slettes, hvis den ikke bruges."
    case .followUps: "Opfølgning på forslaget. Kan slettes, hvis den ikke bruges."
    case .hearings: "Hvem der er hørt. Kan slettes, hvis den ikke bruges."
    case .lists: "Valgmulighederne i rullelisterne (skjult)."
    }
  }
}

/// The one definition of the entry workbook.
package enum EntryForm {
  /// The title of the workbook.
  package static let title = "Indtastningsark til investeringsforslag"

  /// How many input rows a blank `Økonomi` has; more can be inserted or simply written below.
  package static let preparedLines = 60
  /// How many input rows blank `Opfølgning` and `Høring` have.
  package static let preparedRows = 15
  /// How many key columns a blank `Fordelingsnøgler` has.
  package static let preparedKeys = 4

  /// What people write for a choice of `Afsnit`, as data: for the importer and for the live totals.
  package static let sectionWords: [(words: String, section: LineSection)] = [
    ("Varig ændring", .permanent), ("Varige ændringer", .permanent), ("Varige", .permanent),
    ("Varig", .permanent), ("Varig effekt", .permanent),
    ("Implementering", .implementation), ("Implementeringsomkostning", .implementation),
    ("Implementeringsomkostninger", .implementation), ("Investering", .implementation),
    ("Investeringer", .implementation), ("Engangsudgift", .implementation),
    ("Engangsudgifter", .implementation),
    ("Lån", .loan), ("Internt lån", .loan), ("Interne lån", .loan),
  ]

  /// What people write for a choice of `Gælder`.
  package static let conditionWords: [(words: String, condition: LineCondition)] = [
    ("hvis indarbejdes", .ifAdopted), ("indarbejdes", .ifAdopted), ("hvis forslaget indarbejdes", .ifAdopted),
    ("hvis vedtages", .ifAdopted),
    ("hvis ikke indarbejdes", .ifNotAdopted), ("ikke indarbejdes", .ifNotAdopted),
    ("hvis forslaget ikke indarbejdes", .ifNotAdopted), ("hvis ikke vedtages", .ifNotAdopted),
    ("ikke medregnet", .notCounted), ("medregnes ikke", .notCounted),
  ]

  /// The comparable text of each.
  package static let sectionSpellings = Dictionary(
    sectionWords.map { (EntrySpelling.key($0.words), $0.section) }, uniquingKeysWith: { first, _ in first })
  package static let conditionSpellings = Dictionary(
    conditionWords.map { (EntrySpelling.key($0.words), $0.condition) },
    uniquingKeysWith: { first, _ in first })
  /// What people write for a choice of `Administration`.

  package static let administrationSpellings: [String: AdministrationShare] = [
    "hovedkonto6645": .mainAccountSix, "hovedkonto6": .mainAccountSix, "645": .mainAccountSix,
    "6645": .mainAccountSix,
    "hk6": .mainAccountSix, "hk6645": .mainAccountSix,
    "øvrig": .other, "øvrige": .other, "øvrigadministration": .other, "øvrigeadministrativeudgifter": .other,
  ]

  package static let yes: Set<String> = ["ja", "j", "x", "yes", "sand", "true", "1", "✓", "✔", "☒", "☑"]
  package static let no: Set<String> = ["nej", "n", "no", "falsk", "false", "0", "☐", "-", "–"]
}
