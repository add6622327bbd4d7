/// What a request asks for: a visit, a proposal of it, and fields.
package struct PageQuery: Sendable {
  /// The name of the visit.
  package var id: String
  /// Forslagsnummer.
  package var number: String
  /// The fields of the address.
  package var fields: [String: String]

  /// A request for these.
  package init(id: String = "", number: String = "", fields: [String: String] = [:]) {
    (self.id, self.number, self.fields) = (id, number, fields)
  }

  /// A field; empty where it is not there.
  package subscript(_ name: String) -> String { fields[name] ?? "" }
}
