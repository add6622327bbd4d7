import ProposalModel

/// The lines of generated proposals.
extension ProposalGenerator {
  mutating func addLines(_ proposal: inout Proposal) {
    let areas = lineAreas()
    let fineness = random.pick([1, 1, 1, 1, 1, 1, 1, 2, 100, 20_000])
    var names = Names()
    if proposal.kind != .innovation {
      for _ in 0..<random.number(1...6) { addPermanent(&proposal, areas, fineness, &names) }
    }
    for _ in 0..<random.number(proposal.kind == .innovation ? 1...5 : 0...5) {
      addInvestment(&proposal, fineness, &names)
    }
    if random.chance(25) { shareItems(&proposal) }
    if random.chance(12) { nameDeliveries(&proposal) }
    if random.chance(10) { addLoan(&proposal) }
    if random.chance(10) { addIfNotAdopted(&proposal, fineness, &names) }
    if random.chance(30) { markAdministration(&proposal) }
    if random.chance(20) { addBasis(&proposal) }
    for index in proposal.lines.indices { proposal.lines[index].id = "L\(index + 1)" }
    if variety == .wild { makeWild(&proposal) }
  }

  /// Line texts that have been used; a second use gets a number.
  private struct Names {
    private var used: [String: Int] = [:]
    mutating func unique(_ text: String) -> String {
      used[text, default: 0] += 1
      let count = used[text] ?? 1
      return count == 1 ? text : "\(text), del \(count)"
    }
  }

  private mutating func lineAreas() -> [ControlArea] {
    switch random.number(0...9) {
    case 0...5: [.service]
    case 6, 7: [.service, .service, .transfers]
    case 8: [.service, .demandDriven]
    default: [.transfers]
    }
  }

  private mutating func addPermanent(
    _ proposal: inout Proposal, _ areas: [ControlArea], _ fineness: Int, _ names: inout Names
  ) {
    let isSaving = proposal.lines.isEmpty || random.chance(75)
    let text = names.unique(random.pick(isSaving ? GeneratedWords.savings : GeneratedWords.costs))
    let full = amount(isSaving ? -1 : 1, isSaving ? 6_000 : 900, fineness)
    let start = random.number(0...min(2, proposal.years.count - 1))
    let figures = proposal.years.indices.map { index -> Figure in
      if index < start { return nothing() }
      if index == start, index + 1 < proposal.years.count, random.chance(40) {
        let half = full.oere / 2 / 100_000 * 100_000
        return half == 0 ? .amount(full) : .amount(Amount(oere: half))
      }
      return .amount(full)
    }
    proposal.lines.append(line(.permanent, text, random.pick(areas), figures, proposal))
  }

  private mutating func addInvestment(_ proposal: inout Proposal, _ fineness: Int, _ names: inout Names) {
    let text = names.unique(random.pick(GeneratedWords.investments))
    let length = random.number(1...min(3, proposal.years.count))
    let figures = proposal.years.indices.map {
      $0 < length ? Figure.amount(amount(1, 2_500, fineness)) : nothing()
    }
    var line = line(.implementation, text, random.chance(55) ? .service : .capital, figures, proposal)
    line.innovationPool = proposal.kind == .innovation && random.chance(40)
    proposal.lines.append(line)
  }

  private mutating func addLoan(_ proposal: inout Proposal) {
    guard proposal.years.count >= 3 else { return }
    let part = Int64(random.number(50...900))
    var figures = proposal.years.map { _ in nothing() }
    figures[0] = .amount(Amount(thousands: part * 2))
    figures[1] = .amount(Amount(thousands: -part))
    figures[2] = .amount(Amount(thousands: -part))
    guard let committee = proposal.lines.filter({ $0.rule == nil }).compactMap(\.committee).first else {
      return
    }
    var line = Line(id: "", section: .loan, text: "Internt lån", controlArea: .service, figures: figures)
    line.committee = committee
    proposal.lines.append(line)
  }

  private mutating func addIfNotAdopted(_ proposal: inout Proposal, _ fineness: Int, _ names: inout Names) {
    let text = names.unique("Merudgift uden forslaget")
    let full = amount(1, 800, fineness)
    var line = line(.permanent, text, .service, proposal.years.map { _ in .amount(full) }, proposal)
    line.condition = .ifNotAdopted
    proposal.lines.append(line)
  }

  /// An amount of up to `thousands` × 1.000 kr., whole at first, finer for `fineness` above 1; never zero.
  private mutating func amount(_ sign: Int64, _ thousands: Int, _ fineness: Int) -> Amount {
    let unit = Int64(100_000 / fineness)
    let part = fineness > 1 ? unit * Int64(random.number(0...min(99, fineness - 1))) : 0
    return Amount(oere: sign * (Int64(random.number(60...thousands)) * 100_000 + part))
  }

  /// One of the printed states that count as nothing.
  private mutating func nothing() -> Figure { random.pick([.blank, .blank, .blank, .dash, .amount(.zero)]) }

