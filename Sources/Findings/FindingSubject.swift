/// What a finding speaks of, by the words around its cells.
///
/// Rows are inserted and columns moved between two versions of a file, so an address says nothing about
/// whether two findings are the same; the words do.
public struct FindingSubject: Hashable, Sendable {
  /// The table's caption, else the sheet's name.
  public var table: String
  /// The section of the table: Varige ændringer, Implementeringsomkostninger, Lån.
  public var section: String?
  /// The text of the row: the line, the total, the committee, the label of the front page.
  public var row: String?
  /// The other words of the row, such as committee, unit and control area.
  public var words: [String]
  /// The headings over the cells, years first of all.
  public var columns: [String]

  /// A subject in `table`; what is not known is left out.
  public init(
    table: String, section: String? = nil, row: String? = nil, words: [String] = [], columns: [String] = []
  ) {
    self.table = table
    self.section = section
    self.row = row
    self.words = words
    self.columns = columns
  }
}
