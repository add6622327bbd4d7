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
        check.report(Catalogue.tableOneMissing(first))
      }
      for table in known where table.isDetail && table.lines.filter(\.hasMoney).count > 1 {
        if !table.rows.contains(where: { $0.row.kind == .total }) {
          check.report(Catalogue.totalMissing(table))
        }
      }
      for table in check.read.tables
      where table.kind == nil && table.hasAccountColumn && table.rows.contains(where: \.hasMoney) {
        check.report(Catalogue.tableNotRecognised(table))
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

extension Catalogue {
  /// A workbook with detail tables and no Tabel 1.
  static func tableOneMissing(_ first: ReadTable) -> Finding {
    Finding(
      .unusualInput, at: first.place(first.captionCell ?? first.headerCell), expected: "Tabel 1",
      message:
        "Tabel 1 er der ikke; linjerne er taget fra detailtabellerne, som ikke kan kontrolleres mod den.",
      suggestion: "Indsæt Tabel 1, hvis forslaget har en.")
  }

  /// A table with accounts and amounts that nothing says the kind of.
  static func tableNotRecognised(_ table: ReadTable) -> Finding {
    Finding(
      .unusualInput, at: table.place(table.captionCell ?? table.headerCell), found: table.caption,
      expected: "en af formens tabeller",
      message:
        "Tabellen er ikke genkendt som en af formens, så beløbene i den er hverken læst eller kontrolleret.",
      suggestion: "Skriv over tabellen, hvad den er, for eksempel »Tabel 3. Investeringer, service«.")
  }

  /// A table of several lines without a total.
  static func totalMissing(_ table: ReadTable) -> Finding {
    Finding(
      .unusualInput, at: table.place(table.captionCell ?? table.headerCell), expected: "en total",
      message: "\(table.name) har ingen total.", suggestion: "Tilføj en total nederst i tabellen.")
  }
}
