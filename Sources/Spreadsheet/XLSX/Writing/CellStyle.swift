/// How a cell looks and whether it can be edited on a protected sheet.
///
/// Equal styles share one entry in the workbook, so make them freely, where they are used.
public struct CellStyle: Hashable, Sendable {
  /// Name of the font; `nil` is the workbook's own (Calibri).
  public var fontName: String?
  /// Size of the font in points; `nil` is the workbook's own (11).
  public var fontSize: Double?
  /// Bold text.
  public var isBold = false
  /// Italic text.
  public var isItalic = false
  /// Text with one line under it.
  public var isUnderlined = false
  /// Text struck through.
  public var isStruckThrough = false
  /// Colour of the text.
  public var textColour: Colour?
  /// Colour behind the text.
  public var fillColour: Colour?
  /// Number format as Excel writes it in files, with English signs: `#,##0.00`. `@` is text.
  public var numberFormat: String?
  /// Where the text stands between left and right.
  public var horizontalAlignment: HorizontalAlignment?
  /// Where the text stands between top and bottom.
  public var verticalAlignment: VerticalAlignment?
  /// Whether long text goes on in a new line in the cell.
  public var wrapsText = false
  /// Indentation, in steps of about three spaces: 0 to 15.
  public var indent = 0
  /// Degrees that the text is turned against the clock: −90 to 90.
  public var rotation = 0
  /// Lines around the cell.
  public var borders = Borders()
  /// Whether the cell cannot be edited on a protected sheet.
  public var isLocked = true
  /// Whether the formula is hidden on a protected sheet.
  public var hidesFormula = false

  /// The plain style; set what differs.
  public init() {}

  /// A copy of the style with `change` made: `heading.with { $0.isItalic = true }`.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }

  /// Where text stands between left and right.
  public enum HorizontalAlignment: Hashable, Sendable {
    /// At the left edge, the middle, the right edge; over both edges; repeated over the width; centred over
    /// empty neighbours.
    case left, centre, right, justify, fill, centreAcross
  }

  /// Where text stands between top and bottom.
  public enum VerticalAlignment: Hashable, Sendable {
    /// At the top edge, the middle, the bottom edge.
    case top, centre, bottom
  }

  /// One line of a border.
  public enum BorderLine: UInt8, Hashable, Sendable {
    /// The common lines.
    case thin = 1, medium, dashed, dotted, thick, double, hair
  }

  /// The lines around a cell, all of one colour.
  public struct Borders: Hashable, Sendable {
    /// The line at each edge.
    public var top: BorderLine?, bottom: BorderLine?, left: BorderLine?, right: BorderLine?
    /// Colour of the lines; black if `nil`.
    public var colour: Colour?

    /// Lines at the edges that are named.
    public init(
      top: BorderLine? = nil, bottom: BorderLine? = nil, left: BorderLine? = nil, right: BorderLine? = nil,
      colour: Colour? = nil
    ) {
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
      self.colour = colour
    }

    /// The same line at all four edges.
    public static func all(_ line: BorderLine, colour: Colour? = nil) -> Borders {
      Borders(top: line, bottom: line, left: line, right: line, colour: colour)
    }
  }
}
