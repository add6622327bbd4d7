import Distribution
import ProposalModel
import Foundation
import TestSupport
import Testing

/// The example of a seventh in Sources/Distribution/Documentation.docc/ChoosingAPolicy.md is what the
/// policies give.
@Suite struct PolicyPageTests {
  private static let savings: [Int64] = [-270, -933, -1433, -1833]

  private static func page() throws -> String {
    let path = "Sources/Distribution/Documentation.docc/ChoosingAPolicy.md"
    return try String(contentsOf: BuiltTool.package.appending(path: path), encoding: .utf8)
  }

  private static func row(_ name: String, _ years: [Int64]) -> String {
    let numbers = (years + [years.reduce(0, +)]).map { String($0.magnitude) }
    return "| " + ([name] + numbers).joined(separator: " | ") + " |"
  }

  @Test(arguments: [RoundingPolicy.largestRemainder, .controlled])
  func `the page shows what each policy gives`(
    policy: RoundingPolicy
  ) throws {
    let rows = shares([line("1", PolicyPageTests.savings, "Ligedeling")], policy).map {
      PolicyPageTests.row($0.name, $0.units)
    }
    #expect(rows.count == 7)
    let heading =
      "| `\(policy.spelling)` | 2019 | 2020 | 2021 | 2022 | together |\n|---|---|---|---|---|---|\n"
    #expect(try PolicyPageTests.page().contains(heading + rows.joined(separator: "\n") + "\n\n"))
  }

  @Test func `the page shows the printed shares and what they add up to`() throws {
    let block = distribute([line("1", PolicyPageTests.savings, "Ligedeling")], .asPublished)
    let alone = block.rows.map { $0.rounded.map { $0.oere / 100_000 } }
    #expect(Set(alone).count == 1)
    let sums = alone[0].indices.map { year in alone.reduce(Int64(0)) { $0 + $1[year] } }
    let page = try PolicyPageTests.page()
    #expect(page.contains(PolicyPageTests.row("each of the seven", alone[0])))
    #expect(page.contains(PolicyPageTests.row("all seven", sums)))
    #expect(page.contains(PolicyPageTests.row("to share", PolicyPageTests.savings)))
  }

  @Test func `the page names every policy`() throws {
    let page = try PolicyPageTests.page()
    for policy in [
      RoundingPolicy.standard, .largestRemainder, .controlled, .asPublished, .residualTo(committee: "KFU"),
    ] {
      #expect(page.contains("`\(policy.spelling)`"))
    }
  }
}
