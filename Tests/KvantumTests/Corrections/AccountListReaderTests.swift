import AllocationTables
import Findings
import Forms
import Intake
import Kvantum
import Output
import ProposalModel
import Spreadsheet
import TestSupport
import Testing

private func round() throws -> Round { try #require(RoundLibrary.round(named: "ofs-2021-2022")) }

/// The reading of a list written as CSV as Excel in Danish writes it.
private func reading(_ lines: [String], name: String = "konti.csv") throws -> AccountListReading {
  let folder = try TemporaryFolder()
  try folder.write(Array((lines.joined(separator: "\r\n") + "\r\n").utf8), to: name)
  return try AccountListReading(file: folder.path(name), round: try round())
}

private let header =
  "Udvalg;Enhed;Styringsområde;Bevilling;Profitcenter;Funktion;Art;PSP;Standardkonto;Ny konto;Modkonto for;Tekst;Bemærkning"

@Test
func `an account list says bevilling, profit centre, funktion, art and PSP per committee and control area`()
  throws
{
  let list = try reading([
    "Eksempel;;;;;;;;;;;;", header,
    "Socialudvalget;;Service;3220 – Borgere med handicap;588;5.38.50;1;;x;;;Handicap;eksempel",
  ])
  #expect(list.findings.isEmpty)
  let entry = try #require(list.entries.first)
  #expect(
    entry.account
      == RoundAccount(
        appropriationCode: "3220", appropriationName: "Borgere med handicap", profitCentre: "588",
        committee: "SUD", controlArea: .service,
        function: "5.38.50", kind: "1"))
  #expect(entry.isStandard && !entry.isNew && entry.counterFor == nil)
  #expect(entry.text == "Handicap")
}

@Test(arguments: [
  ("Varig ændring", LineSection.permanent), ("implementeringsomkostninger", .implementation), ("Lån", .loan),
])
func `a counter account says which section it balances`(text: String, section: LineSection) throws {
  let list = try reading([header, ";;Anlæg;9000;12;6.51;9;;;;\(text);Pulje;"])
  #expect(list.entries.first?.counterFor == section)
  #expect(list.findings.isEmpty)
}

@Test(
  arguments: [
    ("Kirkeudvalget;;Service;3220;588;;;;;;;;", FindingCode.committeeUnknown, "A2"),
    ("SUD;;Servis;3220;588;;;;;;;;", .controlAreaUnknown, "C2"),
    ("SUD;;Service;3220;588, 589;;;;;;;;", .accountAmbiguous, "E2"),
    ("SUD;;Service;3220?;588;;;;;;;;", .accountUnresolved, "D2"),
    ("SUD;;Service;32201;;;;;;;;;", .accountUnresolved, "D2"),
    (";;;9000;1;;;;;;Lån;;", .controlAreaMissing, "D2"),
    (";;Service;9000;1;;;;;;Noget andet;;", .accountUnresolved, "K2"),
  ] as [(String, FindingCode, String)])
func `a row with an error is reported at its cell and gives no account`(
  row: String, code: FindingCode, cell: String
) throws {
  let list = try reading([header, row])
  #expect(list.findings.map(\.code) == [code])
  #expect(list.findings.first?.severity == .error)
  #expect(list.findings.first?.cell == cell)
  #expect(list.entries.isEmpty)
}

@Test func `two standard accounts of the same money are an error, the same row twice is none`() throws {
  let one = "SUD;;Service;3220;588;;;;x;;;;"
  #expect(try reading([header, one, one]).findings.isEmpty)
  let findings = try reading([header, one, "SUD;;Service;3220;589;;;;x;;;;"]).findings
  #expect(findings.map(\.cells) == [["D3", "D2"]])
  #expect(findings.first?.message == "Standardkontoen for SUD, Service, står også i D2 med en anden konto.")
}

@Test func `a file without the headers of an account list is a finding, and other columns are notes`() throws
{
  #expect(try reading(["a;b", "1;2"]).findings.map(\.code) == [.columnMissing])
  let findings = try reading(["Udvalg;Bevilling;Profitcenter;Ansvarlig", "SUD;3220;588;nn"]).findings
  #expect(findings.map(\.message) == ["Kolonnen »Ansvarlig« kendes ikke og er ikke læst."])
}

@Test func `codes that a spreadsheet kept as numbers are read, with decimals they are an error`() throws {
  var book = try XLSXWriter()
  let sheet = try book.addSheet("Konti")
  for (index, text) in ["Udvalg", "Bevilling", "Profitcenter", "Funktion"].enumerated() {
    try book.write(text, at: CellAddress(row: 3, column: index + 1), in: sheet)
  }
  for (row, function) in [
    (4, DecimalNumber(mantissa: 53850, scale: 0)), (5, DecimalNumber(mantissa: 645, scale: 2)),
  ] {
    try book.write("SUD", at: CellAddress(row: row, column: 1), in: sheet)
    for (column, code) in [(2, 3220), (3, 588)] {
      try book.write(
        DecimalNumber(mantissa: Int64(code), scale: 0), at: CellAddress(row: row, column: column), in: sheet)
    }
    try book.write(function, at: CellAddress(row: row, column: 4), in: sheet)
  }
  let folder = try TemporaryFolder()
  try folder.write(try book.closeIntoBytes(), to: "konti.xlsx")
  let list = try AccountListReading(file: folder.path("konti.xlsx"), round: try round())
  #expect(list.entries.map(\.account.function) == ["53850"])
  #expect(list.entries.first?.account.profitCentre == "588")
  #expect(list.findings.map { "\($0.sheet ?? "")!\($0.cell ?? "") \($0.found ?? "")" } == ["Konti!D5 6,45"])
}

@Test func `a round names its own account list, and an option wins over it`() throws {
  let folder = try TemporaryFolder()
  try folder.write(Array("\(header)\r\nSUD;;Service;3220;588;;;;x;;;;\r\n".utf8), to: "konti.csv")
  var round = try round()
  #expect(try AccountListChoice(file: nil).accounts(of: round).file == nil)
  round.accountList = "konti.csv"
  try folder.write(try CanonicalJSON.encodeDocument(round), to: "runde.json")
  let read = try RoundChoice.round(folder.path("runde.json"))
  let found = try AccountListChoice(file: nil).accounts(of: read)
  #expect(found.file == folder.path("konti.csv"))
  #expect(found.accounts.entries.count == round.accounts.count + 1)
  #expect(throws: FileFailure.self) { try AccountListChoice(file: folder.path("nej.csv")).accounts(of: read) }
}

@Test func `two columns of one heading that differ are an error, and an own heading goes before other names`()
  throws
{
  let twice = try reading([
    "Udvalg;Bevilling;Profitcenter;Profitcenter;Funktion;Art", "SUD;3641;588;589;5.38.50;1",
  ])
  #expect(twice.entries.isEmpty)
  let finding = try #require(twice.findings.first { $0.severity == .error })
  #expect(finding.code == .accountAmbiguous && finding.cell == "D2")
  #expect(
    finding.message == "To kolonner hedder Profitcenter: i den ene står »588«, i den anden »589«.")
  let own = try reading([
    "Udvalg;Bevilling;Profitcenter;Hovedfunktion;Funktion;Art", "SUD;3641;588;5.38;5.38.50;1",
  ])
  #expect(own.entries.first?.account.function == "5.38.50")
}
