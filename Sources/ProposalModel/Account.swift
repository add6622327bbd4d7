/// Where an amount is booked: a bevilling (appropriation) and any number of profit centres, kept in the words
/// of the form.
///
/// `3641, 588` · `Ordinær drift, 5551 og 6589` · `3220 – Borgere med handicap` ·
/// `1423, 1445, 4622, 5856 & 6092` · `Bev. 3220, PC 1234`. A code alone can be either; only the round's
/// account list tells (``Round/resolve(_:)``).
public struct Account: Hashable, Sendable {
  /// The bevilling as written: a four-digit code, a name, or both (`3220 – Borgere med handicap`); `nil` if
  /// none is written.
  public var appropriation: String?
  /// The profit centres as written: `588`, `5551 og 6589`; `nil` if none is written.
  public var profitCentres: String?
  /// The mark printed between the two.
  public var separator: String

  /// An account of a bevilling and profit centres, as two columns give them; `nil` if both are blank.
  public init?(appropriation: String?, profitCentres: String?) {
    let first = appropriation.map(Spelling.tidy) ?? ""
    let second = profitCentres.map(Spelling.tidy) ?? ""
    if second.isEmpty {
      self.init(parsing: first)
    } else {
      self.init(appropriation: first.isEmpty ? nil : first, profitCentres: second, separator: ", ")
    }
  }

  private init(appropriation: String?, profitCentres: String?, separator: String) {
    self.appropriation = appropriation
    self.profitCentres = profitCentres
    self.separator = separator
  }

  /// Reads one cell that holds both; `nil` if it is blank. Every text is kept, and ``printed`` gives it back.
  ///
  /// The bevilling is what stands before the first mark if it is a name, a code with a name, or the first of
  /// exactly two codes; three codes or more are most likely profit centres without a bevilling.
  public init?(parsing text: String) {
    let whole = Spelling.tidy(text)
    guard !whole.isEmpty, whole != "-" else { return nil }
    let pieces = Account.pieces(whole)
    if AccountWords.isCentre(whole[...]) {
      self.init(appropriation: nil, profitCentres: whole, separator: ", ")
      return
    }
    guard pieces.count > 1, let first = pieces.first else {
      self.init(appropriation: whole, profitCentres: nil, separator: ", ")
      return
    }
    let rest = pieces.dropFirst()
    let restAreCodes = rest.allSatisfy { Account.isCode($0.text) }
    if Account.isCode(first.text) {
      if restAreCodes, pieces.count > 2 {
        self.init(appropriation: nil, profitCentres: whole, separator: ", ")
        return
      }
    }
    let second = pieces[1]
    self.init(
      appropriation: String(whole[..<first.end]), profitCentres: String(whole[second.start...]),
      separator: String(whole[first.end..<second.start]))
  }

  /// The account in one cell, as it was written.
  public var printed: String {
    [appropriation, profitCentres].compactMap { $0 }.joined(separator: separator)
  }

  /// The single profit centre and appropriation codes: every run of digits of ``profitCentres``.
  public var profitCentreCodes: [String] {
    (profitCentres ?? "").split(whereSeparator: { !$0.isNumber }).map(String.init)
  }

  /// The bevilling's four-digit code, where one is written.
  public var appropriationCode: String? {
    guard let code = appropriation.map(AccountWords.withoutLabel)?.prefix(while: \.isNumber) else {
      return nil
    }
    return code.count == 4 ? String(code) : nil
  }

  /// The bevilling's name, where one is written.
  public var appropriationName: String? {
    guard let text = appropriation else { return nil }
    let name = AccountWords.withoutLabel(text).drop {
      $0.isNumber || $0 == " " || Spelling.minusSigns.contains($0) || $0 == ":"
    }
    return name.isEmpty ? nil : String(name)
  }

