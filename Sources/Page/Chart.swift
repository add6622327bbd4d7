import ProposalModel

/// A diagram as SVG in the page: colours come from the style sheet, so that it is light and dark and prints;
/// every figure also stands in words in it.
enum Chart {
  private static let width = 560, height = 260, left = 70, bottom = 40, top = 34

  /// The diagrams of a proposal: its years from Tabel 1, and the committees of Tabel A or B.
  static func charts(of state: TablesState) -> [String] {
    [years(state), committees(state)].compactMap { $0 }
  }

  // MARK: Years

  /// Permanent change and implementation side by side for each year, and a line for what has been gained or
  /// spent so far.
  private static func years(_ state: TablesState) -> String? {
    guard let table = state.tables.first(where: { $0.table == "1" }), !table.years.isEmpty,
      let permanent = sums(of: "Varig ændring", table), let costs = sums(of: "Implementering", table)
    else { return nil }
    var soFar: [Int64] = []
    for index in table.years.indices {
      let (year, isTooLarge) = permanent[index].addingReportingOverflow(costs[index])
      let (sum, isLarger) = (soFar.last ?? 0).addingReportingOverflow(year)
      guard !isTooLarge, !isLarger else { return nil }
      soFar.append(sum)
    }
    let all = permanent + costs + soFar
    guard all.contains(where: { $0 != 0 }) else { return nil }
    let scale = Scale(all, from: top, to: height - bottom)
    let step = Double(width - left) / Double(table.years.count)
    var marks = axis(scale, unit: state.unit)
    var points: [String] = []
    for (index, year) in table.years.enumerated() {
      let start = Double(left) + step * Double(index)
      marks += bar(permanent[index], "one", at: start + step * 0.14, wide: step * 0.33, scale)
      marks += bar(costs[index], "two", at: start + step * 0.53, wide: step * 0.33, scale)
      points.append("\(text(start + step / 2)),\(text(scale.place(soFar[index])))")
      marks +=
        "<text x=\"\(text(start + step / 2))\" y=\"\(height - 22)\" text-anchor=\"middle\">\(year)</text>"
    }
    marks += "<polyline class=\"so-far\" points=\"\(points.joined(separator: " "))\"/>"
    marks += points.map { point -> String in
      let parts = point.split(separator: ",")
      return "<circle class=\"so-far\" cx=\"\(parts[0])\" cy=\"\(parts[1])\" r=\"3\"/>"
    }.joined()
    marks += legend([
      ("one", "Varig ændring"), ("two", "Implementering"), ("so-far", "Samlet til og med året"),
    ])
    func words(_ oere: Int64) -> String { Amount(oere: oere).danish(in: state.unit) }
    let told = table.years.indices.map { index in
      "\(table.years[index]): varig ændring \(words(permanent[index])), implementering \(words(costs[index])), samlet til og med året \(words(soFar[index]))"
    }
    return figure(
      "aar", "Økonomi år for år, \(state.unit.rawValue)", told.joined(separator: ". ") + ".", marks,
      height: height)
  }

  /// The year sums of a section's lines; `nil` where they cannot be added up.
  private static func sums(of section: String, _ table: TablesState.Table) -> [Int64]? {
    var sums = table.years.map { _ in Int64(0) }
    for row in table.rows where row.kind == "line" && row.section == section {
      for (index, figure) in row.figures.enumerated() where sums.indices.contains(index) {
        let (sum, isTooLarge) = sums[index].addingReportingOverflow(figure.amount.oere)
        guard !isTooLarge else { return nil }
        sums[index] = sum
      }
    }
    return sums
  }

  // MARK: Committees

