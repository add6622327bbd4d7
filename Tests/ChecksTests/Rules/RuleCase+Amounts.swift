/// Rules that look at single amounts and lines.
extension RuleCase {
  static let amounts = magnitudes + repeats + signs + paybacks + loans

  private static let magnitudes = [
    RuleCase("AmountsArePlausible", "nothing", SmallForm.entry("", ""), finds: []),
    RuleCase(
      "AmountsArePlausible", "all amounts in kroner",
      SmallForm.entry(
        SmallForm.lines.replacing("-400 | -800 | -800", with: "-400000 | -800000 | -800000")
          .replacing("600 | 450", with: "600000 | 450000")),
      finds: ["unit-doubtful Økonomi!K3"]),
    RuleCase(
      "AmountsArePlausible", "the same large amount in all years",
      SmallForm.entry("-400 | -800 | -800", "-800000 | -800000 | -800000"), finds: []),
    RuleCase("MagnitudesAreAlike", "nothing", SmallForm.entry("", ""), finds: []),
    RuleCase(
      "MagnitudesAreAlike", "one year in kroner", SmallForm.entry("-800 | -800", "-800000 | -800"),
      finds: ["magnitude-suspicious Økonomi!L3"]),
    RuleCase(
      "MagnitudesAreAlike", "two of three years in kroner, one of them another amount",
      SmallForm.entry("-400 | -800 | -800", "-400 | -790000 | -800000"),
      finds: ["magnitude-suspicious Økonomi!L3"]),
    RuleCase(
      "MagnitudesAreAlike", "a thousandth", SmallForm.entry("-800 | -800", "\"-0,8\" | -800"),
      finds: ["magnitude-suspicious Økonomi!L3"]),
    RuleCase(
      "MagnitudesAreAlike", "a digit too many", SmallForm.entry("-400 | -800 | -800", "-800 | -8000 | -800"),
      finds: ["magnitude-suspicious Økonomi!L3"]),
    RuleCase(
      "MagnitudesAreAlike", "a phase-in from a tenth",
      SmallForm.entry("-400 | -800 | -800", "-80 | -800 | -800"), finds: []),
    RuleCase(
      "MagnitudesAreAlike", "small amounts beside large ones",
      SmallForm.entry("-400 | -800 | -800", "-20 | -1500 | -2200"), finds: []),
    RuleCase(
      "MagnitudesAreAlike", "planning in one year and building in the next",
      SmallForm.entry("600 | 450", "30 | 20000"), finds: []),
    RuleCase(
      "MagnitudesAreAlike", "the only amount of a line, where the stated payback fits a thousandth",
      SmallForm.entry(
        SmallForm.lines
          + "\n| L3 | Implementering | Flytning | Service | SUD | 3641 | 5880 | | | 250000 | | | |",
        front: "| Tilbagebetalingstid, service | 4 |\n| Tilbagebetalingstid, total | 4 |"),
      finds: ["magnitude-suspicious Økonomi!J5"]),
    RuleCase(
      "MagnitudesAreAlike", "the same line in Tabel 2",
      SmallForm.tables(
        "| Færre vikarer | 3641, 5880 | | -400 | -800 | -800 |",
        "| Færre vikarer | 3641, 5880 | | -400 | -800 | -800000 |"),
      finds: ["magnitude-suspicious Tabel 2!F3"]),
    RuleCase(
      "MagnitudesAreAlike", "a detail table that repeats the mistake of Tabel 1 is told once",
      SmallForm.tables("-400 | -800 | -800", "-400 | -800 | -800000"),
      finds: ["magnitude-suspicious Tabel 1!F4"]),
  ]

