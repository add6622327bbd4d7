import Findings
import ProposalModel

/// The codes of one account of a list against the year's chart, so far as the list gives them.
struct ChartCheck {
  let function, kind, dranst, ownership, grouping: String?
  let area: ControlArea?
  /// The chart; without one only dranst is compared, with the control area.
  let chart: AccountChart?

  /// What is wrong, at the cells of the fields.
  func findings(at place: (AccountListField) -> Place) -> [Finding] {
    let account = function.flatMap(AccountString.init)
    var findings: [Finding] = []
    if let function, chart != nil, account == nil {
      findings.append(Catalogue.accountShape("funktion", function, like: "5.38.52", at: place(.function)))
    }
    if let account { findings += known(account.function, .function, at: place(.function)) }
    if let kind { findings += known(kind, .kind, at: place(.kind)) }
    if let ownership = ownership ?? account?.ownership {
      findings += known(ownership, .ownership, at: place(self.ownership == nil ? .function : .ownership))
    }
    if let grouping = grouping ?? account?.grouping, let account {
      findings += known(
        "\(account.function).\(grouping)", .grouping, at: place(self.grouping == nil ? .function : .grouping))
    }
    return findings + dranst(account, at: place)
  }

  /// Whether a code has its shape and is in the chart.
  private func known(_ code: String, _ part: AccountChart.Part, at place: Place) -> [Finding] {
    guard let chart else { return [] }
    let name = part.rawValue.lowercased()
    guard let key = AccountChart.key(code, of: part) else {
      let examples: [AccountChart.Part: String] = [
        .function: "5.38.52", .dranst: "1", .ownership: "1", .grouping: "5.38.52.001", .kind: "1.0",
      ]
      return [Catalogue.accountShape(name, code, like: examples[part] ?? "", at: place)]
    }
    guard !chart.has(key, of: part) else { return [] }
    let file = chart.file.split(separator: "/").last.map(String.init) ?? chart.file
    return [
      Catalogue.accountNotInChart(
        name, code, chart: file, nearest: chart.nearest(to: key, of: part), at: place)
    ]
  }

  private func dranst(_ account: AccountString?, at place: (AccountListField) -> Place) -> [Finding] {
    let cell = place(dranst == nil ? .function : .dranst)
    if let dranst, let other = account?.dranst, dranst != other {
      return [
        Catalogue.dranstTwice(
          AccountString.name(ofDranst: dranst), AccountString.name(ofDranst: other), at: cell)
      ]
    }
    guard let dranst = dranst ?? account?.dranst else { return [] }
    let trouble = known(dranst, .dranst, at: cell)
    guard trouble.isEmpty else { return trouble }
    func differs(_ from: String, _ allowed: Set<String>) -> Finding {
      Catalogue.dranstDiffers(
        AccountString.name(ofDranst: dranst), area: from,
        allowed: allowed.sorted().map(AccountString.name), at: cell)
    }
    if let area, !AccountString.dranst(of: area).contains(dranst) {
      return [differs(area.rawValue, AccountString.dranst(of: area))]
    }
    if let account, let allowed = chart?.dranst(of: account.function), !allowed.contains(dranst) {
      return [differs("funktion \(account.function)", allowed)]
    }
    return []
  }
}
