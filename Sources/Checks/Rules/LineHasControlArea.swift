import Forms
import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// Every line of Tabel 1 says which control area its money is in.
  static let lineHasControlArea = Rule(
    "LineHasControlArea", [.controlAreaMissing, .controlAreaUnknown, .areaFromTotal, .columnMissing],
    statement: "Hver linje har et styringsområde.",
    reason:
      "Service, anlæg og overførsler har hver deres ramme og hver deres tabel; uden område kan linjen ikke bogføres.",
    tables: { check in
      for table in check.read.tables where table.kind == .tableOne || table.kind == .delivery {
        areas(of: table, &check)
      }
      for table in check.read.tables { unknownAreas(table, &check) }
    },
    proposal: { check in
      guard !check.isFromTables else { return }
      for line in check.proposal.lines
      where (line.controlArea == nil || line.controlAreaSource != nil)
        && line.figures.contains(where: \.isMoney) && line.section != .loan
      {
        // A sheet without the column is one finding, at its headings.
        let hasNoColumn = check.place(.line(line.id, .controlArea)).cell == nil
        if hasNoColumn, check.place(.line(line.id, .text)).cell != nil { continue }
        check.report(
          Catalogue.controlAreaMissing(
            line.text, readAs: line.controlArea, at: check.place(.line(line.id, .controlArea))))
      }
    })

  private static func areas(of table: ReadTable, _ check: inout TableCheck) {
    let isTableOne = table.kind == .tableOne
    if isTableOne, !table.hasAreaColumn {
      check.report(Catalogue.columnMissing("Styringsområde", at: table.place(table.headerCell)))
      return
    }
    let areas = TableOneAreas(table)
    for index in table.rows.indices
    where table.rows[index].row.kind == .line && table.rows[index].row.section != .loan {
      let row = table.rows[index]
      guard row.areaText == nil, !row.isBlank else { continue }
      if areas.fromTotal.contains(index), let area = areas.areas[index] {
        check.report(Catalogue.areaFromTotal(row.row.text, area, at: table.place(row.areaCell)))
      } else if row.hasMoney, areas.areas[index] == nil, isTableOne {
        check.report(
          Catalogue.controlAreaMissing(
            row.row.text, readAs: check.links?.areas[index], at: table.place(row.areaCell)))
      }
    }
  }

  private static func unknownAreas(_ table: ReadTable, _ check: inout TableCheck) {
    for row in table.rows where row.row.kind == .line {
      guard let text = row.areaText, ControlArea(spelling: text) == nil, TableCheck.namesAnArea(text) else {
        continue
      }
      if let area = ControlArea.only(namedIn: text) {
        check.report(Catalogue.readAs(text, area.rawValue, at: table.place(row.areaCell)))
        continue
      }
      let nearest = Spelling.nearest(to: text, among: ControlArea.allCases.map(\.rawValue))
      check.report(Catalogue.controlAreaUnknown(text, nearest: nearest, at: table.place(row.areaCell)))
    }
  }
}

extension TableCheck {
  /// Whether something that is to be read as a control area stands there at all.
  static func namesAnArea(_ text: String) -> Bool { text.contains { $0.isLetter || $0.isNumber } }
}
