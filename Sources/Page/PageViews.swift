import Kvantum
import Reports

/// The words of the page, as HTML. Everything that comes from outside is escaped.
package enum PageViews {
  /// A whole page under the heading `title`.
  ///
  /// A page of tables `isWide`.
  package static func page(_ title: String, isWide: Bool = false, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title)) · fordel</title><link rel="icon" href="/fordel.svg"><link rel="stylesheet" href="/fordel.css"></head>
    <body\(isWide ? " class=\"wide\"" : "")><a class="skip" href="#indhold">Gå til indholdet</a><header><nav aria-label="Sider"><a href="/">Forslag</a><a href="/runde">Runden</a><a href="/beregner">Beregner</a></nav></header>
    <main id="indhold"><h1>\(escaped(title))</h1>
    \(body)
    </main><footer class="quiet">Siden kører på din egen maskine. Intet sendes andre steder hen.</footer>
    <script src="/fordel.js"></script></body></html>

    """
  }

  /// The first page: is my proposal right?
  package static var home: String {
    page(
      "Er forslaget i orden?",
      """
      <form class="drop" method="post" action="/kontrol" enctype="multipart/form-data">
      <p>Træk filer hertil, eller vælg dem: regneark (.xlsx, .ods), CSV, Word (.docx), HTML, tekst og PDF.</p>
      <label for="filer">Filer</label><input id="filer" type="file" name="filer" multiple>
      <label for="tabel">Eller indsæt en tabel fra et regneark eller et dokument</label>
      <textarea id="tabel" name="tabel" rows="5" spellcheck="false"></textarea>
      <button>Kontrollér</button></form>
      <p class="quiet">Du får en liste over alt, der er forkert, med celle og forklaring, og en kopi af din fil, hvor de
      forkerte celler er mærket. Ret filen, gem, og kontrollér igen.</p>
      """)
  }

  /// The page for budget staff and accountants: a whole round.
  package static func round(folder: String?) -> String {
    let own =
      folder.map {
        """
        <form method="post" action="/runde" enctype="multipart/form-data"><input type="hidden" name="mappe" value="1">
        <p>Mappen <strong class="path">\(escaped($0))</strong></p>\(lists("mappens"))
        <button>Vis status for mappen</button></form>
        <h2>Eller andre filer</h2>
        """
      } ?? ""
    return page(
      "Runden",
      """
      \(own)<form class="drop" method="post" action="/runde" enctype="multipart/form-data">
      <p>Træk rundens filer eller hele mappen hertil, eller vælg dem.</p>
      <label for="filer">Filer</label><input id="filer" type="file" name="filer" multiple>
      <label for="mappe">Eller en hel mappe</label><input id="mappe" type="file" name="filer" webkitdirectory>
      \(lists("filernes"))
      <button>Vis status</button></form>
      """)
  }

  private static func lists(_ id: String) -> String {
    """
    <details><summary>Beslutninger og kontoliste (kan udelades)</summary>
    \(Supplement.fields(id, of: nil, isOfCorrections: false))</details>
    """
  }

  /// Links to the files that were made in a visit.
  ///
  /// `note` says what they are.
  static func downloads(_ work: String, _ files: [String], note: String = "") -> String {
    guard !files.isEmpty else { return "" }
    let links = files.map { "<li><a href=\"/hent/\(work)/\(pathSafe($0))\" download>\(escaped($0))</a></li>" }
    let words = note.isEmpty ? "" : "<p>\(note)</p>"
    let all =
      files.count < 2
      ? "" : "<p><a href=\"/zip/\(work)\" download=\"fordel.zip\">Hent alle i én ZIP-fil</a></p>"
    return
      "<section aria-labelledby=\"hent\"><h2 id=\"hent\">Hent</h2>\(words)\(all)<ul>\(links.joined())</ul></section>"
  }

  /// The way back into the check with a mended file.
  static func again(_ work: String) -> String {
    """
    <form class="drop" method="post" action="/kontrol" enctype="multipart/form-data">
    <input type="hidden" name="foer" value="\(work)">
    <label for="rettet">Den rettede fil: træk den hertil, eller vælg den</label>
    <input id="rettet" type="file" name="filer" multiple><button>Kontrollér igen</button></form>
    """
  }

  /// What may be made of a round: for everybody, for the accountant, and against what was posted.
  static func making(_ work: Workspace) -> String {
    let products = Product.all.map { "<option value=\"\($0.name)\">\($0.label)</option>" }.joined()
    let layouts = LayoutLibrary.all.map { "<option value=\"\(escaped($0.id))\">\(escaped($0.name))</option>" }
      .joined()
    let incomplete = """
      <label class="tick"><input type="checkbox" name="mangelfuldt" value="ja"> Lav også det, der er mangelfuldt</label>
      """
    return """
      <h2>Lav filer</h2><div class="two">
      <form id="filer-alle" method="post" action="/lav/\(work.id)" enctype="multipart/form-data"><h3>Til alle</h3>
      <label for="hvad">Hvad</label><select id="hvad" name="hvad">\(products)</select>
      <label for="afrunding-1">Afrunding</label>\(Rounding.choice("afrunding-1"))
      \(incomplete)<button>Lav filerne</button></form>
      <form id="filer-kvantum" method="post" action="/lav/\(work.id)" enctype="multipart/form-data"><h3>Korrektioner til Kvantum</h3>
      <input type="hidden" name="hvad" value="korrektioner">
      <label for="profil">Opstilling</label><select id="profil" name="profil">\(layouts)</select>
      <label for="afrunding-2">Afrunding</label>\(Rounding.choice("afrunding-2"))
      \(Supplement.fields("til", of: work, isOfCorrections: false))
      <details\(Supplement.isOfCorrectionsKept(work) ? " open" : "")><summary>Kontoplan, budget og tidligere sæt (kan udelades)</summary>
      \(Supplement.fields("til", of: work, isOfCorrections: true))</details>
      \(incomplete)<button>Lav korrektionerne</button></form>
      <form id="filer-afstem" class="drop" method="post" action="/lav/\(work.id)" enctype="multipart/form-data"><h3>Afstemning</h3>
      <input type="hidden" name="hvad" value="afstemning">
      <label for="udtraek">Udtræk fra Kvantum, der skal afstemmes: træk det hertil, eller vælg det</label>
      <input id="udtraek" type="file" name="udtraek" accept=".xlsx,.xls,.ods,.csv,.txt">
      <button>Afstem</button></form></div>
      """
  }

  /// The calculator, with the result of the last sum.
  package static func calculator(amounts: String, rule: String, result: String?) -> String {
    let shown = result.map { "<h2>Fordelingen</h2><div class=\"two\">\(sums($0))</div>" } ?? ""
    return page(
      "Beregner",
      """
      <form method="get" action="/beregner" data-live="#resultat">
      <label for="belob">Beløb i 1.000 kr., fx 2022=-270, 2023=-933</label>
      <input id="belob" type="text" name="belob" value="\(escaped(amounts))">
      <label for="fordeling">Fordeling, fx Ligedeling eller SUD 60 %; KFU 40 %</label>
      <input id="fordeling" type="text" name="fordeling" value="\(escaped(rule))">
      <button>Fordel</button></form><div id="resultat" aria-live="polite">\(shown)</div>
      """)
  }

  /// The blocks of a sum: each table keeps its columns, and what is said about its policy stands above it.
  private static func sums(_ text: String) -> String {
    text.split(separator: "\n\n").map { block in
      var lines = block.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      var head = ""
      for (name, words) in Rounding.policies {
        guard let index = lines.lastIndex(where: { $0.hasPrefix(name + ": ") }) else { continue }
        let said = lines.remove(at: index).dropFirst(name.count + 2)
        head = "<h3>\(words) <code>\(name)</code></h3><p>\(escaped(String(said)))</p>"
      }
      let table = escaped(lines.joined(separator: "\n"))
      return """
        <section class="sum">\(head)<div class="scroll" tabindex="0" role="region" aria-label="Beløb"><pre>\(table)</pre></div></section>
        """
    }.joined()
  }

  /// A page that says what went wrong.
  package static func failure(_ words: String) -> String {
    page(
      "Det gik ikke",
      """
      <p class="words" role="alert">\(escaped(words))</p><p><a href="/">Tilbage</a></p>
      """)
  }

  /// Text between tags or quotation marks.
  static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  /// The name that percent codes stand for.
  static func pathDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let code = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), code.count == 2, let value = UInt8(code, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A name in an address: everything but letters, digits, `-`, `_` and `.` as percent codes.
  static func pathSafe(_ text: String) -> String {
    text.utf8.map { byte -> String in
      let scalar = UnicodeScalar(byte)
      let isPlain =
        byte < 0x80
        && (Character(scalar).isLetter || Character(scalar).isNumber || "-_.".unicodeScalars.contains(scalar))
      if isPlain { return String(Character(scalar)) }
      let hex = String(byte, radix: 16, uppercase: true)
      return "%" + (hex.count < 2 ? "0" + hex : hex)
    }.joined()
  }
}
