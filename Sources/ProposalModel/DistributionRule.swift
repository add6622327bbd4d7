/// A sharing rule (fordelingsnøgle) that a line, or a whole proposal, carries. Written in a `Fordeling` cell;
/// see ``init(parsing:resolve:)``.
public enum DistributionRule: Hashable, Sendable {
  /// Equal shares (ligedelingsprincippet) among the named ones; an empty list means all committees of the
  /// round that take a share.
  case equal(among: [Recipient])
  /// By the weights of a named key of the round or the proposal.
  case key(String)
  /// Percentages, which must be 100 together.
  case percentages([PercentageShare])
  /// Fixed amounts per year, with the rest to somebody or shared.
  case fixed([FixedShare], rest: FixedRest)
  /// A lead committee takes what is left; with nothing else named, that is all.
  case residual(Recipient)
  /// All to one.
  case direct(Recipient)
}

/// A recipient's percentage.
public struct PercentageShare: Hashable, Sendable {
  /// Who gets it.
  public var recipient: Recipient
  /// The percentage, 60 for 60 %.
  public var percentage: Weight

  /// `recipient` gets `percentage` per cent.
  public init(_ recipient: Recipient, _ percentage: Weight) {
    self.recipient = recipient
    self.percentage = percentage
  }
}

/// A recipient's fixed amount per year, without sign: it takes the line's.
public struct FixedShare: Hashable, Sendable {
  /// Who gets it.
  public var recipient: Recipient
  /// The amount of each year, in 1.000 kr. when written in a cell.
  public var amount: Amount

  /// `recipient` gets `amount` every year.
  public init(_ recipient: Recipient, _ amount: Amount) {
    self.recipient = recipient
    self.amount = amount
  }
}

/// Where the rest goes after fixed amounts.
public enum FixedRest: Hashable, Sendable {
  /// Nobody is named: the fixed amounts must be the whole amount.
  case none
  /// Shared equally; an empty list means all committees that take a share.
  case equal(among: [Recipient])
  /// To one.
  case to(Recipient)
}

/// Why a `Fordeling` cell cannot be read.
public enum RuleTrouble: Error, Hashable, Sendable {
  /// A name that is no committee or unit of the round.
  case unknownRecipient(String)
  /// The part of the text that fits no form of rule.
  case unreadable(String)
  /// The same committee or unit twice.
  case repeatedRecipient(String)
}

extension DistributionRule {
  /// Reads a `Fordeling` cell; `resolve` turns a name into a recipient of the round.
  ///
  /// Forms: `Ligedeling` · `Ligedeling: ØU, KFU` · `Nøgle: Årsværk` · `ØU 60 %; KFU 40 %` ·
  /// `KFU 500; resten ligedeling` · `Resten: KFU` · `KFU`. Items are separated by `;`, or by `,` followed by
  /// a name. A rule that is doubted (`Ligedeling?`) is none.
  public init(parsing text: String, resolve: (String) -> Recipient?) throws(RuleTrouble) {
    let whole = Spelling.tidy(text)
    if let name = RuleText.after(["nøgle", "fordelingsnøgle"], in: whole), !name.isEmpty {
      if Spelling.isDoubted(name) { throw .unreadable(text) }
      self = .key(name)
      return
    }
    if let rule = try RuleText.equal(whole, resolve) {
      self = .equal(among: rule)
      return
    }
    let items = RuleText.items(whole)
    guard !items.isEmpty else { throw .unreadable(text) }
    var rest: FixedRest = .none
    var percentages: [PercentageShare] = []
    var fixed: [FixedShare] = []
    var plain: [Recipient] = []
    for item in items {
      if let found = try RuleText.rest(item, resolve) {
        guard rest == .none else { throw .unreadable(item) }
        rest = found
      } else if rest != .none, case .equal(let among) = rest, !among.isEmpty, let more = resolve(item) {
        rest = .equal(among: among + [more])
      } else if let share = try RuleText.percentage(item, resolve) {
        percentages.append(share)
      } else if let share = try RuleText.amount(item, resolve) {
        fixed.append(share)
      } else if let recipient = resolve(item) {
        plain.append(recipient)
      } else {
        throw items.count == 1 && !item.contains(where: \.isNumber)
          ? .unknownRecipient(item) : .unreadable(item)
      }
    }
    try RuleText.refuseRepeats(percentages.map(\.recipient) + fixed.map(\.recipient) + plain)
    switch (percentages.isEmpty, fixed.isEmpty, plain.count, rest) {
    case (false, true, 0, .none): self = .percentages(percentages)
    case (true, false, 0, let rest): self = .fixed(fixed, rest: rest)
    case (true, true, 0, .to(let recipient)): self = .residual(recipient)
    case (true, true, 0, .equal(let among)): self = .equal(among: among)
    case (true, true, 1, .none): self = .direct(plain[0])
    default: throw .unreadable(text)
    }
  }

