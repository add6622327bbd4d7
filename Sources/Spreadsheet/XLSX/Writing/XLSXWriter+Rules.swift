internal import CXLSXWriter

extension XLSXWriter {
  /// Lets only what `validation` allows be typed into the cells of `range`.
  ///
  /// Throws if texts are longer than Excel's limits, or a list of items is longer than 255 bytes: such a list
  /// goes into cells, with ``DataValidation/Rule/listFormula(_:)``. The corresponding C function is
  /// `worksheet_data_validation_range`.
  public mutating func validate(_ range: CellRange, with validation: DataValidation, in sheet: SheetHandle)
    throws(XLSXWriteError)
  {
    let worksheet = try worksheet(sheet)
    let checked = try locating(sheet.name, range) { () throws(XLSXWriteError) in
      try Checks.range(range, sheet: sheet.name)
      return try CheckedValidation(validation)
    }
    let (from, to) = (
      Place(worksheet: worksheet, address: range.from), Place(worksheet: worksheet, address: range.to)
    )
    let code = checked.withLibraryValue { settings in
      CLocale.run {
        worksheet_data_validation_range(worksheet, from.row, from.column, to.row, to.column, &settings)
      }
    }
    try XLSXWriter.check(code, sheet: sheet.name, cells: range)
  }

  /// Lets only unlocked cells of `sheet` be edited, and allows besides what `protection` says. The
  /// corresponding C function is `worksheet_protect`.
  public mutating func protect(_ sheet: SheetHandle, _ protection: SheetProtection = SheetProtection())
    throws(XLSXWriteError)
  {
    let worksheet = try worksheet(sheet)
    var settings = lxw_protection()
    settings.no_select_locked_cells = protection.canSelectLockedCells ? 0 : 1
    settings.no_select_unlocked_cells = protection.canSelectUnlockedCells ? 0 : 1
    settings.format_cells = protection.canFormatCells ? 1 : 0
    settings.format_columns = protection.canFormatColumns ? 1 : 0
    settings.format_rows = protection.canFormatRows ? 1 : 0
    settings.insert_columns = protection.canInsertColumns ? 1 : 0
    settings.insert_rows = protection.canInsertRows ? 1 : 0
    settings.insert_hyperlinks = protection.canInsertLinks ? 1 : 0
    settings.delete_columns = protection.canDeleteColumns ? 1 : 0
    settings.delete_rows = protection.canDeleteRows ? 1 : 0
    settings.sort = protection.canSort ? 1 : 0
    settings.autofilter = protection.canFilter ? 1 : 0
    settings.pivot_tables = protection.canUsePivotTables ? 1 : 0
    settings.scenarios = protection.canEditScenarios ? 1 : 0
    settings.objects = protection.canEditObjects ? 1 : 0
    CLocale.run { worksheet_protect(worksheet, nil, &settings) }
  }

  /// Gives the cells of `range` the style where `formula`, written for the top left cell, is true.
  ///
  /// Of the style, Excel takes font colour, bold, italic, underline, fill, borders and number format. The
  /// corresponding C function is `worksheet_conditional_format_range`.
  public mutating func formatConditionally(
    _ range: CellRange, where formula: String, style: CellStyle, stopsOthers: Bool = false,
    in sheet: SheetHandle
  ) throws(XLSXWriteError) {
    let worksheet = try worksheet(sheet)
    let (formula, format) = try locating(sheet.name, range) { () throws(XLSXWriteError) in
      try Checks.range(range, sheet: sheet.name)
      return (try Checks.formula(formula, what: "the condition"), try self.format(style))
    }
    let (from, to) = (
      Place(worksheet: worksheet, address: range.from), Place(worksheet: worksheet, address: range.to)
    )
    let code = CText.with(["=" + formula]) { texts in
      var settings = lxw_conditional_format()
      settings.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      settings.value_string = texts[0]
      settings.format = format
      settings.stop_if_true = stopsOthers ? 1 : 0
      return CLocale.run {
        worksheet_conditional_format_range(worksheet, from.row, from.column, to.row, to.column, &settings)
      }
    }
    try XLSXWriter.check(code, sheet: sheet.name, cells: range)
  }

  /// Defines `name` as `formula`, such as `='Økonomi'!$F$12`, in the whole workbook or only on `sheet`.
  ///
  /// Throws if Excel would not take the name, if it is taken, or if name or formula are longer than the 127
  /// bytes that libxlsxwriter keeps. The corresponding C function is `workbook_define_name`.
  public mutating func defineName(_ name: String, as formula: String, on sheet: SheetHandle? = nil)
    throws(XLSXWriteError)
  {
    if let problem = SheetNames.problem(ofDefinedName: name) {
      throw XLSXWriteError(.name(name, problem: problem), sheet: sheet?.name)
    }
    let formula = try Checks.formula(formula)
    try Checks.attribute(formula, what: "the formula of the name '\(name)'", limit: 127)
    let scoped = try scopedName(name, on: sheet)
    try Checks.attribute(scoped, what: "the name '\(scoped)'", limit: 127)
    guard definedNames.insert(scoped.lowercased()).inserted else {
      throw XLSXWriteError(.name(name, problem: "is taken"), sheet: sheet?.name)
    }
    guard let workbook else { return }
    let code = CLocale.run { workbook_define_name(workbook, scoped, formula) }
    guard code == LXW_NO_ERROR else { throw XLSXWriter.libraryError(code) }
  }

