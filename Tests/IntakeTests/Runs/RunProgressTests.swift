@testable import Intake
import Testing

@Test(
  arguments: [
    (0, 1_000, 0, "[················] 0/1.000 filer"),
    (250, 1_000, 10, "[████············] 250/1.000 filer, ca. 30 s tilbage"),
    (1, 1_000, 1, "[················] 1/1.000 filer, ca. 17 min tilbage"),
    (1, 10_000, 1, "[················] 1/10.000 filer, ca. 2 t 46 min tilbage"),
    (1_000, 1_000, 40, "[████████████████] 1.000/1.000 filer"),
  ])
func `the line of progress tells counts and remaining time`(done: Int, total: Int, seconds: Int, line: String)
{
  #expect(RunProgress().text(done: done, of: total, elapsed: .seconds(seconds)) == line)
}

@Test func `the line is shown ten times a second at most, and names files with errors`() {
  let start = ContinuousClock.now
  var progress = RunProgress(now: start)
  progress.errors = 2
  #expect(progress.line(done: 1, of: 4, now: start)?.contains("2 med fejl") == true)
  #expect(progress.line(done: 2, of: 4, now: start + .milliseconds(50)) == nil)
  #expect(progress.line(done: 3, of: 4, now: start + .milliseconds(101)) != nil)
  #expect(progress.line(done: 4, of: 4, now: start + .milliseconds(102)) != nil)
  #expect(progress.line(done: 1, of: 1, now: start + .seconds(1)) == nil)
}
