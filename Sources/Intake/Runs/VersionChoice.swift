import Findings
import FoundationEssentials
import Output
import ProposalModel
import Reading

/// Decides which of the proposals that came by are used, after ``VersionRule``.
///
/// The first file of each number is used at once; the rest is decided when all have come by, and what was
/// chosen too early is withdrawn.
struct VersionChoice {
  let rule: VersionRule
  let allowsIncomplete: Bool
  private var records: [Record] = []
  /// The records of each number, in order.
  private var groups: [String: [Int]] = [:]

  /// What is kept of a proposal that came by.
  private struct Record {
    var source: Int
    /// Which proposal of its file it is.
    var position: Int
    var file: String
    var id: String?
    var place: Place
    var version: String?
    var isDocument: Bool
    /// The figures; `nil` until a document of the same number asks for them.
    var figures: ProposalFigures?
    var fingerprint: ProposalFingerprint
    var findings: [Finding]
    var numbers: NumberCount
    var cells: [NumberCell]
    var isUsable: Bool
    var use: ProposalRun.Use
    var remark: String?
  }

  init(rule: VersionRule, allowsIncomplete: Bool) {
    self.rule = rule
    self.allowsIncomplete = allowsIncomplete
  }

  /// Takes the next proposal in order.
  mutating func take<Part>(_ item: PreparedItem<Part>, _ handle: (ProposalRun.Event<Part>) -> Void) {
    let index = records.count
    let position = records.last.map { $0.source == item.source ? $0.position + 1 : 0 } ?? 0
    records.append(
      Record(
        source: item.source, position: position, file: item.file, id: item.id, place: item.place,
        version: item.version, isDocument: item.isDocument, figures: item.figures,
        fingerprint: item.fingerprint, findings: item.findings, numbers: item.numbers,
        cells: item.cells,
        isUsable: item.part != nil, use: item.part == nil ? .left : .used))
    if let id = item.id, !id.isEmpty, rule == .oneOfEach {
      let key = Spelling.key(id)
      groups[key, default: []].append(index)
      guard groups[key]?.count == 1 else { return records[index].use = .repeated }
    }
    use(item, index, handle)
  }

  private mutating func use<Part>(
    _ item: PreparedItem<Part>, _ index: Int, _ handle: (ProposalRun.Event<Part>) -> Void
  ) {
    switch item.part {
    case nil: records[index].use = .left
    case .failure(let failure):
      records[index].use = .left
      handle(.failure(failure))
    case .success(let part):
      records[index].use = .used
      handle(
        .ready(
          ProposalRun.Ready(
            index: index, id: item.id ?? "", file: item.file, inputs: item.inputs,
            severities: records[index].findings.map(\.severity), part: part)))
    }
  }