  private static let repeats = [
    RuleCase("LinesAreToldOnce", "nothing", SmallForm.entry("", ""), finds: []),
    RuleCase(
      "LinesAreToldOnce", "a copied line",
      SmallForm.entry(
        """
        | L1 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | | | 600 | 450 | | |
        | L2 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | | | 600 | 450 | | |
        """), finds: ["line-repeated Økonomi!C4"]),
    RuleCase(
      "LinesAreToldOnce", "equal lines of two committees",
      SmallForm.entry(
        """
        | L1 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | | | 600 | 450 | | |
        | L2 | Implementering | Projektledelse | Service | SOU | 3641 | 5880 | | | 600 | 450 | | |
        """), finds: []),
    RuleCase(
      "LinesAreToldOnce", "equal lines shared out to two committees",
      SmallForm.entry(
        """
        | L1 | Implementering | Projektledelse | Service | | 3641 | 5880 | SUD | | 600 | 450 | | |
        | L2 | Implementering | Projektledelse | Service | | 3641 | 5880 | SOU | | 600 | 450 | | |
        """), finds: []),
    RuleCase(
      "LinesAreToldOnce", "the sum of the two lines above",
      SmallForm.entry(
        """
        | L1 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | | | 600 | 450 | | |
        | L2 | Implementering | Kursus | Service | SUD | 3641 | 5880 | | | 100 | 50 | | |
        | L3 | Implementering | Projektet | Service | SUD | 3641 | 5880 | | | 700 | 500 | | |
        """), finds: ["line-repeats-sum Økonomi!C5"]),
    RuleCase(
      "LinesAreToldOnce", "equal to the one line above",
      SmallForm.entry(
        """
        | L1 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | | | 600 | 450 | | |
        | L2 | Implementering | Kursus | Service | SUD | 3641 | 5880 | | | 600 | 450 | | |
        """), finds: []),
    RuleCase(
      "LinesAreToldOnce", "a sum for each control area",
      SmallForm.entry(
        """
        | L1 | Implementering | Ledelse | Service | SUD | 3641 | 5880 | | | 60 | 45 | | |
        | L2 | Implementering | Kursus | Service | SUD | 3641 | 5880 | | | 10 | 5 | | |
        | L3 | Implementering | Service | Service | SUD | 3641 | 5880 | | | 70 | 50 | | |
        | L4 | Implementering | Byg | Anlæg | SUD | 3641 | 5880 | | | 30 | 1 | | |
        | L5 | Implementering | Inventar | Anlæg | SUD | 3641 | 5880 | | | 20 | 2 | | |
        | L6 | Implementering | Bygning | Anlæg | SUD | 3641 | 5880 | | | 50 | 3 | | |
        """), finds: ["line-repeats-sum Økonomi!C5", "line-repeats-sum Økonomi!C8"]),
  ]

  private static let signs = [
    RuleCase("SignIsUsual", "nothing", SmallForm.entry("", ""), finds: []),
    RuleCase(
      "SignIsUsual", "a line that changes sign", SmallForm.entry("-800 | -800", "800 | -800"),
      finds: ["sign-suspicious Økonomi!L3"]),
    RuleCase(
      "SignIsUsual", "a negative cost", SmallForm.entry("600 | 450", "600 | -450"),
      finds: ["sign-suspicious Økonomi!K4"]),
    RuleCase(
      "SignIsUsual", "all signs turned",
      SmallForm.entry(
        """
        | L1 | Varig ændring | Færre vikarer | Service | SUD | 3641 | 5880 | | | | 400 | 800 | 800 |
        | L2 | Varig ændring | Drift | Service | SUD | 3641 | 5880 | | | | -10 | -10 | -10 |
        | L3 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | | | -600 | -450 | | |
        | L4 | Implementering | Kursus | Service | SUD | 3641 | 5880 | | | -60 | | | |
        """, front: SmallForm.payback), finds: ["sign-suspicious Økonomi!K3"]),
    RuleCase(
      "SignIsUsual", "savings typed as costs, where a payback is stated",
      SmallForm.entry("-400 | -800 | -800", "400 | 800 | 800", front: SmallForm.payback),
      finds: ["sign-suspicious Økonomi!K3"]),
    RuleCase(
      "SignIsUsual", "costs alone, without a payback",
      SmallForm.entry("-400 | -800 | -800", "400 | 800 | 800"), finds: []),
    RuleCase(
      "SignIsUsual", "a positive saving in Fordeling",
      SmallForm.tables(
        more: SmallForm.distribution.replacing("-250 | -600 | -600", with: "-250 | 600 | -600")),
      finds: ["sign-suspicious Tabel 4!F3"]),
    RuleCase("ChangeGoesOn", "nothing", SmallForm.entry("", ""), finds: []),
    RuleCase(
      "ChangeGoesOn", "a change that ends", SmallForm.entry("-800 | -800 |", "-800 | |"),
      finds: ["change-stops-early Økonomi!M3"]),
    RuleCase(
      "ChangeGoesOn", "a last year that cannot be read", SmallForm.entry("-800 | -800 |", "-800 | ca. 800 |"),
      finds: []),
  ]

