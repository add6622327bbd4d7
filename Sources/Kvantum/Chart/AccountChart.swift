import Forms
import Intake
public import Output
import ProposalModel

/// The codes of a year's authorised chart of accounts (kontoplan), from an XLSX or CSV file with the columns
/// `Del`, `Kode`, `Navn` and `Dranst`.
///
/// `Del` is Funktion, Dranst, Ejerforhold, Gruppering or Art. A funktion may say in `Dranst` which dranst it can
/// have (`1, 3`); a gruppering is written behind its funktion (`5.38.52.001`). What a chart has no rows of is
/// not checked.
public struct AccountChart: Sendable {
  /// The file that was read.
  public let file: String
  private var codes: [Part: [String: String]] = [:]
  private var allowed: [String: Set<String>] = [:]

  /// A part of an account.
  enum Part: String, CaseIterable, Sendable {
    case function = "Funktion"
    case dranst = "Dranst"
    case ownership = "Ejerforhold"
    case grouping = "Gruppering"
    case kind = "Art"
  }

  private enum Field: Hashable, Sendable { case part, code, name, dranst }

  private static let columns: [FormField<Field>] = [
    FormField(.part, "Del", aliases: ["Felt"], "Hvad koden er."),
    FormField(.code, "Kode", "Koden."), FormField(.name, "Navn", aliases: ["Tekst"], "Kodens navn."),
    FormField(.dranst, "Dranst", "De dranst, en funktion kan have."),
  ]

  /// Reads the chart `file`. Fails where it has no such columns, and at the first row that makes no sense: a
  /// chart that is read in part would call right codes wrong.
  public init(file: String) throws(FileFailure) {
    self.file = file
    let list = try SmallList(
      try InputFiles.read(file), file: file, AccountChart.columns, needs: [.part, .code])
    for row in list.rows {
      func text(_ field: Field) -> String { row.text(field) ?? "" }
      guard !text(.part).isEmpty || !text(.code).isEmpty else { continue }
      if let rival = [Field.part, .code, .dranst].lazy.compactMap(row.rival).first {
        throw FileFailure(
          file: file, status: .unreadable,
          message: "Række \(row.number): to kolonner har samme overskrift, og i den ene står »\(rival)«.")
      }
      try add(text(.part), text(.code), text(.name), text(.dranst), row: row.number)
    }
    guard !codes.isEmpty else {
      throw FileFailure(
        file: file, status: .unreadable,
        message: "Filen er ikke en kontoplan: der skal være kolonner med Del, Kode, Navn og Dranst.")
    }
  }

  private mutating func add(_ part: String, _ code: String, _ name: String, _ dranst: String, row: Int)
    throws(FileFailure)
  {
    func trouble(_ words: String) -> FileFailure {
      FileFailure(file: file, status: .unreadable, message: "Række \(row): \(words)")
    }
    guard let part = Part.allCases.first(where: { Spelling.same($0.rawValue, part) }) else {
      throw trouble(
        "»\(part)« er ikke en del af en konto; skriv \(Part.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
    guard let key = AccountChart.key(code, of: part) else {
      throw trouble("»\(code)« har ikke form som \(part.rawValue.lowercased()).")
    }
    codes[part, default: [:]][key] = name
    guard part == .function, !dranst.isEmpty else { return }
    let list = dranst.split { !$0.isNumber }.map(String.init)
    guard !list.isEmpty, list.allSatisfy({ $0.count == 1 }) else {
      throw trouble("»\(dranst)« er ikke dranst, skrevet som 1, 3.")
    }
    allowed[key] = Set(list)
  }

  /// A code made comparable; `nil` where it has not the shape of its part.
  static func key(_ code: String, of part: Part) -> String? {
    let digits = code.allSatisfy { $0.isASCII && $0.isNumber }
    switch part {
    case .function:
      let account = AccountString(code)
      return account?.dranst == nil ? account?.function : nil
    case .dranst, .ownership: return digits && code.count == 1 ? code : nil
    case .grouping:
      // Three digits behind a funktion.
      guard let point = code.lastIndex(of: "."), let account = AccountString(String(code[..<point])),
        account.dranst == nil
      else { return nil }
      let own = code[code.index(after: point)...]
      return own.count == 3 && own.allSatisfy(\.isNumber) ? "\(account.function).\(own)" : nil
    case .kind:
      // A spreadsheet turns the art 1.0 into the number 1.
      let parts = code.split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), parts.allSatisfy({ $0.count == 1 && $0.allSatisfy(\.isNumber) })
      else { return nil }
      return parts.count == 1 ? "\(code).0" : code
    }
  }

  /// Whether the chart has a code; where it has none of its part, it says nothing of it.
  func has(_ key: String, of part: Part) -> Bool { codes[part].map { $0[key] != nil } ?? true }

  /// The code of the chart that is nearest to one that it does not have.
  func nearest(to key: String, of part: Part) -> String? {
    Spelling.nearest(to: key, among: (codes[part] ?? [:]).keys.sorted())
  }

  /// The dranst that a funktion can have; `nil` where the chart does not say.
  func dranst(of function: String) -> Set<String>? { allowed[function] }
}
