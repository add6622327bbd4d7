import Intake
import Foundation
import TestSupport
import Testing

@Suite struct `Input files` {
  @Test func `of a folder are those of proposals, at any depth, sorted, without hidden files and lock files`()
    throws
  {
    let folder = try TemporaryFolder()
    for name in ["b.xlsx", "a.JSON", "c.csv", "note.txt", ".skjult.xlsx", "~$b.xlsx", ".~lock.b.xlsx#"] {
      try folder.write([1], to: name)
    }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "mappe"), withIntermediateDirectories: true)
    try folder.write([1], to: "mappe/d.xlsm")
    let top = folder.url.path(percentEncoded: false)
    let found = InputFiles.find([top])
    #expect(
      found.files.map { $0.split(separator: "/").last.map(String.init) } == [
        "a.JSON", "b.xlsx", "c.csv", "d.xlsm",
      ])
    #expect(found.failures.isEmpty)
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
