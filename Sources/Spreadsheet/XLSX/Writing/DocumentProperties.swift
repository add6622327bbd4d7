/// What a program shows about a workbook: its title, author and so on.
public struct DocumentProperties: Hashable, Sendable {
  /// The title.
  public var title: String?
  /// What the workbook is about.
  public var subject: String?
  /// Who made it.
  public var author: String?
  /// The organisation.
  public var company: String?
  /// A category.
  public var category: String?
  /// Words to search by.
  public var keywords: String?
  /// Remarks.
  public var comments: String?
  /// When the workbook was made, in seconds since 1970-01-01 00:00 UTC.
  ///
  /// The default is 2000-01-01, the same for every workbook, so that the same content gives the same bytes.
  /// Must be later than 1970-01-01 00:00.
  public var created: Int = 946_684_800

  /// No properties but the fixed date.
  public init() {}

  /// The properties that most workbooks have.
  public init(title: String, subject: String? = nil, author: String? = nil, company: String? = nil) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
  }
}

/// How a workbook is written.
public struct WriteOptions: Hashable, Sendable {
  /// Whether rows go to disk as they come, so that memory does not grow with the sheet. Rows must then come
  /// in order, text is stored in the cells (not shared), tables are not possible, and a merged range has one
  /// row.
  public var constantMemory = false
  /// Whether the file may grow past 4 GiB; some programs cannot read such files.
  public var allowsLargeFiles = false

  /// Everything in memory, until the file is written at the end.
  public init(constantMemory: Bool = false, allowsLargeFiles: Bool = false) {
    self.constantMemory = constantMemory
    self.allowsLargeFiles = allowsLargeFiles
  }
}

/// A sheet of the workbook that is being written, as ``XLSXWriter/addSheet(_:isHidden:)`` gave it.
public struct SheetHandle: Hashable, Sendable {
  /// Its place among the sheets, 0 for the first.
  let index: Int
  /// Its name.
  public let name: String
}
