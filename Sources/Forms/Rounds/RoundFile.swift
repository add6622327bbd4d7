import ProposalModel

/// A mistake in a round file, at its place.
public struct RoundMistake: Hashable, Sendable, CustomStringConvertible {
  /// Where in the document: `committees[2].code`; empty for the document itself.
  public var path: String
  /// The line of the file, counted from 1; `nil` where reading did not get that far.
  public var line: Int?
  /// What is wrong, what was found and what to write, in Danish.
  public var message: String

  /// `linje 14: committees[2].code: …`.
  public var description: String {
    ([line.map { "linje \($0)" }, path.isEmpty ? nil : path, message]).compactMap { $0 }.joined(
      separator: ": ")
  }
}

/// Why a file is no round: every mistake in it.
public struct RoundFileError: Error, Hashable, Sendable {
  /// The mistakes, from the top of the file.
  public var mistakes: [RoundMistake]
}

/// Reads a round file as people write it, and tells everything that is wrong in one pass.
///
/// A price factor that is not known yet stands as `"factor": ""`: the place to put it once, until then nothing
/// is converted.
struct RoundFile {
  private let document: JSONDocument
  private var mistakes: [RoundMistake] = []

  /// The round of a file's bytes, with the paths of keys that the schema does not know.
  static func read(_ bytes: [UInt8]) throws(RoundFileError) -> (round: Round, unknownKeys: [String]) {
    do {
      var file = RoundFile(document: try JSONDocument(bytes))
      file.check()
      guard file.mistakes.isEmpty else { throw RoundFileError(mistakes: file.sorted) }
      let (round, unknown) = try CanonicalJSON.decodeDocument(Round.self, bytes)
      return (round, unknown)
    } catch let error as RoundFileError {
      throw error
    } catch let error as CanonicalJSONError {
      throw RoundFileError(mistakes: [RoundMistake(path: error.path, line: nil, message: error.reason)])
    } catch {
      throw RoundFileError(mistakes: [RoundMistake(path: "", line: nil, message: "\(error)")])
    }
  }

  private init(document: JSONDocument) { self.document = document }

  private var sorted: [RoundMistake] {
    mistakes.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
      .map(\.element)
  }

  private mutating func say(_ path: String, _ message: String) {
    mistakes.append(RoundMistake(path: path, line: document.line(of: path), message: message))
  }

  private mutating func check() {
    guard case .object = document.root else { return say("", "filen skal begynde med { og slutte med }") }
    checkForm(document.root, RoundSchema.round, at: "")
    guard mistakes.isEmpty else { return }
    checkYears()
    checkCommittees()
    checkNames()
    checkFactors()
    if let unit = document.root["bookingUnit"]?.whole, ![1, 10, 100, 1_000, 10_000, 100_000].contains(unit) {
      say("bookingUnit", "skal være 1 eller en tierpotens op til 100000 (normalt 1000), men er \(unit)")
    }
  }

  // MARK: The form

  /// Keys that are missing or unknown, and values of another kind than they should be.
  private mutating func checkForm(_ value: JSONValue, _ schema: [RoundSchema.Key], at path: String) {
    guard case .object(let members) = value else {
      return say(path, "skal være et objekt i {}, men er \(value.shown)")
    }
    let here = path.isEmpty ? "" : path + "."
    for name in members.keys.sorted() where !schema.contains(where: { $0.name == name }) {
      let nearest = Spelling.nearest(to: name, among: schema.map(\.name)).map { " Mente du \"\($0)\"?" } ?? ""
      say(here + name, "nøglen kendes ikke.\(nearest)")
    }
    for key in schema {
      guard let value = members[key.name], value != .null else {
        if key.isNeeded { say(path, "nøglen \"\(key.name)\" mangler: \(key.meaning)") }
        continue
      }
      check(value, key.kind, at: here + key.name, meaning: key.meaning)
    }
  }

