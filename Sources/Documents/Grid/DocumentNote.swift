public import Spreadsheet

/// Something about a document that its sheets do not show.
public struct DocumentNote: Sendable, Hashable {
  /// What is noted.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An embedded object (a spreadsheet, a picture of one), which is not opened.
    case embeddedObject
    /// A part in another format that a word processor would read in (`altChunk`), left alone.
    case foreignPart
    /// Text that is not shown, and therefore not read.
    case hiddenText
    /// A row that is not shown, and therefore not read.
    case hiddenRow
    /// A change that nobody has accepted yet, read as if accepted.
    case changeNotAccepted
    /// A piece that is beyond a limit and was left out.
    case leftOut
    /// The columns of a row's figures follow from sums; `earlierText` names them.
    case columnProved
    /// The columns of a row's figures follow from the spaces that blank cells left, and no sum says otherwise.
    case columnBySpaces
    /// The columns of a row's figures follow from custom alone: what goes on fills to the right, what ends to the
    /// left.
    case columnByCustom
    /// Nothing tells the columns of a row's figures, which therefore stand in none; `earlierText` holds the
    /// readings.
    case columnUncertain
    /// Figures outside all tables that were found.
    case figuresUnread
    /// A table of a form of which nothing was read, since its heading was not understood; `earlierText` is its
    /// caption.
    case tableUnread
    /// A row of figures, one for each year of the table that it stands right below, outside that table.
    case rowOutsideTable
    /// A sentence that names the unit of all amounts.
    case unitSaid
    /// Another main table of a text without the title of another proposal before it; `text` is its caption.
    case proposalUnnamed
  }

  /// What is noted.
  public var kind: Kind
  /// The words that it is about, as they stand in the document; empty where there are none.
  public var text: String
  /// What the text was before a change.
  public var earlierText: String?
  /// The sheet it stands on.
  public var sheet: String?
  /// The cell it stands in.
  public var cell: CellAddress?

  /// A note of one kind.
  public init(
    _ kind: Kind, text: String = "", earlierText: String? = nil, sheet: String? = nil,
    cell: CellAddress? = nil
  ) {
    self.kind = kind
    self.text = text
    self.earlierText = earlierText
    self.sheet = sheet
    self.cell = cell
  }
}
