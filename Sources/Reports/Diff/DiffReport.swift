public import Output
import ProposalModel

/// Differences as text, JSON or a page.
public struct DiffReport: Sendable {
  /// The proposals, in order.
  public var differences: [ProposalDifference]
  /// What the two sides are called.
  public var names: (old: String, new: String)

  /// A report of `differences` between the sides `old` and `new`.
  public init(_ differences: [ProposalDifference], old: String, new: String) {
    self.differences = differences
    names = (old, new)
  }

  /// The differences for a terminal, in Danish.
  public var text: String {
    let parts = differences.map { DiffText($0).text }
    return parts.joined() + summary + "\n"
  }

  /// `3 forslag: 1 ændret, 1 nyt, 1 uændret.`
  package var summary: String {
    func count(_ kind: ChangeKind) -> Int { differences.count { $0.kind == kind } }
    let parts = [
      (count(.changed), "ændret"), (count(.added), "nye"), (count(.removed), "udgået"),
      (count(.same), "uændret"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(differences.count) forslag" + (parts.isEmpty ? "." : ": " + parts.joined(separator: ", ") + ".")
  }

  /// The differences for programs; amounts are whole øre.
  public func json() throws(FileFailure) -> [UInt8] {
    do { return try CanonicalJSON.encodeDocument(DiffDocument(self)) } catch {
      throw FileFailure(
        file: "-", status: .inputOutput, message: "Rapporten kan ikke skrives som JSON (\(error)).")
    }
  }

  /// The differences side by side, as one page without anything outside it.
  public var html: String { DiffPage(self).text }
}

/// The layout of the JSON report.
private struct DiffDocument: Encodable {
  var proposals: [Item]
  var summary: [String: Int]

  struct Item: Encodable {
    package var proposal: String
    package var title: String
    package var change: ChangeKind
    package var old: String?
    package var new: String?
    package var fields: [FieldChange]
    package var lines: [LineItem]
    package var sums: [AmountChange]
    package var tables: [AmountChange]
  }

  struct LineItem: Encodable {
    package var change: ChangeKind
    var oldLine: String?
    var newLine: String?
    package var section: String?
    package var text: String?
    package var moved: Bool
    package var relabelled: Bool
    package var fields: [FieldChange]
    package var years: [YearChange]
  }

  init(_ report: DiffReport) {
    proposals = report.differences.map { difference in
      Item(
        proposal: difference.id, title: difference.title, change: difference.kind, old: difference.files.old,
        new: difference.files.new,
        fields: difference.fields,
        lines: difference.changedLines.map { line in
          LineItem(
            change: line.kind, oldLine: line.old?.id, newLine: line.new?.id,
            section: (line.new ?? line.old)?.section.rawValue,
            text: (line.new ?? line.old)?.text, moved: line.isMoved, relabelled: line.isRelabelled,
            fields: line.fields, years: line.years)
        }, sums: difference.sums, tables: difference.tables)
    }
    summary = [:]
    for kind in [ChangeKind.added, .removed, .changed, .same] {
      summary[kind.rawValue] = report.differences.count { $0.kind == kind }
    }
  }
}
