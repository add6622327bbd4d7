import Forms
import Foundation
import ProposalModel
import TestSupport
import Testing

/// The round file of a made-up town, which every test breaks in one place.
private let town = BuiltTool.package.appending(path: "samples/runde-eksempelby.json")

private func mistakes(_ old: String, _ new: String) throws -> [String] {
  let text = try String(contentsOf: town, encoding: .utf8)
  try #require(text.contains(old))
  let broken = text.replacingOccurrences(of: old, with: new)
  do {
    _ = try RoundLibrary.read([UInt8](broken.utf8))
    return []
  } catch {
    return error.mistakes.map(\.description)
  }
}

@Suite struct `A round file tells its mistakes by path and line` {
  @Test func `a made-up town of five committees is a round`() throws {
    let (round, unknown) = try RoundLibrary.read([UInt8](try Data(contentsOf: town)))
    #expect(unknown == [])
    #expect(round.equalShareCommittees.map(\.code) == ["ØK", "BS", "SÆ", "TK", "KF"])
  }

  @Test func `a price factor that is not known yet is a place to put it and converts nothing`() throws {
    let (round, _) = try RoundLibrary.read([UInt8](try Data(contentsOf: town)))
    #expect(round.priceFactors.map(\.controlArea) == [.service])
    let newest = try #require(RoundLibrary.round(named: "OFS 2024-2025"))
    #expect(newest.priceFactors.isEmpty)
  }

  @Test func `a missing key is named with what it means`() throws {
    #expect(
      try mistakes("  \"bookingUnit\": 1000,\n", "") == [
        "linje 1: nøglen \"bookingUnit\" mangler: den enhed i kroner, der rundes til, normalt 1000"
      ])
  }

  @Test func `an unknown key is told with the nearest one`() throws {
    #expect(
      try mistakes("\"paybackLimit\"", "\"paybackLimits\"") == [
        "linje 17: paybackLimits: nøglen kendes ikke. Mente du \"paybackLimit\"?"
      ])
  }

  @Test func `a year in quotation marks is told at its place in the list`() throws {
    #expect(
      try mistakes("    2028,", "    \"2028\",") == [
        "linje 9: years[1]: skal være et årstal uden anførselstegn, fx 2026, men er \"2028\""
      ])
  }

  @Test func `a gap between the years is told`() throws {
    #expect(
      try mistakes("    2029,\n", "") == [
        "linje 10: years[2]: årene skal følge efter hinanden: efter 2028 kommer 2029"
      ])
  }

  @Test func `a committee code with a digit is refused, since a rule could be read in two ways`() throws {
    #expect(
      try mistakes("\"code\": \"TK\"", "\"code\": \"T1\"") == [
        "linje 62: committees[3].code: »T1« har et ciffer: i Fordeling kunne »T1 60 %« læses på flere måder. Brug bogstaver, fx »ØU«.",
        "linje 118: keys[0].weights[3].recipient.committee: »TK« er intet udvalgs \"code\" i filen",
      ])
  }

  @Test func `two committees of one name are told`() throws {
    #expect(
      try mistakes("\"code\": \"KF\"", "\"code\": \"TK\"").first
        == "linje 71: committees[4].code: »TK« er allerede navnet på et andet udvalg (committees[3].code)")
  }

  @Test func `an unknown control area is told with those that are known`() throws {
    #expect(
      try mistakes("\"controlArea\": \"Anlæg\"", "\"controlArea\": \"Anlaeg\"").first?.contains(
        "priceFactors[1].controlArea: skal være en af \"Service\", \"Anlæg\"") == true)
  }

  @Test func `a factor that is no number is told`() throws {
    #expect(
      try mistakes("\"factor\": \"0,973\"", "\"factor\": \"0.97.3\"").first?.contains(
        "priceFactors[0].factor: skal være et tal med komma eller en brøk") == true)
  }

  @Test func `a comma too few is told as no JSON`() throws {
    #expect(
      try mistakes("\"bookingUnit\": 1000,", "\"bookingUnit\": 1000").first?.contains("ikke JSON") == true)
  }

  @Test func `all mistakes are told in one pass, from the top`() throws {
    let text = try String(contentsOf: town, encoding: .utf8)
      .replacingOccurrences(of: "\"bookingUnit\": 1000", with: "\"bookingUnit\": \"1000\"")
      .replacingOccurrences(of: "    2028,", with: "    28,")
    do {
      _ = try RoundLibrary.read([UInt8](text.utf8))
      Issue.record("the file was read")
    } catch {
      #expect(error.mistakes.map(\.path) == ["years[1]", "bookingUnit"])
    }
  }
}
