import FoundationEssentials

/// How much memory the machine, or the container that the process runs in, has left.
package enum AvailableMemory {
  /// In bytes; `nil` where the system does not tell.
  static var bytes: Int? {
    let folder = "/sys/fs/cgroup/"
    return [
      machine(text("/proc/meminfo")),
      container(limit: text(folder + "memory.max"), used: text(folder + "memory.current")),
    ].compactMap { $0 }.min()
  }

  /// What Linux says of the machine in `/proc/meminfo`: `MemAvailable:    8046992 kB`.
  package static func machine(_ text: String?) -> Int? {
    for line in (text ?? "").split(separator: "\n") where line.hasPrefix("MemAvailable:") {
      return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
    }
    return nil
  }

  /// What a container's limit, in bytes or `max`, leaves of what is used.
  package static func container(limit: String?, used: String?) -> Int? {
    func number(_ text: String?) -> Int? { text.flatMap { Int($0.prefix(while: \.isNumber)) } }
    guard let limit = number(limit), let used = number(used) else { return nil }
    return max(0, limit - used)
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
