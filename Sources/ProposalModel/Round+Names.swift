/// What a typed name of a committee, administration or unit turned out to be.
public enum NameReading: Hashable, Sendable {
  /// A recipient; `exact` is false if the spelling is unusual but beyond doubt.
  case recipient(Recipient, exact: Bool)
  /// Nobody the round knows; with the nearest spelling, if one is near.
  case unknown(nearest: String?)
}

extension Round {
  /// Reads a committee, administration or unit as people write it: `ØU`, `Økonomiudvalget`,
  /// `Økonomiforvaltningen`, `ØU/Koncern IT`, `Koncern-IT`, `Kultur- Fritidsforvaltningen`,
  /// `Økonomiforvaltningen for Borgerrådgiveren`, `Okonomiudvalget`.
  ///
  /// A spelling one or two letters off a single name is that name (`exact` is false); anything further is
  /// unknown and comes with the nearest. A name that is doubted (`SUD?`) is unknown too.
  public func read(name text: String) -> NameReading {
    let tidy = Spelling.tidy(text)
    if Spelling.isDoubted(tidy) {
      let named = recipient(named: tidy.filter { $0 != "?" })
      return .unknown(nearest: named.map(printedName(of:)))
    }
    if let stroke = tidy.firstIndex(of: "/") {
      return readUnit(String(tidy[tidy.index(after: stroke)...]), under: String(tidy[..<stroke]))
    }
    let key = Spelling.key(tidy)
    guard !key.isEmpty else { return .unknown(nearest: nil) }
    if let recipient = spellings[key] { return .recipient(recipient, exact: true) }
    if let range = tidy.lowercased().firstRange(of: " for "),
      case .recipient(let recipient, _) = read(name: String(tidy.lowercased()[range.upperBound...]))
    {
      return .recipient(recipient, exact: true)
    }
    return readNear(key)
  }

  /// The recipient of a spelling that is beyond doubt, or `nil`.
  public func recipient(named text: String) -> Recipient? {
    if case .recipient(let recipient, _) = read(name: text) { recipient } else { nil }
  }

  private func readUnit(_ unit: String, under committee: String) -> NameReading {
    let first = read(name: committee)
    guard case .recipient(let parent, let exact) = first, parent.unit == nil,
      let found = self.committee(parent.committee)
    else {
      return first
    }
    let key = Spelling.key(unit)
    for candidate in found.units
    where ([candidate.name] + candidate.aliases).contains(where: { Spelling.key($0) == key }) {
      return .recipient(Recipient(parent.committee, unit: candidate.name), exact: exact)
    }
    return readNearUnit(key, of: found, text: unit)
  }

  /// A unit's name one or two letters off a single one of the committee.
  private func readNearUnit(_ key: String, of committee: Committee, text: String) -> NameReading {
    let near = committee.units.filter { unit in
      unit.name.count >= 8 && key.count > 4
        && Spelling.distance(key, Spelling.key(unit.name), limit: 2) != nil
    }
    if near.count == 1, let unit = near.first {
      return .recipient(Recipient(committee.code, unit: unit.name), exact: false)
    }
    return .unknown(
      nearest: Spelling.nearest(to: text, among: committee.units.map(\.name)).map {
        "\(committee.code)/\($0)"
      })
  }

  private func readNear(_ key: String) -> NameReading {
    let names = spellings
    var best: (distance: Int, recipients: Set<Recipient>, spelling: String)?
    for (spelling, recipient) in names where spelling.count > 4 && key.count > 4 {
      guard let distance = Spelling.distance(key, spelling, limit: 3) else { continue }
      if let current = best, distance > current.distance { continue }
      if let current = best, distance == current.distance {
        best = (distance, current.recipients.union([recipient]), min(current.spelling, spelling))
      } else {
        best = (distance, [recipient], spelling)
      }
    }
    guard let best, let recipient = best.recipients.first else { return .unknown(nearest: nil) }
    if best.recipients.count == 1, best.distance <= 2, best.spelling.count >= 8 {
      return .recipient(recipient, exact: false)
    }
    return .unknown(nearest: best.recipients.count == 1 ? printedName(of: recipient) : nil)
  }

  /// The full printed name of a committee, or a unit's name.
  public func printedName(of recipient: Recipient) -> String {
    recipient.unit ?? name(of: recipient.committee)
  }

  private var spellings: [String: Recipient] { names.spellings(of: committees) }

  /// The recipient of each comparable spelling of `committees`.
  static func spellings(of committees: [Committee]) -> [String: Recipient] {
    var spellings: [String: Recipient] = [:]
    for committee in committees {
      let recipient = Recipient(committee.code)
      let names =
        [committee.code, committee.name, committee.administrationCode, committee.administrationName]
        + committee.aliases
      for name in names { spellings[Spelling.key(name)] = recipient }
      for unit in committee.units {
        for name in [unit.name] + unit.aliases {
          spellings[Spelling.key(name)] = Recipient(committee.code, unit: unit.name)
        }
      }
    }
    return spellings
  }

  /// The committees and units whose full names stand anywhere in a text, in the order of the text:
  /// `Teknik- og Miljøforvaltningen og KEID` has one.
  public func recipients(mentionedIn text: String) -> [Recipient] {
    var rest = Spelling.key(text)
    var found: [(position: Int, recipient: Recipient)] = []
    for (spelling, recipient) in spellings.sorted(by: { ($0.key.count, $0.key) > ($1.key.count, $1.key) })
    where spelling.count >= 8 {
      while let range = rest.firstRange(of: spelling) {
        found.append((rest.distance(from: rest.startIndex, to: range.lowerBound), recipient))
        rest.replaceSubrange(range, with: String(repeating: " ", count: spelling.count))
      }
    }
    return found.sorted { $0.position < $1.position }.map(\.recipient).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// Whether `text` names this round: its id, name or an alias, whatever the case, spaces and hyphens;
  /// `2021-22` is `2021-2022`.
  public func isNamed(_ text: String) -> Bool {
    if Spelling.isDoubted(text) { return false }
    // Only a text with two digits by themselves can be one: `2021-22`.
    let hasShortYear = text.split(whereSeparator: { !$0.isNumber }).contains { $0.count == 2 }
    let full =
      !hasShortYear
      ? text : text.replacing(/(\d\d)(\d\d)\s*[-–\/]\s*(\d\d)(?!\d)/) { "\($0.1)\($0.2)-\($0.1)\($0.3)" }
    let keys = full == text ? [Spelling.key(text)] : [Spelling.key(text), Spelling.key(full)]
    return ([id, name] + aliases).contains { keys.contains(Spelling.key($0)) }
  }
}
