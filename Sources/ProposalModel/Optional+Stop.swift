extension Optional {
  /// What is there by construction: a column of a sheet that we lay out, a fraction that was one a moment ago. Where
  /// it is not, the program is wrong, and stops before it writes an amount in a wrong place.
  package func orStop(_ what: @autoclosure () -> String) -> Wrapped {
    guard let self else { preconditionFailure("not there: \(what())") }
    return self
  }
}
