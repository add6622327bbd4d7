import Intake
import Findings
import Forms
import ProposalModel
import Reports
import Spreadsheet
import TestSupport

/// A small file for each code in which the tool finds it: the examples of the catalogue page, and the proof
/// that each code can occur.
enum FindingExamples {
  /// The first finding of the code's own severity in its example; `nil` if it has none.
  static func finding(_ code: FindingCode) -> Finding? {
    switch code {
    case .duplicateProposal:
      return Catalogue.duplicateProposal(
        "BC08", others: ["BC08 (2).xlsx"], newest: "BC08 (2).xlsx", at: Place(file: MarkedWorkbook.file))
    case .fileUnread:
      return Catalogue.fileUnread(
        "Filen kan ikke læses: den er et gammelt Word-dokument (.doc). Åbn det i Word, og gem som .docx.",
        at: Place(file: "BC08.doc"))
    case .decisionUnreadable:
      return Catalogue.decisionUnreadable("BC08", "måske", at: Place(file: "beslutninger.csv", cell: "B2"))
    case .decisionUnknown:
      return Catalogue.decisionOnUnknown(
        "BC80", isAdopted: false, nearest: "BC08", at: Place(file: "beslutninger.csv", cell: "B3"))
    case .accountNotInChart:
      return Catalogue.accountNotInChart(
        "funktion", "5.38.53", chart: "kontoplan-2023.csv", nearest: "5.38.52",
        at: Place(file: "konti.csv", cell: "G4"))
    case .dranstDiffers:
      return Catalogue.dranstDiffers(
        "1 (drift)", area: "Anlæg", allowed: ["3 (anlæg)"], at: Place(file: "konti.csv", cell: "H4"))
    case .accountsDefaulted:
      return Catalogue.accountsDefaulted(3, of: 23, counts: ["BC08 (3)"], at: Place(file: "konti.csv"))
    case .budgetOverwritten:
      return Catalogue.budgetOverwritten(
        keys: 1, amount: "900.000.000", mode: "beløbene bliver det nye budget (replace)",
        examples: ["3641, 588, 2023: 900.000.000 kr. bliver til 270.000 kr."],
        at: Place(file: "budget.csv"))
    case .budgetKeyUnknown:
      return Catalogue.budgetKeyUnknown(
        "3641, 589", years: ["2023: -270.000 kr."], known: [], at: Place(file: "budget.csv"))
    case .postedTwice:
      return Catalogue.postedTwice(
        ["BC08"], file: "k.csv", at: Place(file: "fordel-kvitteringer.jsonl"))
    case .budgetBelowZero:
      return Catalogue.budgetBelowZero(
        "3641, 588", years: ["2023: 100.000 kr. bliver til -170.000 kr."], at: Place(file: "budget.csv"))
    case .budgetCoarse: return Catalogue.budgetCoarse(["PSP"], at: Place(file: "budget.csv"))
    case .accountNotNew:
      return Catalogue.accountNotNew("3641, 588", years: [2023], at: Place(file: "budget.csv"))
    case .acceptanceRefused:
      return Catalogue.acceptanceRefused(
        "total-differs", "Tabel 2", .isError, at: here("Accepteret", "A2"))
    case .acceptanceUnused:
      return Catalogue.acceptanceUnused("account-missing", "Husleje", at: here("Accepteret", "A3"))
    case .moneyUnread:
      return Catalogue.moneyUnread(
        ["777"], "kolonnen har ingen overskrift", at: here("Økonomi", "R4"), cells: ["R4"])
    case .yearUnreadable:
      return Catalogue.yearUnreadable(
        "27", amounts: ["-800"], meant: 2027, at: here("Tabel 1", "H2"), cells: ["H2"])
    case .unitUnreadable: return Catalogue.unitUnreadable("kkr. 2023 p/l", at: here("Tabel 1", "A2"))
    case .unitDoubtful: return Catalogue.unitDoubtful(.thousandKroner, at: here("Tabel 1", "A2"))
    case .columnUncertain:
      return Catalogue.columnUncertain("-100 -200", readings: "2023 og 2024", at: here("Tabel 2", "C4"))
    case .tableRepeated:
      return Catalogue.tableRepeated(
        "Tabel 1", other: "Tabel 1 (2)", difference: "2023: -400 og -410", at: here("Tabel 1 (2)", "A1"))
    case .totalInLines: return Catalogue.totalInLines("I alt", at: here("Økonomi", "C6"))
    case .changeNotAccepted:
      return Catalogue.changeNotAccepted("-300", before: "-200", at: here("Tabel 2", "C4"))
    case .notAProposal: return Catalogue.notAProposal(at: Place(file: "lager.xlsx"))
    case .versionReplaced:
      return Catalogue.versionReplaced(
        "BC08", version: "1", by: "2", in: "BC08 v2.xlsx", at: Place(file: "BC08 v1.xlsx"))
    case .notAnnotated: return Catalogue.notAnnotated(.signed, at: Place(file: MarkedWorkbook.file))
    case .mergeConflict:
      return Catalogue.Merge.otherProposal("BC98", of: "BC99", at: Place(file: "BC98-SOF.xlsx"))
    case .paybackLong:
      var round = RoundLibrary.round(named: "OFS 2021-2022")
      round?.paybackLimit = 2
      return first(code, MarkedWorkbook(tables()), round)
    default: return workbook(code).flatMap { first(code, MarkedWorkbook($0), nil) }
    }
  }

