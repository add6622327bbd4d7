import Output
import TestSupport
import Testing

@Test(arguments: [
  ("\u{1B}[1mfed\u{1B}[0m", "\u{1B}[1mfed\u{1B}[0m"),  // fordel's own colours
  ("\u{1B}]0;navn\u{7}", "\u{FFFD}]0;navn\u{FFFD}"),  // names the window
  ("\u{1B}[2J", "\u{FFFD}[2J"),  // clears the screen
  ("a\rb", "a\u{FFFD}b"),  // writes over what stands there
  ("\u{9B}2J", "\u{FFFD}2J"),
  ("række\t1\n", "række\t1\n"),
])
func `what a file says can colour a terminal and nothing more`(text: String, shown: String) {
  #expect(TerminalText.harmless(text) == shown)
}

@Test(arguments: [
  (["chek", "x.xlsx", "--language", "da"], "»chek« er ingen kommando. Mente du: fordel check"),
  (["chek", "x.xlsx", "--language", "en"], "»chek« is no command. Did you mean: fordel check"),
  (
    ["BC08.xlsx", "--language=da"],
    "»BC08.xlsx« er ingen kommando. Mente du: fordel check BC08.xlsx"
  ),
  (["hjælp", "--language=da"], "»hjælp« er ingen kommando. Se, hvad der er: fordel --help"),
])
func `a first word that is no command is named, with the one that was meant`(
  arguments: [String], words: String
) throws {
  let result = try BuiltTool.run(arguments)
  #expect(result.status == 64)
  #expect(result.words == words + "\n")
}

@Test func `a template is a workbook, so its name must end as one`() throws {
  let folder = try TemporaryFolder()
  let result = try BuiltTool.run(["template", "--round", "2018", "-o", folder.path("skema.ods")])
  #expect(result.status == 64)
  #expect(result.words.contains("skal ende på .xlsx"))
  #expect(folder.names.isEmpty)
}

@Test(arguments: [["explain", "--table", "A", "--row", "1", "--year", "2022"], ["grid"]])
func `a folder where a file is wanted is called one`(command: [String]) throws {
  let folder = try TemporaryFolder()
  let result = try BuiltTool.run([command[0], folder.path("")] + command.dropFirst())
  #expect(result.status == 66)
  #expect(result.words.contains("Det er en mappe"))
}
