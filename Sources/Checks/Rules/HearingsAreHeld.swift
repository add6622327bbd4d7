import Findings
import Forms
import ProposalModel

extension Rule {
  /// Mandatory hearings are held, in the right order, and their dates make sense.
  static let hearingsAreHeld = Rule(
    "HearingsAreHeld", [.hearingMissing, .hearingDate],
    statement: "De høringer, som forslaget kræver, er holdt, og deres datoer hænger sammen.",
    reason: "Et forslag uden den krævede vurdering kan ikke sættes på dagsordenen.",
    proposal: { check in
      guard let round = check.round, !check.proposal.hearings.isEmpty else { return }
      HearingCheck(check.proposal, round, check.origins).run(&check)
    })
}

private struct HearingCheck {
  let proposal: Proposal
  let round: Round
  let origins: Origins
  /// The words of the title and the lines.
  private let words: [String]

  init(_ proposal: Proposal, _ round: Round, _ origins: Origins) {
    self.proposal = proposal
    self.round = round
    self.origins = origins
    words = ([proposal.title] + proposal.lines.flatMap { [$0.text, $0.tableOneText] })
      .flatMap(TableWords.words)
  }

  private func place(_ index: Int, _ field: HearingField) -> Place {
    let place = origins[.hearing(index, field)]
    return place.cell == nil ? origins[.hearing(index, .body)] : place
  }

  /// The row in which a body of the round is heard.
  private func row(of body: RoundHearing) -> Int? {
    let names = ([body.body] + body.aliases).map(Spelling.key)
    return proposal.hearings.firstIndex { hearing in
      let key = Spelling.key(hearing.body)
      return names.contains(key)
        || names.contains { key.count >= 8 && $0.count >= 8 && (key.hasPrefix($0) || $0.hasPrefix(key)) }
    }
  }

  /// `ja`, `nej`, or whatever else is answered.
  private func answer(_ hearing: Hearing) -> String {
    let key = Spelling.key(hearing.answer ?? "")
    let first = (hearing.answer ?? "").lowercased().split { !$0.isLetter }.first.map(String.init)
    return first == "ja" || first == "nej" ? first ?? key : key
  }

  /// The date's text, if one with figures is written.
  private func date(_ hearing: Hearing) -> String? {
    hearing.date.flatMap { $0.contains(where: \.isNumber) ? $0 : nil }
  }

  func run(_ check: inout ProposalCheck) {
    for index in proposal.hearings.indices { checkDate(index, &check) }
    for body in round.hearings {
      guard let why = reason(body.mandatoryWhen) else { continue }
      checkMandatory(body, why, &check)
    }
    checkOrder(&check)
  }

  private func checkDate(_ index: Int, _ check: inout ProposalCheck) {
    let hearing = proposal.hearings[index]
    let trouble: Catalogue.HearingDateTrouble
    switch (answer(hearing), date(hearing)) {
    case ("nej", let date?): trouble = .noWithDate(date)
    case ("ja", nil): trouble = .yesWithoutDate
    case ("ja", let date?) where !HearingDate.hasYear(date): trouble = .withoutYear(date)
    case (_, let date?) where HearingDate.isImpossible(date): trouble = .noSuchDay(date)
    default: return
    }
    check.report(
      Catalogue.hearingDate(
        hearing.body, trouble, found: hearing.date, year: round.years.first ?? 2022,
        at: place(index, .date)))
  }

  private func checkMandatory(_ body: RoundHearing, _ why: String, _ check: inout ProposalCheck) {
    if let index = row(of: body) {
      let hearing = proposal.hearings[index]
      if answer(hearing) == "ja" || (answer(hearing) == "nej" && date(hearing) != nil) { return }
      if body.mandatoryWhen == .always, answer(hearing).isEmpty, date(hearing) != nil { return }
      check.report(finding(body, why, hearing.answer, at: place(index, .answer)))
    } else {
      check.report(finding(body, why, nil, at: place(0, .body)))
    }
  }

  private func finding(_ body: RoundHearing, _ why: String, _ found: String?, at place: Place) -> Finding {
    Catalogue.hearingMissing(body.body, why: why, found: found, at: place)
  }

  /// Why a hearing is mandatory for this proposal; `nil` if it is not.
  private func reason(_ rule: MandatoryHearing?) -> String? {
    switch rule {
    case nil: nil
    case .always?: "alle forslag skal godkendes"
    case .transfers?:
      proposal.lines.contains {
        $0.controlArea == .transfers && $0.condition != .notCounted && $0.figures.contains(where: \.isMoney)
      }
        ? "forslaget ændrer overførsler" : nil
    case .squareMetres?: touchesPremises ? "forslaget ændrer lokaler eller husleje" : nil
    case .employerMatters?:
      words.contains { word in
        ["overenskomst", "arbejdstid", "ansættelsesvilkår", "lokalaftale"].contains { word.hasPrefix($0) }
      }
        ? "forslaget angår ansættelsesforhold" : nil
    }
  }

