import Spreadsheet
import Foundation
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  @Test func `a writer that is dropped leaves nothing behind, and what stood there stays`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("before".utf8), to: "a.xlsx")
    do {
      var writer = try XLSXWriter(path: folder.path("a.xlsx"))
      _ = try writer.addSheet("Ark1")
      #expect(folder.names.count == 2)
    }
    #expect(folder.names == ["a.xlsx"])
    #expect(try folder.bytes("a.xlsx") == Array("before".utf8))
  }

  @Test func `a workbook that cannot be finished leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: XLSXWriteError(.noVisibleSheet)) { try XLSXWriter(path: folder.path("a.xlsx")).close() }
    #expect(folder.names.isEmpty)
  }

  @Test func `the temporary file is hidden and not taken for a workbook`() throws {
    let folder = try TemporaryFolder()
    let file = try AtomicFile(path: folder.path("a.xlsx"))
    #expect(folder.names.count == 1)
    #expect(folder.names.allSatisfy { $0.hasPrefix(".a.xlsx.") && $0.hasSuffix(".tmp") })
    _ = consume file
    #expect(folder.names.isEmpty)
  }

  @Test func `a link stays a link, and its file is replaced with its permissions`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("before".utf8), to: "real.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("real.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.csv"), withDestinationPath: "real.csv")
    try AtomicFile.write(Array("after".utf8), to: folder.path("link.csv"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.csv")) == "real.csv")
    #expect(try folder.bytes("real.csv") == Array("after".utf8))
    #expect(
      try FileManager.default.attributesOfItem(atPath: folder.path("real.csv"))[.posixPermissions] as? Int
        == 0o640)
    #expect(folder.names == ["link.csv", "real.csv"])
  }

  @Test func `a pipe gets the finished bytes and is not replaced`() throws {
    let folder = try TemporaryFolder()
    let pipe = Pipe()
    try AtomicFile.write(Array("text".utf8), to: "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("text".utf8))
    #expect(folder.names.isEmpty)
  }

  @Test func `a full disk is reported`() {
    let error = #expect(throws: FileWriteError.self) { try AtomicFile.write([1, 2, 3], to: "/dev/full") }
    #expect(error?.description == "cannot write /dev/full: No space left on device")
  }

  @Test func `a place where no file can be is reported in words`() throws {
    let folder = try TemporaryFolder()
    for (path, words) in [
      (folder.path(""), "cannot create \(folder.path("")): Is a directory"),
      ("", "cannot create : No such file or directory"),
      ("/no/such/a.xlsx", "cannot create /no/such/a.xlsx: No such file or directory"),
      ("/dev/null/a.xlsx", "cannot create /dev/null/a.xlsx: Not a directory"),
    ] {
      let error = #expect(throws: FileWriteError.self) { try AtomicFile.write([], to: path) }
      #expect(error?.description == words)
      let workbook = #expect(throws: XLSXWriteError.self) { _ = try XLSXWriter(path: path) }
      #expect(workbook?.description == words)
    }
  }

  @Test func `a name of 255 bytes of Danish letters is written`() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "å", count: 125) + ".csv"
    try AtomicFile.write([1], to: folder.path(name))
    #expect(folder.names == [name])
  }

  @Test func `a workbook in memory is the one on disk, and leaves no file`() throws {
    let folder = try TemporaryFolder()
    func write(_ writer: inout XLSXWriter) throws {
      try writer.write("æ", at: .first, in: writer.addSheet("Ark1"))
    }
    var onDisk = try XLSXWriter(path: folder.path("a.xlsx"))
    try write(&onDisk)
    try onDisk.close()
    var inMemory = try XLSXWriter()
    try write(&inMemory)
    #expect(try inMemory.closeIntoBytes() == folder.bytes("a.xlsx"))
  }

  @Test func `a workbook that may grow past 4 GiB has ZIP64 fields and reads the same`() throws {
    let small = try WrittenWorkbook { try $0.write("æ", at: .first, in: $1) }
    let large = try WrittenWorkbook(options: WriteOptions(allowsLargeFiles: true)) {
      try $0.write("æ", at: .first, in: $1)
    }
    #expect(try Array(large.sheet().cells) == Array(small.sheet().cells))
    // "Version needed to extract" of the first entry: 4.5 is ZIP64.
    #expect(small.bytes[4] == 20)
    #expect(large.bytes[4] == 45)
  }
}
