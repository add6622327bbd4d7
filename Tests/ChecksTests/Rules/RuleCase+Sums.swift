/// Rules that compare sums and tables.
extension RuleCase {
  static let sums = totals + tables + shares

  private static let totals = [
    RuleCase("TotalMatchesLines", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "TotalMatchesLines", "a total with swapped digits",
      SmallForm.tables("Samlet varig ændring | | | -450 | -850", "Samlet varig ændring | | | -450 | -580"),
      finds: ["total-differs Tabel 1!E6"]),
    RuleCase(
      "TotalMatchesLines", "off by one",
      SmallForm.tables("Samlet varig ændring | | | -450", "Samlet varig ændring | | | -451"),
      finds: ["total-rounding Tabel 1!D6"]),
    RuleCase("RowSumMatchesYears", "nothing", withRowSum("1050"), finds: []),
    RuleCase(
      "RowSumMatchesYears", "a row whose years give another sum", withRowSum("1500"),
      finds: ["total-differs Tabel 3!G3"]),
    RuleCase("AdministrationIsNet", "net", administration("-450 | -850 | -850"), finds: []),
    RuleCase(
      "AdministrationIsNet", "more than the change", administration("-500 | -900 | -900"),
      finds: ["administration-gross Tabel 4!C5"]),
    RuleCase("PriceLevelIsTheProposals", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "PriceLevelIsTheProposals", "one table in another level",
      SmallForm.tables("forslaget |\n| 1.000 kr. 2023 p/l", "forslaget |\n| 1.000 kr. 2022 p/l"),
      finds: ["price-level-differs Tabel 3!A2"]),
    RuleCase(
      "PriceLevelIsTheProposals", "one table without",
      SmallForm.tables("forslaget |\n| 1.000 kr. 2023 p/l", "forslaget |\n| 1.000 kr."),
      finds: ["price-level-missing Tabel 3!A2"]),
    RuleCase("YearsAreTheProposals", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "YearsAreTheProposals", "one table with other years",
      SmallForm.tables(
        "forslaget |\n| 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 | 2025 |",
        "forslaget |\n| 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2023 | 2024 | 2025 | 2026 |"),
      finds: ["years-differ Tabel 3!F2"]),
  ]

  private static let tables = [
    RuleCase("DetailMatchesTableOne", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "DetailMatchesTableOne", "a detail table of another sum",
      SmallForm.tables("3641, 5880 | 600 | 450", "3641, 5880 | 600 | 540")
        .replacing(
          "Investeringer totalt, service | | 600 | 450", with: "Investeringer totalt, service | | 600 | 540"),
      finds: ["tables-differ Tabel 3!D4"]),
    RuleCase("AllocationMatchesTableOne", "nothing", SmallForm.tables(more: SmallForm.shares), finds: []),
    RuleCase(
      "AllocationMatchesTableOne", "Tabel B of another sum in one year",
      SmallForm.tables(more: budget("-250 | -600 | -600", "-250 | -600 | -700", total: "-450 | -850 | -950")),
      finds: ["tables-differ Tabel B!H5"]),
    RuleCase(
      "AllocationMatchesTableOne", "a Tabel A that is another måltalseffekt in every year",
      SmallForm.tables(
        more: SmallForm.shares.replacing("3641, 5880 | | -250 | -600", with: "3641, 5880 | | -200 | -500")
          .replacing("-500 | -600 |", with: "-500 | -500 |")
          .replacing("| Total | | | | -450 | -850 | -850 |", with: "| Total | | | | -400 | -750 | -750 |")),
      finds: ["target-differs Tabel A!E5"]),
    RuleCase(
      "StatedTablesMatchLines", "nothing", SmallForm.entry("", "") + stated("-400 | -800 | -800"), finds: []),
    RuleCase(
      "StatedTablesMatchLines", "a stated Tabel B of another sum",
      SmallForm.entry("", "") + stated("-400 | -800 | -900"), finds: ["tables-differ Tabel B!H3"]),
    RuleCase("TablesAreComplete", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "TablesAreComplete", "a detail table without a total",
      SmallForm.tables("| Varige ændringer totalt, service | | | -450 | -850 | -850 |", ""),
      finds: ["unusual-input Tabel 2!A1"]),
  ]

