import Forms
import ProposalModel
import Reading
import Spreadsheet
import FoundationEssentials

/// The pages that fordel writes itself: reports on proposals, which are none although they show their tables.
enum OwnPages {
  /// The beginning of a page's head, as far as its title.
  private static let headLength = 1_024

  private static let titles = ["Fejl og mangler<", "Status for runden<", "Forskelle: "]

  /// Whether the bytes are such a page: it has one of their titles and their colours.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(headLength), as: UTF8.self)
    return head.hasPrefix("<!DOCTYPE html>") && head.contains("--page-text:")
      && titles.contains { head.contains("<title>" + $0) }
  }

  /// What the JSON that fordel writes of anything but proposals begins its kind with: `fordel-forecast`.
  private static let kinds = "fordel-"

  /// The keys of the reports as JSON that do not say their kind: findings and status, differences, the ledger,
  /// what rounding does, shares, how a figure came about, the overview.
  private static let reports: [Set<String>] = [
    ["findings", "summary"], ["proposals", "summary"], ["committees", "lastingSpread"],
    ["exactTotals", "policy", "totals"], ["cells", "rounding", "table", "title"],
    ["caption", "rows", "total", "unit"],
  ]

  private struct Document: Decodable {
    var keys: Set<String>
    var kind: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: AnyKey.self)
      keys = Set(container.allKeys.map(\.stringValue))
      kind = AnyKey(stringValue: "kind").flatMap { try? container.decode(String.self, forKey: $0) }
    }
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Whether the bytes are JSON that is such a report.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)) else { return false }
    return document.kind?.hasPrefix(kinds) == true || document.keys == ["proposals"]
      || reports.contains { $0.isSubset(of: document.keys) }
  }

  /// Whether the workbook is a set of annexes: their sheets show years and money as the forms do, and behind
  /// them stands where it comes from.
  static func isAnnex(_ workbook: Workbook) -> Bool {
    guard let cell = workbook.sheet(named: AnnexMark.sheet)?[CellAddress(row: 1, column: 1)] else {
      return false
    }
    return CellText.text(cell) == AnnexMark.caption
  }
}

/// How the annexes that fordel writes are known again.
package enum AnnexMark {
  /// The sheet behind the annexes.
  package static let sheet = "Grundlag"
  /// What stands in its first cell.
  package static let caption = "Grundlag: de korrektioner, som beløbene i bilagene er summen af"
}
