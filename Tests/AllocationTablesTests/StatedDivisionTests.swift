import AllocationTables
import ProposalModel
import Testing

private func committee(_ code: String) -> Committee {
  Committee(code: code, name: code, administrationCode: code, administrationName: code)
}

private let round: Round = {
  var round = Round(
    id: "test", name: "Test", years: [2022, 2023], writtenPriceLevel: 2023, implementedPriceLevel: 2022,
    committees: ["ØU", "KFU", "SUD", "BIU"].map(committee))
  round.bookingUnit = 1_000
  return round
}()

private func figures(_ amounts: [Int64]) -> [Figure] { amounts.map { .amount(Amount(thousands: $0)) } }

private func line(
  _ id: String, _ section: LineSection, _ area: ControlArea, _ amounts: [Int64], account: String? = nil,
  rule: DistributionRule? = nil
) -> Line {
  Line(
    id: id, section: section, text: "Linje \(id)", controlArea: area,
    account: account.flatMap { Account(parsing: $0) }, rule: rule, figures: figures(amounts))
}

private func row(_ committee: String, _ part: DistributionPart?, _ amounts: [Int64]) -> AllocationRow {
  AllocationRow(recipient: Recipient(committee), part: part, figures: figures(amounts))
}

private func proposal(_ lines: [Line], _ tables: StatedAllocation...) -> Proposal {
  var proposal = Proposal(id: "P0", title: "Prøve", years: [2022, 2023])
  (proposal.priceLevel, proposal.presenting) = (2023, "KFU")
  proposal.lines = lines
  proposal.allocations = tables
  return proposal
}

private func fordeling(_ rows: [AllocationRow], area: ControlArea? = .service) -> StatedAllocation {
  StatedAllocation(table: .distribution, controlArea: area, rows: rows)
}

/// `KFU -60 -60` for each row with money, and the total.
private func money(_ proposal: Proposal, _ table: String) -> [String] {
  let rows = ProposalTables(proposal, round: round).table(table)?.rows ?? []
  return rows.filter { $0.figures.contains(where: \.isMoney) }.map { row in
    ([row.recipient?.committee ?? row.text] + [row.account?.printed].compactMap { $0 }
      + row.figures.map { $0.amount.danish() }).joined(separator: " ")
  }
}

@Suite struct `A stated Fordeling divides the money` {
  @Test func `A and B follow it, whatever the rules of its lines say`() {
    let stated = proposal(
      [line("1", .permanent, .service, [-100, -200])],
      fordeling([row("KFU", .saving, [-60, -120]), row("SUD", .saving, [-40, -80])]))
    for table in ["A", "B"] {
      #expect(money(stated, table) == ["KFU -60 -120", "SUD -40 -80", "Total -100 -200"])
    }
  }

  @Test func `where its total is another, its shares are weights and the lines' sum is booked`() {
    let stated = proposal(
      [line("1", .permanent, .service, [-10, -10])],
      fordeling(["ØU", "KFU", "SUD", "BIU"].map { row($0, .saving, [-3, -3]) }))
    let rows = money(stated, "B")
    #expect(rows.last == "Total -10 -10")
    #expect(rows.count == 5)
    #expect(rows.dropLast().allSatisfy { $0.hasSuffix("-2 -2") || $0.hasSuffix("-3 -3") })
  }

  @Test func `a year without shares follows the lines' own rules`() {
    let stated = proposal(
      [line("1", .permanent, .service, [-100, -200])], fordeling([row("SUD", .saving, [0, -200])]))
    #expect(money(stated, "B") == ["KFU -100 0", "SUD 0 -200", "Total -100 -200"])
  }

  @Test func `Omkostninger that repeat the investments are left out`() {
    let stated = proposal(
      [line("1", .permanent, .service, [-100, -200]), line("2", .implementation, .capital, [900, 0])],
      fordeling([row("SUD", .saving, [-100, -200]), row("KFU", .cost, [900, 0])]))
    #expect(money(stated, "B") == ["SUD -100 -200", "Total -100 -200"])
    #expect(money(stated, "D") == ["KFU 900 0", "Total 900 0"])
  }

  @Test func `it divides only the control area that it names`() {
    let stated = proposal(
      [line("1", .permanent, .service, [-100, -100]), line("2", .permanent, .transfers, [-50, -50])],
      fordeling([row("SUD", .saving, [-50, -50])], area: .transfers))
    #expect(money(stated, "B") == ["KFU -100 -100", "SUD -50 -50", "Total -150 -150"])
    #expect(money(stated, "A") == ["KFU -100 -100", "Total -100 -100"])
  }

  @Test func `without an area in its caption it divides the area with its sums`() {
    let stated = proposal(
      [line("1", .permanent, .service, [-100, -100]), line("2", .permanent, .transfers, [-50, -50])],
      fordeling([row("SUD", .saving, [-50, -50])], area: nil))
    #expect(money(stated, "B") == ["KFU -100 -100", "SUD -50 -50", "Total -150 -150"])
  }

