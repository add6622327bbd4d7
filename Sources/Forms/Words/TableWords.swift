package import AllocationTables
package import ProposalModel
import Spreadsheet

/// The words by which captions, headers, sections, totals and memos are known, as data and small readings of
/// them.
package enum TableWords {
  /// What the caption of a table says it is; `isCertain` is false where other tables of a proposal use such
  /// words too.
  package struct Caption: Equatable {
    package var kind: BudgetTableKind
    package var area: ControlArea?
    package var isCertain: Bool
  }

  /// What the text of a row says it is.
  package enum RowWord: Equatable {
    case payback(isService: Bool)
    case effect
    case memo
    case total(ControlArea?)
  }

  /// What the header of a column says it holds.
  package enum ColumnWord: Equatable {
    case label, area, unit, committee, account, profitCentre, rule, administration, pool, sum

    /// The usual header, for the columns that have one.
    package var usual: String? {
      switch self {
      case .area: "Styringsområde"
      case .unit: "Enhed"
      case .committee: "Udvalg"
      case .account: "Bevilling, profitcenter"
      case .profitCentre: "Profitcenter"
      case .label, .rule, .administration, .pool, .sum: nil
      }
    }
  }

  package static func words(_ text: String) -> [String] {
    Spelling.plainWords(text) ?? text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The control area that words name.
  package static func area(in text: String) -> ControlArea? { ControlArea.named(in: text) }

  /// The short name behind `Tabel`: `2`, `A`; empty if the caption has none.
  package static func code(of caption: String) -> String {
    let words = words(caption)
    guard let place = words.firstIndex(where: { $0 == "tabel" || $0 == "table" || $0 == "tablet" }),
      place + 1 < words.count
    else {
      return ""
    }
    let next = words[place + 1]
    return next.allSatisfy(\.isNumber) || next.count == 1 ? next.uppercased() : ""
  }

  /// Whether a comparable text holds a word; nearly all do not, which their bytes tell.
  private static func holds(_ key: String, _ word: String) -> Bool {
    Spelling.mayHold(key, word) && key.contains(word)
  }

  /// Whether the text begins as captions do.
  package static func looksLikeCaption(_ text: String) -> Bool {
    words(text).prefix(2).contains { ["tabel", "table", "tablet"].contains($0) }
  }

  /// Reads a caption, mending a misspelt word where it says nothing otherwise; `nil` if its words are those
  /// of no table of money.
  package static func caption(_ text: String) -> Caption? {
    exactCaption(text) ?? KnownWords.mended(text).flatMap(exactCaption)
  }

  /// Reads a caption as it is spelt.
  package static func exactCaption(_ caption: String) -> Caption? {
    // Words that the template left in square brackets say nothing of the table.
    let text =
      caption.utf8.contains(UInt8(ascii: "["))
      ? caption.replacing(/\[[^\]]*\p{L}{2}[^\]]*\]/, with: " ") : caption
    let key = Spelling.key(text)
    let words = words(text)
    let area = area(in: text)
    func certain(_ kind: BudgetTableKind) -> Caption { Caption(kind: kind, area: area, isCertain: true) }
    if holds(key, "måltalseffekt") { return certain(.allocation(.targetEffect)) }
    if holds(key, "bevillingsmæssigeffekt") {
      return certain(.allocation(words.contains("ikke") ? .budgetEffectIfNotAdopted : .budgetEffect))
    }
    let isPermanent =
      holds(key, "varigeændring") || holds(key, "varigændring") || holds(key, "varigeaendring")
    let isInvestment = holds(key, "investering") || holds(key, "implementeringsomkostning")
    if words.contains("fordeling") || (words.contains("fordelt") && holds(key, "udvalg")) {
      if isPermanent { return certain(.allocation(.distribution)) }
      if isInvestment, let area {
        return certain(.allocation(investmentTable(area, code: code(of: text))))
      }
    }
    if let letter = allocationLetter(words) { return certain(.allocation(letter)) }
    if holds(key, "økonomiskekonsekvens") || holds(key, "forslagetsøkonomi") { return certain(.tableOne) }
    if isPermanent, isInvestment { return certain(.delivery) }
    if words.contains(where: { $0.hasPrefix("administrati") }),
      isPermanent || holds(key, "nettoeffekt") || holds(key, "effektivisering")
    {
      return certain(.administration)
    }
    if isPermanent { return certain(.permanent(area)) }
    if isLoan(text) { return Caption(kind: .loan, area: nil, isCertain: false) }
    if words.drop(while: { ["tabel", "table", "tablet"].contains($0) || $0.allSatisfy(\.isNumber) })
      .elementsEqual(["lån"])
    {
      return certain(.loan)
    }
    if words.contains(where: { $0.hasPrefix("serviceinvestering") || $0.hasPrefix("anlægsinvestering") }) {
      return certain(.investment(area))
    }
    if isInvestment { return Caption(kind: .investment(area), area: area, isCertain: false) }
    return nil
  }

  /// Tabel D or E by its letter; a numbered table of the older form is the division that they follow.
  private static func investmentTable(_ area: ControlArea, code: String) -> AllocationTableKind {
    let isNumbered = !code.isEmpty && code.allSatisfy(\.isNumber)
    if area == .capital { return isNumbered ? .capitalDistribution : .capitalInvestment }
    return isNumbered ? .serviceDistribution : .serviceInvestment
  }

  /// Whether a memo states what counts towards the savings target: `Heraf nettoeffektivisering`.
  package static func isTarget(_ text: String) -> Bool {
    let key = Spelling.key(text)
    return holds(key, "nettoeffektivisering") || holds(key, "måltal")
  }

  /// Whether the lines of a table are the deliveries: `Varige ændringer, service fordelt på leverancer`.
  package static func isByDelivery(_ caption: String) -> Bool {
    let key = Spelling.key(caption)
    return holds(key, "påleverance") || holds(key, "prleverance")
  }

  /// The words of a caption behind its number: `Tabel 4. Varige ændringer` gives `Varige ændringer`.
  package static func captionWords(_ caption: String) -> String {
    let number = /(?i)^(?:\S+ )?tab(?:el|le|let)[.:]? (?:\[[^\]]*\]|\d+|[a-e])[.:,]? ?[-–:]? ?/
    return Spelling.tidy(caption).replacing(number, with: "", maxReplacements: 1)
  }

  /// `Tabel A` to `Tabel E`, and a sheet named `Fordeling`.
  private static func allocationLetter(_ words: [String]) -> AllocationTableKind? {
    guard let place = words.firstIndex(of: "tabel"), place + 1 < words.count else {
      return words == ["fordeling"] ? .distribution : nil
    }
    let letter = words[place + 1].uppercased()
    return letter.count == 1 ? AllocationTableKind(rawValue: letter) : nil
  }

  /// Whether a text names an internal loan.
  package static func isLoan(_ text: String) -> Bool {
    let key = Spelling.key(text)
    return holds(key, "internlån") || holds(key, "interntlån") || holds(key, "internelån")
      || holds(key, "låneplan")
  }

  /// The section that a heading opens, a misspelt word mended.
  package static func section(_ text: String) -> LineSection? {
    exactSection(text) ?? KnownWords.mended(text).flatMap(exactSection)
  }

  /// The section that a heading opens as it is spelt.
  package static func exactSection(_ text: String) -> LineSection? {
    let key = Spelling.key(text)
    if ["varigeændring", "varigændring", "varigeaendring"].contains(where: key.hasPrefix) {
      return .permanent
    }
    if ["implementering", "investering", "serviceinvestering", "anlægsinvestering"].contains(
      where: key.hasPrefix)
    {
      return .implementation
    }
    if key == "lån" || key.hasPrefix("lånog") || key.hasPrefix("interntlån") || key.hasPrefix("internelån") {
      return .loan
    }
    if words(text).first == "lån" { return .loan }
    return nil
  }

  /// What a row's text says it is, a misspelt word of a total mended; `nil` for a plain line.
  package static func row(_ text: String) -> RowWord? {
    exactRow(text) ?? KnownWords.mendedRow(text).flatMap(exactRow)
  }

  /// What a row's text says it is as it is spelt.
  package static func exactRow(_ text: String) -> RowWord? {
    let key = Spelling.key(text)
    let words = words(text)
    guard let first = words.first, let last = words.last else { return nil }
    if key.hasPrefix("tilbagebetalingstid") { return .payback(isService: holds(key, "service")) }
    if ["heraf", "hvoraf", "deraf", "herunder"].contains(first) || key.hasPrefix("konsekvensfor") {
      return .memo
    }
    if TotalWords.isCumulative(words) { return .memo }
    if holds(key, "økonomiskpåvirkning") || key.hasPrefix("samletøkonomisk")
      || key.hasPrefix("samledeøkonomisk")
    {
      return .effect
    }
    let isTotal =
      ["samlet", "samlede", "total", "totalt", "ialt", "sum", "totaler"].contains(first)
      || words.contains("totalt") || ["ialt", "total", "samlet"].contains(last)
      || (words.suffix(2) == ["i", "alt"])
      || words.prefix(2) == ["i", "alt"] || TotalWords.isPartial(words) || TotalWords.isTotalOfForm(words)
    return isTotal ? .total(area(in: text)) : nil
  }

  /// Whether a total's words are those that the forms use, so that it can be nothing else.
  package static func isUsualTotal(_ text: String) -> Bool {
    let key = Spelling.key(text)
    let beginnings = [
      "varig", "varige", "implementering", "investering", "økonomisk", "lån", "effekt", "ændring",
    ]
    if ["samlet", "samlede"].contains(where: { first in beginnings.contains { key.hasPrefix(first + $0) } }) {
      return true
    }
    let words = words(text)
    // `Samlet` alone names nothing that it could be besides.
    if words.count == 1, exactRow(text) == .total(nil) { return true }
    return words.contains("totalt") || words.last == "total" || key.hasPrefix("ialt") || key.hasSuffix("ialt")
  }

  /// What a column's header says it holds.
  package static func column(_ header: String) -> ColumnWord? {
    let key = Spelling.key(header)
    if key.isEmpty { return nil }
    if holds(key, "bevilling") { return .account }
    if key.hasPrefix("profitcent") { return .profitCentre }
    if near(key, "styringsområde") || near(key, "styringsomraade") { return .area }
    if key == "enhed" || key == "enheder" { return .unit }
    if key == "udvalg" || key == "forvaltning" || key == "udvalgforvaltning" { return .committee }
    if key == "fordeling" { return .rule }
    if key == "administration" { return .administration }
    if key.hasPrefix("innovationspulje") { return .pool }
    if ["ialt", "total", "sum", "samlet", "totalt"].contains(key) { return .sum }
    if isUnitHeader(header) { return .label }
    if ["tekst", "post", "linje", "aktivitet", "tiltag", "beskrivelse", "leverance"].contains(key) {
      return .label
    }
    if near(key, "bevillingprofitcenter") || near(key, "bevilling", 2) || near(key, "bevillingsområde") {
      return .account
    }
    if near(key, "profitcenter", 2) { return .profitCentre }
    if near(key, "enhed", 1) { return .unit }
    if near(key, "udvalg", 1) || near(key, "forvaltning", 2) { return .committee }
    return nil
  }

  /// The headers that are spelt as they should be; any other that is understood is worth a note.
  package static func isUsualHeader(_ header: String) -> Bool {
    let key = Spelling.key(header)
    return holds(key, "bevilling") || key.hasPrefix("profitcent") || key.hasPrefix("innovationspulje")
      || [
        "styringsområde", "styringsomraade", "enhed", "enheder", "udvalg", "forvaltning", "udvalgforvaltning",
      ].contains(key)
  }

  private static func near(_ key: String, _ word: String, _ limit: Int = 3) -> Bool {
    Spelling.distance(key, word, limit: limit) != nil
  }

  /// The price level in a header: `1.000 kr. 2023 p/l`, `(1.000 kr./2023-P/L)`, `2026 p  /l`, `p/l 2023`,
  /// `2023-priser`.
  package static func priceLevel(in text: String) -> Int? {
    let compact = text.lowercased().filter {
      !Spelling.spaces.contains($0) && !Spelling.minusSigns.contains($0) && $0 != "." && $0 != ":"
    }
    for mark in ["p/l", "pl", "priser", "prisniveau", "p\\l"] {
      // `2023-plan` is a text, not a level.
      guard let range = compact.firstRange(of: mark), compact[range.upperBound...].first?.isLetter != true
      else { continue }
      if let before = year(compact[..<range.lowerBound].suffix(4)) { return before }
      if let after = year(compact[range.upperBound...].prefix(4)) { return after }
    }
    return nil
  }

  private static func year(_ text: Substring) -> Int? {
    guard text.count == 4, let year = Int(text), Spelling.years.contains(year) else { return nil }
    return year
  }

  /// Whether a caption says that the table above goes on, as after a page break: `Tabel 1 (fortsat)`.
  package static func saysContinued(_ caption: String) -> Bool {
    words(caption).contains { ["fortsat", "fortsættelse", "forts"].contains($0) }
  }

  /// Whether a header names millions, which the forms do not have.
  package static func isMillions(_ text: String) -> Bool { text.lowercased().contains("mio") }

  /// Whether a header says that the table counts something else than money: antal, årsværk, m2 …
  package static func namesQuantity(_ text: String) -> Bool {
    let others = [
      "antal", "årsværk", "m2", "kvm", "timer", "procent", "pct", "stk", "personer", "borgere", "elever",
      "pladser", "måned", "kvartal",
    ]
    return words(text).contains { word in others.contains { word.hasPrefix($0) } } || text.contains("%")
  }

  /// Whether a text is the header over the label column: `1.000 kr. 2023 p/l`, `(1.000 kr./2023-P/L)`,
  /// `2023 p/l`.
  package static func isUnitHeader(_ text: String) -> Bool {
    if UnitReading(text) != .none { return true }
    let compact = text.lowercased().filter { !Spelling.spaces.contains($0) && $0 != "(" }
    if ["1.000kr", "1000kr", "kr.", "kr", "t.kr", "tkr", "beløbi", "mio.kr", "ikr", "i1.000", "i1000"]
      .contains(where: compact.hasPrefix)
    {
      return true
    }
    return priceLevel(in: text) != nil && compact.count <= 30
  }

  /// Whether a header speaks of money at all.
  package static func namesMoney(_ text: String) -> Bool {
    let words = words(text)
    return words.contains("kr") || words.contains("kroner") || words.contains("tkr")
      || text.lowercased().contains("t.kr")
  }

  /// Besparelse or Omkostninger.
  package static func part(_ text: String) -> DistributionPart? {
    let key = Spelling.key(text)
    if key.hasPrefix("besparelse") { return .saving }
    if key.hasPrefix("omkostning") { return .cost }
    return nil
  }
}

extension TableWords.RowWord? {
  /// Whether the row is one of sums.
  package var isSum: Bool {
    switch self {
    case .total, .effect: true
    default: false
    }
  }
}
