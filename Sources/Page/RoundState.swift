import Findings

/// What `fordel status --format json` says: the page draws it and reads nothing else into it.
struct RoundState: Decodable {
  var rows: [Row]
  var unread: [Unread]
  var withoutProposal: [String]
  var others: [String]
  var findings: [Finding]
  var summary: String

  /// A file that no row is made of, and why.
  struct Unread: Decodable {
    var file: String
    var reason: String
  }

  /// A proposal.
  struct Row: Decodable {
    var number: String
    var title: String?
    var committee: String?
    var file: String?
    var passedOver: [Unread]
    var errors: Int
    var warnings: Int
    var stated: [String]
    var computed: [String]
    var rowsWithoutAccount: Int?
    var decision: String?
    var decisionDate: String?
    var decisionMatter: String?
    var isReady: Bool
    var obstacle: String?
    /// Kroner as exact decimal text, by control area.
    var permanentKroner: [String: String]
  }
}
