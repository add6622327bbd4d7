import AllocationTables
import Forms
public import Intake
import ProposalModel
import Reading
import Spreadsheet

/// How it is known who returned a file.
public enum SenderSource: Hashable, Sendable {
  /// A field `Returneret af` (or `Udfyldt af`, `Afsender`) on the sheet `Forslag`.
  case frontPage
  /// The name of the file, or of the folder it lies in.
  case fileName
  /// The rows that were changed: those of one committee only, or of one more than of any other.
  case changedRows
}

/// A file that came back from a department.
public struct ReturnedFile: Sendable {
  /// What was read from it.
  public var item: IntakeItem
  /// Who returned it, where the file itself or its name tells: the committee's short name.
  public var sender: (committee: String, source: SenderSource)?

  /// A returned file; the sender is looked for on its front page, then in its name, then in the name of its
  /// folder.
  init(_ item: IntakeItem, workbook: Workbook?, round: Round) {
    self.item = item
    if let committee = workbook.flatMap({ ReturnedFile.frontPage($0, round) }) {
      sender = (committee, .frontPage)
    } else if let committee = ReturnedFile.name(of: item.file, id: item.proposal?.id, round) {
      sender = (committee, .fileName)
    }
  }

  private static let labels: Set<String> = ["returneretaf", "udfyldtaf", "afsender", "svarfra", "indsendtaf"]

  private static func frontPage(_ workbook: Workbook, _ round: Round) -> String? {
    for sheet in workbook.sheets where FrontPage.isFront(sheet.name) {
      for row in sheet.rows {
        let texts = row.cells.compactMap { CellText.text($0) }
        guard let first = texts.first, labels.contains(Spelling.key(first)), texts.count > 1 else { continue }
        return round.recipient(named: texts[1])?.committee
      }
    }
    return nil
  }

  /// The only committee or administration that the words of the name tell: `BC08-SUD.xlsx`,
  /// `BC08 Socialforvaltningen.xlsx`, `SOF/BC08.xlsx`.
  private static func name(of file: String, id: String?, _ round: Round) -> String? {
    let parts = file.split(separator: "/").map(String.init)
    let stem = parts.last.map { name in name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }
    for text in [stem, parts.dropLast().last].compactMap({ $0 }) {
      let found = committees(in: text, without: id, round)
      if found.count == 1 { return found.first }
    }
    return nil
  }

  private static func committees(in text: String, without id: String?, _ round: Round) -> Set<String> {
    let rest = id.map { text.replacing($0, with: " ") } ?? text
    let words = rest.split { !$0.isLetter }.map(String.init)
    var found: Set<String> = []
    for start in words.indices {
      for end in start..<min(words.count, start + 5) {
        let name = words[start...end].joined(separator: " ")
        // A word of one letter, and two-letter words in small letters (`og`, `af`), name nobody.
        guard name.count > 2 || (name.count == 2 && name == name.uppercased()) else { continue }
        if case .recipient(let recipient, exact: true) = round.read(name: name) {
          found.insert(recipient.committee)
        }
      }
    }
    return found
  }
}
