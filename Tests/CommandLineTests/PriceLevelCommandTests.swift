import ProposalModel
import Foundation
import TestSupport
import Testing

/// A proposal with a saving in Service and one in transfers, as canonical JSON.
private func proposal() throws -> [UInt8] {
  var proposal = Proposal(id: "BC77", title: "Prøve", years: [2022, 2023, 2024, 2025, 2026, 2027])
  proposal.round = "OFS 2021-2022"
  proposal.priceLevel = 2023
  proposal.presenting = "SUD"
  for (id, area) in [("1", ControlArea.service), ("2", .transfers)] {
    proposal.lines.append(
      Line(
        id: id, section: .permanent, text: "Linje \(id)", controlArea: area,
        figures: [.blank] + Array(repeating: .amount(Amount(thousands: -1_000)), count: 5)))
  }
  return try CanonicalJSON.encode(proposal)
}

@Test func `a table whose factor is unknown is not written, and the factor is asked for`() throws {
  let folder = try TemporaryFolder()
  try folder.write(try proposal(), to: "BC77.json")
  let result = try BuiltTool.run([
    "export", folder.path("BC77.json"), "--tables", "A,B", "--format", "csv", "--price-level", "implemented",
    "--csv-dialect", "rfc4180",
    "-o", folder.path("out"),
  ])
  #expect(result.status == 1)
  #expect(
    result.words.contains(
      "Tabel B er ikke skrevet: runden OFS 2021-2022 har ingen faktor fra 2023 til 2022 p/l for Efterspørgselsstyrede overførsler."
    ))
  #expect(
    try String(decoding: folder.bytes("out/BC77-tabel-A.csv"), as: UTF8.self).contains(
      "Socialudvalget,,,,-980,"))
  #expect(!FileManager.default.fileExists(atPath: folder.path("out/BC77-tabel-B.csv")))
}

@Test func `when asked for, the table is written with what is not converted named in it`() throws {
  let folder = try TemporaryFolder()
  try folder.write(try proposal(), to: "BC77.json")
  let result = try BuiltTool.run([
    "export", folder.path("BC77.json"), "--tables", "B", "--format", "json", "--price-level", "implemented",
    "--allow-incomplete", "-o",
    folder.path("out"),
  ])
  #expect(
    result.words.contains(
      "Runden har ingen faktor fra 2023 til 2022 p/l for Efterspørgselsstyrede overførsler"))
  let text = try String(decoding: folder.bytes("out/BC77-tabeller.json"), as: UTF8.self)
  #expect(text.contains("\"unconverted\": [\"Efterspørgselsstyrede overførsler\"]"))
}

@Test func `a round of one's own brings the factor, and at the written level none is needed`() throws {
  let folder = try TemporaryFolder()
  try folder.write(try proposal(), to: "BC77.json")
  let template = BuiltTool.package.appending(path: "templates/ofs-2021-2022.json")
  let round = try String(contentsOf: template, encoding: .utf8).replacing(
    "\"priceFactors\": [",
    with: """
      "priceFactors": [
        {"controlArea": "Efterspørgselsstyrede overførsler", "from": 2023, "to": 2022, "factor": "0,99", "source": "skøn"},
      """)
  try folder.write(round.utf8, to: "runde.json")
  let own = try BuiltTool.run([
    "export", folder.path("BC77.json"), "--tables", "B", "--format", "csv", "--price-level", "implemented",
    "--csv-dialect", "rfc4180",
    "--round", folder.path("runde.json"), "-o", folder.path("own"),
  ])
  #expect(own.status == 0, "\(own.words)")
  #expect(
    try String(decoding: folder.bytes("own/BC77-tabel-B.csv"), as: UTF8.self).contains("overførsler,,-990,"))
  let written = try BuiltTool.run([
    "export", folder.path("BC77.json"), "--tables", "B", "--format", "csv", "--csv-dialect", "rfc4180", "-o",
    folder.path("written"),
  ])
  #expect(written.status == 0, "\(written.words)")
  #expect(
    try String(decoding: folder.bytes("written/BC77-tabel-B.csv"), as: UTF8.self).contains(
      "overførsler,,-1000,"))
}