  private var touchesPremises: Bool {
    words.contains { word in
      [
        "husleje", "huslejen", "huslejeudgift", "huslejeudgifter", "huslejeindtægter", "m2", "kvm", "lokaler",
        "arealoptimering",
        "arealreduktion",
      ]
      .contains(word) || word.hasPrefix("lejemål") || word.hasPrefix("kvadratmeter")
        || word.hasPrefix("huslejebesparelse")
    }
  }

  /// The assessment of premises comes before the budget office's approval.
  private func checkOrder(_ check: inout ProposalCheck) {
    guard touchesPremises,
      let office = round.hearings.first(where: { $0.mandatoryWhen == .always }).flatMap(row),
      let premises = round.hearings.first(where: { $0.mandatoryWhen == .squareMetres }).flatMap(row),
      let approved = date(proposal.hearings[office]).flatMap(HearingDate.last),
      let assessed = date(proposal.hearings[premises]).flatMap(HearingDate.first),
      answer(proposal.hearings[premises]) == "ja",
      approved < assessed
    else { return }
    check.report(
      Catalogue.hearingsInOrder(
        proposal.hearings[premises].body, proposal.hearings[premises].date,
        before: proposal.hearings[office].body, proposal.hearings[office].date, at: place(premises, .date)))
  }
}

/// Dates as people write them: `14. januar 2022`, `07.02.2022`,
/// `d.10. februar 2022 (BIF); d. 11. februar 2022 (SOF)`, `2022-01-14`.
enum HearingDate {
  private static let months = [
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
    "november", "december",
  ]

  /// The days of each month; February's in a leap year.
  private static let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// Whether a year is written: four figures, or two behind day and month.
  static func hasYear(_ text: String) -> Bool {
    let runs = text.split { !$0.isASCII || !$0.isNumber }
    if runs.contains(where: { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }) { return true }
    return !all(text).isEmpty
  }

  /// Year, month and day as one number that can be compared.
  package static func first(_ text: String) -> Int? { all(text).min() }

  /// The latest date of the text.
  package static func last(_ text: String) -> Int? { all(text).max() }

  /// Whether the only dates are days that no calendar has: `32. januar 2022`, `30-02-2022`.
  static func isImpossible(_ text: String) -> Bool {
    let tokens = tokens(text)
    return all(text).isEmpty
      && tokens.indices.contains { index in
        guard index + 2 < tokens.count, case .number(_, let width) = tokens[index],
          case .number(let year, 4) = tokens[index + 2], width <= 2, Spelling.years.contains(year)
        else { return false }
        if case .word = tokens[index + 1] { return false }
        return true
      }
  }

  private static func all(_ text: String) -> [Int] {
    let tokens = tokens(text)
    return tokens.indices.compactMap { date(Array(tokens[$0...].prefix(3))) }
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    for piece in text.lowercased().split(whereSeparator: { !$0.isLetter && !($0.isASCII && $0.isNumber) }) {
      if let number = Int(piece) {
        tokens.append(.number(number, piece.count))
      } else if let month = months.firstIndex(where: {
        $0 == piece || ($0.hasPrefix(piece) && piece.count >= 3)
      }) {
        tokens.append(.month(month + 1))
      } else {
        tokens.append(.word)
      }
    }
    return tokens
  }

  private enum Token {
    case number(Int, Int)
    case month(Int)
    case word
  }

  private static func date(_ tokens: [Token]) -> Int? {
    guard tokens.count == 3, case .number(let first, let width) = tokens[0],
      case .number(var last, let lastWidth) = tokens[2]
    else {
      return nil
    }
    let month: Int
    switch tokens[1] {
    case .number(let number, _): month = number
    case .month(let number): month = number
    case .word: return nil
    }
    func isDay(_ day: Int) -> Bool { (1...12).contains(month) && (1...days[month - 1]).contains(day) }
    if width == 4, isDay(last) {
      return first * 10_000 + month * 100 + last
    }
    if lastWidth == 2 { last += 2_000 }
    guard isDay(first), Spelling.years.contains(last),
      lastWidth == 2 || lastWidth == 4
    else {
      return nil
    }
    return last * 10_000 + month * 100 + first
  }
}
