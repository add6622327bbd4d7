/// How a command ends; the numbers are those of `sysexits.h`.
public enum ExitStatus: Int32, Hashable, Sendable, Comparable {
  /// Done, no errors found.
  case success = 0
  /// Readable, but with findings of severity error.
  case findings = 1
  /// Wrong usage.
  case usage = 64
  /// Not a readable workbook, CSV or JSON.
  case unreadable = 65
  /// The input is not there.
  case inputMissing = 66
  /// The output cannot be written.
  case outputUnwritable = 73
  /// Reading or writing failed underway.
  case inputOutput = 74

  /// The worse status is the larger number.
  public static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}

/// What stops the work on one file: said in Danish, with the exit status it leads to.
public struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user named it.
  public var file: String
  /// How the command ends because of it.
  public var status: ExitStatus
  /// What is wrong and what to do, in Danish.
  public var message: String

  /// A failure of `file`.
  public init(file: String, status: ExitStatus, message: String) {
    self.file = file
    self.status = status
    self.message = message
  }

  /// `BC08.xls: fejl: …`, the line for standard error.
  public var description: String { "\(file): fejl: \(message)" }
}