  private mutating func check(
    _ value: JSONValue, _ kind: RoundSchema.Kind, at path: String, meaning: String
  ) {
    switch kind {
    case .text: if value.text == nil { say(path, "skal være tekst i anførselstegn, men er \(value.shown)") }
    case .year:
      let year = value.whole ?? 0
      if !(1990...2100).contains(year) {
        say(path, "skal være et årstal uden anførselstegn, fx 2026, men er \(value.shown)")
      }
    case .whole:
      if (value.whole ?? 0) < 1 {
        say(path, "skal være et helt tal uden anførselstegn, men er \(value.shown)")
      }
    case .flag:
      if case .flag = value { return }
      say(path, "skal være true eller false, men er \(value.shown)")
    case .choice(let choices):
      guard let text = value.text, choices.contains(text) else {
        let list = choices.map { "\"\($0)\"" }.joined(separator: ", ")
        return say(path, "skal være en af \(list), men er \(value.shown)")
      }
    case .weight:
      guard let text = value.text else {
        return say(path, "skal være tekst i anførselstegn, fx \"0,9797\", men er \(value.shown)")
      }
      if !text.isEmpty, Weight(parsing: text) == nil {
        say(path, "skal være et tal med komma eller en brøk, fx \"0,9797\" eller \"1/7\", men er \"\(text)\"")
      }
    case .list(let item):
      guard case .array(let items) = value else {
        return say(path, "skal være en liste i [], men er \(value.shown)")
      }
      for (index, each) in items.enumerated() { check(each, item, at: "\(path)[\(index)]", meaning: meaning) }
    case .object(let schema): checkForm(value, schema, at: path)
    }
  }

  // MARK: What it says

  private mutating func checkYears() {
    let years = document.root["years"]?.items.compactMap(\.whole) ?? []
    if years.isEmpty { say("years", "skal have mindst ét årstal") }
    for (index, pair) in zip(years, years.dropFirst()).enumerated() where pair.1 != pair.0 + 1 {
      say("years[\(index + 1)]", "årene skal følge efter hinanden: efter \(pair.0) kommer \(pair.0 + 1)")
    }
  }

  private mutating func checkCommittees() {
    let committees = document.root["committees"]?.items ?? []
    if committees.isEmpty { say("committees", "skal have mindst ét udvalg") }
    for (index, committee) in committees.enumerated() {
      let path = "committees[\(index)]"
      checkName(committee["code"]?.text ?? "", at: path + ".code", isCode: true)
      for (place, unit) in (committee["units"]?.items ?? []).enumerated() {
        checkName(unit["name"]?.text ?? "", at: "\(path).units[\(place)].name", isCode: false)
      }
      if let ticked = committee["tickedAs"]?.text, !codes.contains(ticked) {
        say(path + ".tickedAs", "»\(ticked)« er intet udvalgs \"code\" i filen")
      }
    }
    if !committees.isEmpty, !committees.contains(where: { $0["takesEqualShare"] == .flag(true) }) {
      say("committees", "mindst ét udvalg skal have \"takesEqualShare\": true")
    }
  }

  /// A name that a cell `Fordeling` could not tell from its amounts and signs.
  private mutating func checkName(_ name: String, at path: String, isCode: Bool) {
    if Spelling.tidy(name).isEmpty { return say(path, "må ikke være tomt") }
    if name.contains(where: \.isNumber) {
      say(
        path,
        "»\(name)« har et ciffer: i Fordeling kunne »\(name) 60 %« læses på flere måder. "
          + (isCode ? "Brug bogstaver, fx »ØU«." : "Skriv tallet som ord eller romertal."))
    }
    if let sign = name.first(where: { "/;,:%=".contains($0) }) {
      say(path, "»\(name)« har tegnet »\(sign)«, som skiller navne i Fordeling. Skriv navnet uden det.")
    }
    if ["ligedeling", "lige", "nøgle", "rest", "resten"].contains(Spelling.key(name)) {
      say(path, "»\(name)« er et af ordene i Fordeling og kan ikke være et navn.")
    }
  }

