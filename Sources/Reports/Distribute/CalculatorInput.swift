public import Output
public import ProposalModel
import Spreadsheet
import FoundationEssentials

/// What `fordel distribute` is asked: amounts by year, a rule, and the keys it may name.
public struct CalculatorInput: Hashable, Sendable {
  /// The years, rising.
  public var years: [Int]
  /// One amount per year.
  public var amounts: [Amount]

  /// Reads `2019=-270,2020=-933`: whole or decimal amounts in units of `unit` kroner. Throws a usage failure
  /// that names the part it cannot read.
  public init(parsing text: String, unit: Int64) throws(FileFailure) {
    var found: [Int: Amount] = [:]
    let amountUnit: AmountUnit = unit == 1 ? .kroner : .thousandKroner
    for part in CalculatorInput.parts(text) {
      let halves = part.split(separator: "=", maxSplits: 1).map { Spelling.tidy(String($0)) }
      guard halves.count == 2, let year = Int(halves[0]), (1900...2199).contains(year) else {
        throw CalculatorInput.failure(part, "skriv år=beløb med hele beløb, for eksempel 2019=-270,2020=-933")
      }
      guard found[year] == nil else { throw CalculatorInput.failure(part, "året \(year) står to gange") }
      guard case .amount(let amount, _) = AmountReading(typed: halves[1], unit: amountUnit) else {
        throw CalculatorInput.failure(
          part, "»\(halves[1])« er ikke et entydigt beløb i \(amountUnit.rawValue)")
      }
      found[year] = amount
    }
    guard !found.isEmpty else { throw CalculatorInput.failure(text, "der er ingen beløb") }
    years = found.keys.sorted()
    amounts = years.compactMap { found[$0] }
  }

  /// The pieces between commas and semicolons. A comma may be a decimal comma or part two pieces; a piece
  /// without a year behind one is refused when it is read.
  private static func parts(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == ";" }).map(String.init)
  }

  private static func failure(_ part: String, _ reason: String) -> FileFailure {
    FileFailure(
      file: "--amounts \(part)", status: .usage,
      message: "Beløbene kan ikke læses: \(reason)" + (reason.hasSuffix(".") ? "" : "."))
  }

  /// Reads a rule as a `Fordeling` cell writes it, with the names of `round`.
  public static func rule(_ text: String, round: Round) throws(FileFailure) -> DistributionRule {
    do {
      return try DistributionRule(parsing: text) { round.recipient(named: $0) }
    } catch {
      let reason =
        switch error {
        case .unknownRecipient(let name):
          "»\(name)« er hverken udvalg eller enhed i runden"
            + (nearest(name, round).map { ". Mente du »\($0)«?" } ?? "")
        case .repeatedRecipient(let name): "»\(name)« står to gange"
        case .unreadable(let part): "»\(part)« passer ikke på nogen form for regel"
        }
      throw FileFailure(file: "--rule \(text)", status: .usage, message: "Reglen kan ikke læses: \(reason).")
    }
  }

  private static func nearest(_ name: String, _ round: Round) -> String? {
    if case .unknown(let nearest) = round.read(name: name) { nearest } else { nil }
  }
}
