public import Findings
public import Output
import Spreadsheet
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The receipts beside the output: `fordel-kvitteringer.jsonl` in its folder, one line of JSON for each,
/// added at the end.
///
/// The line of a file is added once the file stands under its name, in one call of the system, so that no
/// line is ever half there.
public struct ReceiptFile: Sendable {
  private let command: String

  /// The receipts of a command.
  public init(command: String) { self.command = command }

  /// Adds a receipt for files that were written from `inputs`; none for standard output.
  public func add(
    proposals: [String], inputs: [FileFact], outputs: [WrittenFile], findings: [Severity],
    corrections: CorrectionFacts? = nil
  ) throws(FileFailure) {
    guard let first = outputs.first(where: { $0.path != "-" }) else { return }
    var receipt = Receipt(
      command: command, proposals: proposals, inputs: inputs,
      outputs: outputs.filter { $0.path != "-" }.map { FileFact(written: $0.bytes, to: $0.path) },
      findings: findings)
    receipt.corrections = corrections
    try add(receipt, beside: first.path)
  }

  /// Adds a receipt for files that were taken back.
  public func add(withdrawn: [String], of proposal: String) throws(FileFailure) {
    guard let first = withdrawn.first else { return }
    var receipt = Receipt(command: command, proposals: [proposal], inputs: [], outputs: [], findings: [])
    receipt.withdrawn = withdrawn.map { String($0.split(separator: "/").last ?? "") }
    try add(receipt, beside: first)
  }

  private func add(_ receipt: Receipt, beside file: String) throws(FileFailure) {
    let path = (file.lastIndex(of: "/").map { String(file[...$0]) } ?? "") + Receipt.fileName
    guard let line = receipt.line, ReceiptFile.append(line, to: path) else {
      throw FileFailure(
        file: path, status: .outputUnwritable,
        message: "Kvitteringen kan ikke skrives. Kontrollér mappen, rettighederne og pladsen.")
    }
  }

  private static func append(_ line: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var count = -1
    repeat { count = line.withUnsafeBytes { writeOnce(descriptor, $0) } } while count < 0 && errno == EINTR
    return count == line.count
  }

  private static func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
