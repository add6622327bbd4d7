extension XMLTokenizer {
  /// The namespace that `prefix` stands for here, as in `mc:Choice Requires="w14 wps"`; `nil` if nobody
  /// declared it.
  package func namespace(ofPrefix prefix: String) -> XMLNamespace? {
    let found = Array(prefix.utf8).withUnsafeBufferPointer { scope.find(XMLName(bytes: $0)) }
    return found == .none || (found == .other && !isDeclared(prefix)) ? nil : found
  }

  private func isDeclared(_ prefix: String) -> Bool {
    Array(prefix.utf8).withUnsafeBufferPointer { scope.declares(XMLName(bytes: $0)) }
  }

  /// The namespace of the attribute number `index`: ``XMLNamespace/none`` if it has no prefix, whatever its
  /// element's is.
  package func namespace(ofAttribute index: Int) -> XMLNamespace {
    let attribute = self[attribute: index]
    guard attribute.name != attribute.fullName else { return .none }
    return scope.find(prefix(from: attribute.nameStart, to: attribute.nameEnd))
  }

  /// The value of the attribute `name` in `namespace`, entities undone. Producers may give it any prefix, and
  /// other namespaces have attributes of the same name.
  package func string(_ name: XMLName, in namespace: XMLNamespace) throws(SpreadsheetError) -> String? {
    for index in 0..<attributeCount
    where self[attribute: index].name == name && self.namespace(ofAttribute: index) == namespace {
      return try value(self[attribute: index])
    }
    return nil
  }

  /// The value of the attribute as a whole number, if it is one.
  package func number(_ name: XMLName, in namespace: XMLNamespace) throws(SpreadsheetError) -> Int? {
    try string(name, in: namespace).flatMap { Int($0) }
  }

  /// What stands before the last colon of the name from `start` to `end`, which has one.
  func prefix(from start: Int, to end: Int) -> XMLName {
    var colon = end - 1
    while colon > start, window[colon] != UInt8(ascii: ":") { colon -= 1 }
    return XMLName(window + start, count: colon - start)
  }

  /// The prefix and address in the attribute number `index`, if it declares a namespace: `xmlns="…"`,
  /// `xmlns:w="…"`.
  func declaration(_ index: Int) throws(SpreadsheetError) -> (prefix: XMLName, namespace: XMLNamespace)? {
    let attribute = self[attribute: index]
    if attribute.fullName == .xmlns { return (.none, XMLNamespace(address: try value(attribute))) }
    guard attribute.name != attribute.fullName,
      prefix(from: attribute.nameStart, to: attribute.nameEnd) == .xmlns
    else { return nil }
    return (attribute.name, XMLNamespace(address: try value(attribute)))
  }
}
