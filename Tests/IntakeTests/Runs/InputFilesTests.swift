import Findings
import Output
import Intake
import Foundation
import TestSupport
import Testing

@Suite struct `Input files` {
  @Test func `of a folder are those of proposals, at any depth, sorted, without hidden files and lock files`()
    throws
  {
    let folder = try TemporaryFolder()
    for name in ["b.xlsx", "a.JSON", "c.csv", "note.jpg", ".skjult.xlsx", "~$b.xlsx", ".~lock.b.xlsx#"] {
      try folder.write([1], to: name)
    }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "mappe"), withIntermediateDirectories: true)
    try folder.write([1], to: "mappe/d.xlsm")
    let top = folder.url.path(percentEncoded: false)
    let found = InputFiles.find([top])
    #expect(
      found.files.map { $0.path.split(separator: "/").last.map(String.init) } == [
        "a.JSON", "b.xlsx", "c.csv", "d.xlsm",
      ])
    #expect(found.unread.isEmpty)
    #expect(found.others.map { $0.hasSuffix("/note.jpg") } == [true])
    #expect(found.files.allSatisfy { !$0.isNamed })
  }

  @Test(arguments: ["BC93.xlsb", "BC93.numbers", "BC93.doc", "alle.zip"])
  func `of a folder that people write proposals in and that cannot be read are named`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: name)
    let found = InputFiles.find([folder.url.path(percentEncoded: false)])
    #expect(found.unread.map(\.finding.code) == [.fileUnread])
    #expect(found.unread.map(\.failure.status) == [.unreadable])
    #expect(found.unread.allSatisfy { $0.file.hasSuffix("/" + name) })
  }

  @Test func `whose names are not UTF-8 are named`() throws {
    let folder = try TemporaryFolder()
    let path = Array(folder.path("").utf8CString.dropLast()) + [0x46, CChar(bitPattern: 0xF8), 0x2E, 0x78, 0]
    let file = fopen(path, "w")
    #expect(file != nil)
    if let file { fclose(file) }
    let found = InputFiles.find([folder.url.path(percentEncoded: false)])
    #expect(found.unread.map(\.failure.status) == [.inputMissing])
  }

  @Test func `that are named themselves are told apart from those of folders`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "a.xlsx")
    #expect(InputFiles.find([folder.path("a.xlsx")]).files.map(\.isNamed) == [true])
  }

  @Test func `are read once where a folder has a link to itself`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "a.xlsx")
    let link = folder.url.appending(path: "igen").path(percentEncoded: false)
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.url.path(percentEncoded: false))
    #expect(InputFiles.find([folder.url.path(percentEncoded: false)]).files.count == 1)
  }
}
