/// The fields of a ``CSVTable`` with numbers told from text, eight bytes for each.
///
/// A field is a number if it is not in quotation marks and has only an optional `-`, digits (18 at most) and
/// one decimal sign between digits. `007` is a code and stays text, as does `1.275` where the decimal sign is
/// a comma: thousands points are for those to judge who know what the column means.
public struct CSVValues: Sendable {
  private let table: CSVTable
  private let sign: UInt8
  private let values: [Packed]

  /// A number of up to 17 digits with its scale, or what the field is instead, in eight bytes.
  private struct Packed {
    private let bits: Int64

    static let blank = Packed(bits: 31)
    static let text = Packed(bits: 30)
    /// A number of 18 digits, which is read again when it is asked for.
    static let long = Packed(bits: 29)

    private init(bits: Int64) {
      self.bits = bits
    }

    @inline(__always)
    init(mantissa: Int64, scale: Int) {
      let shifted = mantissa << 5
      self = shifted >> 5 == mantissa ? Packed(bits: shifted | Int64(scale)) : .long
    }

    @inline(__always) var mantissa: Int64 { bits >> 5 }
    /// 18 and below is a number with so many decimals.
    @inline(__always) var kind: Int { Int(bits & 31) }
  }

  /// The values of `table`, whose numbers have `decimalSign`. Large tables are read on two threads.
  public init(_ table: CSVTable, decimalSign: DecimalSign) {
    self.table = table
    sign = decimalSign.rawValue
    values = CSVValues.read(table, sign: decimalSign.rawValue)
  }

  /// The value of a field; `nil` where there is no such field.
  public subscript(row: Int, column: Int) -> CSVField? {
    guard row >= 1, row <= table.rowCount else { return nil }
    let range = table.storage.fields(ofRow: row - 1)
    guard column >= 1, column <= range.count else { return nil }
    return field(range.lowerBound + column - 1)
  }

  /// The values of row `row`; none where there is no such row.
  public func fields(ofRow row: Int) -> [CSVField] {
    guard row >= 1, row <= table.rowCount else { return [] }
    return table.storage.fields(ofRow: row - 1).map(field)
  }

  /// All rows.
  public var rows: [[CSVField]] {
    (0..<table.rowCount).map { fields(ofRow: $0 + 1) }
  }

  private func field(_ index: Int) -> CSVField {
    let value = values[index]
    let reference = table.storage.fields[index]
    switch value.kind {
    case Packed.blank.kind: return .blank
    case Packed.text.kind: return .text(table.text(reference))
    case Packed.long.kind: return .number(longNumber(reference) ?? DecimalNumber(mantissa: 0, scale: 0))
    default: return .number(DecimalNumber(mantissa: value.mantissa, scale: value.kind))
    }
  }

  private func longNumber(_ reference: CSVFieldReference) -> DecimalNumber? {
    table.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let number = CSVNumber.read(
          base, from: reference.range.lowerBound, to: reference.range.upperBound, sign: sign)
      else { return nil }
      return DecimalNumber(mantissa: number.mantissa, scale: number.scale)
    }
  }

  private static func read(_ table: CSVTable, sign: UInt8) -> [Packed] {
    let references = table.storage.fields
    return [Packed](unsafeUninitializedCapacity: references.count) { values, count in
      count = references.count
      guard let first = values.baseAddress else { return }
      LargeMemory.advise(first, count: values.count * MemoryLayout<Packed>.stride)
      table.bytes.withUnsafeBufferPointer { bytes in
        references.withUnsafeBufferPointer { buffer in
          guard let start = bytes.baseAddress else { return }
          // Both threads read the same bytes and write different halves.
          nonisolated(unsafe) let (references, base, output) = (buffer, start, first)
          let middle = references.count / 2
          TwoThreads.run(isWorthIt: references.count > 50_000) {
            read(references, 0..<middle, base, sign: sign, to: output)
          } and: {
            read(references, middle..<references.count, base, sign: sign, to: output)
          }
        }
      }
    }
  }

  private static func read(
    _ references: UnsafeBufferPointer<CSVFieldReference>, _ range: Range<Int>, _ bytes: UnsafePointer<UInt8>,
    sign: UInt8,
    to output: UnsafeMutablePointer<Packed>
  ) {
    for index in range {
      let reference = references[index]
      let value: Packed
      if reference.isBlank {
        value = .blank
      } else if reference.flags.isEmpty,
        let number = CSVNumber.read(
          bytes, from: Int(reference.start), to: Int(reference.start) + reference.length, sign: sign)
      {
        value = Packed(mantissa: number.mantissa, scale: number.scale)
      } else {
        value = .text
      }
      (output + index).initialize(to: value)
    }
  }
}