  private static let paybacks = [
    RuleCase("PaybackFollows", "nothing", SmallForm.entry("", "", front: SmallForm.payback), finds: []),
    RuleCase(
      "PaybackFollows", "both off by one is one finding",
      SmallForm.entry("", "", front: SmallForm.payback.replacing("3", with: "4")),
      finds: ["payback-differs Forslag!B7"]),
    RuleCase("PaybackFollows", "blank", SmallForm.entry("", ""), finds: ["payback-missing -"]),
    RuleCase(
      "PaybackFollows", "an amount in kroner is not blamed on the payback",
      SmallForm.entry("-800 | -800", "-800000 | -800", front: SmallForm.payback), finds: []),
    RuleCase(
      "PaybackFollows", "a copied line is not blamed on the payback",
      SmallForm.entry(
        SmallForm.lines
          + "\n| L3 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | | | 600 | 450 | | |",
        front: SmallForm.payback), finds: []),
    RuleCase(
      "PaybackFollows", "turned signs are not blamed on the payback",
      SmallForm.entry("-400 | -800 | -800", "400 | 800 | 800", front: SmallForm.payback), finds: []),
    RuleCase(
      "PaybackFollows", "a saving whose area cannot be read may be service",
      SmallForm.entry("Færre vikarer | Service", "Færre vikarer | Drift", front: SmallForm.payback),
      finds: []),
    RuleCase(
      "PaybackFollows", "the totals of Tabel 1 give it where a line cannot be read",
      SmallForm.tables("Projektledelse | Service | 600 |", "Projektledelse | Service | 600? |")
        .replacing("serviceeffektivisering | | 3", with: "serviceeffektivisering | | 9"),
      finds: ["payback-differs Tabel 1!C11"]),
  ]

  private static let loans = [
    RuleCase(
      "LoanIsRepaid", "1.200 repaid by 600 twice", loan("| Internt lån | Service | 1.200 | -600 | -600 | |"),
      finds: []),
    RuleCase(
      "LoanIsRepaid", "1.200 repaid by 610 twice", loan("| Internt lån | Service | 1.200 | -610 | -610 | |"),
      finds: ["loan-differs Tabel 1!D11"]),
    RuleCase(
      "LoanIsRepaid", "repayments alone, of what the proposal costs",
      loan("| Tilbagebetaling af internt lån | Service | 0 | -525 | -525 | |"), finds: []),
    RuleCase(
      "LoanIsRepaid", "repayments alone, 20 too much",
      loan("| Tilbagebetaling af internt lån | Service | 0 | -535 | -535 | |"),
      finds: ["loan-differs Tabel 1!D11"]),
  ]

  private static func loan(_ row: String) -> String {
    SmallForm.tables("| Samlet økonomisk påvirkning", "| Lån |\n\(row)\n| Samlet økonomisk påvirkning")
      .replacing("| Samlet økonomisk påvirkning", with: "| Samlet økonomisk påvirkning")
  }
}
