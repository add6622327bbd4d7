import Findings
import Output
import ProposalModel

extension Intake {
  /// Reads the files and folders of a command's arguments, every proposal of every file, in a stable order.
  /// What cannot be read at all is told; one bad file never stops the rest.
  public func read(_ arguments: [String]) -> (items: [IntakeItem], unread: [UnreadFile]) {
    let run = ProposalRun(arguments, intake: self, allowsIncomplete: true, rule: .all)
    var items: [Int: IntakeItem] = [:]
    var unread: [UnreadFile] = []
    var count = 0
    run.run { item, _ in
      item
    } handle: { (event: ProposalRun.Event<IntakeItem>) in
      switch event {
      case .ready(let ready): items[ready.index] = ready.part
      case .unread(let file): unread.append(file)
      case .outcome(let outcome):
        if items[count] == nil {
          items[count] = IntakeItem(
            file: outcome.file, proposal: nil, round: nil, origins: Origins(file: outcome.file),
            findings: outcome.findings)
        }
        count += 1
      default: break
      }
      return true
    }
    return (items.sorted { $0.key < $1.key }.map(\.value), unread)
  }
}
