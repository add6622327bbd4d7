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
      throw DecodingError.dataCorruptedError(forKey: .columns, in: container, debugDescription: trouble)
    }
  }

  /// Why the profile makes no sense, or `nil`.
  private var trouble: String? {
    var headers: Set<String> = []
    for column in columns {
      if !headers.insert(column.header).inserted { return "two columns are headed \"\(column.header)\"" }
      if column.field == .constant, column.text == nil {
        return "the constant column \"\(column.header)\" has no text"
      }
      if let length = column.maxLength, length < 1 {
        return "the column \"\(column.header)\" has room for \(length) characters"
      }
      if let width = column.width, !(1...255).contains(width) {
        return "the column \"\(column.header)\" is \(width) characters wide"
      }
    }
    let fields = Set(columns.map(\.field))
    if !fields.contains(.amount) { return "no column is the amount" }
    if !(0...2).contains(decimals) { return "amounts cannot have \(decimals) decimals" }
    if sign == .positive, !fields.contains(.process) {
      return "amounts without a sign need a column with the process"
    }
    if quoting == .never, separator == .comma, decimalMark == .comma {
      return "amounts with a decimal comma between commas need quotation marks"
    }
    return nil
  }
}
