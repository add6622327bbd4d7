/// What a person sees of a cell that the stored value does not say: the number format's own additions, text
/// struck out, a merge that covers it.
///
/// Most cells have ``plain``, which takes no room of its own.
public struct CellDisplay: Hashable, Sendable {
  private var detail: Detail?

  /// How the number format shows the stored value.
  public var format: NumberDisplay {
    get { detail?.format ?? .plain }
    set { self = CellDisplay(format: newValue, marks: marks, earlierText: earlierText) }
  }

  /// What stands out about the cell: struck, merged, covered.
  public var marks: CellMarks {
    get { detail?.marks ?? [] }
    set { self = CellDisplay(format: format, marks: newValue, earlierText: earlierText) }
  }

  /// In a document with tracked changes the text as it was before them; `nil` where nothing changed, `""`
  /// where the row or cell was put in.
  public var earlierText: String? {
    get { detail?.earlierText }
    set { self = CellDisplay(format: format, marks: marks, earlierText: newValue) }
  }

  /// A cell that shows what it stores, under the format `General`.
  public static let plain = CellDisplay()

  /// A display of these parts.
  public init(format: NumberDisplay = .plain, marks: CellMarks = [], earlierText: String? = nil) {
    if format == .plain, marks.isEmpty, earlierText == nil { return }
    detail = Detail(format: format, marks: marks, earlierText: earlierText)
  }

  /// This display with further marks.
  package func adding(_ more: CellMarks) -> CellDisplay {
    more.isSubset(of: marks)
      ? self : CellDisplay(format: format, marks: marks.union(more), earlierText: earlierText)
  }

  /// Whether the two say the same.
  public static func == (left: CellDisplay, right: CellDisplay) -> Bool {
    left.detail === right.detail
      || (left.format == right.format && left.marks == right.marks && left.earlierText == right.earlierText)
  }

  /// Mixes in what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(format)
    hasher.combine(marks)
    hasher.combine(earlierText)
  }

  /// The parts, apart, so that a cell carries one reference.
  private final class Detail: Sendable {
    let format: NumberDisplay
    let marks: CellMarks
    let earlierText: String?

    init(format: NumberDisplay, marks: CellMarks, earlierText: String?) {
      (self.format, self.marks, self.earlierText) = (format, marks, earlierText)
    }
  }
}

/// What stands out about a cell.
public struct CellMarks: OptionSet, Hashable, Sendable {
  /// One bit for each mark.
  public let rawValue: UInt16

  /// The marks in these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A merge covers the cell, so its value is not seen.
  public static let coveredByMerge = CellMarks(rawValue: 1 << 0)
  /// The cell is the upper left one of a merge over several columns.
  public static let mergedOverColumns = CellMarks(rawValue: 1 << 1)
  /// The cell is the upper left one of a merge over several rows.
  public static let mergedOverRows = CellMarks(rawValue: 1 << 2)
  /// All of the cell's text or number is struck out.
  public static let struckOut = CellMarks(rawValue: 1 << 3)
  /// Some characters are struck out and others are not.
  public static let partlyStruck = CellMarks(rawValue: 1 << 4)
  /// Some digits are raised or lowered: `211` and a footnote's `1` behind it.
  public static let raisedDigits = CellMarks(rawValue: 1 << 5)
  /// Some of the text is hidden and was not read.
  public static let hiddenText = CellMarks(rawValue: 1 << 6)
  /// A footnote's mark was left out of the text.
  public static let footnoteMark = CellMarks(rawValue: 1 << 7)
  /// The cell was deleted by a tracked change; only ``CellDisplay/earlierText`` says what it held.
  public static let deleted = CellMarks(rawValue: 1 << 8)
  /// The text has the colour of what is behind it, so that nobody sees it: white on an empty cell.
  public static let sameColour = CellMarks(rawValue: 1 << 9)
}