  private static func here(_ sheet: String, _ cell: String) -> Place {
    Place(file: MarkedWorkbook.file, sheet: sheet, cell: cell)
  }

  private static func first(_ code: FindingCode, _ workbook: MarkedWorkbook, _ round: Round?) -> Finding? {
    let findings = workbook.items(round: round).flatMap(\.findings).filter { $0.code == code }
    return findings.first { $0.severity == code.severity } ?? findings.first
  }

  /// A valid table workbook, with `old` replaced by `new`.
  private static func tables(_ old: String = "", _ new: String = "", more: String = "") -> String {
    (old.isEmpty ? valid : valid.replacing(old, with: new)) + "\n" + more
  }

  private static let valid = """
    # Tabel 1
    | Tabel 1. Forslagets samlede økonomiske konsekvenser |
    | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
    | Varige ændringer |
    | Mindre kørsel | Service | | -100 | -200 |
    | Færre licenser | Service | | -50 | -50 |
    | Samlet varig ændring | Service | | -150 | -250 |
    | Implementeringsomkostninger |
    | Ombygning | Anlæg | 250 | | |
    | Samlede implementeringsomkostninger | Anlæg | 250 | | |
    | Samlet økonomisk påvirkning | | 250 | -150 | -250 |
    | Tilbagebetalingstid baseret på serviceeffektivisering | | 3 | | |
    | Tilbagebetalingstid baseret på totaløkonomi | | 3 | | |
    # Tabel 2
    | Tabel 2. Varige ændringer, service |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
    | Mindre kørsel | 3641, 5880 | | -100 | -200 |
    | Færre licenser | 3641, 5881 | | -50 | -50 |
    | Varige ændringer totalt, service | | | -150 | -250 |
    # Tabel 3
    | Tabel 3. Investeringer, anlæg |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
    | Ombygning | 3170, 5882 | 250 | | |
    | Investeringer totalt, anlæg | | 250 | | |
    """

  private static func entry(_ line: String, front: String = "", header: String = "2022 | 2023 | 2024")
    -> String
  {
    """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Type | Investeringsforslag |
    | Runde | OFS 2021-2022 |
    | P/l | 2023 |
    \(front)
    # Økonomi
    | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | \(header) |
    \(line)
    """
  }

  private static let line =
    "| L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | -100 | -100 | -100 |"

