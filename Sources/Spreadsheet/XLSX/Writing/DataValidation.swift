/// What may be typed into a cell, and what the user is told.
public struct DataValidation: Hashable, Sendable {
  /// What may be typed.
  public enum Rule: Hashable, Sendable {
    /// One of the items, chosen from a drop-down list; with their commas at most 255 bytes of UTF-8. Items
    /// without commas and quotation marks.
    case list([String])
    /// One of the values in the cells of a formula such as `=Lister!$A$2:$A$9` or a defined name, chosen from
    /// a drop-down list.
    case listFormula(String)
    /// A number in the range.
    case decimal(between: DecimalNumber, and: DecimalNumber)
    /// Anything for which the formula is true, written for the top left cell of the range.
    case custom(String)
    /// Anything; only the message is shown.
    case any
  }

  /// What happens when something else is typed.
  public enum Severity: Hashable, Sendable {
    /// It is refused; it can be kept after a question; it is kept after a message.
    case stop, warning, information
  }

  /// What may be typed.
  public var rule: Rule
  /// Whether a blank cell is right too.
  public var allowsBlank = true
  /// What happens when something else is typed.
  public var severity = Severity.stop
  /// Heading of the message at the selected cell; at most 32 characters.
  public var inputTitle: String?
  /// Message at the selected cell; at most 255 characters.
  public var inputMessage: String?
  /// Heading of the message when something else was typed; at most 32 characters.
  public var errorTitle: String?
  /// Message when something else was typed; at most 255 characters.
  public var errorMessage: String?
  /// Whether a drop-down arrow is shown for a list.
  public var showsDropDown = true
  /// Whether anything is said when something else was typed; without it, a list is only a suggestion.
  public var showsError = true

  /// Only what `rule` allows, blank included.
  public init(
    _ rule: Rule, severity: Severity = .stop, errorTitle: String? = nil, errorMessage: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.errorTitle = errorTitle
    self.errorMessage = errorMessage
  }
}
