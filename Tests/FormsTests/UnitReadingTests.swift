import Forms
import ProposalModel
import Testing

@Suite struct `Units` {
  @Test(arguments: ["€", "EUR", "1.000 EUR", "t.€", "USD", "$", "hkr.", "£ 1.000", "SEK", "kr./EUR"])
  func `of another money are unreadable`(text: String) {
    #expect(UnitReading(text) == .unreadable)
  }

  @Test(arguments: ["kr.", "1.000 kr. 2023 p/l", "Europæisk støtte", "Sekretariat", "Norden"])
  func `of the forms and words that name none are not`(text: String) {
    #expect(UnitReading(text) != .unreadable)
  }

  @Test(arguments: [
    ("hele kr.", AmountUnit.kroner), ("Beløb i hele kr. 2023 p/l", .kroner),
    ("Alle tal er i kroner", .kroner),
    ("Beløb er angivet i kr.", .kroner), ("2023 p/l (hele kr.)", .kroner), ("faste kroner 2023", .kroner),
    ("Tal i hele 1.000 kr.", .thousandKroner), ("Beløb angivet i mio. kr.", .millionKroner),
  ])
  func `are read beside words that change nothing of them`(text: String, unit: AmountUnit) {
    #expect(UnitReading(text) == .unit(unit))
  }

  @Test(arguments: ["NB! Beløbene er i hele kroner, ikke 1.000", "Øre", "1.000 kr.?", "mio. kr. (?)"])
  func `that contradict themselves or are none of the forms' are unreadable`(text: String) {
    #expect(UnitReading(text) == .unreadable)
  }

  @Test(arguments: [
    ("Merudgift (hvis forslaget ikke indarbejdes)", true), ("Leje, såfremt forslaget ikke vedtages", true),
    ("Leje hvis det ikke gennemføres", true), ("Ikke vedtaget forslag fra 2021", false),
    ("Udgift hvis forslaget indarbejdes", false), ("Borgere, der afvises", false),
    ("SÅFREMT FORSLAGET FORKASTES", true), ("Leje, sa\u{30A}fremt forslaget ikke vedtages", true),
    ("Ifald det ikke vedtages", true),
  ])
  func `and the case of rejection are words`(text: String, isSaid: Bool) {
    #expect(RejectionWords.areSaid(in: text) == isSaid)
  }

  @Test(arguments: [
    ("UDGÅR: Vikarer", true), ("Vikarer (udgår)", true), ("Udgået - vikarer", true), ("Lejemål udgår", false),
    ("Udgåede varer", false), ("Vikarer (SLETTET)", true), ("Bortfaldet, vikarer", true),
    ("UDGA\u{30A}R: Vikarer", true),
    ("Vikarer (tæller ikke med)", true), ("Vikarer (indgår ikke)", true),
    ("Vikarer (udgår, se mail)", true), ("Indgår ikke: vikarer", true), ("skal ikke med i summen", true),
    ("ALTERNATIV til ovenstående: leje", true), ("Alternativ til L1: leje", true),
    ("Alternativ 2: leje", true),
    ("Vikarer (kun til orientering)", true), ("Vikarer [slettes]", true), ("Vikarer – udgår", true),
    ("Vikarer (kun hvis BC09 vedtages)", true), ("Vikarer (uden for forslaget)", true),
    ("Alternativ til plastik", false), ("Alternativ energi: solceller", false),
    ("Vand, ikke med i lejen", false),
    ("Drift (ikke indeholdt i huslejen)", false), ("Lejemål (udgår 2025)", false),
    ("Udeliv: orientering", false),
    ("Kursus i orientering", false), ("Leje, ikke medregnet moms", false),
    ("Afskrivning, uden for ejet bygning", false),
    ("Optioner og køb", false),
  ])
  func `and lines that do not count are marked`(text: String, isMarked: Bool) {
    #expect(RejectionWords.cancels(text) == isMarked)
  }

  @Test(arguments: [
    ("Nedenstående i kr.", UnitReading.unit(.kroner)), ("i mio. kr.", .unit(.millionKroner)),
    ("mio. kr.", .unit(.millionKroner)), ("Tabellen er i hele kroner", .unit(.kroner)),
    ("Herfra i 1.000 kr.", .unit(.thousandKroner)), ("Linjerne herunder er i EUR", .unreadable),
    ("500 kr.", .none), ("1.000 kr.", .none), ("5 mio. kr.", .none), ("Husleje", .none),
    ("Tilskud på 5 mio. kr. i alt", .none), ("Kroner", .unit(.kroner)), ("Kr. Himmelfartsdag", .none),
  ])
  func `of a note that speaks of nothing else hold for the amounts beside it`(
    text: String, reading: UnitReading
  ) {
    #expect(UnitReading.aside(in: text) == reading)
  }
}
