public import ProposalModel

/// The printed words of captions and totals, in one place for making and for recognising tables.
public enum Wording {
  /// The heading over the permanent changes of Tabel 1.
  public static let permanentHeading = "Varige ændringer"
  /// The heading over the implementation costs of Tabel 1.
  public static let implementationHeading = "Implementeringsomkostninger"
  /// The heading over an internal loan.
  public static let loanHeading = "Lån"
  /// The total of the permanent changes.
  public static let permanentTotal = "Samlet varig ændring"
  /// The total of the implementation costs.
  public static let implementationTotal = "Samlede implementeringsomkostninger"
  /// The bottom line of Tabel 1.
  public static let effect = "Samlet økonomisk påvirkning"
  /// The row of the stated service payback.
  public static let servicePayback = "Tilbagebetalingstid baseret på serviceeffektivisering"
  /// The row of the stated total payback.
  public static let totalPayback = "Tilbagebetalingstid baseret på totaløkonomi"
  /// The first row of the administration table.
  public static let mainAccountSix =
    "Effekt på lønudgifter på hovedkonto 6 og øvrige adm. udgifter på hovedfunktion 6.45"
  /// The second row of the administration table.
  public static let otherAdministration = "Effekt på øvrige administrative udgifter"
  /// The row of A–E that shows what `as-published` rounding leaves over.
  public static let roundingDifference = "Afrundingsdifference"
  /// The row of A–E that shows money whose rule cannot be carried out.
  public static let undistributed = "Ikke fordelt"
  /// The row of A that shows what of a stated måltalseffekt no committee has.
  public static let undistributedTarget = "Ikke fordelt måltal"
  /// How the remark under a computed table begins, by which it is known when it is read back.
  public static let computedMark = "Beregnet af linjer og fordelingsregler"
  /// The total row of A–E.
  public static let total = "Total"

  /// A control area inside a caption: `service`, `anlæg`.
  public static func inCaption(_ area: ControlArea?) -> String {
    area?.rawValue.lowercased() ?? "uden styringsområde"
  }

  /// The caption behind the number: `Varige ændringer, service`.
  public static func caption(of kind: BudgetTableKind) -> String {
    switch kind {
    case .tableOne: "Forslagets samlede økonomiske konsekvenser"
    case .delivery:
      "Oversigt over varige ændringer og implementeringsomkostninger fordelt på leverancens aktiviteter"
    case .permanent(let area): "Varige ændringer, \(inCaption(area))"
    case .investment(let area): "Investeringer, \(inCaption(area))"
    case .administration: "Varige ændringer, administration"
    case .loan: "Lån"
    case .allocation(let table):
      switch table {
      case .distribution: "Fordeling af varige ændringer mellem udvalg"
      case .targetEffect: "Måltalseffekt – hvis forslaget indarbejdes"
      case .budgetEffect: "Bevillingsmæssig effekt – hvis forslaget indarbejdes"
      case .budgetEffectIfNotAdopted: "Bevillingsmæssig effekt – hvis forslaget ikke indarbejdes"
      case .capitalInvestment, .capitalDistribution: "Fordeling af anlægsinvesteringer mellem udvalg"
      case .serviceInvestment, .serviceDistribution: "Fordeling af serviceinvesteringer mellem udvalg"
      }
    }
  }
}