  /// The rule as a `Fordeling` cell writes it; reads back as the same rule.
  public var spelling: String {
    func list(_ recipients: [Recipient]) -> String {
      recipients.isEmpty ? "" : ": " + recipients.map(\.spelling).joined(separator: ", ")
    }
    switch self {
    case .equal(let among): return "Ligedeling" + list(among)
    case .key(let name): return "Nøgle: \(name)"
    case .percentages(let shares):
      return shares.map { "\($0.recipient.spelling) \($0.percentage.danish) %" }.joined(separator: "; ")
    case .residual(let recipient): return "Resten: \(recipient.spelling)"
    case .direct(let recipient): return recipient.spelling
    case .fixed(let shares, let rest):
      let parts = shares.map { "\($0.recipient.spelling) \($0.amount.danish(in: .thousandKroner))" }
      switch rest {
      case .none: return parts.joined(separator: "; ")
      case .equal(let among): return (parts + ["resten ligedeling" + list(among)]).joined(separator: "; ")
      case .to(let recipient): return (parts + ["resten: \(recipient.spelling)"]).joined(separator: "; ")
      }
    }
  }

  /// Everybody the rule names, in order.
  public var recipients: [Recipient] {
    switch self {
    case .equal(let among): among
    case .key: []
    case .percentages(let shares): shares.map(\.recipient)
    case .residual(let recipient), .direct(let recipient): [recipient]
    case .fixed(let shares, let rest):
      switch rest {
      case .none: shares.map(\.recipient)
      case .equal(let among): shares.map(\.recipient) + among
      case .to(let recipient): shares.map(\.recipient) + [recipient]
      }
    }
  }
}

extension DistributionRule: TextCodable {
  /// What ``codedText`` is.
  public static var textKind: String { "distribution rule" }

  /// ``spelling``.
  public var codedText: String { spelling }

  /// Reads the rule's text with the committees' short names, without a round.
  public init?(codedText text: String) {
    do { try self.init(parsing: text) { Recipient(spelling: $0) } } catch { return nil }
  }
}

extension Recipient {
  /// Reads `ØU` or `ØU/Koncern IT` without a round: the name before the stroke is taken as it stands. Text
  /// with digits or a percent sign is none.
  public init?(spelling text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map { Spelling.tidy(String($0)) }
    guard let committee = parts.first, !committee.isEmpty, !committee.contains("%"),
      !committee.contains(where: \.isNumber)
    else {
      return nil
    }
    self.init(committee, unit: parts.count == 2 ? parts[1] : nil)
  }
}

/// The pieces of a `Fordeling` cell.
private enum RuleText {
  /// What follows one of `words` and a colon; `nil` if the text begins otherwise.
  static func after(_ words: [String], in text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    guard words.contains(Spelling.key(String(text[..<colon]))) else { return nil }
    return Spelling.tidy(String(text[text.index(after: colon)...]))
  }

  static let equalWords = ["ligedeling", "ligedelingsprincippet", "lige", "ligeligt", "ligeligfordeling"]

