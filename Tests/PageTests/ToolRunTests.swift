import Foundation
import Page
import TestSupport
import Testing

@Suite struct `The tool as a child` {
  @Test func `gives its status, its output and its words`() throws {
    let folder = try TemporaryFolder()
    let run = ToolRun(tool: "/bin/sh").run(["-c", "echo ud; echo fejl >&2; exit 3"], in: folder.url.path)
    #expect(run.status == 3)
    #expect(run.output == Array("ud\n".utf8))
    #expect(run.words == "fejl\n")
  }

  @Test func `is stopped at its limit of time`() throws {
    let folder = try TemporaryFolder()
    var tool = ToolRun(tool: "/bin/sleep")
    tool.seconds = 1
    #expect(tool.run(["30"], in: folder.url.path).status == nil)
  }

  @Test func `sees arguments as they are, without a shell`() throws {
    let folder = try TemporaryFolder()
    let run = ToolRun(tool: "/bin/echo").run(["$(id)", "; rm -rf x", "\"'"], in: folder.url.path)
    #expect(String(decoding: run.output, as: UTF8.self) == "$(id) ; rm -rf x \"'\n")
  }
}
