import Intake
import Kvantum
import Findings
public import Output
import ProposalModel
import Spreadsheet

extension StatusReport {
  private struct Document: Encodable {
    var rows: [Row]
    var unread: [Unread]
    var withoutProposal: [String]
    var others: [String]
    var findings: [Finding]
    var summary: String
  }

  private struct Unread: Encodable {
    var file: String
    var reason: String
  }

  private struct Row: Encodable {
    var number: String
    var title: String?
    var committee: String?
    var round: String?
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
    /// Whole kroner as exact decimal text, by control area.
    var permanentKroner: [String: String]
    var implementationKroner: [String: String]

    init(_ row: StatusRow) {
      (number, title, committee) = (row.number, row.entry?.title, row.entry?.committee)
      (round, file) = (row.entry?.round, row.file)
      passedOver = row.passedOver.map { Unread(file: $0.file, reason: $0.reason) }
      (errors, warnings) = (row.errors, row.warnings)
      (stated, computed) = (row.entry?.stated ?? [], row.entry?.computed ?? [])
      rowsWithoutAccount = row.entry?.unpostable
      decision = row.decision?.kind.rawValue
      (decisionDate, decisionMatter) = (row.decision?.date, row.decision?.matter)
      (isReady, obstacle) = (row.obstacle == nil, row.obstacle)
      permanentKroner = Row.kroner(row.entry?.permanent)
      implementationKroner = Row.kroner(row.entry?.implementation)
    }

    private static func kroner(_ sums: [ControlArea: Amount]?) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: (sums ?? [:]).map { area, amount in
          (area.rawValue, decimal(amount))
        })
    }

    /// An amount in kroner with a decimal point.
    private static func decimal(_ amount: Amount) -> String {
      DecimalNumber(amount, in: .kroner).description
    }
  }

  /// The state as JSON.
  public func json() throws(FileFailure) -> [UInt8] {
    let document = Document(
      rows: rows.map(Row.init),
      unread: unread.map { Unread(file: $0.file, reason: $0.failure.message) },
      withoutProposal: withoutProposal, others: others, findings: allFindings, summary: summary)
    do { return try CanonicalJSON.encodeDocument(document) } catch {
      throw FileFailure(
        file: "-", status: .inputOutput, message: "Status kan ikke skrives som JSON (\(error)).")
    }
  }
}
