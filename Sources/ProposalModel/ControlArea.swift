/// Styringsområde: the budget's control area of an amount. Raw values are the Danish names used in tables and
/// in the canonical JSON.
public enum ControlArea: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Service: the running services, under the state's service ceiling.
  case service = "Service"
  /// Anlæg: construction and other capital spending.
  case capital = "Anlæg"
  /// Efterspørgselsstyret indsats: demand-driven activity.
  case demandDriven = "Efterspørgselsstyret indsats"
  /// Efterspørgselsstyrede overførsler, also "Overførsel mv.": demand-driven transfers to persons.
  case transfers = "Efterspørgselsstyrede overførsler"
  /// Finansposter: interest, loans and other financial items.
  case financial = "Finansposter"

  private static let spellings: [String: ControlArea] = [
    "service": .service, "serviceudgifter": .service, "serviceramme": .service, "serviceområdet": .service,
    "anlæg": .capital, "anlægsudgifter": .capital, "bruttoanlæg": .capital, "anlægsramme": .capital,
    "anlægsinvestering": .capital,
    "efterspørgselsstyretindsats": .demandDriven, "efterspørgselsstyredeindsatser": .demandDriven,
    "efterspørgselsstyret": .demandDriven,
    "efterspørgselsstyredeindsats": .demandDriven, "efterspørgselsstyretservice": .demandDriven,
    "efterspørgselsstyredeoverførsler": .transfers, "efterspørgselsstyretoverførsler": .transfers,
    "efterspørgselsstyredeoverførslermv": .transfers,
    "efterspørgselsstyretoverførsel": .transfers, "overførselmv": .transfers, "overførslermv": .transfers,
    "overførsler": .transfers,
    "overførsel": .transfers, "overførselsudgifter": .transfers, "overførslerogforsikredeledige": .transfers,
    "finansposter": .financial, "finanspost": .financial, "finansielleposter": .financial,
  ]

  /// Every comparable text that is read as an area, in order.
  package static var spellingKeys: [String] { spellings.keys.sorted() }

  /// Reads the area as people write it: `Service`, `Anlæg`, `Overførsel mv.`,
  /// `Efterspørgselsstyrede overførsler` …; `nil` if it is none or is doubted (`Anlæg?`).
  public init?(spelling text: String) {
    guard let area = ControlArea.spellings[Spelling.key(text)], !Spelling.isDoubted(text) else { return nil }
    self = area
  }

  /// The printed order: Service, Anlæg, and so on.
  public static func < (left: ControlArea, right: ControlArea) -> Bool { left.order < right.order }

  private var order: Int { ControlArea.allCases.firstIndex(of: self) ?? 0 }
}
