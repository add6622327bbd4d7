/// What a sheet's name means, whatever the program that wrote it.
package enum SheetName {
  /// The name without what Apple's Numbers adds: it makes a sheet of each table, `Økonomi - Tabel 1`.
  package static func meant(_ name: String) -> String {
    guard name.utf8.last.map({ $0 >= 0x80 || (0x30...0x39).contains($0) }) ?? false,
      name.utf8.contains(UInt8(ascii: "-"))
    else { return name }
    for word in [" - Tabel ", " - Table "] {
      guard let range = name.ranges(of: word).last else { continue }
      let number = name[range.upperBound...]
      if !number.isEmpty, number.allSatisfy(\.isNumber), range.lowerBound > name.startIndex {
        return String(name[..<range.lowerBound])
      }
    }
    return name
  }
}
