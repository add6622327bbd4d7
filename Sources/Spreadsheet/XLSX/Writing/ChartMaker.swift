internal import CXLSXWriter

/// Fills the library's chart, which copies every text that it is given.
enum ChartMaker {
  /// Gives `object` the series, titles and legend of `chart`, which has passed the checks.
  static func fill(_ object: UnsafeMutablePointer<lxw_chart>, with chart: Chart) {
    for series in chart.series { add(series, of: chart, to: object) }
    if let title = chart.title { chart_title_set_name(object, title) } else { chart_title_off(object) }
    if let title = chart.categoryTitle { chart_axis_set_name(object.pointee.x_axis, title) }
    if let title = chart.valueTitle { chart_axis_set_name(object.pointee.y_axis, title) }
    if let format = chart.valueFormat { chart_axis_set_num_format(object.pointee.y_axis, format) }
    chart_legend_set_position(object, UInt8(chart.legend.code.rawValue))
    // Labels stand at the edge, not at zero, where they would be hidden behind columns of negative numbers.
    chart_axis_set_label_position(object.pointee.x_axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
  }

  private static func add(_ series: Chart.Series, of chart: Chart, to object: UnsafeMutablePointer<lxw_chart>)
  {
    let categories = series.categories.map { "=" + $0.reference }
    let added = chart_add_series(object, categories, "=" + series.values.reference)
    switch series.name {
    case .text(let name): chart_series_set_name(added, name)
    case .cell(let cell): chart_series_set_name(added, "=" + cell.reference)
    case nil: break
    }
    guard let colour = series.colour else { return }
    if chart.kind == .line {
      var line = lxw_chart_line()
      line.color = colour.libraryColour
      chart_series_set_line(added, &line)
    } else {
      var fill = lxw_chart_fill()
      fill.color = colour.libraryColour
      chart_series_set_fill(added, &fill)
    }
  }
}

extension Chart {
  var code: lxw_chart_type {
    switch (kind, stacking) {
    case (.column, .none): LXW_CHART_COLUMN
    case (.column, .stacked): LXW_CHART_COLUMN_STACKED
    case (.column, .percent): LXW_CHART_COLUMN_STACKED_PERCENT
    case (.bar, .none): LXW_CHART_BAR
    case (.bar, .stacked): LXW_CHART_BAR_STACKED
    case (.bar, .percent): LXW_CHART_BAR_STACKED_PERCENT
    case (.line, .none): LXW_CHART_LINE
    case (.line, .stacked): LXW_CHART_LINE_STACKED
    case (.line, .percent): LXW_CHART_LINE_STACKED_PERCENT
    case (.area, .none): LXW_CHART_AREA
    case (.area, .stacked): LXW_CHART_AREA_STACKED
    case (.area, .percent): LXW_CHART_AREA_STACKED_PERCENT
    }
  }
}

extension Chart.LegendPosition {
  fileprivate var code: lxw_chart_legend_position {
    switch self {
    case .right: LXW_CHART_LEGEND_RIGHT
    case .left: LXW_CHART_LEGEND_LEFT
    case .top: LXW_CHART_LEGEND_TOP
    case .bottom: LXW_CHART_LEGEND_BOTTOM
    case .none: LXW_CHART_LEGEND_NONE
    }
  }
}

/// Makes the library's description of a table.
enum TableMaker {
  /// Runs `body` with the structure that the library takes; `table` has passed the checks.
  static func withLibraryValue(of table: SheetTable, _ body: (inout lxw_table_options) -> lxw_error)
    -> lxw_error
  {
    CText.with([table.name] + table.columns.map(\.header)) { names in
      CText.with(table.columns.map(\.totalLabel)) { labels in
        var columns = zip(names.dropFirst(), zip(labels, table.columns)).map {
          column($0, label: $1.0, column: $1.1)
        }
        return columns.withUnsafeMutableBufferPointer { buffer in
          var list: [UnsafeMutablePointer<lxw_table_column>?] =
            buffer.indices.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
          return list.withUnsafeMutableBufferPointer { list in
            var settings = lxw_table_options()
            settings.name = names[0]
            settings.no_autofilter = table.hasFilter ? 0 : 1
            settings.total_row = table.hasTotalRow ? 1 : 0
            settings.style_type = UInt8(
              (table.style == 0 ? LXW_TABLE_STYLE_TYPE_LIGHT : LXW_TABLE_STYLE_TYPE_MEDIUM).rawValue)
            settings.style_type_number = UInt8(table.style)
            settings.columns = list.baseAddress
            return body(&settings)
          }
        }
      }
    }
  }

  private static func column(
    _ header: UnsafeMutablePointer<CChar>?, label: UnsafeMutablePointer<CChar>?, column: SheetTable.Column
  ) -> lxw_table_column {
    var settings = lxw_table_column()
    settings.header = header
    settings.total_string = label
    if case .sum(let number) = column.total {
      settings.total_function = UInt8(LXW_TABLE_FUNCTION_SUM.rawValue)
      settings.total_value = number.spreadsheetValue ?? 0
    }
    return settings
  }
}

extension SheetTable.Column {
  fileprivate var totalLabel: String? {
    if case .label(let label) = total { label } else { nil }
  }
}
