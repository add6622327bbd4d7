/// The byte between two fields.
public enum CSVSeparator: UInt8, Hashable, Sendable, CaseIterable {
  /// `;`, which Excel uses where the decimal sign is a comma.
  case semicolon = 0x3B
  /// The tab character.
  case tab = 0x09
  /// `,`
  case comma = 0x2C
  /// `|`
  case bar = 0x7C
}

/// The sign between whole and decimals.
public enum DecimalSign: UInt8, Hashable, Sendable {
  /// `,` as in Danish.
  case comma = 0x2C
  /// `.` as in English.
  case point = 0x2E
}

/// How a text file stores its characters.
public enum CSVEncoding: Hashable, Sendable {
  /// UTF-8, with or without the byte order mark `EF BB BF` in front.
  case utf8(hasMark: Bool)
  /// UTF-16 with the low byte first, as Excel's "Unicode text" has it.
  case utf16LittleEndian
  /// UTF-16 with the high byte first.
  case utf16BigEndian
  /// Windows-1252, the one-byte encoding of Western European Windows.
  case windows1252
}

/// A way of writing CSV.
public struct CSVDialect: Hashable, Sendable {
  /// The byte between two fields.
  public var separator: CSVSeparator
  /// The sign between whole and decimals.
  public var decimalSign: DecimalSign
  /// Whether the file begins with the UTF-8 byte order mark, without which Excel shows `Ã¦` for `æ`.
  public var hasByteOrderMark: Bool

  /// A dialect. Lines end with CR LF and the text is UTF-8 in all of them.
  public init(separator: CSVSeparator, decimalSign: DecimalSign, hasByteOrderMark: Bool) {
    (self.separator, self.decimalSign, self.hasByteOrderMark) = (separator, decimalSign, hasByteOrderMark)
  }

  /// What Excel in Danish writes and opens with a double click: `;`, decimal comma, CR LF, UTF-8 with a byte
  /// order mark.
  public static let excelDanish = CSVDialect(
    separator: .semicolon, decimalSign: .comma, hasByteOrderMark: true)
  /// RFC 4180: `,`, decimal point, CR LF, UTF-8 without a mark.
  public static let rfc4180 = CSVDialect(separator: .comma, decimalSign: .point, hasByteOrderMark: false)
}

/// One field of a CSV row.
public enum CSVField: Hashable, Sendable {
  /// Nothing between two separators.
  case blank
  /// Text.
  case text(String)
  /// A number.
  case number(DecimalNumber)
}
