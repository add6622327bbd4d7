/// A field of the front page of a proposal.
public enum FrontField: Hashable, Sendable, CaseIterable {
  case id, title, kind, round, presenting, affected, funding, priceLevel, implementedPriceLevel,
    servicePayback, totalPayback, risk, rule, version,
    crossCutting, confidential, originInnovation, tieStart, unit
}

/// A field of a line, besides its figures.
public enum LineField: Hashable, Sendable, CaseIterable {
  case id, section, text, tableOneItem, delivery, controlArea, committee, unit, appropriation, profitCentre,
    rule, condition, administration, innovationPool, total, fullyPhasedIn, check
}

/// A field of a row of the tables A … E and Fordeling, besides its figures.
public enum AllocationField: Hashable, Sendable, CaseIterable {
  case recipient, unit, part, account, profitCentre, controlArea
}

/// A field of the follow-up.
public enum FollowUpField: Hashable, Sendable, CaseIterable {
  case section, goal, measurement, responsible, time
}

/// A field of a hearing.
public enum HearingField: Hashable, Sendable, CaseIterable { case body, answer, date, remark }
