/// The day from which a workbook counts its dates.
public enum DateSystem: Hashable, Sendable {
  /// Day 1 is 1 January 1900, as in Excel on Windows. There the year 1900 has a 29 February, day 60, that
  /// never was.
  case from1900
  /// Day 0 is 1 January 1904, as in old Excel on the Macintosh.
  case from1904

  /// The date that the serial number means: `2022-01-14`, or `2022-01-14T08:30:00` if it is not midnight,
  /// with milliseconds if there are any.
  ///
  /// `nil` where a number is no date: below the first day (times of day are), after the year 9999, and day 60
  /// of the 1900 system.
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
    guard (0...9999).contains(date.year) else { return nil }
    return DateSystem.text(date, milliseconds)
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

  /// The date, and the time of day where it is not midnight. A workbook can have a million dates, so the text
  /// is put together byte by byte; one without a time is short enough to need no memory of its own.
  private static func text(_ date: CalendarDate, _ milliseconds: Int64) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    return String(unsafeUninitializedCapacity: milliseconds == 0 ? 10 : 23) { buffer in
      var count = 0
      func put(_ sign: Unicode.Scalar, _ number: Int64, _ width: Int) {
        if sign != "," {
          buffer[count] = UInt8(ascii: sign)
          count += 1
        }
        var number = number
        for place in (count..<count + width).reversed() {
          buffer[place] = UInt8(ascii: "0") + UInt8(number % 10)
          number /= 10
        }
        count += width
      }
      put(",", date.year, 4)
      put("-", date.month, 2)
      put("-", date.day, 2)
      if milliseconds == 0 { return count }
      put("T", seconds / 3600, 2)
      put(":", seconds / 60 % 60, 2)
      put(":", seconds % 60, 2)
      if rest != 0 { put(".", rest, 3) }
      return count
    }
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
}

/// 10^`exponent`, if it fits.
private func powerOfTen(_ exponent: Int) -> Int64? {
  guard (0...18).contains(exponent) else { return nil }
  return (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
}
