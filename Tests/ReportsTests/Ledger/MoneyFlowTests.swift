import AllocationTables
import Distribution
import Foundation
import Kvantum
import ProposalModel
import TestSupport
import Testing

/// The money of a proposal from its lines to its corrections.
@Suite struct `Money from lines to corrections` {
  private func flows(_ name: String) throws -> [String: Any] {
    let result = try BuiltTool.run([
      "ledger", BuiltTool.package.appending(path: "samples/printed/\(name).xlsx").path, "--accounts",
      BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path, "--format", "json",
      "--no-receipt",
    ])
    let document = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
    let proposals = try #require(document?["proposals"] as? [[String: Any]])
    return try #require(proposals.first)
  }

  @Test func `a change that stops before the round is carried on to its last year`() throws {
    let flows = try #require(try flows("BC16")["flows"] as? [[String: Any]])
    let service = flows.filter {
      $0["section"] as? String == "Varig ændring" && $0["controlArea"] as? String == "Service"
    }
    let rows = service.map {
      "\($0["year"] ?? "") \($0["input"] ?? "") \($0["carried"] ?? "") \($0["tables"] ?? "")"
    }
    #expect(
      rows == [
        "2023 -16000000 0 -16000000", "2024 -21000000 0 -21000000", "2025 -21000000 0 -21000000",
        "2026 0 -21000000 -21000000", "2027 0 -21000000 -21000000",
      ])
  }

  @Test(
    "nothing is left over in any printed proposal",
    arguments: [
      "BC04", "BC08", "BC16", "BC26", "BC30", "BC45", "BC52", "BC59", "BC61", "DIGITAL-KONTAKT-2018",
      "INNOVATION-2018", "SI01-2025", "TV01-2025",
    ])
  func nothingLeftOver(name: String) throws {
    let proposal = try flows(name)
    let flows = try #require(proposal["flows"] as? [[String: Any]])
    #expect(!flows.isEmpty)
    for flow in flows { #expect(flow["remainder"] as? String == "0", "\(flow)") }
    let cells = try #require(proposal["cells"] as? [[String: Any]])
    #expect(cells.contains { $0["role"] as? String == "amount" })
    #expect(cells.allSatisfy { $0["role"] as? String != "outside" || $0["reason"] is String })
  }
}
