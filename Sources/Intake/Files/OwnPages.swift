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

  private struct Kind: Decodable {
    var kind: String
  }

  /// Whether the bytes are JSON that says it is such a report.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    guard let document = try? JSONDecoder().decode(Kind.self, from: Data(bytes)) else { return false }
    return document.kind.hasPrefix(kinds)
  }
}
