/// A text by its letters and digits alone, in lower case, with the place of each in the text.
///
/// `Styrings- område` and `Styringsområde` have one key, so that broken words are found.
struct PrintedKey {
  let scalars: [Unicode.Scalar]
  /// For each scalar of the key: its index among the scalars of the text.
  let places: [Int]

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var places: [Int] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      guard let lower = PrintedKey.lower(scalar) else { continue }
      scalars.append(lower)
      places.append(place)
    }
    self.scalars = scalars
    self.places = places
  }

  var isEmpty: Bool { scalars.isEmpty }

  /// The key as a text.
  static func of(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let lower = lower(scalar) { result.append(lower) }
    }
    return String(result)
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7a: scalar
    case 0x41...0x5a: Unicode.Scalar(scalar.value + 32)
    case 0..<0x80: nil
    default: scalar.properties.isAlphabetic ? scalar.properties.lowercaseMapping.unicodeScalars.first : nil
    }
  }

  /// Where another key begins in this one, as an index of ``scalars``.
  func first(_ other: PrintedKey) -> Int? {
    let count = other.scalars.count
    guard count > 0, count <= scalars.count else { return nil }
    return (0...(scalars.count - count)).first { start in
      scalars[start..<(start + count)].elementsEqual(other.scalars)
    }
  }

  /// Whether this key ends with another.
  func ends(with other: PrintedKey) -> Bool {
    scalars.count >= other.scalars.count && scalars.suffix(other.scalars.count).elementsEqual(other.scalars)
  }

  /// Whether this key begins with another.
  func begins(with other: PrintedKey) -> Bool {
    scalars.count >= other.scalars.count && scalars.prefix(other.scalars.count).elementsEqual(other.scalars)
  }
}
