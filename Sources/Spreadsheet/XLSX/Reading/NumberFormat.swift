/// Tells which number formats show a date.
enum NumberFormat {
  /// Whether the format with this built-in number shows a date. Times of day (18–21) and durations (45–47) do
  /// not; 27–36 and 50–58 are the East Asian formats, of which 32–35, 55 and 56 are times in some languages.
  static func isDate(builtIn number: Int) -> Bool {
    switch number {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
    default: false
    }
  }

  /// Whether a format code shows a date: it has a year or a day, or a month that is no minute. Only the first
  /// section counts, the one for positive numbers; text in quotes, escaped letters and what stands in
  /// brackets say nothing.
  static func isDate(code: String) -> Bool {
    var hasDate = false
    var hasMonthOrMinute = false
    var hasTime = false
    var rest = Array(code.unicodeScalars)[...]
    while let letter = rest.popFirst() {
      switch letter {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        if isElapsed(inside) { hasTime = true }
        rest = rest.dropFirst(inside.count + 1)
      case ";": return hasDate || (hasMonthOrMinute && !hasTime)
      case "G" where startsGeneral(rest), "g" where startsGeneral(rest): rest = rest.dropFirst(6)
      case "y", "Y", "d", "D": hasDate = true
      case "b" where rest.first == "b", "B" where rest.first == "B": hasDate = true
      case "m", "M": hasMonthOrMinute = true
      case "h", "H", "s", "S": hasTime = true
      case "g" where rest.first != "e", "e" where rest.first != "+" && rest.first != "-":
        hasDate = isEra(letter, rest) || hasDate
      case "A", "a": rest = rest.dropFirst(lengthOfNoonMark(rest))
      default: break
      }
    }
    return hasDate || (hasMonthOrMinute && !hasTime)
  }

  /// `[h]`, `[mm]`, `[ss]`: a duration.
  private static func isElapsed(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, "hHmMsS".unicodeScalars.contains(first) else { return false }
    return text.allSatisfy { $0 == first }
  }

  /// Japanese years, `e` and `ee`, and eras, `g` to `ggg`: not an `e` between digits.
  private static func isEra(_ letter: Unicode.Scalar, _ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let next = rest.first else { return true }
    return !("0"..."9").contains(next) && next != "#" && next != "?"
  }

  private static func startsGeneral(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    String(String.UnicodeScalarView(rest.prefix(6))).lowercased() == "eneral"
  }

  /// How much of `M/PM` or `/P` follows.
  private static func lengthOfNoonMark(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    let next = String(String.UnicodeScalarView(rest.prefix(4))).uppercased()
    return next.hasPrefix("M/PM") ? 4 : next.hasPrefix("/P") ? 2 : 0
  }
}
