/// The fields of a ``CSVTable`` with numbers told from text, sixteen bytes for each.
///
/// A field is a number if it is not in quotation marks and has only an optional `-`, digits (18 at most) and one decimal sign between digits. `007` is a
/// code and stays text, as does `1.275` where the decimal sign is a comma: thousands points are for those to judge who know what the column means.
public struct CSVValues: Sendable {
  private let table: CSVTable
  private let values: [Packed]

  /// A number with its scale, or what the field is instead.
  private struct Packed {
    var mantissa: Int64
    /// 0 and above is a number with so many decimals.
    var scale: Int32

    static let blank = Packed(mantissa: 0, scale: -1)
    static let text = Packed(mantissa: 0, scale: -2)
  }

  /// The values of `table`, whose numbers have `decimalSign`. Large tables are read on two threads.
  public init(_ table: CSVTable, decimalSign: DecimalSign) {
    self.table = table
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
    switch value.scale {
    case Packed.blank.scale: return .blank
    case Packed.text.scale: return .text(table.text(table.storage.fields[index]))
    default: return .number(DecimalNumber(mantissa: value.mantissa, scale: Int(value.scale)))
    }
  }

  private static func read(_ table: CSVTable, sign: UInt8) -> [Packed] {
    let references = table.storage.fields
    return [Packed](unsafeUninitializedCapacity: references.count) { values, count in
      count = references.count
      guard let first = values.baseAddress else { return }
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
    _ references: UnsafeBufferPointer<CSVFieldReference>, _ range: Range<Int>, _ bytes: UnsafePointer<UInt8>, sign: UInt8,
    to output: UnsafeMutablePointer<Packed>
  ) {
    for index in range {
      let reference = references[index]
      let value: Packed
      if reference.isBlank {
        value = .blank
      } else if reference.flags.isEmpty,
        let number = CSVNumber.read(bytes, from: Int(reference.start), to: Int(reference.start) + reference.length, sign: sign)
      {
        value = Packed(mantissa: number.mantissa, scale: Int32(number.scale))
      } else {
        value = .text
      }
      (output + index).initialize(to: value)
    }
  }
}
