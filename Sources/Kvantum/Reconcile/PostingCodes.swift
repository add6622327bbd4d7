public import AllocationTables
public import ProposalModel

/// The five codes that a posting is booked under, made comparable: bevilling, profitcenter, funktion, art,
/// PSP. Empty means not said.
public struct PostingCodes: Hashable, Sendable {
  /// The codes, in this order.
  public let codes: [String]
  /// The codes as they are written, for people; they say nothing in comparisons.
  public let written: [String]

  /// The Danish names of the codes.
  public static let names = ["Bevilling", "Profitcenter", "Funktion", "Art", "PSP"]

  /// Codes as they are written; see `comparable(_:isAppropriation:)`.
  public init(
    appropriation: String?, profitCentre: String?, function: String? = nil, kind: String? = nil,
    projectElement: String? = nil
  ) {
    written = [appropriation, profitCentre, function, kind, projectElement].map { $0 ?? "" }
    codes = written.enumerated().map { PostingCodes.comparable($0.element, isAppropriation: $0.offset == 0) }
  }

  package init(comparable codes: [String], written: [String]) {
    self.codes = codes
    self.written = written
  }

  /// Whether all codes are the same, however they are written.
  public static func == (left: PostingCodes, right: PostingCodes) -> Bool { left.codes == right.codes }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(codes) }

  /// The codes of an account of the round.
  public init(_ account: RoundAccount) {
    self.init(
      appropriation: account.appropriationCode ?? account.appropriationName,
      profitCentre: account.profitCentre, function: account.function,
      kind: account.kind, projectElement: account.projectElement)
  }

  /// A code without what says nothing: case, spaces, points and strokes, and zeros in front of a number; of a
  /// bevilling with code and name, the code.
  static func comparable(_ text: String, isAppropriation: Bool) -> String {
    // A spreadsheet turns the art 1.0 into the number 1.
    let text = text.hasSuffix(".0") || text.hasSuffix(",0") ? String(text.dropLast(2)) : text
    var code = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let value = scalar.value
        if (48...57).contains(value) || (97...122).contains(value) { code.unicodeScalars.append(scalar) }
        if (65...90).contains(value) { code.unicodeScalars.append(Unicode.Scalar(UInt8(value + 32))) }
      } else if scalar.properties.isAlphabetic {
        code += scalar.properties.lowercaseMapping
      }
    }
    if isAppropriation, code.utf8.count > 4, code.utf8.prefix(4).allSatisfy({ (48...57).contains($0) }),
      let fifth = code.utf8.dropFirst(4).first, !(48...57).contains(fifth)
    {
      return String(code.prefix(4))
    }
    guard code.utf8.first == 48, code.utf8.allSatisfy({ (48...57).contains($0) }) else { return code }
    let digits = code.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  /// Which codes are said.
  var said: UInt8 { codes.enumerated().reduce(0) { $1.element.isEmpty ? $0 : $0 | 1 << UInt8($1.offset) } }

  /// The codes of `mask` alone.
  func masked(_ mask: UInt8) -> PostingCodes {
    func only(_ texts: [String]) -> [String] {
      texts.enumerated().map { mask & (1 << UInt8($0.offset)) == 0 ? "" : $0.element }
    }
    return PostingCodes(comparable: only(codes), written: only(written))
  }

  /// `3641, 588, 6.45.51`
  package var text: String { written.filter { !$0.isEmpty }.joined(separator: ", ") }
}

/// A posting that should be in the extract.
public struct ExpectedPosting: Hashable, Sendable {
  /// Forslagsnummer.
  public var proposal: String
  /// What it is booked under.
  public var codes: PostingCodes
  /// The year.
  public var year: Int
  /// The amount; cost positive.
  public var amount: Amount
  /// What it is for, and whose it is.
  public var text: String
  /// Styringsområde.
  public var controlArea: ControlArea?

  /// A posting of a proposal.
  public init(
    proposal: String, codes: PostingCodes, year: Int, amount: Amount, text: String = "",
    controlArea: ControlArea? = nil
  ) {
    (self.proposal, self.codes, self.year, self.amount) = (proposal, codes, year, amount)
    (self.text, self.controlArea) = (text, controlArea)
  }

  /// A row of the corrections.
  public init(_ correction: Correction) {
    self.init(
      proposal: correction.proposal, codes: PostingCodes(correction.account), year: correction.year,
      amount: correction.amount,
      text: correction.text, controlArea: correction.controlArea)
  }
}

/// A row of the extract.
public struct PostedRow: Hashable, Sendable {
  /// The sheet; `nil` in CSV.
  public var sheet: String?
  /// The row, 1 at the top.
  public var row: Int
  /// What it is booked under.
  public var codes: PostingCodes
  /// The year.
  public var year: Int
  /// The amount; cost positive.
  public var amount: Amount
  /// The document's number.
  public var document: String?
  /// The posting's text.
  public var text: String?

  /// A row of the extract.
  public init(
    sheet: String? = nil, row: Int, codes: PostingCodes, year: Int, amount: Amount, document: String? = nil,
    text: String? = nil
  ) {
    (self.sheet, self.row, self.codes, self.year, self.amount) = (sheet, row, codes, year, amount)
    (self.document, self.text) = (document, text)
  }
}
