/// Days as spreadsheets count them: 1 is 1900-01-01, with a 29 February 1900 that never was, so days are
/// taken from 1 March 1900 on.
enum DayNumber {
  /// The number of a day of the Gregorian calendar; `nil` if there is no such day, or not from 1900-03-01 to
  /// 9999-12-31.
  static func of(year: Int, month: Int, day: Int) -> Int? {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= length(ofMonth: month, year: year)
    else { return nil }
    let number = daysFromEpoch(year: year, month: month, day: day) + 25_569
    return number >= 61 ? number : nil
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, with years that begin in March so that the leap day is the last.
  private static func daysFromEpoch(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