  private static func front(_ fields: String) -> String {
    """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Type | Investeringsforslag |
    | P/l | 2023 |
    \(fields)

    """
  }

  private static let round = "| Runde | OFS 2021-2022 |"

  private static let tableA = """
    # Tabel A
    | Tabel A. Måltalseffekt – hvis forslaget indarbejdes |
    | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
    | Socialudvalget | | 3641, 5880 | | -150 | -250 |
    | Total | | | | -150 | -250 |
    """

  private static let hearing = """
    # Høring
    | Part | Svar | Dato | Bemærkning |
    | Center for Økonomi, Økonomiforvaltningen | Ja | 14. januar | |
    | HR-kredsen | Nej | | |
    """

  private static let loan = """
    | Lån |
    | Internt lån | Service | 1.200 | -610 | -610 |
    """

  /// The example as text; `nil` for codes whose example is no single workbook.
  private static func workbook(_ code: FindingCode) -> String? {
    switch code {
    case .totalDiffers:
      tables("| Varige ændringer totalt, service | | | -150", "| Varige ændringer totalt, service | | | -510")
    case .totalRounding:
      tables("| Varige ændringer totalt, service | | | -150", "| Varige ændringer totalt, service | | | -151")
    case .tablesDiffer:
      tables(
        "| Ombygning | 3170, 5882 | 250 | | |\n| Investeringer totalt, anlæg | | 250",
        "| Ombygning | 3170, 5882 | 205 | | |\n| Investeringer totalt, anlæg | | 205")
    case .tablesRounding:
      tables(
        "| Ombygning | 3170, 5882 | 250 | | |\n| Investeringer totalt, anlæg | | 250",
        "| Ombygning | 3170, 5882 | 251 | | |\n| Investeringer totalt, anlæg | | 251")
    case .sharesDiffer:
      entry(
        "| L1 | Varig ændring | Mindre kørsel | Service | | | | ØU 60 %; KFU 39 % | | -100 | -100 | -100 |")
    case .paybackDiffers: tables("serviceeffektivisering | | 3", "serviceeffektivisering | | 1")
    case .paybackMissing: tables("serviceeffektivisering | | 3", "serviceeffektivisering | | ")
    case .priceLevelDiffers: tables("service |\n| 1.000 kr. 2023 p/l", "service |\n| 1.000 kr. 2022 p/l")
    case .priceLevelMissing: tables("service |\n| 1.000 kr. 2023 p/l", "service |\n| 1.000 kr.")
    case .controlAreaMissing:
      entry("| L1 | Varig ændring | Mindre kørsel | | SUD | 3641 | 5880 | | | -100 | -100 | -100 |")
    case .controlAreaUnknown:
      entry("| L1 | Varig ændring | Mindre kørsel | Drift | SUD | 3641 | 5880 | | | -100 | -100 | -100 |")
    case .accountUnresolved: tables("| 3170, 5882", "| Digitalisering?")
    case .accountIsControlArea: tables("| 3170, 5882", "| Anlæg")
    case .accountMissing: tables("| 3170, 5882", "| ")
    case .accountAmbiguous: tables("| 3170, 5882", "| 3170, 5551 og 6589")
    case .numberUnreadable:
      tables("| Mindre kørsel | 3641, 5880 | | -100", "| Mindre kørsel | 3641, 5880 | | 1.111+08")
    case .numberAmbiguous:
      tables("| Mindre kørsel | 3641, 5880 | | -100", "| Mindre kørsel | 3641, 5880 | | \"1,275\"")
    case .formulaWithoutValue:
      tables("| Mindre kørsel | 3641, 5880 | | -100", "| Mindre kørsel | 3641, 5880 | | =B9*2")
    case .numberAsText:
      tables("| Mindre kørsel | 3641, 5880 | | -100", "| Mindre kørsel | 3641, 5880 | | \"-100\"")
    case .loanDiffers: tables("| Samlet økonomisk påvirkning", loan + "\n| Samlet økonomisk påvirkning")
    case .hiddenMoney: tables("| Mindre kørsel | 3641", "~| Mindre kørsel | 3641")
    case .placeholderLeft: tables("Tabel 3. Investeringer, anlæg", "Tabel [indsæt nr.]. Investeringer, anlæg")
    case .sheetMissing: entry(line).replacing("# Økonomi", with: "# Ark1")
    case .columnMissing:
      entry(line)
        .replacing("| Styringsområde |", with: "| Styringsomrade |")
    case .roundUnknown: front("| Runde | OFS 2031-2032 |") + tables()
    case .committeeUnknown: tables(more: tableA.replacing("Socialudvalget", with: "Velfærdsudvalget"))
    case .committeeMissing:
      entry("| L1 | Varig ændring | Mindre kørsel | Service | | 3641 | 5880 | | | -100 | -100 | -100 |")
    case .ruleUnreadable:
      entry(
        "| L1 | Varig ændring | Mindre kørsel | Service | | 3641 | 5880 | efter aftale | | -100 | -100 | -100 |"
      )
    case .signSuspicious:
      entry(
        line.replacing("Varig ændring", with: "Implementering").replacing("Mindre kørsel", with: "Ombygning"))
    case .committeeNotAffected:
      front(round + "\n| Berørte forvaltninger | Socialforvaltningen |")
        + tables(more: tableA.replacing("Socialudvalget", with: "Økonomiudvalget"))
    case .affectedWithoutMoney:
      front(round + "\n| Berørte forvaltninger | Socialforvaltningen, Økonomiforvaltningen |")
        + tables(more: tableA)
    case .yearsDiffer: tables(investments, investments.replacing("2024", with: "2025"))
    case .administrationGross: tables(more: administration)
    case .changeStopsEarly:
      entry("| L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | -100 | -100 | |")
    case .hearingMissing: tables(more: hearing.replacing("| Ja | 14. januar |", with: "| Nej | |"))
    case .hearingDate: tables(more: hearing)
    case .areaFromTotal: tables("| Ombygning | Anlæg |", "| Ombygning | |")
    case .committeeFromPresenting:
      entry(
        line.replacing("| SUD |", with: "| |"),
        front:
          "| Fremstillende forvaltning | Socialforvaltningen |\n| Berørte forvaltninger | Socialforvaltningen, Økonomiforvaltningen |"
      )
    case .totalWithoutLabel: tables("| Varige ændringer totalt, service | | | -150", "| | | | -150")
    case .unusualInput: tables(more: tableA.replacing("Socialudvalget", with: "Socialudvalgt"))
    case .magnitudeSuspicious:
      entry(
        "| L1 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5880 | | | -100 | -100000 | -100 |")
    case .areaWithoutTable: tables("| Ombygning | Anlæg |", "| Ombygning | Finansposter |")
    case .lineRepeated: entry(line + "\n" + line.replacing("L1", with: "L2"))
    case .lineRepeatsSum:
      entry(
        line + "\n" + line.replacing("Mindre kørsel", with: "Færre licenser") + "\n"
          + line.replacing("Mindre kørsel", with: "Projektet").replacing("-100", with: "-200"))
    case .targetDiffers:
      tables(
        "| Implementeringsomkostninger |",
        "| Heraf nettoeffektivisering | Service | | -100 | -200 |\n| Implementeringsomkostninger |")
    default: nil
    }
  }

  private static let investments =
    "anlæg |\n| 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024"

  private static let administration = """
    # Tabel 4
    | Tabel 4. Varige ændringer, administration |
    | 1.000 kr. 2023 p/l | 2022 | 2023 | 2024 |
    | Effekt på lønudgifter på hovedkonto 6 og øvrige adm. udgifter på hovedfunktion 6.45 | | -300 | -400 |
    | Effekt på øvrige administrative udgifter | | | |
    | Varige ændringer totalt, administration | | -300 | -400 |
    """
}