  /// What each committee has in the last year.
  private static func committees(_ state: TablesState) -> String? {
    let isFilled = { (table: TablesState.Table) in
      table.rows.contains { $0.kind == "line" && $0.figures.last?.isMoney == true }
    }
    guard
      let table = ["A", "B"].lazy.compactMap({ code in state.tables.first { $0.table == code } }).first(
        where: isFilled),
      let year = table.years.last
    else { return nil }
    let rows = table.rows.filter { $0.kind == "line" && $0.figures.last?.isMoney == true }
    guard rows.count <= 40 else { return nil }
    let values = rows.map { $0.figures.last?.amount.oere ?? 0 }
    let high = 26
    let tall = top + rows.count * high + 10
    let (start, end) = (250, width - 70)
    let scale = Scale(values, from: end, to: start)
    var marks =
      "<line class=\"axis\" x1=\"\(text(scale.place(0)))\" x2=\"\(text(scale.place(0)))\" y1=\"\(top - 6)\" y2=\"\(tall - 6)\"/>"
    for (index, row) in rows.enumerated() {
      let (from, to) = (scale.place(0), scale.place(values[index]))
      let y = top + index * high
      let words = Amount(oere: values[index]).danish(in: state.unit)
      let name = row.text.count > 34 ? row.text.prefix(33) + "…" : row.text
      marks += """
        <rect class="one" x="\(text(min(from, to)))" y="\(y)" width="\(text(max(abs(to - from), 1)))" height="16"/>\
        <text x="\(start - 10)" y="\(y + 13)" text-anchor="end">\(PageViews.escaped(String(name)))</text>\
        <text x="\(end + 6)" y="\(y + 13)">\(words)</text>
        """
    }
    let told = rows.indices.map { "\(rows[$0].text): \(Amount(oere: values[$0]).danish(in: state.unit))" }
    return figure(
      "udvalg", "Tabel \(table.table), udvalg i \(year), \(state.unit.rawValue)",
      told.joined(separator: ". ") + ".", marks, height: tall)
  }

  // MARK: Drawing

  /// Where amounts stand on an axis that holds zero.
  private struct Scale {
    let low, high: Double
    let from, to: Double

    /// An axis over `values`, the largest at `from`, the smallest at `to`.
    init(_ values: [Int64], from: Int, to: Int) {
      low = Double(min(values.min() ?? 0, 0))
      high = max(Double(max(values.max() ?? 0, 0)), low + 1)
      (self.from, self.to) = (Double(from), Double(to))
    }

    func place(_ value: Int64) -> Double { position(Double(value)) }
    func position(_ value: Double) -> Double { to + (from - to) * (value - low) / (high - low) }
  }

  private static func axis(_ scale: Scale, unit: AmountUnit) -> String {
    Set([scale.low, 0, scale.high]).sorted().map { value in
      let y = text(scale.position(value))
      let words = Amount(oere: Int64(value)).danish(in: unit)
      return """
        <line class="axis" x1="\(left)" x2="\(width)" y1="\(y)" y2="\(y)"/>\
        <text x="\(left - 6)" y="\(text(scale.position(value) + 4))" text-anchor="end">\(words)</text>
        """
    }.joined()
  }

  private static func bar(_ value: Int64, _ kind: String, at x: Double, wide: Double, _ scale: Scale)
    -> String
  {
    let (from, to) = (scale.place(0), scale.place(value))
    return value == 0
      ? ""
      : "<rect class=\"\(kind)\" x=\"\(text(x))\" y=\"\(text(min(from, to)))\" width=\"\(text(wide))\" height=\"\(text(max(abs(to - from), 1)))\"/>"
  }

  private static func legend(_ kinds: [(kind: String, words: String)]) -> String {
    kinds.enumerated().map { index, entry in
      let x = left + index * 150
      let sign =
        entry.kind == "so-far"
        ? "<line class=\"so-far\" x1=\"\(x)\" x2=\"\(x + 14)\" y1=\"13\" y2=\"13\"/>"
        : "<rect class=\"\(entry.kind)\" x=\"\(x)\" y=\"7\" width=\"12\" height=\"12\"/>"
      return "\(sign)<text x=\"\(x + 18)\" y=\"17\">\(entry.words)</text>"
    }.joined()
  }

  private static func figure(_ id: String, _ title: String, _ told: String, _ marks: String, height: Int)
    -> String
  {
    """
    <figure><figcaption>\(PageViews.escaped(title))</figcaption>
    <svg class="chart" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-navn \(id)-ord">\
    <title id="\(id)-navn">\(PageViews.escaped(title))</title><desc id="\(id)-ord">\(PageViews.escaped(told))</desc>
    \(marks)</svg></figure>
    """
  }

  /// A place in the drawing, to a tenth.
  private static func text(_ place: Double) -> String {
    let tenths = Int((place * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
