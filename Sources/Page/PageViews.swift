import Reports

/// The words of the page, as HTML. Everything that comes from outside is escaped.
package enum PageViews {
  /// A whole page under the heading `title`.
  package static func page(_ title: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title)) · fordel</title><link rel="stylesheet" href="/fordel.css"></head>
    <body><header><nav aria-label="Sider"><a href="/">Forslag</a><a href="/runde">Runden</a><a href="/beregner">Beregner</a></nav></header>
    <main><h1>\(escaped(title))</h1>
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
      <p>Træk filer hertil, eller vælg dem. Regneark (.xlsx, .ods), CSV og de dokumenter, som fordel kan læse.</p>
      <label for="filer">Filer</label><input id="filer" type="file" name="filer" multiple>
      <label for="tabel">Eller indsæt en tabel fra et regneark</label>
      <textarea id="tabel" name="tabel" rows="4" spellcheck="false"></textarea>
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
        <p>Mappen <strong>\(escaped($0))</strong></p><button>Vis status for mappen</button></form>
        """
      } ?? ""
    return page(
      "Runden",
      """
      \(own)<form class="drop" method="post" action="/runde" enctype="multipart/form-data">
      <p>Træk rundens filer hertil, eller vælg dem.</p>
      <label for="filer">Filer</label><input id="filer" type="file" name="filer" multiple>
      <label for="beslutninger">Beslutninger (kan udelades)</label>
      <input id="beslutninger" type="file" name="beslutninger" accept=".xlsx,.ods,.csv">
      <label for="konti">Kontoliste (kan udelades)</label>
      <input id="konti" type="file" name="konti" accept=".xlsx,.ods,.csv">
      <button>Vis status</button></form>
      """)
  }

  /// What was made for a round or a proposal: links to the files, and what may be made further.
  package static func results(_ title: String, _ work: String, files: [String], body: String, makes: Bool)
    -> String
  {
    let links = files.map { "<li><a href=\"/hent/\(work)/\(pathSafe($0))\" download>\(escaped($0))</a></li>" }
    let list = links.isEmpty ? "" : "<h2>Hent</h2><ul>\(links.joined())</ul>"
    let more =
      !makes
      ? ""
      : """
      <h2>Lav</h2><form method="post" action="/lav/\(work)" enctype="multipart/form-data">
      <label for="hvad">Hvad</label><select id="hvad" name="hvad"><option value="tabeller">Tabellerne for hvert forslag</option>
      <option value="oversigt">Oversigten (Bilag 2)</option><option value="korrektioner">Korrektioner til Kvantum</option></select>
      <button>Lav filerne</button></form>
      """
    return page(title, list + more + body)
  }

  /// The calculator, with the result of the last sum.
  package static func calculator(amounts: String, rule: String, result: String?) -> String {
    let shown =
      result.map { "<h2>Fordelingen</h2><div class=\"scroll\"><pre>\(escaped($0))</pre></div>" } ?? ""
    return page(
      "Beregner",
      """
      <form method="get" action="/beregner">
      <label for="belob">Beløb i 1.000 kr., fx 2022=-270, 2023=-933</label>
      <input id="belob" type="text" name="belob" value="\(escaped(amounts))">
      <label for="fordeling">Fordeling, fx Ligedeling eller SUD 60 %; KFU 40 %</label>
      <input id="fordeling" type="text" name="fordeling" value="\(escaped(rule))">
      <button>Fordel</button></form>\(shown)
      """)
  }

  /// A page that says what went wrong.
  package static func failure(_ words: String) -> String {
    page("Det gik ikke", "<pre>\(escaped(words))</pre><p><a href=\"/\">Tilbage</a></p>")
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
