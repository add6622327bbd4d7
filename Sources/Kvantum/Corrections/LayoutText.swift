package import Spreadsheet

/// Laid-out rows as a text file.
struct LayoutText {
  package let profile: LayoutProfile

  /// The bytes of the file.
  package func bytes(_ rows: [[LayoutValue]]) -> [UInt8] {
    let header: [[LayoutValue]] = profile.hasHeader ? [profile.columns.map { .text($0.header) }] : []
    let text =
      switch profile.quoting {
      case .spreadsheet:
        String(
          decoding: CSVWriter.bytes(of: (header + rows).map { $0.map(field) }, in: dialect), as: UTF8.self)
      case .never: (header + rows).map { $0.map(plain).joined(separator: separator) + "\r\n" }.joined()
      }
    switch profile.encoding {
    case .utf8: return Array(text.utf8)
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .windows1252: return Windows1252.bytes(of: text)
    }
  }

  private var dialect: CSVDialect {
    let separator: CSVSeparator =
      switch profile.separator {
      case .semicolon: .semicolon
      case .tab: .tab
      case .comma: .comma
      }
    return CSVDialect(
      separator: separator, decimalSign: profile.decimalMark == .comma ? .comma : .point,
      hasByteOrderMark: false)
  }

  private var separator: String { String(UnicodeScalar(dialect.separator.rawValue)) }

  private func field(_ value: LayoutValue) -> CSVField {
    switch value {
    case .blank: .blank
    case .text(let text): .text(text)
    case .number(let number, let decimals): .number(number.with(decimals: decimals))
    }
  }

  func plain(_ value: LayoutValue) -> String {
    switch value {
    case .blank: return ""
    case .text(let text):
      let signs = Set(separator.unicodeScalars)
      return String(
        String.UnicodeScalarView(text.unicodeScalars.map { signs.contains($0) || $0.value < 0x20 ? " " : $0 })
      )
    case .number(let number, let decimals):
      let text = number.with(decimals: decimals).description
      return profile.decimalMark == .comma ? text.replacing(".", with: ",") : text
    }
  }
}

extension DecimalNumber {
  /// The same number with zeros at its end, so that it has at least `decimals` decimals; itself where it
  /// would have too many digits.
  package func with(decimals: Int) -> DecimalNumber {
    var number = self
    while number.scale < decimals {
      let (mantissa, overflow) = number.mantissa.multipliedReportingOverflow(by: 10)
      if overflow { return self }
      number.mantissa = mantissa
      number.scale += 1
    }
    return number
  }
}
