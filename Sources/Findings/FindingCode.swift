/// The stable codes of findings. Codes are a promise, wording is not.
public enum FindingCode: String, Hashable, Sendable, Codable, CaseIterable {
  // Errors.
  case totalDiffers = "total-differs"
  case tablesDiffer = "tables-differ"
  case sharesDiffer = "shares-differ"
  case paybackDiffers = "payback-differs"
  case priceLevelDiffers = "price-level-differs"
  case controlAreaMissing = "control-area-missing"
  case accountUnresolved = "account-unresolved"
  case accountIsControlArea = "account-is-control-area"
  case numberUnreadable = "number-unreadable"
  case numberAmbiguous = "number-ambiguous"
  case formulaWithoutValue = "formula-without-value"
  case duplicateProposal = "duplicate-proposal"
  case loanDiffers = "loan-differs"
  case hiddenMoney = "hidden-money"
  case placeholderLeft = "placeholder-left"
  case sheetMissing = "sheet-missing"
  case columnMissing = "column-missing"
  case roundUnknown = "round-unknown"
  case committeeUnknown = "committee-unknown"
  case committeeMissing = "committee-missing"
  case controlAreaUnknown = "control-area-unknown"
  case ruleUnreadable = "rule-unreadable"
  case mergeConflict = "merge-conflict"
  // Warnings.
  case totalRounding = "total-rounding"
  case tablesRounding = "tables-rounding"
  case paybackMissing = "payback-missing"
  case paybackLong = "payback-long"
  case priceLevelMissing = "price-level-missing"
  case accountMissing = "account-missing"
  case accountAmbiguous = "account-ambiguous"
  case signSuspicious = "sign-suspicious"
  case committeeNotAffected = "committee-not-affected"
  case affectedWithoutMoney = "affected-without-money"
  case yearsDiffer = "years-differ"
  case administrationGross = "administration-gross"
  case changeStopsEarly = "change-stops-early"
  case hearingMissing = "hearing-missing"
  case hearingDate = "hearing-date"
  // Notes.
  case numberAsText = "number-as-text"
  case areaFromTotal = "area-from-total"
  case committeeFromPresenting = "committee-from-presenting"
  case totalWithoutLabel = "total-without-label"
  case unusualInput = "unusual-input"
  case notAnnotated = "not-annotated"

  /// The severity a finding of this code has unless the rule says otherwise.
  public var severity: Severity {
    switch self {
    case .totalDiffers, .tablesDiffer, .sharesDiffer, .paybackDiffers, .priceLevelDiffers,
      .controlAreaMissing, .accountUnresolved,
      .accountIsControlArea, .numberUnreadable, .numberAmbiguous, .formulaWithoutValue, .duplicateProposal,
      .loanDiffers, .hiddenMoney,
      .placeholderLeft, .sheetMissing, .columnMissing, .roundUnknown, .committeeUnknown, .committeeMissing,
      .controlAreaUnknown,
      .ruleUnreadable, .mergeConflict:
      .error
    case .totalRounding, .tablesRounding, .paybackMissing, .paybackLong, .priceLevelMissing, .accountMissing,
      .accountAmbiguous,
      .signSuspicious,
      .committeeNotAffected, .affectedWithoutMoney, .yearsDiffer, .administrationGross, .changeStopsEarly,
      .hearingMissing, .hearingDate:
      .warning
    case .numberAsText, .areaFromTotal, .committeeFromPresenting, .totalWithoutLabel, .unusualInput,
      .notAnnotated:
      .note
    }
  }

  /// Whether the finding says that the structure of a proposal could not be read, so that `import` and
  /// `export` write nothing for it unless asked.
  public var blocksWriting: Bool {
    switch self {
    case .numberUnreadable, .numberAmbiguous, .formulaWithoutValue, .duplicateProposal, .sheetMissing,
      .columnMissing, .committeeMissing,
      .roundUnknown, .committeeUnknown, .controlAreaUnknown, .ruleUnreadable:
      true
    default: false
    }
  }
}