  private mutating func line(
    _ section: LineSection, _ text: String, _ area: ControlArea, _ figures: [Figure], _ proposal: Proposal
  ) -> Line {
    var line = Line(id: "", section: section, text: text, controlArea: area, figures: figures)
    line.account = account()
    switch random.number(0...9) {
    case 0...3:
      let own = random.pick(recipients(units: true))
      (line.committee, line.unit) = (own.committee, own.unit)
    case 4...6: line.rule = rule(proposal.keys, for: figures)
    default: break
    }
    if line.rule != nil, random.chance(30) { line.committee = random.pick(round.equalShareCommittees).code }
    return line
  }

  /// A plain account: one bevilling and one profit centre.
  mutating func account() -> Account? {
    let known = round.accounts.compactMap { account -> String? in account.appropriationCode }
    let appropriation = random.pick(
      known.isEmpty ? GeneratedWords.appropriations : known + ["Ordinær drift", "Sundhed", "Ældre"])
    return Account(appropriation: appropriation, profitCentres: String(random.number(1000...9899)))
  }

  /// A rule of any kind; `figures` are those of the line, so that fixed amounts fit into every year. Without
  /// them no fixed amounts are named.
  mutating func rule(_ keys: [DistributionKey], for figures: [Figure]?) -> DistributionRule {
    let all = recipients(units: true).filter { $0.committee != "BOR" }
    let committees = round.equalShareCommittees.map { Recipient($0.code) }
    switch random.number(0...6) {
    case 0: return .equal(among: [])
    case 1: return .equal(among: random.some(random.number(2...4), of: committees))
    case 2: return percentages(random.some(random.number(2...3), of: all))
    case 3:
      guard let key = keys.first else { return .equal(among: []) }
      return .key(key.name)
    case 4:
      guard let figures, let smallest = figures.filter(\.isMoney).map(\.amount.magnitude).min(),
        smallest.oere >= 300_000
      else {
        return .direct(random.pick(all))
      }
      let two = random.some(2, of: committees)
      let fixed = FixedShare(
        two[0], Amount(thousands: Int64(random.number(1...Int(smallest.oere / 100_000) / 2))))
      return .fixed(
        [fixed],
        rest: random.chance(50)
          ? .to(two[1]) : .equal(among: random.chance(50) ? [] : random.some(3, of: committees)))
    case 5: return .residual(random.pick(committees))
    default: return .direct(random.pick(all))
    }
  }

  private mutating func percentages(_ recipients: [Recipient]) -> DistributionRule {
    var left = 1_000
    var shares: [PercentageShare] = []
    for (index, recipient) in recipients.enumerated() {
      let rest = recipients.count - index - 1
      let tenths = random.number(10...60) * (random.chance(20) ? 5 : 10)
      let share = rest == 0 ? left : min(tenths, left - rest * 100)
      left -= share
      if let weight = Weight(Int64(share), over: 10) { shares.append(PercentageShare(recipient, weight)) }
    }
    return .percentages(shares)
  }

  /// Some lines of one section and area become one line of Tabel 1.
  private mutating func shareItems(_ proposal: inout Proposal) {
    let first = random.number(0...proposal.lines.count - 1)
    let like = proposal.lines[first]
    for index in proposal.lines.indices
    where proposal.lines[index].section == like.section
      && proposal.lines[index].controlArea == like.controlArea
    {
      proposal.lines[index].tableOneItem =
        like.section == .permanent ? "Nettoeffekt af forslaget" : "Implementering i alt væsentligt"
    }
  }

  private mutating func nameDeliveries(_ proposal: inout Proposal) {
    for index in proposal.lines.indices {
      proposal.lines[index].delivery = random.pick(GeneratedWords.deliveries)
    }
  }

  /// Marks the permanent service lines, all of them, so that the administrative part is no larger than the
  /// net change.
  private mutating func markAdministration(_ proposal: inout Proposal) {
    for index in proposal.lines.indices
    where proposal.lines[index].section == .permanent && proposal.lines[index].controlArea == .service
      && proposal.lines[index].condition == .ifAdopted
    {
      proposal.lines[index].administration = random.chance(60) ? .mainAccountSix : .other
    }
  }

  private mutating func addBasis(_ proposal: inout Proposal) {
    for index in proposal.lines.indices {
      for label in random.some(random.number(1...3), of: GeneratedWords.basis) {
        proposal.lines[index].basis.append(
          BasisEntry(label: label, text: random.pick(["0,5", "12", "3 × 100", "1250"])))
      }
    }
  }

  private mutating func makeWild(_ proposal: inout Proposal) {
    for index in proposal.lines.indices {
      if random.chance(15) {
        proposal.lines[index].text = random.pick(GeneratedWords.wildTexts).filter { $0 != "\n" } + " \(index)"
      }
      if random.chance(10) { proposal.lines[index].controlArea = nil }
      if random.chance(25) {
        let odd = [
          "Digitalisering?", "1423, 1445, 4622", "0588", "3641", "Ordinær drift, 5551 og 6589",
          "Afklares senere",
        ]
        proposal.lines[index].account = random.chance(30) ? nil : Account(parsing: random.pick(odd))
      }
      if random.chance(10) { proposal.lines[index].condition = random.pick([.ifNotAdopted, .notCounted]) }
      if random.chance(10) {
        proposal.lines[index].figures[random.number(0...proposal.years.count - 1)] = nothing()
      }
    }
  }
}
