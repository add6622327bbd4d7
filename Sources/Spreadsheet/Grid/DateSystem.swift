/// The day from which a workbook counts its dates.
public enum DateSystem: Hashable, Sendable {
  /// Day 1 is 1 January 1900, as in Excel on Windows. There the year 1900 has a 29 February, day 60, that never was.
  case from1900
  /// Day 0 is 1 January 1904, as in old Excel on the Macintosh.
  case from1904

  /// The date that the serial number means: `2022-01-14`, or `2022-01-14T08:30:00` if it is not midnight, with milliseconds if there are any.
  ///
  /// `nil` where a number is no date: below the first day (times of day are), after the year 9999, and day 60 of the 1900 system.
  public func isoText(ofSerial serial: DecimalNumber) -> String? {
    guard serial.mantissa >= 0, serial.scale <= 18 else { return nil }
    guard let unit = powerOfTen(serial.scale) else { return nil }
    var (day, fraction) = serial.mantissa.quotientAndRemainder(dividingBy: unit)
    guard day < 3_000_000 else { return nil }
    // Milliseconds of the day, half up; the product needs more than 64 bits.
    let product = fraction.multipliedFullWidth(by: 86_400_000)
    let halved = product.low.addingReportingOverflow(UInt64(unit) / 2)
    let high = product.high + (halved.overflow ? 1 : 0)
    var milliseconds = unit == 1 ? 0 : unit.dividingFullWidth((high, halved.partialValue)).quotient
    if milliseconds == 86_400_000 {
      milliseconds = 0
      day += 1
    }
    guard let days = daysSince1970(day) else { return nil }
    let date = CalendarDate(daysSince1970: days)
    guard date.year <= 9999 else { return nil }
    return milliseconds == 0 ? date.text : date.text + "T" + DateSystem.clockText(milliseconds)
  }

  /// Days between 1 January 1970 and day `serial` of this system.
  private func daysSince1970(_ serial: Int64) -> Int64? {
    switch self {
    case .from1904: serial - 24_107
    case .from1900:
      switch serial {
      case ..<1, 60: nil
      case ..<60: serial - 25_568
      default: serial - 25_569
      }
    }
  }

  private static func clockText(_ milliseconds: Int64) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    var text = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    if rest != 0 { text += "." + padded(rest, 3) }
    return text
  }
}

/// A day of the Gregorian calendar.
struct CalendarDate: Hashable {
  var year: Int64
  var month: Int64
  var day: Int64

  /// Howard Hinnant's `civil_from_days`: eras of 400 years that begin on 1 March.
  init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2022-01-14`.
  var text: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

/// `number` with zeros in front, at least `width` digits.
private func padded(_ number: Int64, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// 10^`exponent`, if it fits.
private func powerOfTen(_ exponent: Int) -> Int64? {
  guard (0...18).contains(exponent) else { return nil }
  return (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
}
