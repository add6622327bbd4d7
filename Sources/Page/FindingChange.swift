package import Findings

/// What became of the findings of an earlier version of a file: by what they say, wherever their cells are.
package struct FindingChange {
  /// Findings of before that are not there any longer.
  package private(set) var solved: [Finding] = []
  /// How many are there still.
  package private(set) var left = 0
  /// Findings that were not there before.
  package private(set) var new: [Finding] = []

  /// The change from `old` to `findings`. Of several alike, each answers for one.
  package init(from old: [Finding], to findings: [Finding]) {
    var open = Dictionary(grouping: old, by: FindingChange.meaning).mapValues(\.count)
    for finding in findings {
      let meaning = FindingChange.meaning(finding)
      if let count = open[meaning], count > 0 {
        open[meaning] = count - 1
        left += 1
      } else {
        new.append(finding)
      }
    }
    for finding in old.reversed() {
      let meaning = FindingChange.meaning(finding)
      guard let count = open[meaning], count > 0 else { continue }
      open[meaning] = count - 1
      solved.insert(finding, at: 0)
    }
  }

  private static func meaning(_ finding: Finding) -> [String] {
    [finding.code.rawValue, finding.severity.rawValue, finding.sheet ?? "", finding.message]
  }

  /// The change as a part of a page.
  var html: String {
    func list(_ title: String, _ findings: [Finding]) -> String {
      guard !findings.isEmpty else { return "" }
      let items = findings.map { "<li>\(PageViews.escaped(place($0) + $0.message))</li>" }.joined()
      return "<h3>\(title)</h3><ul>\(items)</ul>"
    }
    func place(_ finding: Finding) -> String {
      let place = [finding.sheet, finding.cell].compactMap { $0 }.joined(separator: ", ")
      return place.isEmpty ? "" : place + ": "
    }
    return """
      <section aria-labelledby="siden"><h2 id="siden">Siden sidst</h2>
      <p class="summary">\(solved.count) løst, \(left) tilbage, \(new.count) nye.</p>
      \(list("Nye", new))\(list("Løst", solved))</section>
      """
  }
}