  private static let shares = [
    RuleCase(
      "SharesAgree", "nothing", SmallForm.tables(more: SmallForm.shares + "\n" + SmallForm.distribution),
      finds: []),
    RuleCase(
      "SharesAgree", "a row of B moved to another committee, totals agreeing",
      SmallForm.tables(more: moved("Socialudvalget", "Teknik- og Miljøudvalget")),
      finds: ["shares-differ Tabel B!A3"]),
    RuleCase(
      "SharesAgree", "two amounts of B changed, totals agreeing",
      SmallForm.tables(
        more: SmallForm.shares.replacing("Service | | -250 | -600", with: "Service | | -250 | -610")
          .replacing("Service | | -200 | -250", with: "Service | | -200 | -240")),
      finds: ["shares-differ Tabel B!G3"]),
    RuleCase(
      "SharesAgree", "Fordeling against Tabel B",
      SmallForm.tables(
        more: SmallForm.shares + "\n"
          + SmallForm.distribution.replacing("-250 | -600 | -600", with: "-225 | -425 | -425")
          .replacing("-200 | -250 | -250", with: "-225 | -425 | -425")),
      finds: ["shares-differ Tabel B!F3"]),
    RuleCase(
      "SharesAgree", "Fordeling against the rule of its lines",
      SmallForm.tables(more: SmallForm.distribution, front: "| Fordeling | SUD 50 %; SOU 50 % |"),
      finds: ["shares-differ Tabel 4!D3"]),
    RuleCase(
      "SharesAgree", "Fordeling rounded one by one from the rule",
      SmallForm.tables(
        more: SmallForm.distribution.replacing("-250 | -600 | -600", with: "-225 | -426 | -425")
          .replacing("-200 | -250 | -250", with: "-225 | -425 | -425"),
        front: "| Fordeling | SUD 50 %; SOU 50 % |"), finds: []),
    RuleCase("CostHasTable", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "CostHasTable", "a cost in an area without a table",
      SmallForm.entry("Projektledelse | Service", "Projektledelse | Finansposter"),
      finds: ["area-without-table Økonomi!D4"]),
    RuleCase("TargetIsExplained", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "TargetIsExplained", "a target that nothing explains", target("-400 | -800 | -800"),
      finds: ["target-differs Tabel 1!D7"]),
    RuleCase(
      "TargetIsExplained", "a target less what is converted to transfers",
      target("-400 | -800 | -800").replacing(
        "| Samlet varig ændring |",
        with: "| Tilskud | Overførsler | | 50 | 50 | 50 |\n| Samlet varig ændring |"),
      finds: []),
    RuleCase("PercentagesAreHundred", "100", rule("SUD 60 %; SOU 40 %"), finds: []),
    RuleCase("PercentagesAreHundred", "99", rule("SUD 60 %; SOU 39 %"), finds: ["shares-differ Økonomi!H3"]),
    RuleCase("RulesCanBeCarriedOut", "a rest", rule("SUD 300; resten ligedeling"), finds: []),
    RuleCase(
      "RulesCanBeCarriedOut", "more than the line has", rule("SUD 500; resten ligedeling"),
      finds: ["shares-differ Økonomi!H3"]),
  ]

  private static func withRowSum(_ sum: String) -> String {
    SmallForm.tables(
      """
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 | 2025 |
      | Projektledelse | 3641, 5880 | 600 | 450 | | |
      """,
      """
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 | 2025 | I alt |
      | Projektledelse | 3641, 5880 | 600 | 450 | | | \(sum) |
      """)
  }

  private static func administration(_ total: String) -> String {
    SmallForm.tables(
      more: """
        # Tabel 4
        | Tabel 4. Varige ændringer, administration |
        | 1.000 kr. 2023 p/l | 2022 | 2023 | 2024 | 2025 |
        | Effekt på lønudgifter på hovedkonto 6 og øvrige adm. udgifter på hovedfunktion 6.45 | | \(total) |
        | Effekt på øvrige administrative udgifter | | | | |
        | Varige ændringer totalt, administration | | \(total) |
        """)
  }

  private static func stated(_ amounts: String) -> String {
    """

    # Tabel B
    | Tabel B. Bevillingsmæssig effekt – hvis forslaget indarbejdes |
    | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | Styringsområde | 2022 | 2023 | 2024 | 2025 |
    | Socialudvalget | | 3641, 5880 | Service | | \(amounts) |
    """
  }

  /// The tables of shares, with a row of Tabel B changed and its total following.
  private static func budget(_ row: String, _ changed: String, total: String) -> String {
    SmallForm.shares.replacing("Service | | \(row)", with: "Service | | \(changed)")
      .replacing("| Total | | | | | -450 | -850 | -850 |", with: "| Total | | | | | \(total) |")
  }

  private static func moved(_ name: String, _ other: String) -> String {
    SmallForm.shares.replacing(
      "| \(name) | | 3641, 5880 | Service", with: "| \(other) | | 3641, 5880 | Service")
  }

  private static func target(_ amounts: String) -> String {
    SmallForm.tables(
      "| Samlet varig ændring | | | -450 | -850 | -850 |",
      """
      | Samlet varig ændring | | | -450 | -850 | -850 |
      | Heraf nettoeffektivisering | Service | | \(amounts) |
      """)
  }

  private static func rule(_ text: String) -> String {
    SmallForm.entry("| 3641 | 5880 | | | | -400", "| 3641 | 5880 | \(text) | | | -400")
  }
}
