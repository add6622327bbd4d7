/// How a number format shows one stored value.
///
/// Formats have up to four sections (positive; negative; zero; text), so what holds for a value may not hold
/// for its neighbour under the same format.
public struct NumberDisplay: Hashable, Sendable {
  /// The value is shown times 100 and with `%`.
  public var isPercent = false
  /// By how many thousands the value is divided for display: the commas at the end of `#,##0,,`.
  public var scaledByThousands = 0
  /// The value is shown as a date.
  public var isDate = false
  /// The date is shown as its year alone (`yyyy`).
  public var isYearOnlyDate = false
  /// The value is shown as a time of day or a duration.
  public var isTime = false
  /// Nothing is shown: `;;;`, or the empty section of `0;;`.
  public var isInvisible = false
  /// The value is below zero and shown without a minus or parentheses: `0;0`, `0;[Red]0`.
  public var signHidden = false
  /// The value is above zero and shown with a minus or in parentheses: `-0;0`.
  public var signTurned = false
  /// The value is shown in powers of ten.
  public var isScientific = false
  /// How many digits before the decimal point a value in powers of ten is shown with: 1 for `0.00E+00`, up to 3 for
  /// `##0.0E+0`.
  public var scientificDigits = 0
  /// The value is shown as a fraction.
  public var isFraction = false
  /// Digits of the format's own stand among or beside the value's: `0"000"` shows 5 as 5000.
  public var addsDigits = false
  /// Text that is shown with the value, signs and blanks at its ends left out: `kr.`, `mio.`.
  public var literals = ""
  /// How many digits are shown after the decimal point; `nil` where the format does not say (`General`).
  public var decimals: Int?

  /// The format `General`.
  public static let plain = NumberDisplay()

  /// As ``plain``, until something is set.
  public init() {}

  /// Whether a person sees the stored figure, at most rounded to ``decimals``, perhaps with text beside it.
  public var showsStoredFigure: Bool {
    !isPercent && scaledByThousands == 0 && !isDate && !isTime && !isInvisible && !signHidden && !signTurned
      && !isScientific && !isFraction && !addsDigits
  }
}
