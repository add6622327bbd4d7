import AllocationTables
import ProposalModel

/// A row of a file: one correction, or all those of one key with their sum.
struct KeyedRow: Hashable, Sendable {
  /// The first correction with the sum of all as its amount.
  package let row: CorrectionBook.Row
  /// The corrections that it is the sum of, in their order.
  package let members: [CorrectionBook.Row]
  /// The number of the document, and of the row in it, from 1.
  package var document = 0
  package var item = 0

  init(_ members: [CorrectionBook.Row], first: CorrectionBook.Row) {
    self.members = members
    var row = first
    row.correction.amount = members.map(\.correction.amount).sum()
    row.correction.isNewAccount = members.contains { $0.correction.isNewAccount }
    self.row = row
  }

  package var amount: Amount { row.correction.amount }
  package var isCounterEntry: Bool { members.allSatisfy(\.correction.isCounterEntry) }
  /// The numbers of the proposals, each once.
  package var proposals: [String] {
    members.map(\.correction.proposal).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// The rows of a list as a profile's file has them.
struct KeyedRows {
  /// The rows of the file.
  private(set) var rows: [KeyedRow] = []
  /// The keys whose corrections add up to nothing; they have no row.
  private(set) var empty: [KeyedRow] = []

  init(_ list: [CorrectionBook.Row], _ layout: LayoutValues) {
    let documents = layout.documents(list)
    guard layout.profile.isKeyed else {
      rows = zip(list, documents).map { row, document in
        var keyed = KeyedRow([row], first: row)
        keyed.document = document
        return keyed
      }
      number()
      return
    }
    var order: [[LayoutValue]] = []
    var groups: [[LayoutValue]: [Int]] = [:]
    for (index, row) in list.enumerated() {
      let key = layout.key(of: row, document: documents[index])
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(index)
    }
    for key in order {
      guard let indices = groups[key], let first = indices.first else { continue }
      var keyed = KeyedRow(indices.map { list[$0] }, first: list[first])
      keyed.document = documents[first]
      if keyed.amount == .zero { empty.append(keyed) } else { rows.append(keyed) }
    }
    if layout.profile.documents == .record {
      for index in rows.indices { rows[index].document = index + 1 }
    } else {
      renumber()
    }
    number()
  }

  /// Numbers documents from 1 without gaps, where all rows of some have gone.
  private mutating func renumber() {
    var numbers: [Int: Int] = [:]
    for index in rows.indices {
      let number = numbers[rows[index].document] ?? numbers.count + 1
      numbers[rows[index].document] = number
      rows[index].document = number
    }
  }

  private mutating func number() {
    var counts: [Int: Int] = [:]
    for index in rows.indices {
      counts[rows[index].document, default: 0] += 1
      rows[index].item = counts[rows[index].document] ?? 1
    }
  }
}

extension LayoutProfile {
  /// Whether the file has one row per key.
  package var isKeyed: Bool { !keyFields.isEmpty }

  /// The name with the version and the file's own name: `Læsbar liste (kvantum-laesbar, version 2)`.
  public var label: String {
    "\(name) (\(id)\(version.isEmpty ? "" : ", version \(version)"))"
  }
}
