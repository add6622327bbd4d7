/// A generator of the same numbers for the same seed on every run and machine (SplitMix64).
package struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The numbers of `seed`.
  package init(seed: UInt64) { state = seed }

  /// The numbers of a name, which `Hasher` does not keep from one process to the next (FNV-1a).
  package init(name: String) {
    state = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something of this many percent happens.
  package mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// A number of the range.
  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of the choices; there must be one.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(0...choices.count - 1)] }

  /// Some different ones of the choices, in their order.
  package mutating func some<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
    let places = choices.indices.shuffled(using: &self).prefix(count).sorted()
    return places.map { choices[$0] }
  }
}
