/// The place in a file that a value was read from.
public struct Place: Hashable, Sendable {
  /// The file's path, as the user named it.
  public var file: String?
  /// The sheet's name; for a CSV file `nil`.
  public var sheet: String?
  /// The cell: `F12`.
  public var cell: String?

  /// A place; parts that are not known are `nil`.
  public init(file: String? = nil, sheet: String? = nil, cell: String? = nil) {
    self.file = file
    self.sheet = sheet
    self.cell = cell
  }

  /// The same file and sheet, cell `cell`.
  public func at(_ cell: String?) -> Place { Place(file: file, sheet: sheet, cell: cell) }

  /// Whether the two are the same cell, by the bytes of their names.
  public static func == (left: Place, right: Place) -> Bool {
    ExactText.isSame(left.cell, right.cell) && ExactText.isSame(left.sheet, right.sheet)
      && ExactText.isSame(left.file, right.file)
  }

  /// Mixes in what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    ExactText.hash(cell, into: &hasher)
    ExactText.hash(sheet, into: &hasher)
    ExactText.hash(file, into: &hasher)
  }
}

/// A field of a proposal that can have a place of its own.
public enum FieldKey: Hashable, Sendable {
  /// A field of the front page.
  case proposal(FrontField)
  /// A field of a line, by the line's id.
  case line(String, LineField)
  /// A column of the sender's own beside a line, by the line's id and the heading.
  case basis(String, heading: String)
  /// The figure of a line in a year.
  case figure(String, year: Int)
  /// A field of a stated allocation row: the table and the row's index.
  case allocation(AllocationTableKind, Int, AllocationField)
  /// The price level over a stated table.
  case allocationLevel(AllocationTableKind)
  /// The figure of a stated allocation row in a year.
  case allocationFigure(AllocationTableKind, Int, year: Int)
  /// A cell of a hearing row.
  case hearing(Int, HearingField)
  /// A cell of a follow-up row.
  case followUp(Int, FollowUpField)
  /// A weight of a key: the key's name and the recipient.
  case key(String, Recipient)
}

/// Where each field of an imported proposal came from. Travels beside the model, never in it.
public struct Origins: Hashable, Sendable {
  /// The place of each field that has one.
  public var places: [FieldKey: Place]
  /// The file the proposal came from.
  public var file: String?

  /// No places yet.
  public init(file: String? = nil) {
    self.file = file
    places = [:]
  }

  /// The place of a field; the file alone if the field has none.
  public subscript(key: FieldKey) -> Place {
    get { places[key] ?? Place(file: file) }
    set { places[key] = newValue }
  }
}
