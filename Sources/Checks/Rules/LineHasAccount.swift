import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// Every row with money says where it is booked, so that one can tell; a table of the form that has lost its
  /// column of accounts says it for no row.
  static let lineHasAccount = Rule(
    "LineHasAccount", [.accountMissing, .accountAmbiguous, .accountUnresolved, .accountIsControlArea],
    statement: "Hver linje med penge har en bevilling og højst ét profitcenter.",
    reason: "Korrektionerne bogføres på konti; det, der ikke er afklaret, kan ikke bogføres.",
    tables: { check in
      let expected = AccountCheck.areExpected(check.read)
      // A table that was computed from the lines repeats them, and so what is wrong with their accounts.
      for table in check.read.tables
      where table.kind != nil && (table.hasAccountColumn || table.isDetail) && table.computedRemark == nil {
        // Tabel 1 and Fordeling print no accounts; the long CSV has one column for all tables.
        let hasAccounts = table.printsAccounts || table.rows.contains { $0.row.account != nil }
        AccountCheck(table: table, round: check.read.round, areExpected: expected && hasAccounts).run(&check)
      }
    },
    proposal: { check in
      guard !check.isFromTables else { return }
      let areExpected =
        check.round?.accounts.isEmpty == false || check.proposal.lines.contains { $0.account != nil }
      for line in check.proposal.lines where line.section != .loan && line.figures.contains(where: \.isMoney)
      {
        let place = check.place(.line(line.id, .appropriation))
        guard let account = line.account else {
          if areExpected, line.condition != .notCounted {
            check.report(Catalogue.accountMissing(line.text, at: place))
          }
          continue
        }
        if let finding = AccountCheck.finding(
          account, text: account.printed, isFraction: false, check.round, at: place)
        {
          check.report(finding)
        }
      }
    })
}

extension ReadTable {
  /// Whether the form prints an account on each line of such a table.
  fileprivate var printsAccounts: Bool {
    switch kind {
    case .permanent?, .investment?: true
    case .allocation(let table)?: !table.isDivision
    default: false
    }
  }
}

/// The accounts of one table.
struct AccountCheck {
  package let table: ReadTable
  package let round: Round?
  let areExpected: Bool

  /// Whether a blank account is worth a word: the round has accounts, or some table of the proposal uses the
  /// column.
  static func areExpected(_ read: ReadTables) -> Bool {
    read.round?.accounts.isEmpty == false
      || read.tables.contains { table in table.rows.contains { $0.row.account != nil } }
  }

  package func run(_ check: inout TableCheck) {
    let total = table.rows.last { $0.row.kind == .total && $0.row.account != nil }
    for row in table.rows where row.row.kind == .line || row.row.kind == .total {
      let place = table.place(row.accountCell ?? row.textCell)
      if let account = row.row.account {
        let text = row.accountText ?? account.printed
        if let finding = AccountCheck.finding(
          account, text: text, isFraction: row.accountIsFraction, round, at: place)
        {
          check.report(finding)
        }
      } else if row.row.kind == .line, total == nil, areExpected, row.hasMoney, row.row.section != .loan {
        let name = row.row.text.isEmpty ? "uden tekst" : row.row.text
        check.report(Catalogue.accountMissing(name, at: place))
      }
    }
  }

  /// What is wrong with an account, if anything.
  package static func finding(
    _ account: Account, text: String, isFraction: Bool, _ round: Round?, at place: Place
  )
    -> Finding?
  {
    if isFraction { return Catalogue.accountUnresolved(text, at: place) }
    if account.printed.allSatisfy({ !$0.isLetter && !$0.isNumber }) {
      return Catalogue.accountUnresolved(text, at: place)
    }
    guard let round else {
      if account.form == .unresolved { return Catalogue.accountUnresolved(text, at: place) }
      return ControlArea(spelling: account.appropriation ?? text).map { _ in
        Catalogue.accountIsControlArea(text, at: place)
      }
    }
    switch round.resolve(account) {
    case .controlArea: return Catalogue.accountIsControlArea(text, at: place)
    case .unresolved: return Catalogue.accountUnresolved(text, at: place)
    case .severalProfitCentres: return Catalogue.accountAmbiguous(text, severalCentres: true, at: place)
    case .withoutAppropriation:
      guard account.form == .codeAlone else { return nil }
      return Catalogue.accountAmbiguous(text, severalCentres: false, at: place)
    case .complete, .withoutProfitCentre: return nil
    }
  }
}
