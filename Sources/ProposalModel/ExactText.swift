/// Texts of places and fields compared by their bytes. Places are made and looked up by the thousand, and a name
/// such as `Økonomi` is otherwise brought into Unicode's normal form each time; it comes from one source both times.
enum ExactText {
  static func isSame(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }

  static func hash(_ text: String?, into hasher: inout Hasher) {
    guard let text else { return hasher.combine(0 as UInt8) }
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    hasher.combine(0xFF as UInt8)
  }
}
