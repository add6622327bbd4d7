/// Text that the short cuts past the tokenizer take as it stands.
enum PlainText {
  /// The longest text that is taken the short way.
  static let longest = 1 << 12

  /// How many bytes stand between `start` and the next tag; `nil` if some of them need decoding (`&`, CR, the
  /// `_` of `_x000D_`), or there are very many, or the tag begins at `end` or later. Eight bytes from `end`
  /// on have to be readable.
  @inline(__always)
  static func length(_ window: UnsafeMutablePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var cursor = start
    let limit = min(end, start &+ longest)
    while cursor < limit {
      let word = UnsafeRawPointer(window + cursor).loadUnaligned(as: UInt64.self)
      let marks =
        zeroBytes(word ^ 0x3C3C_3C3C_3C3C_3C3C) | zeroBytes(word ^ 0x2626_2626_2626_2626)
        | zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) | zeroBytes(word ^ 0x5F5F_5F5F_5F5F_5F5F)
      if marks != 0 {
        cursor &+= marks.trailingZeroBitCount &>> 3
        return cursor < limit && window[cursor] == UInt8(ascii: "<") ? cursor &- start : nil
      }
      cursor &+= 8
    }
    return nil
  }

  /// Marks the highest bit of each byte that is zero. Above the lowest such byte a mark may be wrong.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
