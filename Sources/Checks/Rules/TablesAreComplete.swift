import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// There is a Tabel 1, every detail table ends with a total, and every table with accounts is one of the
  /// form.
  static let tablesAreComplete = Rule(
    "TablesAreComplete", [.unusualInput],
    statement:
      "Forslaget har en Tabel 1, hver detailtabel slutter med en total, og en tabel med konti har en overskrift, der siger hvilken den er.",
    reason: "Uden Tabel 1, totaler og overskrifter kan tabellerne ikke kontrolleres mod hinanden.",
    tables: { check in
      let known = check.read.tables.filter { $0.kind != nil }
      if check.tableOne == nil, let first = known.first(where: \.isDetail) {
        check.report(Catalogue.tableOneMissing(at: first.place(first.captionCell ?? first.headerCell)))
      }
      for table in known where table.isDetail && table.lines.filter(\.hasMoney).count > 1 {
        if !table.rows.contains(where: { $0.row.kind == .total }) {
          check.report(
            Catalogue.totalMissing(table.name, at: table.place(table.captionCell ?? table.headerCell)))
        }
      }
      for table in check.read.tables
      where table.kind == nil && table.hasAccountColumn && table.rows.contains(where: \.hasMoney) {
        check.report(
          Catalogue.tableNotRecognised(
            table.caption, at: table.place(table.captionCell ?? table.headerCell)))
      }
    })
}

extension ReadTable {
  /// Whether the table shows lines of one section that Tabel 1 has too.
  var isDetail: Bool {
    switch kind {
    case .permanent?, .investment?: true
    default: false
    }
  }
}