  /// What stands where, so far as the writing tells.
  public var form: Form {
    if printed.contains("?") { return .questioned }
    if appropriation.map(AccountWords.isOpen) ?? false { return .unresolved }
    if let appropriation, profitCentres == nil, Account.isCode(appropriation) { return .codeAlone }
    if profitCentreCodes.count > 1 { return .severalProfitCentres }
    if profitCentres != nil, profitCentreCodes.isEmpty { return .unresolved }
    if appropriation == nil { return .profitCentreOnly }
    return .plain
  }

  /// How complete an account is.
  public enum Form: Hashable, Sendable {
    /// A bevilling, with at most one profit centre.
    case plain
    /// One code, which may be a bevilling or a profit centre.
    case codeAlone
    /// Several profit centres without a split.
    case severalProfitCentres
    /// A profit centre without a bevilling.
    case profitCentreOnly
    /// Something in the place of the profit centre that is no code, or a word in place of the bevilling that
    /// says it is not settled (`Afventer`).
    case unresolved
    /// A question mark: somebody has to decide.
    case questioned
  }

  private static func isCode(_ text: Substring) -> Bool { isCode(String(text)) }

  private static func isCode(_ text: String) -> Bool {
    (2...6).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private struct Piece {
    var text: Substring
    var start: String.Index
    var end: String.Index
  }

  /// The parts between `,`, `;`, `/`, `&`, `+`, the word `og` before a code, and the space between a
  /// bevilling's code and a profit centre.
  private static func pieces(_ whole: String) -> [Piece] {
    var pieces: [Piece] = []
    var start = whole.startIndex
    var index = whole.startIndex
    func add(_ end: String.Index) {
      var (from, to) = (start, end)
      while from < to, whole[from] == " " { from = whole.index(after: from) }
      while to > from, whole[whole.index(before: to)] == " " { to = whole.index(before: to) }
      if from < to { pieces.append(Piece(text: whole[from..<to], start: from, end: to)) }
    }
    while index < whole.endIndex {
      let rest = whole[index...]
      if ",;/&+".contains(whole[index]) {
        add(index)
        start = whole.index(after: index)
      } else if rest.hasPrefix(" og "),
        rest.dropFirst(4).first?.isNumber == true || AccountWords.isCentre(rest.dropFirst(4))
      {
        add(index)
        start = whole.index(index, offsetBy: 4)
        index = whole.index(before: start)
      } else if whole[index] == " ", isCentreNext(rest.dropFirst(), after: whole[start..<index]) {
        add(index)
        start = whole.index(after: index)
      }
      index = whole.index(after: index)
    }
    add(whole.endIndex)
    return pieces
  }

  /// Whether a space parts a bevilling from its profit centre: `3641 588`, `3641 PC 588`.
  private static func isCentreNext(_ rest: Substring, after text: Substring) -> Bool {
    if AccountWords.isCentre(rest) { return true }
    let before = text.drop { $0 == " " }
    return before.count == 4 && isCode(before) && isCode(rest.prefix { !",;/&+ ".contains($0) })
  }
}

extension Account: Codable {
  /// Reads the written text.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer(), let text = try? container.decode(String.self) {
      guard let account = Account(parsing: text) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "a blank account is written as null")
      }
      self = account
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let appropriation = try container.decodeIfPresent(String.self, forKey: .appropriation)
    let profitCentres = try container.decodeIfPresent(String.self, forKey: .profitCentres)
    guard let account = Account(appropriation: appropriation, profitCentres: profitCentres) else {
      throw DecodingError.dataCorruptedError(
        forKey: .appropriation, in: container, debugDescription: "a blank account is written as null")
    }
    self = account
  }

  /// Writes the written text, or the two parts where the text alone would be read otherwise.
  public func encode(to encoder: any Encoder) throws {
    if Account(parsing: printed) == self {
      var container = encoder.singleValueContainer()
      try container.encode(printed)
    } else {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(appropriation, forKey: .appropriation)
      try container.encodeIfPresent(profitCentres, forKey: .profitCentres)
    }
  }

  private enum CodingKeys: String, CodingKey { case appropriation, profitCentres }
}
