import Forms
public import Output
public import ProposalModel
import FoundationEssentials

/// The round that a `--round` option names.
public enum RoundChoice {
  /// The round of a name, an alias, or a path to a round file. A round that is not known is a failure that
  /// lists those that are.
  public static func round(_ text: String) throws(FileFailure) -> Round {
    if let round = RoundLibrary.round(named: text) { return round }
    guard text.contains("/") || text.hasSuffix(".json") else {
      let names = RoundLibrary.all.map(\.id)
      let nearest =
        Spelling.nearest(to: text, among: names + RoundLibrary.all.map(\.name)).map { " Mente du »\($0)«?" }
        ?? ""
      throw FileFailure(
        file: text, status: .usage,
        message:
          "Runden findes ikke.\(nearest) Kendte runder: \(names.joined(separator: ", ")); ellers angives en fil."
      )
    }
    let bytes = try InputFiles.read(text)
    do {
      var round = try RoundLibrary.read(bytes).round
      if let list = round.accountList, !list.hasPrefix("/"), let slash = text.lastIndex(of: "/") {
        round.accountList = text[...slash] + list
      }
      return round
    } catch {
      let list = error.mistakes.map { "\n  \($0)" }.joined()
      throw FileFailure(file: text, status: .unreadable, message: "Filen er ikke en læsbar runde:\(list)")
    }
  }
}