  /// `Sheet!name`, which libxlsxwriter splits at the first `!` and compares as it stands.
  private func scopedName(_ name: String, on sheet: SheetHandle?) throws(XLSXWriteError) -> String {
    guard let sheet else { return name }
    _ = try worksheet(sheet)
    guard !sheet.name.contains("!") else {
      throw XLSXWriteError(
        .name(name, problem: "cannot be limited to a sheet whose name contains !"), sheet: sheet.name)
    }
    return sheet.name + "!" + name
  }
}

/// A ``DataValidation`` that has passed the checks.
private struct CheckedValidation {
  private let validation: DataValidation
  private let formula: String?
  private let items: [String]
  private let bounds: (Double, Double)?
  private let texts: [String?]

  init(_ validation: DataValidation) throws(XLSXWriteError) {
    self.validation = validation
    var formula: String?
    var items: [String] = []
    var bounds: (Double, Double)?
    switch validation.rule {
    case .list(let list): items = try CheckedValidation.checked(list)
    // Excel's limit for a formula of a validation.
    case .listFormula(let text), .custom(let text): formula = "=" + (try Checks.formula(text, limit: 255))
    case .decimal(let low, let high): bounds = try CheckedValidation.checked(low, high)
    case .any: break
    }
    (self.formula, self.items, self.bounds) = (formula, items, bounds)
    texts = [
      try CheckedValidation.message(validation.inputTitle, "the input title", limit: 32),
      try CheckedValidation.message(validation.inputMessage, "the input message", limit: 255),
      try CheckedValidation.message(validation.errorTitle, "the error title", limit: 32),
      try CheckedValidation.message(validation.errorMessage, "the error message", limit: 255),
    ]
  }

  /// Runs `body` with the structure that the library takes.
  func withLibraryValue(_ body: (inout lxw_data_validation) -> lxw_error) -> lxw_error {
    CText.with(texts + [formula]) { texts in
      CText.with(items) { items in
        var list = items + [nil]
        return list.withUnsafeMutableBufferPointer { list in
          var settings = lxw_data_validation()
          set(&settings)
          (settings.input_title, settings.input_message, settings.error_title, settings.error_message) = (
            texts[0], texts[1], texts[2], texts[3]
          )
          settings.value_formula = texts[4]
          if !items.isEmpty { settings.value_list = list.baseAddress }
          return body(&settings)
        }
      }
    }
  }

  private func set(_ settings: inout lxw_data_validation) {
    settings.validate = UInt8(validation.rule.code.rawValue)
    settings.ignore_blank = UInt8((validation.allowsBlank ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    settings.dropdown = UInt8((validation.showsDropDown ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    settings.show_error = UInt8((validation.showsError ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    settings.error_type = UInt8(validation.severity.code.rawValue)
    if let bounds {
      settings.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      (settings.minimum_number, settings.maximum_number) = bounds
    }
  }

  private static func checked(_ list: [String]) throws(XLSXWriteError) -> [String] {
    let what = "the drop-down list"
    if list.isEmpty || list.contains("") {
      throw XLSXWriteError(.invalid(what: what, problem: "has no items or an empty one"))
    }
    if let item = list.first(where: {
      $0.utf8.contains(UInt8(ascii: ",")) || $0.utf8.contains(UInt8(ascii: "\""))
    }) {
      throw XLSXWriteError(
        .invalid(
          what: "the item '\(item)'", problem: "contains a comma or quotation mark; put the items into cells")
      )
    }
    for item in list { try Checks.attribute(item, what: what) }
    let bytes = list.reduce(list.count - 1) { $0 + $1.utf8.count }
    guard bytes <= SheetLimits.listLength else {
      throw XLSXWriteError(
        .tooLong(
          what: what, count: bytes, limit: SheetLimits.listLength, unit: "bytes; put the items into cells"))
    }
    return list
  }

  private static func checked(_ low: DecimalNumber, _ high: DecimalNumber) throws(XLSXWriteError) -> (
    Double, Double
  ) {
    let bounds = (try Checks.number(low), try Checks.number(high))
    guard bounds.0 <= bounds.1 else {
      throw XLSXWriteError(.invalid(what: "the range of numbers", problem: "ends before it begins"))
    }
    return bounds
  }

  private static func message(_ text: String?, _ what: String, limit: Int) throws(XLSXWriteError) -> String? {
    guard let text else { return nil }
    try Checks.length(text, what: what, limit: limit)
    try Checks.attribute(text, what: what, allowsLineFeed: true)
    return try Checks.storedText(text, what: what)
  }
}

extension DataValidation.Rule {
  fileprivate var code: lxw_validation_types {
    switch self {
    case .list: LXW_VALIDATION_TYPE_LIST
    case .listFormula: LXW_VALIDATION_TYPE_LIST_FORMULA
    case .decimal: LXW_VALIDATION_TYPE_DECIMAL
    case .custom: LXW_VALIDATION_TYPE_CUSTOM_FORMULA
    case .any: LXW_VALIDATION_TYPE_ANY
    }
  }
}

extension DataValidation.Severity {
  fileprivate var code: lxw_validation_error_types {
    switch self {
    case .stop: LXW_VALIDATION_ERROR_TYPE_STOP
    case .warning: LXW_VALIDATION_ERROR_TYPE_WARNING
    case .information: LXW_VALIDATION_ERROR_TYPE_INFORMATION
    }
  }
}
