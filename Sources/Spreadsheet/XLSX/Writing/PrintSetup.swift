/// How a sheet is printed.
public struct PrintSetup: Hashable, Sendable {
  /// Which way the paper lies.
  public enum Orientation: Hashable, Sendable {
    /// Upright, or lying.
    case portrait, landscape
  }

  /// Size of the paper.
  public enum Paper: Int, Hashable, Sendable {
    /// The common sizes.
    case a3 = 8, a4 = 9, a5 = 11
  }

  /// Which way the paper lies.
  public var orientation = Orientation.portrait
  /// Size of the paper.
  public var paper = Paper.a4
  /// Number of pages that the sheet is scaled down to in width; 0 for as many as needed, `nil` for no
  /// scaling.
  public var fitToWidth: Int?
  /// Number of pages that the sheet is scaled down to in height; 0 for as many as needed, `nil` for no
  /// scaling.
  public var fitToHeight: Int?
  /// Rows that stand at the top of every page, such as `1...3`.
  public var repeatedRows: ClosedRange<Int>?
  /// Columns that stand at the left of every page, 1 for `A`.
  public var repeatedColumns: ClosedRange<Int>?
  /// The cells that are printed; `nil` for all.
  public var area: CellRange?
  /// Margins, in inches.
  public var margins = Margins()
  /// Header in Excel's code: `&L` left, `&C` centre, `&R` right, `&P` page, `&N` pages, `&A` sheet, `&F`
  /// file, `&&` an ampersand.
  public var header: String?
  /// Footer in the same code.
  public var footer: String?
  /// Whether the cells stand in the middle of the page's width.
  public var isCentredHorizontally = false
  /// Whether the cells stand in the middle of the page's height.
  public var isCentredVertically = false
  /// Whether grid lines are printed.
  public var printsGridlines = false

  /// A4, upright, not scaled.
  public init() {}

  /// The usual setup of a wide table: A4, lying, one page wide and as many pages high as needed.
  public static func wideTable(repeatedRows: ClosedRange<Int>? = nil) -> PrintSetup {
    var setup = PrintSetup()
    setup.orientation = .landscape
    setup.fitToWidth = 1
    setup.fitToHeight = 0
    setup.repeatedRows = repeatedRows
    return setup
  }

  /// Margins of a page, in inches.
  public struct Margins: Hashable, Sendable {
    /// Distance from the edge of the paper to the cells.
    public var left = 0.7, right = 0.7, top = 0.75, bottom = 0.75

    /// Excel's usual margins.
    public init() {}

    /// The margins given.
    public init(left: Double, right: Double, top: Double, bottom: Double) {
      (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
    }
  }
}
