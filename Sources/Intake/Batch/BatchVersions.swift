import Findings
import ProposalModel
import Spreadsheet
import FoundationEssentials

/// Which of the proposals that come by are used, where one number comes by several times.
///
/// The same content again is a note. Different content is an error for both files: neither is used, or, with
/// `--allow-incomplete`, the latest. The rule for the latest: the file that was changed last; of files
/// changed at the same moment, the last by path.
struct BatchVersions {
  package let allowsIncomplete: Bool
  private var seen: [String: Seen] = [:]
  private var count = 0

  private struct Seen {
    var file: String
    var place: Place
    var fingerprint: ProposalFingerprint
    /// The version that is used, and where it stands; `nil` if none is.
    var used: (index: Int, file: String)?
  }

  init(allowsIncomplete: Bool) { self.allowsIncomplete = allowsIncomplete }

  /// Takes the next proposal in order.
  package mutating func take<Part>(_ item: PreparedItem<Part>, _ handle: (BatchRun.Event<Part>) -> Void) {
    let index = count
    count += 1
    guard let id = item.id, !id.isEmpty else { return use(item, index, handle) }
    let key = Spelling.key(id)
    guard var before = seen[key] else {
      let used = item.part == nil ? nil : (index: index, file: item.file)
      seen[key] = Seen(
        file: item.file, place: item.place, fingerprint: item.fingerprint, used: used)
      return use(item, index, handle)
    }
    if before.fingerprint == item.fingerprint {
      return handle(
        .findings(item.findings + [Catalogue.repeatedProposal(id, other: before.file, at: item.place)]))
    }
    handle(.findings([Catalogue.duplicateProposal(id, other: item.file, at: before.place)]))
    var item = item
    item.findings.append(Catalogue.duplicateProposal(id, other: before.file, at: item.place))
    choose(item, index, id, &before, handle)
    seen[key] = before
  }

  private func choose<Part>(
    _ item: PreparedItem<Part>, _ index: Int, _ id: String, _ before: inout Seen,
    _ handle: (BatchRun.Event<Part>) -> Void
  ) {
    guard allowsIncomplete, item.part != nil else {
      if !allowsIncomplete, let used = before.used {
        handle(.withdrawn(index: used.index, id: id, file: used.file))
        before.used = nil
      }
      handle(.findings(item.findings))
      return handle(.left(file: item.file))
    }
    func passedOver(_ file: String, for other: String) -> BatchRun.Event<Part> {
      .passedOver("\(file): \(id) findes også i \(other), som er ændret senest og bruges i stedet.")
    }
    if let used = before.used, BatchVersions.order(of: item.file) < BatchVersions.order(of: used.file) {
      handle(.findings(item.findings))
      return handle(passedOver(item.file, for: used.file))
    }
    if let used = before.used {
      handle(.withdrawn(index: used.index, id: id, file: used.file))
      handle(passedOver(used.file, for: item.file))
    }
    before.used = (index, item.file)
    use(item, index, handle)
  }

  private func use<Part>(_ item: PreparedItem<Part>, _ index: Int, _ handle: (BatchRun.Event<Part>) -> Void) {
    handle(.findings(item.findings))
    switch item.part {
    case nil: handle(.left(file: item.file))
    case .failure(let failure): handle(.failure(failure))
    case .success(let part):
      handle(
        .ready(
          BatchRun.Ready(
            index: index, id: item.id ?? "", file: item.file, inputs: item.inputs,
            severities: item.findings.map(\.severity), part: part)))
    }
  }

  private static func order(of file: String) -> (Date, String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return (attributes?[.modificationDate] as? Date ?? .distantPast, file)
  }
}
