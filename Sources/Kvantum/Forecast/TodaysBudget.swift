import Findings
import Output
import ProposalModel

/// Today's budget of some keys, as an extract has it.
struct TodaysBudget {
  /// The budget of each key that the extract has; several rows of one key are added up.
  private(set) var amounts: [BudgetKey: Amount] = [:]
  /// The codes that keys and extract both have.
  private(set) var mask: UInt8
  /// The codes of the keys that the extract has no column for, by their Danish names.
  private(set) var lacking: [String]
  /// Rows of these keys that could not be read.
  private(set) var findings: [Finding]
  /// How many rows the extract has.
  private(set) var rows: Int

  /// Reads the budgets of `keys`, whose codes are those of `mask`, from the extract `file`.
  init(
    _ file: String, keys: some Sequence<BudgetKey>, mask: UInt8, columns: ExtractColumns
  ) throws(FileFailure) {
    var reader = ExtractReader(file, budgets: Array(Set(keys.map(\.codes))), mask: mask, columns: columns)
    try reader.read()
    self.mask = mask & reader.mask
    rows = reader.rows
    findings = reader.findings
    lacking = PostingCodes.names.enumerated().filter { index, _ in
      mask & ~reader.mask & 1 << UInt8(index) != 0
    }.map(\.element)
    for row in reader.unnamed {
      let key = BudgetKey(codes: row.codes.masked(self.mask), year: row.year)
      amounts[key, default: .zero] += row.amount
    }
  }

  /// The years in which the extract has a budget of an account.
  func years(of codes: PostingCodes) -> [Int] {
    amounts.keys.filter { $0.codes == codes }.map(\.year).sorted()
  }
}
