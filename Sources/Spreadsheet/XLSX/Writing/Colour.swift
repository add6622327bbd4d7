/// A colour of text, fill, border or tab, as red, green and blue.
///
/// Written as a literal: `let header: Colour = 0x1F4E79`.
public struct Colour: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// `0xRRGGBB`; higher bits are dropped.
  public let rgb: UInt32

  /// The colour `0xRRGGBB`.
  public init(_ rgb: UInt32) {
    self.rgb = rgb & 0xFF_FFFF
  }

  /// The colour `0xRRGGBB`.
  public init(integerLiteral rgb: UInt32) {
    self.init(rgb)
  }

  /// Black.
  public static let black: Colour = 0x000000
  /// White.
  public static let white: Colour = 0xFFFFFF
}
