// The fuzz target of printed text. `fuzz.sh` compiles this file together with Sources/Documents/PrintedText.

private let words = PrintedWords(
  isCaption: { $0.hasPrefix("Tabel ") },
  rowKind: { text in
    if text.hasPrefix("Samlet øk") { return .grandTotal }
    if text.hasPrefix("Sam") || text.hasPrefix("Total") { return .total }
    if text.hasPrefix("Var") { return .section(.permanent) }
    if text.hasPrefix("Imp") { return .section(.implementation) }
    return text.hasPrefix("Til") ? .payback : .line
  },
  meaning: {
    $0.contains("1") ? PrintedMeaning(isMain: true) : PrintedMeaning(section: .permanent, repeatsMain: true)
  },
  columns: [
    PrintedColumnWords("Styringsområde", .controlArea), PrintedColumnWords("Bevilling", .account),
    PrintedColumnWords("Udvalg", .committee),
  ],
  controlAreas: [["Service"], ["Anlæg"]], committees: ["Socialudvalget", "Koncern IT", "Total"],
  shares: ["Besparelse", "Omkostninger"], vocabulary: ["overførsler"], numberedWords: ["gade", "§"],
  noteWords: ["note"], yearsWord: "år", joiningWords: ["og"], openWords: ["af"],
  front: PrintedFrontWords(
    sheets: (front: "Forslag", hearings: "Høring"),
    fields: [
      PrintedFrontWords.Field(["Titel"], header: "Titel", .title),
      PrintedFrontWords.Field(["Berørte"], header: "Berørte", .ticks),
      PrintedFrontWords.Field(["Fremstillende"], header: "Fremstillende", .administration),
    ],
    numberHeader: "Nummer", kinds: ["Investeringsforslag"], kindHeader: "Type", rounds: ["OFS"],
    roundHeader: "Runde", administrations: [["Socialforvaltningen"]], hearingHeading: "Hvem er hørt?",
    hearingHeaders: ["Part", "Svar", "Dato", "Bemærkning"], hearingBodies: ["Koncern IT"],
    answers: ["Ikke relevant", "Ja"], hearingNoise: ["Ja/Nej"], months: ["januar"]))

/// Called by libFuzzer for each input: as text in reading order, and as the boxes that `pdftotext` writes. A figure
/// stands in one year of its table, and no two of a row in the same.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: data == nil ? 0 : count), as: UTF8.self)
  let plain = PrintedLine.lines(of: text)
  for lines in [plain, LayoutText.lines(plain, words: words) ?? [], PageWords(boxes: text).lines] {
    for range in PrintedProposals(lines: lines, words: words).ranges() { read(Array(lines[range])) }
  }
  return 0
}

private func read(_ lines: [PrintedLine]) {
  let found = PrintedTables(lines: lines, words: words)
  var placement = YearPlacement(tables: found.tables, words: words)
  placement.run()
  for table in placement.tables {
    for row in table.rows {
      let years = row.figures.compactMap(\.year)
      if Set(years).count != years.count || !years.allSatisfy(table.years.indices.contains) {
        fatalError("figures share a year")
      }
    }
  }
  let lost = LostTables(lines: lines, words: words, owners: found.owners).all()
  _ = found.strayFigures(lines, besides: lost)
  _ = found.strayCells(lines)
  _ = PrintedFront(lines: lines, words: words.front, isTable: found.owners.map { $0 != nil }).fields()
  _ = PrintedHearings(lines: lines, words: words.front, tableStarts: found.starts).rows()
}
