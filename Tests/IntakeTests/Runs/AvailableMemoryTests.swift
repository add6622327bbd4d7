import Intake
import Testing

@Suite struct `The memory that is left` {
  @Test func `is what Linux calls available`() {
    let text = "MemTotal:       24576000 kB\nMemFree:         1000 kB\nMemAvailable:    8046992 kB\n"
    #expect(AvailableMemory.machine(text) == 8_046_992 * 1_024)
    #expect(AvailableMemory.machine("MemTotal: 1 kB\n") == nil)
    #expect(AvailableMemory.machine(nil) == nil)
  }

  @Test func `is what a container's limit leaves`() {
    #expect(AvailableMemory.container(limit: "1073741824\n", used: "73741824\n") == 1_000_000_000)
    #expect(AvailableMemory.container(limit: "100\n", used: "200\n") == 0)
    #expect(AvailableMemory.container(limit: "max\n", used: "200\n") == nil)
    #expect(AvailableMemory.container(limit: nil, used: nil) == nil)
  }
}
