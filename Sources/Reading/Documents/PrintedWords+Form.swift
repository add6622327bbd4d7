package import Documents
import AllocationTables
import Forms
import ProposalModel

extension PrintedWords {
  /// The words of the city's forms, with the committees, units and bodies of the rounds that come with the tool.
  package static let form: PrintedWords = {
    var words = printed
    words.saysUnit = { UnitReading.ofAmounts(in: $0) != nil }
    return words
  }()

  private static let printed = PrintedWords(
    isCaption: { isCaption($0) },
    rowKind: { rowKind($0) },
    meaning: { meaning($0) },
    columns: [
      PrintedColumnWords("Styringsområde", .controlArea),
      PrintedColumnWords("Bevilling, profitcenter mv.", .account),
      PrintedColumnWords("Bevilling, profitcenter", .account),
      PrintedColumnWords("Bevillingsområde", .account),
      PrintedColumnWords("Bevilling", .account), PrintedColumnWords("Profitcenter", .account),
      PrintedColumnWords("Udvalg", .committee), PrintedColumnWords("Innovationspulje (sæt X)", .mark),
      PrintedColumnWords("Nettoeffekt på administrative udgifter", .words),
    ],
    controlAreas: ControlArea.allCases.map { area in
      area == .transfers
        ? [
          area.rawValue, "Overførsel mv.", "Overførsler mv.", "Overførsler",
          "Efterspørgselsstyret overførsel",
        ]
        : [area.rawValue]
    },
    committees: committees, shares: ["Besparelse", "Omkostninger"],
    vocabulary: [
      "implementeringsomkostninger", "overførsler", "efterspørgselsstyrede", "efterspørgselsstyret",
      "effektivisering", "serviceeffektivisering", "anlægsinvesteringer", "serviceinvesteringer",
      "styringsområde", "tilbagebetalingstid", "totaløkonomi", "investeringspuljen", "økonomiforvaltningen",
      "ungdomsforvaltningen", "fritidsforvaltningen", "omsorgsforvaltningen", "integrationsforvaltningen",
      "implementering", "effektiviseringer", "driftsudgifter",
    ],
    numberedWords: [
      "gade", "vej", "plads", "allé", "stræde", "hovedkonto", "funktion", "nr.", "fase", "etape", "§",
      "brygge", "boulevard", "torv", "kaj", "spor", "trin", "kategori",
    ],
    noteWords: ["note", "noter", "kilde", "kilder"], yearsWord: "år",
    joiningWords: ["og", "eller", "samt"],
    openWords: [
      "af", "til", "i", "på", "for", "med", "ved", "som", "og", "samt", "eller", "fra", "om", "der", "en",
      "et",
      "den", "det", "de", "under", "inden",
    ],
    front: .form)

  private static let committees: [String] = {
    let all = RoundLibrary.all.flatMap(\.committees)
    let names = all.flatMap { [$0.name] + $0.aliases + $0.units.flatMap { [$0.name] + $0.aliases } }
    return Array(Set(names.filter { $0.count > 4 })).sorted { $0.count > $1.count } + ["Total", "I alt"]
  }()

  private static func isCaption(_ text: String) -> Bool {
    guard text.drop(while: { !$0.isLetter }).prefix(3).lowercased() == "tab" else {
      return isTableOneByWords(text)
    }
    let words = TableWords.words(text)
    guard words.count >= 2 else { return false }
    if words[0] == "tabel" || words[0] == "tablet" || words[0] == "table" {
      let code = text.split(separator: " ").dropFirst().first ?? ""
      return code.first.map { $0.isNumber || $0 == "[" } ?? false
        || (words[1].count == 1 && code.first?.isUppercase ?? false)
    }
    return isTableOneByWords(text)
  }

  /// A caption of Tabel 1 without its number. Nearly every line of a text is none: its length and one word that all
  /// such captions have are looked at first.
  private static func isTableOneByWords(_ text: String) -> Bool {
    guard text.utf8.count < 240, text.count < 80, text.split(separator: " ").count >= 2,
      text.lowercased().contains("konomi")
    else { return false }
    return TableWords.exactCaption(text)?.kind == .tableOne
  }

  private static func rowKind(_ text: String) -> PrintedRowKind {
    switch TableWords.row(text) {
    case .payback?: return .payback
    case .effect?: return .grandTotal
    case .memo?: return .memo
    case .total?: return .total
    case nil: break
    }
    switch TableWords.section(text) {
    case .permanent?: return isSection(text) ? .section(.permanent) : .line
    case .implementation?: return isSection(text) ? .section(.implementation) : .line
    case .loan?: return isSection(text) ? .section(.other) : .line
    case nil: return .line
    }
  }

  /// A section's words, with a control area or something in brackets behind them.
  private static func isSection(_ text: String) -> Bool {
    let head = text.split { $0 == "(" || $0 == "," || $0 == ":" }.first.map(String.init) ?? text
    return TableWords.words(head).count <= 2
  }

  private static func meaning(_ caption: String) -> PrintedMeaning {
    guard let read = TableWords.caption(caption) else { return PrintedMeaning() }
    func area(_ area: ControlArea?) -> Int? { area.flatMap { ControlArea.allCases.firstIndex(of: $0) } }
    switch read.kind {
    case .tableOne: return PrintedMeaning(isMain: true)
    case .permanent(let named):
      return PrintedMeaning(section: .permanent, controlArea: area(named), repeatsMain: true)
    case .investment(let named):
      return PrintedMeaning(section: .implementation, controlArea: area(named), repeatsMain: true)
    case .administration: return PrintedMeaning(section: .permanent)
    case .allocation(let kind): return meaning(of: kind, area: area)
    case .delivery, .loan: return PrintedMeaning()
    }
  }

  private static func meaning(
    of kind: AllocationTableKind, area: (ControlArea?) -> Int?
  ) -> PrintedMeaning {
    switch kind {
    case .targetEffect: PrintedMeaning(section: .permanent, controlArea: area(.service), repeatsMain: true)
    case .budgetEffect: PrintedMeaning(section: .permanent, repeatsMain: true)
    case .capitalInvestment:
      PrintedMeaning(section: .implementation, controlArea: area(.capital), repeatsMain: true)
    case .serviceInvestment:
      PrintedMeaning(section: .implementation, controlArea: area(.service), repeatsMain: true)
    default: PrintedMeaning()
    }
  }
}
