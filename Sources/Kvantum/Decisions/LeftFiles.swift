/// The files that a run could not use, and whether anything is missing because of them.
///
/// A proposal whose decision lets nothing be posted (postponed, withdrawn, not decided) is missed by nobody,
/// whatever is wrong with its file; one that is adopted, rejected or cannot be named is.
///
/// ```swift
/// LeftFiles([("BC52.xlsx", "BC52", "Arket Økonomi mangler.")], decisions: DecisionList()).missing
/// ```
public struct LeftFiles: Sendable {
  /// The files whose money may be missing, each with what is wrong.
  public private(set) var missing: [String] = []
  /// The proposals of the others, each with its decision, in Danish.
  public private(set) var leftOut: [String] = []

  /// Sorts `files`, each with the number of its proposal where that could be read and what is wrong, by `decisions`.
  public init(_ files: [(file: String, number: String?, reason: String)], decisions: DecisionList?) {
    for (file, number, reason) in files {
      if let decisions, let number, case .leftOut(let reason) = decisions.use(of: number),
        !decisions.isContradicted(number)
      {
        leftOut.append("\(number): \(reason); filen har fejl og er ikke læst")
      } else {
        missing.append("\(file): \(reason)")
      }
    }
  }
}
