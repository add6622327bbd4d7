import Page
import Testing

@Suite struct `Forms that a browser sends` {
  private func read(_ text: String, boundary: String = "x") -> [FormPart]? {
    Multipart.read(
      Array(text.replacing("\n", with: "\r\n").utf8), contentType: "multipart/form-data; boundary=\(boundary)"
    )
  }

  @Test func `give fields and files with their bytes`() {
    let parts = read(
      """
      --x
      Content-Disposition: form-data; name="hvad"

      tabeller
      --x
      Content-Disposition: form-data; name="filer"; filename="BC08.xlsx"
      Content-Type: application/octet-stream

      PK
      --ikke en grænse

      --x--

      """)
    #expect(
      parts == [
        FormPart(name: "hvad", file: nil, bytes: Array("tabeller".utf8)),
        FormPart(name: "filer", file: "BC08.xlsx", bytes: Array("PK\r\n--ikke en grænse\r\n".utf8)),
      ])
  }

  @Test(arguments: ["../../etc/passwd", "C:\\\\fakepath\\\\passwd"])
  func `keep no folders in the names of files`(name: String) {
    let parts = read("--x\nContent-Disposition: form-data; name=\"f\"; filename=\"\(name)\"\n\na\n--x--")
    #expect(parts?.first?.file == "passwd")
  }

  @Test(arguments: [
    "", "--x", "--x\n", "--x\nContent-Disposition: form-data; name=\"f\"\n\nafbrudt", "--y--",
  ])
  func `that are cut off or something else are refused`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `of more parts than the limit are refused`() {
    let one = "--x\nContent-Disposition: form-data; name=\"f\"\n\na\n"
    #expect(read(String(repeating: one, count: Multipart.parts + 1) + "--x--") == nil)
  }
}