  /// The recipients of `Ligedeling` or `Ligedeling: …`; `nil` if the text is something else.
  static func equal(_ text: String, _ resolve: (String) -> Recipient?) throws(RuleTrouble) -> [Recipient]? {
    if equalWords.contains(Spelling.key(text)) {
      if Spelling.isDoubted(text) { throw .unreadable(text) }
      return []
    }
    guard let names = after(equalWords, in: text) else { return nil }
    var recipients: [Recipient] = []
    for name in names.split(whereSeparator: { $0 == "," || $0 == ";" }).map({ Spelling.tidy(String($0)) })
    where !name.isEmpty {
      guard let recipient = resolve(name) else { throw .unknownRecipient(name) }
      recipients.append(recipient)
    }
    try refuseRepeats(recipients)
    return recipients
  }

  /// `resten ligedeling`, `Resten: KFU`, `resten til KFU`; `nil` if the item does not speak of the rest.
  static func rest(_ item: String, _ resolve: (String) -> Recipient?) throws(RuleTrouble) -> FixedRest? {
    guard item.lowercased().hasPrefix("rest") else { return nil }
    var words = item.split(separator: " ").map(String.init)
    guard let first = words.first, ["rest", "resten"].contains(Spelling.key(first)) else { return nil }
    words.removeFirst()
    if let next = words.first, ["til", "tages", ":"].contains(next.lowercased()) { words.removeFirst() }
    let tail = words.joined(separator: " ")
    if let among = try equal(tail, resolve) { return .equal(among: among) }
    guard let recipient = resolve(tail) else { throw .unknownRecipient(tail) }
    return .to(recipient)
  }

  static func percentage(_ item: String, _ resolve: (String) -> Recipient?) throws(RuleTrouble)
    -> PercentageShare?
  {
    var text = item
    if text.hasSuffix("%") {
      text.removeLast()
    } else if let word = ["procent", "pct.", "pct"].first(where: text.lowercased().hasSuffix) {
      text.removeLast(word.count)
    } else {
      return nil
    }
    guard let (name, number) = split(text), let percentage = Weight(parsing: number) else {
      throw .unreadable(item)
    }
    guard let recipient = resolve(name) else { throw .unknownRecipient(name) }
    return PercentageShare(recipient, percentage)
  }

  static func amount(_ item: String, _ resolve: (String) -> Recipient?) throws(RuleTrouble) -> FixedShare? {
    guard let (name, number) = split(item) else { return nil }
    guard case .amount(let amount, _) = AmountReading(typed: number, unit: .thousandKroner) else {
      throw .unreadable(item)
    }
    guard let recipient = resolve(name) else { throw .unknownRecipient(name) }
    return FixedShare(recipient, amount)
  }

  /// A name and the number behind it: `ØU/Koncern IT 1.500` → (`ØU/Koncern IT`, `1.500`).
  private static func split(_ item: String) -> (String, String)? {
    let text = Spelling.tidy(item)
    guard var start = text.firstIndex(where: \.isNumber), start != text.startIndex else { return nil }
    let before = text.index(before: start)
    if Spelling.minusSigns.contains(text[before]), before != text.startIndex,
      text[text.index(before: before)] == " "
    {
      start = before
    }
    var name = Spelling.tidy(String(text[..<start]))
    if name.hasSuffix(":") || name.hasSuffix("=") { name = Spelling.tidy(String(name.dropLast())) }
    let number = Spelling.tidy(String(text[start...]))
    return name.isEmpty ? nil : (name, number)
  }

  /// The items of a list: separated by `;`, or by `,` followed by a name (`12,5` stays whole).
  static func items(_ text: String) -> [String] {
    var items: [String] = []
    var current = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = characters.dropFirst(index + 1).first { $0 != " " }
      if character == ";" || (character == "," && (next?.isLetter ?? false)) {
        items.append(Spelling.tidy(current))
        current = ""
      } else {
        current.append(character)
      }
    }
    items.append(Spelling.tidy(current))
    return items.filter { !$0.isEmpty }
  }

  static func refuseRepeats(_ recipients: [Recipient]) throws(RuleTrouble) {
    var seen: Set<Recipient> = []
    for recipient in recipients where !seen.insert(recipient).inserted {
      throw .repeatedRecipient(recipient.spelling)
    }
  }
}
