import Foundation
import Output
import Reports
import TestSupport
import Testing

@Suite struct `The layouts of annexes` {
  @Test func `in templates are those that are compiled in`() throws {
    #expect(AnnexLibrary.all.map(\.id) == ["bilag-standard"])
    #expect(AnnexLibrary.all.count == AnnexLibrary.sources.count)
    for (profile, bytes) in zip(AnnexLibrary.all, AnnexLibrary.sources) {
      #expect(
        [UInt8](
          try Data(contentsOf: BuiltTool.package.appending(path: "templates/\(profile.id).json"))) == bytes)
    }
  }

  @Test func `are found by name, and one that is not known is wrong usage`() throws {
    #expect(try AnnexLibrary.profile("Bilag pr. udvalg").id == "bilag-standard")
    #expect(throws: FileFailure.self) { try AnnexLibrary.profile("bilag-ukendt") }
  }
}