  /// Decides where a number came in several times, and tells what became of every proposal, in order. A
  /// chosen proposal that is not the first of its number is read `again` from its source.
  mutating func settle<Part>(
    again read: (Int) -> Result<[PreparedItem<Part>], FileFailure>,
    _ handle: (ProposalRun.Event<Part>) -> Bool
  ) {
    for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      if group.contains(where: { records[$0].isDocument }) { readFigures(group, read, handle) }
      let chosen = choose(group)
      let first = group[0]
      guard chosen != first else { continue }
      if records[first].use == .used || records[first].isUsable { _ = handle(.withdrawn(index: first)) }
      guard let chosen else { continue }
      if case .success(let items) = read(records[chosen].source) {
        let position = records[chosen].position
        if items.indices.contains(position) { use(items[position], chosen) { _ = handle($0) } }
      }
    }
    for record in records {
      let outcome = ProposalRun.Outcome(
        file: record.file, id: record.id, use: record.use, findings: record.findings,
        numbers: record.numbers, cells: record.cells, remark: record.remark)
      guard handle(.outcome(outcome)) else { return }
    }
  }

  /// Reads the files of a group once more whose figures were not kept: hardly any number comes in as a document
  /// and as a workbook.
  private mutating func readFigures<Part>(
    _ group: [Int], _ read: (Int) -> Result<[PreparedItem<Part>], FileFailure>,
    _ handle: (ProposalRun.Event<Part>) -> Bool
  ) {
    for index in group where records[index].figures == nil {
      let position = records[index].position
      switch read(records[index].source) {
      case .failure(let failure): _ = handle(.unread(UnreadFile(failure)))
      case .success(let items) where items.indices.contains(position):
        records[index].figures = items[position].figures
      case .success:
        let failure = FileFailure(
          file: records[index].file, status: .inputOutput, message: "Filen er ændret, mens den blev læst.")
        _ = handle(.unread(UnreadFile(failure)))
      }
    }
  }

  /// The record of a group that is used, `nil` if none is; tells all others why they are not.
  private mutating func choose(_ all: [Int]) -> Int? {
    let group = all.filter { !records[$0].isDocument }
    guard !group.isEmpty, group.count < all.count else { return chooseAlike(all) }
    // A document and a workbook are two sources of one proposal: the workbook is used, and the figures that
    // both have must be the same.
    let chosen = chooseAlike(group)
    for index in all where records[index].isDocument {
      records[index].use = .replaced
      let workbook = chosen ?? group[0]
      if let mine = records[index].figures, let theirs = records[workbook].figures {
        records[index].findings = mine.differences(
          from: theirs, file: records[index].file, other: records[workbook].file)
      } else {
        records[index].findings = []
      }
      records[index].remark =
        "\(records[index].file): \(records[index].id ?? "") findes også i \(records[workbook].file), som bruges."
    }
    return chosen
  }

  private mutating func chooseAlike(_ group: [Int]) -> Int? {
    var distinct: [Int] = []
    for index in group {
      if let same = distinct.first(where: { records[$0].fingerprint == records[index].fingerprint }) {
        records[index].use = .repeated
        let note = Catalogue.repeatedProposal(
          records[index].id ?? "", other: records[same].file, at: records[index].place)
        records[index].findings.append(note)
      } else {
        distinct.append(index)
      }
    }
    guard distinct.count > 1 else { return records[group[0]].isUsable ? group[0] : nil }
    if let latest = latestVersion(distinct) { return replaceAll(distinct, by: latest) }
    return refuse(distinct)
  }

  /// The record with the highest `Version`; `nil` unless all have one, of one kind, and one is the highest.
  private func latestVersion(_ distinct: [Int]) -> Int? {
    let versions = distinct.compactMap { records[$0].version.flatMap(ProposalVersion.init) }
    guard versions.count == distinct.count else { return nil }
    let highest = versions.indices.filter { index in
      versions.indices.allSatisfy { $0 == index || versions[index].isLater(than: versions[$0]) == true }
    }
    return highest.count == 1 ? distinct[highest[0]] : nil
  }

  private mutating func replaceAll(_ distinct: [Int], by latest: Int) -> Int? {
    let (id, version) = (records[latest].id ?? "", records[latest].version ?? "")
    for index in distinct where index != latest {
      records[index].use = .replaced
      let note = Catalogue.versionReplaced(
        id, version: records[index].version ?? "", by: version, in: records[latest].file,
        at: records[index].place)
      records[index].findings = [note]
      records[index].remark = "\(records[index].file): \(note.message)"
    }
    records[latest].use = records[latest].isUsable ? .used : .left
    return records[latest].isUsable ? latest : nil
  }

  /// Different content without a version that decides: an error for all. With `--allow-incomplete` the one
  /// that was changed last is used.
  private mutating func refuse(_ distinct: [Int]) -> Int? {
    let times = distinct.map { VersionChoice.changed(records[$0].file) }
    let last = times.compactMap { $0 }.max()
    let latest = distinct.indices.filter { times[$0] != nil && times[$0] == last }
    let newest = latest.count == 1 ? distinct[latest[0]] : nil
    for index in distinct {
      let others = distinct.filter { $0 != index }.map { records[$0].file }
      records[index].findings.append(
        Catalogue.duplicateProposal(
          records[index].id ?? "", others: others, newest: newest.map { records[$0].file },
          at: records[index].place))
      records[index].use = .left
    }
    guard allowsIncomplete, let newest, records[newest].isUsable else { return nil }
    for index in distinct where index != newest {
      records[index].use = .replaced
      let (id, file) = (records[index].id ?? "", records[newest].file)
      records[index].remark =
        "\(records[index].file): \(id) findes også i \(file), som er ændret senest og bruges i stedet."
    }
    records[newest].use = .used
    return newest
  }

  /// When the file was last changed, to the second; `nil` for standard input and what cannot be asked.
  private static func changed(_ file: String) -> Date? {
    guard file != "-" else { return nil }
    return (try? FileManager.default.attributesOfItem(atPath: file))?[.modificationDate] as? Date
  }
}
