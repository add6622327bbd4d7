public import Output
import ProposalModel

extension Explanation {
  /// The explanation as JSON in the canonical layout: amounts in whole øre, exact fractions as text.
  public func json() throws(FileFailure) -> [UInt8] {
    do { return try CanonicalJSON.encodeDocument(self) } catch {
      throw FileFailure(
        file: file, status: .inputOutput, message: "Forklaringen kan ikke skrives som JSON (\(error)).")
    }
  }
}
