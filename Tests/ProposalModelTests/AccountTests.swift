import ProposalModel
import Testing

@Test(
  arguments: [
    ("3641", "3641", nil, Account.Form.codeAlone), ("3641, 588", "3641", "588", .plain),
    ("3220 – Borgere med handicap", "3220 – Borgere med handicap", nil, .plain),
    ("Sundhed", "Sundhed", nil, .plain), ("Ordinær drift", "Ordinær drift", nil, .plain),
    ("Ordinær drift, 1488", "Ordinær drift", "1488", .plain),
    ("Ordinær drift, 5551 og 6589", "Ordinær drift", "5551 og 6589", .severalProfitCentres),
    ("1423, 1445, 4622, 5856 & 6092", nil, "1423, 1445, 4622, 5856 & 6092", .severalProfitCentres),
    ("Ordinær drift, Digitalisering?", "Ordinær drift", "Digitalisering?", .questioned),
    ("3641/588", "3641", "588", .plain),
    ("3330 Undervisning", "3330 Undervisning", nil, .plain),
    ("Børne- og ungdom, 12", "Børne- og ungdom", "12", .plain),
    ("3641 588", "3641", "588", .plain), ("3641,588", "3641", "588", .plain),
    ("Ordinær drift/1488", "Ordinær drift", "1488", .plain),
    ("3641 588 612", "3641", "588 612", .severalProfitCentres),
    ("Bev. 3220, PC 1234", "Bev. 3220", "PC 1234", .plain),
    ("Bevilling 3220 PC 1234", "Bevilling 3220", "PC 1234", .plain),
    ("PC 1234", nil, "PC 1234", .profitCentreOnly),
    ("3220, PC 1423 og PC 1445", "3220", "PC 1423 og PC 1445", .severalProfitCentres),
    ("Ikke rammebelagt drift", "Ikke rammebelagt drift", nil, .plain),
  ] as [(String, String?, String?, Account.Form)])
func `an account is read in every printed form and printed back the same`(
  text: String, appropriation: String?, centres: String?, form: Account.Form
) throws {
  let account = try #require(Account(parsing: text))
  #expect(account.appropriation == appropriation)
  #expect(account.profitCentres == centres)
  #expect(account.form == form)
  #expect(account.printed == text)
}

@Test(arguments: ["", "  ", "-"])
func `a blank cell is no account`(text: String) {
  #expect(Account(parsing: text) == nil)
}

@Test func `code and name of a bevilling are told apart`() throws {
  let account = try #require(Account(parsing: "3220 – Borgere med handicap"))
  #expect(account.appropriationCode == "3220")
  #expect(account.appropriationName == "Borgere med handicap")
}

@Test func `the words for bevilling and profit centre are no part of the codes`() throws {
  let account = try #require(Account(parsing: "Bev. nr. 3220, PC: 1234"))
  #expect(account.appropriationCode == "3220")
  #expect(account.appropriationName == nil)
  #expect(account.profitCentreCodes == ["1234"])
}

@Test(arguments: [
  "Afventer", "Afventer svar fra SUF", "TBD", "ukendt", "xxx", "Ikke relevant", "N/A", "endnu ikke afklaret",
  "xxxx, 588",
])
func `a word that says that nothing is settled is no bevilling`(text: String) throws {
  let account = try #require(Account(parsing: text))
  #expect(account.form == .unresolved)
  #expect(account.printed == text)
}

@Test func `two columns give the same account as one cell`() {
  #expect(Account(appropriation: "3641", profitCentres: "588") == Account(parsing: "3641, 588"))
}
