/// What a code stands for: the sentence that must hold, and why it matters.
package struct CodeExplanation: Hashable, Sendable {
  /// What must hold, in one Danish sentence.
  package var statement: String
  /// Why, in Danish.
  package var reason: String

  /// An explanation.
  package init(_ statement: String, _ reason: String) {
    self.statement = statement
    self.reason = reason
  }
}

extension Catalogue {
  /// The explanation of a code, in the code's own words.
  package static func explanation(of code: FindingCode) -> CodeExplanation {
    CodeExplanation(code.statement, code.reason)
  }
}
