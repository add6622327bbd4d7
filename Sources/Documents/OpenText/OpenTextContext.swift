import Spreadsheet

/// What holds for a whole document and is needed at every text of it: its styles, and where tracked changes
/// begin and end.
struct OpenTextContext {
  var styles: OpenDocumentStyles
  /// What was deleted, by the number of the change: it stands at the front of the file, and a mark in the text
  /// says where it was.
  private(set) var deletions: [String: OpenNode] = [:]
  private var insertions: Set<String> = []
  /// The insertions that have begun and not ended; they may go on over paragraphs.
  private var open: Set<String> = []

  init(styles: OpenDocumentStyles) { self.styles = styles }

  /// Whether what comes now was put in by a tracked change.
  var isInsertion: Bool { !open.isEmpty }

  /// Takes note of a document's `text:tracked-changes`.
  mutating func readChanges(_ node: OpenNode) {
    for region in node.children where region.isA(.text, OpenTextContext.region) {
      guard let id = region[.text, OpenTextContext.id] ?? region[.xml, OpenTextContext.id] else { continue }
      for change in region.children {
        if change.isA(.text, OpenTextContext.deletion) { deletions[id] = change }
        if change.isA(.text, OpenTextContext.insertion) { insertions.insert(id) }
      }
    }
  }

  /// Notes that a change begins or ends at `mark`; false if it is no such mark.
  mutating func passes(_ mark: OpenNode) -> Bool {
    guard mark.namespace == .text, let id = mark[.text, OpenTextContext.changeID] else { return false }
    switch mark.name {
    case OpenTextContext.start: if insertions.contains(id) { open.insert(id) }
    case OpenTextContext.end: open.remove(id)
    default: return false
    }
    return true
  }

  /// What was deleted at `mark`.
  func deletion(at mark: OpenNode) -> OpenNode? {
    guard mark.isA(.text, OpenTextContext.change) else { return nil }
    return mark[.text, OpenTextContext.changeID].flatMap { deletions[$0] }
  }

  private static let region = XMLName("changed-region")
  private static let deletion = XMLName("deletion")
  private static let insertion = XMLName("insertion")
  private static let id = XMLName("id")
  private static let changeID = XMLName("change-id")
  private static let change = XMLName("change")
  private static let start = XMLName("change-start")
  private static let end = XMLName("change-end")
}
