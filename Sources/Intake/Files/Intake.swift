import Checks
public import Findings
import Forms
public import Output
public import ProposalModel
public import Reading
package import Spreadsheet

/// A proposal as it came in: what could be read, from where, and everything that is wrong with it.
public struct IntakeItem: Sendable {
  /// The file, as the user named it.
  public var file: String
  /// The proposal, or `nil` if the file holds none that could be read.
  public var proposal: Proposal?
  /// The round by which it was read.
  public var round: Round?
  /// The cell of every field.
  public var origins: Origins
  /// Everything unusual or wrong.
  public var findings: [Finding]
  /// Every number of the file that belongs to it, with its role.
  public var numbers: [NumberCell] = []
  /// The files it was read from, as they were then; only where an intake records them.
  public var inputs: [FileFact] = []
  /// Whether the file is a document, beside which a workbook of the same number is used.
  var isDocument = false
  /// Whether the file shows anything of the forms: a caption, or two labels of the front page. Only asked
  /// where no proposal was found.
  var showsForm = true

  /// Whether the structure could not be read, so that nothing is written for the proposal unless asked.
  public var isBlocked: Bool {
    proposal == nil || findings.contains { $0.severity == .error && $0.code.blocksWriting }
  }
}

/// Reads proposals from files of any kind: canonical JSON, entry workbooks, table workbooks, and CSV of
/// either.
public struct Intake: Sendable {
  /// The round that was asked for; without it each proposal's own.
  public var round: Round?

  /// Whether items tell the size and sum of the files they were read from.
  public var recordsInputs = false

  /// Whether a run keeps every number of every file, as the ledger needs it.
  public var recordsNumbers = false

  /// Where the bytes of the files are kept for later use in the run, if anything needs them twice.
  public var files: ReadFiles?

  /// An intake with the round that was asked for, if any.
  public init(round: Round? = nil) { self.round = round }

  /// Reads the proposals of one source. A file of a folder that shows nothing of the forms (a letter, a list
  /// of accounts) gives none.
  func read(_ source: IntakeSource) throws(FileFailure) -> [IntakeItem] {
    let items: [IntakeItem]
    if let group = source.group {
      items = try read(group: group)
    } else {
      items = try read(file: source.file)
    }
    if !source.isNamed, items.allSatisfy({ $0.proposal == nil && !$0.showsForm }) { return [] }
    return items
  }

  /// The single proposal of a file; a failure if it holds none, several, or, unless `allowsIncomplete`, one
  /// whose structure could not be read.
  public func single(_ file: String, allowsIncomplete: Bool = false) throws(FileFailure) -> IntakeItem {
    let items = try read(file: file)
    guard let item = items.first, items.count == 1 else {
      throw FileFailure(
        file: file, status: .unreadable, message: "Filen rummer \(items.count) forslag; her skal der være ét."
      )
    }
    if !allowsIncomplete,
      let trouble = item.findings.first(where: { $0.severity == .error && $0.code.blocksWriting })
    {
      throw FileFailure(file: file, status: .findings, message: trouble.line)
    }
    return item
  }

  private func bytes(of file: String) throws(FileFailure) -> [UInt8] {
    if let files { return try files.bytes(of: file) }
    return try InputFiles.read(file)
  }

  private func read(file: String) throws(FileFailure) -> [IntakeItem] {
    let bytes = try bytes(of: file)
    var items = try read(bytes, file: file)
    if recordsInputs {
      let fact = FileFact(read: bytes, from: file)
      for index in items.indices { items[index].inputs = [fact] }
    }
    return items
  }

  private func read(_ bytes: [UInt8], file: String) throws(FileFailure) -> [IntakeItem] {
    if OwnPages.isOne(bytes) { return [withoutProposal(file)] }
    switch FileContent(bytes, name: file) {
    case .json: return [try readJSON(bytes, file: file)]
    case .workbook:
      if Grids.isDocument(bytes, file: file) {
        let (workbook, findings) = try Grids.document(bytes, file: file)
        // All cells of a document are text: that is nothing to tell.
        return read(workbook, file: file, findings: findings).map { item in
          var item = item
          item.isDocument = true
          item.findings.removeAll { $0.code == .numberAsText && $0.expected == "tal" }
          return item
        }
      }
      let workbook = try Grids.workbook(bytes, file: file)
      return OwnPages.isAnnex(workbook)
        ? [withoutProposal(file)] : read(workbook, file: file, isText: false)
    case .csv:
      let (workbook, findings) = try Grids.csv(bytes, file: file, sheet: WideCSVGroup.sheetName(of: file))
      return read(
        workbook, file: file, isText: true, number: WideCSVGroup.number(of: file), findings: findings)
    }
  }

