internal import CXLSXWriter

/// The styles of a workbook: equal ``CellStyle`` values share one `lxw_format`.
///
/// Cells come row by row in a handful of styles, so the last few are compared directly before the table is
/// asked.
struct FormatTable {
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var recentStyles: [CellStyle] = []
  private var recentFormats: [UnsafeMutablePointer<lxw_format>] = []
  private var next = 0

  /// The format of `style`, made in `workbook` the first time. The corresponding C function is
  /// `workbook_add_format`.
  mutating func format(
    for style: CellStyle, in workbook: UnsafeMutablePointer<lxw_workbook>
  ) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format> {
    // Through indices: going through the styles would copy each with its texts.
    for index in recentStyles.indices where recentStyles[index] == style { return recentFormats[index] }
    if let format = formats[style] {
      remember(style, format)
      return format
    }
    let format = try FormatTable.make(style, in: workbook)
    formats[style] = format
    remember(style, format)
    return format
  }

  private mutating func remember(_ style: CellStyle, _ format: UnsafeMutablePointer<lxw_format>) {
    if recentStyles.count < 4 {
      recentStyles.append(style)
      recentFormats.append(format)
    } else {
      (recentStyles[next], recentFormats[next]) = (style, format)
      next = (next + 1) % 4
    }
  }

  private static func make(
    _ style: CellStyle, in workbook: UnsafeMutablePointer<lxw_workbook>
  ) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format> {
    try check(style)
    guard let format = CLocale.run({ workbook_add_format(workbook) }) else {
      throw XLSXWriteError(
        .library(code: Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue), explanation: "out of memory"))
    }
    setFont(style, of: format)
    setAlignment(style, of: format)
    setBorders(style.borders, of: format)
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    if let fill = style.fillColour {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      // A solid pattern of a cell shows its foreground, that of a conditional format its background:
      // libxlsxwriter swaps them as needed.
      format_set_bg_color(format, fill.libraryColour)
    }
    if !style.isLocked { format_set_unlocked(format) }
    if style.hidesFormula { format_set_hidden(format) }
    return format
  }

  private static func check(_ style: CellStyle) throws(XLSXWriteError) {
    for (what, text) in [("the number format", style.numberFormat), ("the font name", style.fontName)] {
      guard let text else { continue }
      try Checks.attribute(text, what: what, limit: 127)
      if text.isEmpty { throw XLSXWriteError(.invalid(what: what, problem: "is empty")) }
    }
    if let size = style.fontSize { try Checks.range(size, 1...409, what: "the font size") }
    try Checks.range(style.indent, 0...15, what: "the indentation")
    try Checks.range(style.rotation, -90...90, what: "the rotation")
  }

  private static func setFont(_ style: CellStyle, of format: UnsafeMutablePointer<lxw_format>) {
    if let name = style.fontName { format_set_font_name(format, name) }
    if let size = style.fontSize { format_set_font_size(format, size) }
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if style.isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if style.isStruckThrough { format_set_font_strikeout(format) }
    if let colour = style.textColour { format_set_font_color(format, colour.libraryColour) }
  }

  private static func setAlignment(_ style: CellStyle, of format: UnsafeMutablePointer<lxw_format>) {
    if let alignment = style.horizontalAlignment { format_set_align(format, UInt8(alignment.code.rawValue)) }
    if let alignment = style.verticalAlignment { format_set_align(format, UInt8(alignment.code.rawValue)) }
    if style.wrapsText { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, UInt8(style.indent)) }
    if style.rotation != 0 { format_set_rotation(format, Int16(style.rotation)) }
  }

  private static func setBorders(_ borders: CellStyle.Borders, of format: UnsafeMutablePointer<lxw_format>) {
    if let line = borders.top { format_set_top(format, line.rawValue) }
    if let line = borders.bottom { format_set_bottom(format, line.rawValue) }
    if let line = borders.left { format_set_left(format, line.rawValue) }
    if let line = borders.right { format_set_right(format, line.rawValue) }
    if let colour = borders.colour { format_set_border_color(format, colour.libraryColour) }
  }
}

extension Colour {
  /// The colour as libxlsxwriter takes it, where 0 means "none" and black has a number of its own.
  var libraryColour: lxw_color_t {
    rgb == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : rgb
  }
}

extension CellStyle.HorizontalAlignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .left: LXW_ALIGN_LEFT
    case .centre: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    case .justify: LXW_ALIGN_JUSTIFY
    case .fill: LXW_ALIGN_FILL
    case .centreAcross: LXW_ALIGN_CENTER_ACROSS
    }
  }
}

extension CellStyle.VerticalAlignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .top: LXW_ALIGN_VERTICAL_TOP
    case .centre: LXW_ALIGN_VERTICAL_CENTER
    case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
    }
  }
}
