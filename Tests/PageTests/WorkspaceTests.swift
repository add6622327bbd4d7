import Foundation
import Page
import TestSupport
import Testing

@Suite struct `The files of a visit` {
  @Test(arguments: [
    ("BC08.xlsx", "BC08.xlsx"), ("../x", "x"), ("..\\x", "x"), (".skjult", "skjult"), ("--help", "help"),
    ("a\u{0}b\nc", "abc"), ("", "fil"), ("...", "fil"),
  ])
  func `get harmless names`(name: String, kept: String) { #expect(Workspace.harmless(name) == kept) }

  @Test func `of the same name stand beside one another`() throws {
    let folder = try TemporaryFolder()
    let work = try Workspace(in: folder.url.path)
    for text in ["a", "b"] {
      try work.keep(FormPart(name: "filer", file: "BC08.xlsx", bytes: Array(text.utf8)))
    }
    #expect(try folder.bytes("\(work.id)/ind/BC08.xlsx") == Array("a".utf8))
    #expect(try folder.bytes("\(work.id)/ind/2-BC08.xlsx") == Array("b".utf8))
  }

  @Test(arguments: ["", "..", "../ind", "ind/../../x", "0123"])
  func `are found under their own name only`(id: String) throws {
    let folder = try TemporaryFolder()
    #expect(Workspace.existing(id, in: folder.url.path) == nil)
  }

  @Test func `that were not made there are not given out`() throws {
    let folder = try TemporaryFolder()
    let work = try Workspace(in: folder.url.path)
    try folder.write([1], to: "\(work.id)/ud/tabel.xlsx")
    try folder.write([2], to: "\(work.id)/hemmelig")
    #expect(work.bytes(of: "tabel.xlsx") == [1])
    #expect(work.bytes(of: "../hemmelig") == nil)
  }
}
