public import Foundation

/// Runs the built command-line tool as a process, as a user would.
public struct BuiltTool: Sendable {
  /// What a run gave.
  public struct Result: Sendable {
    /// The exit status.
    public var status: Int32
    /// Standard output, as bytes.
    public var output: Data
    /// Standard error, as text.
    public var words: String

    /// Standard output, as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The tool beside the test bundle that is running.
  public static var url: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "fordel")
  }

  /// The top folder of the package.
  public static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the tool with `arguments` and `input` on standard input, in the folder `directory`; `variables` are set
  /// in its environment beside our own.
  public static func run(
    _ arguments: [String], input: Data = Data(), in directory: URL? = nil, variables: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    if !variables.isEmpty {
      process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    }
    if let directory { process.currentDirectoryURL = directory }
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    let words = Drain(standardError.fileHandleForReading)
    try? standardInput.fileHandleForWriting.write(contentsOf: input)
    try? standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: output, words: String(decoding: words.data(), as: UTF8.self))
  }
}

/// Reads a pipe to its end on another thread, so that neither pipe can block the tool.
private final class Drain: @unchecked Sendable {
  private var collected = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread {
      self.collected = handle.readDataToEndOfFile()
      self.done.signal()
    }
  }

  func data() -> Data {
    done.wait()
    return collected
  }
}