  /// A file that is read and known to hold no proposal, whatever it shows of one.
  private func withoutProposal(_ file: String) -> IntakeItem {
    let finding = Catalogue.notAProposal(at: Place(file: file))
    var item = IntakeItem(
      file: file, proposal: nil, round: nil, origins: Origins(file: file), findings: [finding])
    item.showsForm = false
    return item
  }

  private func read(group: WideCSVGroup) throws(FileFailure) -> [IntakeItem] {
    var sheets: [Sheet] = []
    var findings: [Finding] = []
    var inputs: [FileFact] = []
    var files: [String: String] = [:]
    for file in group.files {
      let bytes = try bytes(of: file)
      let (workbook, found) = try Grids.csv(bytes, file: file, sheet: WideCSVGroup.sheetName(of: file))
      if recordsInputs { inputs.append(FileFact(read: bytes, from: file)) }
      for sheet in workbook.sheets { files[sheet.name] = file }
      sheets += workbook.sheets
      findings += found
    }
    var items = read(
      Workbook(sheets: sheets), file: group.files[0], isText: true, number: group.number, files: files,
      findings: findings)
    for index in items.indices { items[index].inputs = inputs }
    return items
  }

  /// Reads the cells of a workbook, or of CSV files if `isText`; `files` are those of the sheets by name,
  /// where each is a file of its own, and `findings` what was unusual about the file itself.
  package func read(
    _ workbook: Workbook, file: String, isText: Bool = false, number: String? = nil,
    files: [String: String] = [:], findings: [Finding] = []
  ) -> [IntakeItem] {
    var items = readForm(
      workbook, file: file, isText: isText, number: number, files: files, findings: findings)
    for index in items.indices { items[index].refuseWithoutMoney() }
    var told = items.map(\.findings)
    SubjectReader.name(&told, in: workbook, file: file, files: files, isText: isText)
    for index in items.indices { items[index].findings = told[index] }
    accept(AcceptanceList(in: workbook, file: file), in: &items)
    if items.allSatisfy({ $0.proposal == nil }) {
      let showsForm = FormTraces.found(in: workbook)
      for index in items.indices { items[index].showsForm = showsForm }
    }
    return items
  }

  /// Marks the warnings that the workbook's own list accepts.
  private func accept(_ list: AcceptanceList, in items: inout [IntakeItem]) {
    var groups = items.map { AcceptanceList.Group(number: $0.proposal?.id, findings: $0.findings) }
    let told = list.accept(in: &groups)
    for index in items.indices { items[index].findings = groups[index].findings }
    if !items.isEmpty { items[0].findings += told }
  }

  private func readForm(
    _ workbook: Workbook, file: String, isText: Bool, number: String?, files: [String: String],
    findings: [Finding]
  ) -> [IntakeItem] {
    var items: [IntakeItem]
    let marks: [RoleMarks]
    if EntryWorkbook.recognises(workbook) {
      let result = EntryWorkbook.read(workbook, file: file, round: round, isText: isText)
      items = [item(file, result, findings)]
      marks = [result.roles]
    } else {
      let read = TableWorkbookReader.read(
        workbook, file: file, round: round, isText: isText, number: number, files: files,
        keys: EntryWorkbook.keyReading(of: file, isText: isText))
      let ids = Set(read.map(\.id))
      items = read.map { read in
        // What is told of a sheet of one proposal in a volume says nothing of the others.
        let own = findings.filter { finding in
          let number = finding.sheet.flatMap { TableWorkbookReader.number(ofSheet: $0) }
          return number == nil || number == read.id || !ids.contains(number ?? "")
        }
        return IntakeItem(
          file: file, proposal: read.tables.isEmpty ? nil : read.proposal, round: read.round,
          origins: read.origins,
          findings: own + Checker.check(tables: read))
      }
      marks = read.map { RoleMarks($0) }
    }
    let ledger = NumberLedger(
      workbook, file: file, files: files, isText: isText,
      parts: zip(items, marks).map { item, marks in
        NumberLedger.Part(
          marks: marks, findings: item.findings, isRefused: items.allSatisfy { !$0.holdsAmounts })
      })
    for index in items.indices {
      items[index].numbers = ledger.cells[index]
      items[index].findings += ledger.unread[index]
    }
    return items
  }