  private var codes: Set<String> {
    Set((document.root["committees"]?.items ?? []).compactMap { $0["code"]?.text })
  }

  /// Two committees or units that a name could mean.
  private mutating func checkNames() {
    var owners: [String: (owner: Int, path: String)] = [:]
    for (index, committee) in (document.root["committees"]?.items ?? []).enumerated() {
      let path = "committees[\(index)]"
      var names: [(text: String, path: String)] = []
      for key in ["code", "name", "administrationCode", "administrationName"] {
        if let text = committee[key]?.text { names.append((text, "\(path).\(key)")) }
      }
      for (place, alias) in (committee["aliases"]?.items ?? []).enumerated() {
        if let text = alias.text { names.append((text, "\(path).aliases[\(place)]")) }
      }
      for (text, here) in names {
        let key = Spelling.key(text)
        guard let other = owners[key] else {
          owners[key] = (index, here)
          continue
        }
        if other.owner != index {
          say(here, "»\(text)« er allerede navnet på et andet udvalg (\(other.path))")
        }
      }
    }
  }

  private mutating func checkFactors() {
    let levels = Set(
      [document.root["writtenPriceLevel"], document.root["implementedPriceLevel"]].compactMap { $0?.whole }
        + (document.root["priceLevelExceptions"]?.items ?? []).compactMap { $0["writtenPriceLevel"]?.whole })
    for (index, factor) in (document.root["priceFactors"]?.items ?? []).enumerated() {
      let path = "priceFactors[\(index)]"
      for key in ["from", "to"] {
        if let level = factor[key]?.whole, !levels.contains(level) {
          say("\(path).\(key)", "\(level) er intet af rundens prisniveauer")
        }
      }
      if let text = factor["factor"]?.text, let weight = Weight(parsing: text), weight.numerator <= 0 {
        say(path + ".factor", "faktoren skal være større end 0")
      }
    }
    for (index, key) in (document.root["keys"]?.items ?? []).enumerated() {
      for (place, weight) in (key["weights"]?.items ?? []).enumerated() {
        let path = "keys[\(index)].weights[\(place)].recipient.committee"
        guard let code = weight["recipient"]?["committee"]?.text, !codes.contains(code) else { continue }
        say(path, "»\(code)« er intet udvalgs \"code\" i filen")
      }
    }
  }
}

/// What a round file is made of: every key with its kind, whether it is needed, and what it means.
enum RoundSchema {
  /// What kind of value a key takes.
  indirect enum Kind: Sendable {
    case text, year, whole, flag, weight
    case choice([String])
    case list(Kind)
    case object([Key])
  }

  /// One key of an object.
  struct Key: Sendable {
    var name: String
    var kind: Kind
    var isNeeded: Bool
    var meaning: String
  }

  private static func needed(_ name: String, _ kind: Kind, meaning: String) -> Key {
    Key(name: name, kind: kind, isNeeded: true, meaning: meaning)
  }

  private static func open(_ name: String, _ kind: Kind, _ meaning: String = "") -> Key {
    Key(name: name, kind: kind, isNeeded: false, meaning: meaning)
  }

  private static let names = needed("aliases", .list(.text), meaning: "andre stavemåder, [] hvis ingen")
  private static let areas = Kind.choice(ControlArea.allCases.map(\.rawValue))

  private static let unit: [Key] = [
    needed("name", .text, meaning: "enhedens navn"), names,
    needed("alwaysListed", .flag, meaning: "om enheden altid står i Tabel A–E: true eller false"),
  ]