  @Test func `where the lines give the same, they keep their accounts`() {
    let stated = proposal(
      [
        line("1", .permanent, .service, [-60, -60], account: "3641, 588"),
        line("2", .permanent, .service, [-40, -40], account: "3641, 589"),
      ], fordeling([row("KFU", .saving, [-100, -100])]))
    #expect(money(stated, "B") == ["KFU 3641, 588 -60 -60", "KFU 3641, 589 -40 -40", "Total -100 -100"])
  }

  @Test func `the older tables of investments divide D and E`() {
    let stated = proposal(
      [line("1", .implementation, .service, [100, 0])],
      StatedAllocation(
        table: .serviceDistribution, rows: [row("SUD", nil, [34, 0]), row("BIU", nil, [67, 0])]))
    let rows = money(stated, "E")
    #expect(rows.last == "Total 100 0")
    #expect(rows.first == "SUD 34 0" || rows.first == "SUD 33 0")
    let printed = ProposalTables(stated, round: round).tables.first {
      $0.kind == .allocation(.serviceDistribution)
    }
    #expect(printed?.caption == "Tabel 3. Fordeling af serviceinvesteringer mellem udvalg")
    #expect(printed?.rows.last?.figures == figures([101, 0]))
  }

  @Test func `a stated Tabel B gives Tabel A its rows in Service, and a stated Tabel A gives them to B`() {
    let lines = [line("1", .permanent, .service, [-100, -100]), line("2", .permanent, .capital, [-7, -7])]
    let b = StatedAllocation(
      table: .budgetEffect,
      rows: [
        AllocationRow(recipient: Recipient("SUD"), controlArea: .service, figures: figures([-100, -100])),
        AllocationRow(recipient: Recipient("BIU"), controlArea: .capital, figures: figures([-7, -7])),
      ])
    #expect(money(proposal(lines, b), "A") == ["SUD -100 -100", "Total -100 -100"])
    let a = StatedAllocation(table: .targetEffect, rows: [row("SUD", nil, [-100, -100])])
    #expect(
      Set(money(proposal(lines, a), "B")) == ["SUD -100 -100", "KFU -7 -7", "Total -107 -107"])
  }

  @Test func `whatever it says, the lines' sum is booked, and its own shares where they add up to it`() {
    var state: UInt64 = 7
    func next(_ limit: Int64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(state >> 33) % limit
    }
    for _ in 0..<300 {
      let sums = [-next(900) - 1, -next(900) - 1]
      let codes = ["ØU", "KFU", "SUD", "BIU"].reversed()
      let rows = codes.map { row($0, .saving, [-next(200), -next(200)]) }
      let stated = proposal([line("1", .permanent, .service, sums, rule: .equal(among: []))], fordeling(rows))
      let table = ProposalTables(stated, round: round).table("B")
      #expect(table?.rows.last?.figures == figures(sums))
      for (year, sum) in sums.enumerated()
      where rows.map({ $0.figures[year].amount }).sum() == Amount(thousands: sum) {
        for row in rows {
          let share = table?.rows.filter { $0.recipient == row.recipient }.map { $0.figures[year].amount }
          #expect(share?.sum() == row.figures[year].amount)
        }
      }
    }
  }
}

@Suite struct `The stated måltalseffekt in Tabel A` {
  private func targeted(_ lines: [Line], _ target: [Int64]) -> Proposal {
    var proposal = proposal(lines)
    proposal.tableOneRows = [
      TableOneRow(
        KeptRow(
          .target, section: .permanent, text: "Heraf nettoeffektivisering", figures: figures(target)),
        linesAbove: 1)
    ]
    return proposal
  }

  @Test func `of one committee it is its row, with its account; B stays`() {
    let proposal = targeted([line("1", .permanent, .service, [0, -1000], account: "3641, 588")], [0, -900])
    #expect(money(proposal, "A") == ["KFU 3641, 588 0 -900", "Total 0 -900"])
    #expect(money(proposal, "B") == ["KFU 3641, 588 0 -1.000", "Total 0 -1.000"])
  }

  @Test func `of several the computed rows stand, and a row of nobody's shows the difference`() {
    let rule = DistributionRule.equal(among: [Recipient("SUD"), Recipient("BIU")])
    let proposal = targeted([line("1", .permanent, .service, [0, -1000], rule: rule)], [0, -900])
    #expect(
      money(proposal, "A") == ["SUD 0 -500", "BIU 0 -500", "Ikke fordelt måltal 0 100", "Total 0 -900"])
  }

  @Test func `one that is the change in Service changes nothing`() {
    let lines = [line("1", .permanent, .service, [0, -1000], account: "3641, 588")]
    #expect(money(targeted(lines, [0, -1000]), "A") == money(proposal(lines), "A"))
  }
}

@Test func `a committee with nothing in several areas has one empty row`() throws {
  let rule = DistributionRule.percentages([
    PercentageShare(Recipient("SUD"), try #require(Weight(100))),
    PercentageShare(Recipient("KFU"), try #require(Weight(0))),
  ])
  let lines = [
    line("1", .permanent, .service, [-1, -1], rule: rule),
    line("2", .permanent, .capital, [-2, -2], rule: rule),
  ]
  let rows = ProposalTables(proposal(lines), round: round).table("B")?.rows ?? []
  #expect(rows.filter { $0.recipient == Recipient("KFU") }.map(\.figures) == [[.blank, .blank]])
}