  /// Reads canonical JSON: its structure is checked as a workbook's is, and the errors that were found when it
  /// was made are told again.
  package func readJSON(_ bytes: [UInt8], file: String) throws(FileFailure) -> IntakeItem {
    do {
      let content = try CanonicalJSON.read(bytes)
      let proposal = content.proposal
      var findings = content.unknownKeys.map { path in Catalogue.unknownKey(path, at: Place(file: file)) }
      findings += content.open.map { Finding($0, in: file) }
      findings += content.unreadable.map { Catalogue.canonicalText($0, at: Place(file: file)) }
      let round =
        self.round ?? proposal.round.flatMap { RoundLibrary.round(named: $0) }
        ?? RoundLibrary.round(fitting: proposal.years, priceLevel: proposal.priceLevel, kind: proposal.kind)
      findings += CanonicalStructure(proposal, round: round, isAsked: self.round != nil, file: file).findings
      let isUnknown = findings.contains { $0.code == .committeeUnknown }
      var item = item(file, proposal, round, Origins(file: file), findings)
      // Rules find unknown names too: one cause is one finding.
      if isUnknown {
        item.findings =
          findings + item.findings.dropFirst(findings.count).filter { $0.code != .committeeUnknown }
      }
      // A control area that cannot be read is not missing as well.
      let areas = content.unreadable.count { !$0.isRule }
      for _ in 0..<areas {
        guard let index = item.findings.firstIndex(where: { $0.code == .controlAreaMissing }) else { break }
        item.findings.remove(at: index)
      }
      item.refuseWithoutMoney()
      return item
    } catch {
      if OwnPages.isJSON(bytes) { return withoutProposal(file) }
      throw FileFailure(
        file: file, status: .unreadable,
        message: "Filen er ikke et kanonisk forslag i JSON: \(error.description). Lav den med fordel import.")
    }
  }

  /// An item of an entry workbook, with the checks of its proposal and of the tables that it keeps added.
  private func item(_ file: String, _ result: EntryWorkbook.Import, _ before: [Finding]) -> IntakeItem {
    var findings = before + result.findings
    if let proposal = result.proposal, result.round != nil {
      findings += Checker.check(result, proposal: proposal)
    }
    return IntakeItem(
      file: file, proposal: result.proposal, round: result.round, origins: result.origins,
      findings: findings)
  }

  /// An item with the checks of its proposal added to what the importer found.
  private func item(
    _ file: String, _ proposal: Proposal?, _ round: Round?, _ origins: Origins, _ findings: [Finding]
  ) -> IntakeItem {
    var findings = findings
    if let proposal, let round {
      findings += Checker.check(proposal: proposal, origins: origins, round: round, found: findings)
    }
    return IntakeItem(file: file, proposal: proposal, round: round, origins: origins, findings: findings)
  }
}

extension IntakeItem {
  /// Whether a proposal with an amount was found.
  var holdsAmounts: Bool { proposal?.holdsAmounts ?? false }

  /// Takes the proposal away where the file holds no amount of one, and says so, unless an error tells already
  /// what could not be read.
  mutating func refuseWithoutMoney() {
    if let proposal, proposal.holdsAmounts { return }
    let isTold = findings.contains { $0.severity == .error && $0.code.blocksWriting }
    if proposal != nil, isTold { return }
    proposal = nil
    if !isTold { findings = [Catalogue.notAProposal(at: Place(file: file))] }
  }
}

extension Proposal {
  /// Whether any line or stated row has an amount.
  fileprivate var holdsAmounts: Bool {
    lines.contains { $0.figures.contains(where: \.isMoney) }
      || allocations.contains { $0.rows.contains { $0.figures.contains(where: \.isMoney) } }
  }
}