  private static let committee: [Key] = [
    needed("code", .text, meaning: "udvalgets korte navn, fx \"ØU\""),
    needed("name", .text, meaning: "udvalgets fulde navn"),
    needed("administrationCode", .text, meaning: "forvaltningens korte navn"),
    needed("administrationName", .text, meaning: "forvaltningens fulde navn"),
    needed("takesEqualShare", .flag, meaning: "om udvalget er med i ligedelingen: true eller false"),
    open("tickedAs", .text),
    needed("units", .list(.object(unit)), meaning: "enhederne under udvalget, [] hvis ingen"), names,
  ]

  private static let account: [Key] =
    [
      "appropriationCode", "appropriationName", "profitCentre", "committee", "unit", "function", "kind",
      "projectElement",
    ].map { open($0, .text) } + [open("controlArea", areas)]

  private static let key: [Key] = [
    needed("name", .text, meaning: "nøglens navn"),
    needed(
      "weights",
      .list(
        .object([
          needed(
            "recipient",
            .object([needed("committee", .text, meaning: "udvalgets korte navn"), open("unit", .text)]),
            meaning: "hvem vægten er for, fx {\"committee\": \"ØU\"}"),
          needed("weight", .weight, meaning: "vægten, fx \"12,5\" eller \"1/7\""),
        ])), meaning: "vægtene"),
  ]

  private static let factor: [Key] = [
    needed("controlArea", areas, meaning: "styringsområdet"),
    needed("from", .year, meaning: "prisniveauet, der regnes fra"),
    needed("to", .year, meaning: "prisniveauet, der regnes til"),
    needed("factor", .weight, meaning: "faktoren, fx \"0,9797\"; \"\" til den kendes"),
    needed("source", .text, meaning: "hvor faktoren står"),
  ]

  private static let counterAccount: [Key] = [
    needed("controlArea", areas, meaning: "styringsområdet"),
    needed("section", .choice(LineSection.allCases.map(\.rawValue)), meaning: "afsnittet"),
    needed("text", .text, meaning: "kontoens tekst"), needed("account", .object(account), meaning: "kontoen"),
  ]

  /// The keys of a round file.
  static let round: [Key] = [
    needed("id", .text, meaning: "et kort navn uden mellemrum, fx \"budget-2027\""),
    needed("name", .text, meaning: "rundens navn, som det trykkes"), names,
    needed("years", .list(.year), meaning: "årene i tabellerne, fx [2027, 2028, 2029, 2030]"),
    needed("writtenPriceLevel", .year, meaning: "det p/l, forslagene skrives i"),
    needed("implementedPriceLevel", .year, meaning: "det p/l, de udmøntes i"),
    needed(
      "priceLevelExceptions",
      .list(
        .object([
          needed("kind", .choice(ProposalKind.allCases.map(\.rawValue)), meaning: "formularen"),
          needed("writtenPriceLevel", .year, meaning: "det p/l, den skrives i"),
        ])), meaning: "formularer i et andet p/l, [] hvis ingen"),
    needed("bookingUnit", .whole, meaning: "den enhed i kroner, der rundes til, normalt 1000"),
    open("paybackLimit", .whole),
    needed("committees", .list(.object(committee)), meaning: "udvalgene i den trykte rækkefølge"),
    needed("accounts", .list(.object(account)), meaning: "kendte bevillinger, [] hvis ingen"),
    needed("keys", .list(.object(key)), meaning: "rundens fordelingsnøgler, [] hvis ingen"),
    needed(
      "hearings",
      .list(
        .object([
          needed("body", .text, meaning: "partens navn"), names,
          open("mandatoryWhen", .choice(["always", "transfers", "squareMetres", "employerMatters"])),
        ])), meaning: "de parter, der høres, [] hvis ingen"),
    needed(
      "priceFactors", .list(.object(factor)), meaning: "faktorer mellem prisniveauer, [] hvis ingen bruges"),
    needed("counterAccounts", .list(.object(counterAccount)), meaning: "modkonti, [] hvis ingen"),
    open("accountList", .text),
    needed("source", .text, meaning: "hvor oplysningerne kommer fra"),
  ]
}
