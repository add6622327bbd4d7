public import Findings
import Forms
public import Intake
public import Output
import ProposalModel
import Spreadsheet

/// A column of a list of decisions.
enum DecisionField: Hashable, Sendable {
  case number, decision, date, matter
}

/// What was decided about the proposals of a round, from a workbook or CSV file with the columns
/// `Forslagsnummer`, `Beslutning`, `Dato` and `Sag`.
public struct DecisionList: Sendable {
  /// The decisions, in the order of the file; of a number that is decided twice alike, the first.
  public private(set) var decisions: [Decision] = []
  /// What is unusual or wrong in the file.
  public private(set) var findings: [Finding] = []
  /// The file as it was read.
  public private(set) var fact: FileFact?
  /// The file that was read; `nil` where there are no decisions.
  public private(set) var file: String?
  private var byNumber: [String: Int] = [:]
  /// The numbers that are decided in two ways.
  private var contradicted: Set<String> = []

  /// No decisions.
  public init() {}

  static let columns: [FormField<DecisionField>] = [
    FormField(
      .number, "Forslagsnummer", aliases: ["Nummer", "Nr.", "Forslag", "Forslagsnr."], kind: .code,
      isRequired: true, "Forslagets nummer."),
    FormField(
      .decision, "Beslutning", aliases: ["Afgørelse", "Status"], isRequired: true,
      "Vedtaget, ikke vedtaget, udgået eller udsat."),
    FormField(.date, "Dato", aliases: ["Beslutningsdato"], "Dagen for beslutningen."),
    FormField(.matter, "Sag", aliases: ["Sagsnummer", "Møde"], "Sagen eller mødet."),
  ]

  /// Reads the list `file`, XLSX or CSV.
  public init(file: String) throws(FileFailure) {
    let bytes = try InputFiles.read(file)
    self.file = file
    fact = FileFact(read: bytes, from: file)
    let list = try SmallList(bytes, file: file, DecisionList.columns, needs: [.number, .decision])
    findings = list.findings
    guard list.isFound else {
      throw FileFailure(
        file: file, status: .unreadable,
        message: "Filen har ingen overskrifter som en beslutningsliste. "
          + "Skriv \(DecisionList.columns.map(\.header).joined(separator: ", ")) over kolonnerne.")
    }
    for row in list.rows { read(row) }
    findings += list.amounts.map { Catalogue.decisionAmount($0.heading, at: $0.place) }
  }

  /// The decision on a proposal; none where it is decided in two ways.
  public func decision(on number: String) -> Decision? {
    let key = Spelling.key(number)
    return contradicted.contains(key) ? nil : byNumber[key].map { decisions[$0] }
  }

  /// Whether a proposal is decided in two ways.
  func isContradicted(_ number: String) -> Bool { contradicted.contains(Spelling.key(number)) }

  /// What the decision on a proposal does to its corrections.
  public func use(of number: String) -> DecisionUse {
    let key = Spelling.key(number)
    if contradicted.contains(key) { return .leftOut("beslutningerne modsiger hinanden") }
    guard let decision = decision(on: number) else { return .leftOut("ingen beslutning") }
    switch decision.kind {
    case .adopted: return .adopted
    case .notAdopted: return .notAdopted
    case .withdrawn, .postponed: return .leftOut(decision.words)
    }
  }

  /// The decisions on numbers that no proposal of a run has.
  public func unknown(among numbers: some Sequence<String>) -> [Finding] {
    let known = Set(numbers.map { Spelling.key($0) })
    return decisions.filter { !known.contains(Spelling.key($0.number)) }.map { decision in
      let parts = decision.number.split { ",;/&\n".contains($0) }
      let words = (parts + decision.number.split { !$0.isLetter && !$0.isNumber })
        .map { Spelling.key(String($0)) }
      let named = numbers.filter { words.contains(Spelling.key($0)) }
      guard named.isEmpty else {
        return Catalogue.decisionOnMore(decision.number, than: named, at: decision.place)
      }
      return Catalogue.decisionOnUnknown(
        decision.number, isAdopted: decision.kind == .adopted,
        nearest: Spelling.nearest(to: decision.number, among: Array(numbers)),
        at: decision.place)
    }
  }

  private mutating func read(_ row: SmallList<DecisionField>.Row) {
    let (number, word) = (row.text(.number), row.text(.decision))
    guard number != nil || word != nil else { return }
    let place = row.place(word == nil ? .decision : .number)
    guard let number, let word else {
      findings.append(Catalogue.decisionUnreadable(number ?? "", word ?? "", at: place))
      return
    }
    if let other = row.rival(.number) ?? row.rival(.decision) {
      let both = row.rival(.number) == nil ? "\(word), \(other)" : "\(number), \(other)"
      findings.append(Catalogue.decisionUnreadable(number, both, at: place))
      contradicted.insert(Spelling.key(number))
      return
    }
    let wordPlace = row.place(.decision)
    let isStruck = [row.cell(.number), row.cell(.decision)].contains { cell in
      cell.map { !$0.display.marks.isDisjoint(with: [.struckOut, .partlyStruck]) } ?? false
    }
    guard !isStruck else {
      findings.append(Catalogue.decisionStruckOut(number, word, at: wordPlace))
      contradicted.insert(Spelling.key(number))
      return
    }
    guard let kind = DecisionKind(spelling: word) else {
      findings.append(Catalogue.decisionUnreadable(number, word, at: wordPlace))
      return
    }
    add(
      Decision(
        number: number, kind: kind, date: row.text(.date), matter: row.text(.matter),
        place: wordPlace))
  }

  private mutating func add(_ decision: Decision) {
    let key = Spelling.key(decision.number)
    if let first = byNumber[key] {
      if decisions[first].kind != decision.kind {
        contradicted.insert(key)
        findings.append(
          Catalogue.decisionsDiffer(
            decision.number, decision.kind.rawValue, decisions[first].kind.rawValue,
            other: decisions[first].place.cell ?? "", at: decision.place))
      }
      return
    }
    byNumber[key] = decisions.count
    decisions.append(decision)
  }
}
