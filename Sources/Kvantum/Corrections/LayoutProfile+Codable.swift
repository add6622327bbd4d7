import AllocationTables

extension LayoutProfile {
  /// Reads a profile. `id`, `name` and `columns` must be there; the rest is by default what Excel in Danish
  /// opens with a double click: `;`, decimal comma, UTF-8 with a mark, a heading line, signed whole kroner,
  /// everything in one file.
  ///
  /// Fails where a column is `constant` without a text, two columns have one heading, no column is `amount`,
  /// a length or number of decimals makes no sense, or amounts are positive and no column tells the process.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys, _ fallback: Value) throws -> Value {
      try container.decodeIfPresent(Value.self, forKey: key) ?? fallback
    }
    id = try container.decode(String.self, forKey: .id)
    name = try container.decode(String.self, forKey: .name)
    description = try value(.description, "")
    version = try value(.version, "")
    validFrom = try container.decodeIfPresent(String.self, forKey: .validFrom)
    validTo = try container.decodeIfPresent(String.self, forKey: .validTo)
    source = try value(.source, "")
    mode = try container.decodeIfPresent(Mode.self, forKey: .mode)
    keyFields = try value(.keyFields, [])
    sides = try value(.sides, Sides(sender: "Afgiver", receiver: "Modtager"))
    separator = try value(.separator, .semicolon)
    quoting = try value(.quoting, .spreadsheet)
    decimalMark = try value(.decimalMark, .comma)
    encoding = try value(.encoding, .utf8WithMark)
    hasHeader = try value(.hasHeader, true)
    sign = try value(.sign, .signed)
    unit = try value(.unit, .kroner)
    decimals = try value(.decimals, 0)
    processes = try value(.processes, Processes(enter: "Enter", return: "Return", supplement: "Supplement"))
    documents = try value(.documents, .record)
    lists = try value(.lists, .together)
    durations = try value(.durations, Durations(permanent: "Varig", oneOff: "Engangs"))
    requirements = try value(.requirements, AccountRequirement.standard)
    columns = try container.decode([Column].self, forKey: .columns)
    if let trouble {
      throw DecodingError.dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: trouble))
    }
  }

  /// Why the profile makes no sense, with the path of the key that is wrong; `nil` where it does.
  private var trouble: String? {
    for (index, column) in columns.enumerated() {
      if let trouble = trouble(of: column, before: columns[..<index]) {
        return "columns[\(index)].\(trouble)"
      }
    }
    let fields = Set(columns.map(\.field))
    if !fields.contains(.amount) { return "columns: ingen kolonne er beløbet (amount)" }
    if !(0...2).contains(decimals) { return "decimals: beløb kan ikke have \(decimals) decimaler" }
    if sign == .positive, !fields.contains(.process), !fields.contains(.transferSide) {
      return "sign: beløb uden fortegn kræver en kolonne med process eller transferSide"
    }
    if quoting == .never, separator == .comma, decimalMark == .comma {
      return "quoting: beløb med decimalkomma mellem kommaer kræver anførselstegn"
    }
    for (index, field) in keyFields.enumerated() {
      if field != .controlArea, !fields.contains(field) {
        return "keyFields[\(index)]: \(field.rawValue) er ikke en af kolonnerne"
      }
      if LayoutProfile.notKeys.contains(field) {
        return "keyFields[\(index)]: \(field.rawValue) kan ikke være en del af en nøgle"
      }
    }
    if let mode, mode != .add, keyFields.isEmpty {
      return "keyFields: \(mode.rawValue) kræver én række pr. nøgle, så nøglens felter skal nævnes"
    }
    for (key, day) in [("validFrom", validFrom), ("validTo", validTo)] {
      if let day, !LayoutProfile.isDay(day) { return "\(key): »\(day)« er ikke en dag som 2024-01-31" }
    }
    if let validFrom, let validTo, validTo < validFrom { return "validTo: er før validFrom" }
    return nil
  }

  /// The fields that say how much, or about what, and never which budget.
  private static let notKeys: Set<LayoutField> = [
    .amount, .written, .factor, .process, .transferSide, .item, .count, .lines, .sources, .problems, .text,
  ]

  private func trouble(of column: Column, before: ArraySlice<Column>) -> String? {
    if before.contains(where: { $0.header == column.header }) {
      return "header: to kolonner hedder »\(column.header)«"
    }
    if column.field == .constant, column.text == nil {
      return "text: den faste kolonne »\(column.header)« har ingen tekst"
    }
    if let length = column.maxLength, length < 1 {
      return "maxLength: kolonnen »\(column.header)« har plads til \(length) tegn"
    }
    if let width = column.width, !(1...255).contains(width) {
      return "width: kolonnen »\(column.header)« er \(width) tegn bred"
    }
    return nil
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2]) else {
      return false
    }
    return Int(parts[0]) != nil && (1...12).contains(month) && (1...31).contains(day)
  }

  /// Whether the layout may be used on `day`, `2024-01-31`.
  public func isValid(on day: String) -> Bool { (validFrom ?? day) <= day && day <= (validTo ?? day) }
}
