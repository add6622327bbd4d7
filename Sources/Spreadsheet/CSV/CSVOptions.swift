/// How a CSV file is read.
public struct CSVOptions: Hashable, Sendable {
  /// The byte between two fields; `nil` to find out (see ``CSVReader``).
  public var separator: CSVSeparator?
  /// How characters are stored; `nil` to find out (see ``CSVReader``).
  public var encoding: CSVEncoding?
  /// Whether the apostrophe is removed that ``CSVWriter`` puts before text which a spreadsheet would run as a
  /// formula.
  public var removesApostrophes = true
  /// What is refused for its size.
  public var limits = CSVLimits()

  /// Everything is found out.
  public init(separator: CSVSeparator? = nil, encoding: CSVEncoding? = nil) {
    (self.separator, self.encoding) = (separator, encoding)
  }

  /// What ``CSVWriter`` writes in `dialect`.
  public init(_ dialect: CSVDialect) {
    self.init(separator: dialect.separator, encoding: .utf8(hasMark: dialect.hasByteOrderMark))
  }
}

/// Sizes above which a CSV file is refused, so that a hostile file cannot exhaust memory.
public struct CSVLimits: Hashable, Sendable {
  /// Bytes of the file, after conversion to UTF-8; at most 4 GiB − 1. The default, 512 MiB, is that of
  /// inflated workbooks.
  public var bytes = 512 << 20
  /// Rows. The default is what a sheet holds.
  public var rows = 1_048_576
  /// Fields of a row. The default is what a sheet holds.
  public var columns = 16_384
  /// Fields in all. The default takes 400 MB of memory.
  public var fields = 50_000_000
  /// Bytes of a field; 512 MiB at most. The default is far above the 32,767 characters of a cell.
  public var fieldBytes = 1 << 20
  /// Notes that are kept; further ones are only counted.
  public var notes = 1_000

  /// The defaults.
  public init() {}

  /// The same limits, with fields no longer than ``CSVFieldReference`` can hold.
  var withinStorage: CSVLimits {
    var limits = self
    limits.fieldBytes = min(max(0, fieldBytes), CSVFieldReference.maximumLength - 1)
    return limits
  }
}

extension CSVOptions {
  /// The same options with ``CSVLimits/withinStorage``.
  var withinStorage: CSVOptions {
    var options = self
    options.limits = limits.withinStorage
    return options
  }
}
