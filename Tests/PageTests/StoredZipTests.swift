import Page
import TestSupport
import Testing

@Suite struct `Files in one ZIP` {
  private let files: [(name: String, bytes: [UInt8])] = [
    ("BC08.xlsx", Array("PK tabel".utf8)), ("æøå.csv", []), ("c", (0...255).map { UInt8($0) }),
  ]

  @Test func `come out as they went in, by another library`() throws {
    let contents = ZipContents(try #require(StoredZip.archive(files)))
    #expect(contents.names == files.map(\.name))
    for file in files { #expect(contents[file.name] == file.bytes) }
  }

  @Test func `give the same bytes every time`() {
    #expect(StoredZip.archive(files) == StoredZip.archive(files))
  }

  @Test func `of none are an empty ZIP`() {
    #expect(StoredZip.archive([])?.count == 22)
  }

  @Test func `above the limit are refused`() {
    let many = (0...StoredZip.files).map { (name: "\($0)", bytes: [UInt8]()) }
    #expect(StoredZip.archive(many) == nil)
  }
}
