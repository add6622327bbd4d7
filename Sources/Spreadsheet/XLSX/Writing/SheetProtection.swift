/// What users may do on a protected sheet. There is no password: protection is against slips.
public struct SheetProtection: Hashable, Sendable {
  /// Whether locked cells can be selected.
  public var canSelectLockedCells = true
  /// Whether unlocked cells can be selected.
  public var canSelectUnlockedCells = true
  /// Whether cells, columns and rows can be formatted; formatting columns includes their width.
  public var canFormatCells = false, canFormatColumns = false, canFormatRows = false
  /// Whether columns, rows and links can be inserted.
  public var canInsertColumns = false, canInsertRows = false, canInsertLinks = false
  /// Whether columns and rows can be deleted; Excel deletes only those whose cells are all unlocked.
  public var canDeleteColumns = false, canDeleteRows = false
  /// Whether unlocked cells can be sorted.
  public var canSort = false
  /// Whether filters that are there can be used.
  public var canFilter = false
  /// Whether pivot tables and scenarios can be changed.
  public var canUsePivotTables = false, canEditScenarios = false
  /// Whether drawings, charts and comments can be changed.
  public var canEditObjects = false

  /// Only unlocked cells can be edited; nothing else can be changed.
  public init() {}

  /// An entry sheet: rows can be inserted and deleted, columns and rows made wider, cells sorted and
  /// filtered.
  public static var entrySheet: SheetProtection {
    var protection = SheetProtection()
    protection.canInsertRows = true
    protection.canDeleteRows = true
    protection.canFormatColumns = true
    protection.canFormatRows = true
    protection.canSort = true
    protection.canFilter = true
    return protection
  }
}
