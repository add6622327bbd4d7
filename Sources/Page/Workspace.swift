import FoundationEssentials

/// The files of one visit: what was uploaded and what the tool made of it, in a folder that goes away with the
/// server.
///
/// Nothing else of the machine can be reached through it: names are made harmless when files are written, and
/// only names that stand in the folder are read.
package struct Workspace: Sendable {
  /// The name in addresses: 32 random digits.
  package let id: String
  /// The folder.
  package let folder: String

  /// A new, empty folder below `parent`.
  package init(in parent: String) throws {
    id = Workspace.random()
    folder = parent + "/" + id
    for name in ["ind", "ud"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
      )
    }
  }

  private init(id: String, folder: String) { (self.id, self.folder) = (id, folder) }

  /// The folder of an earlier visit; `nil` where there is none of that name.
  package static func existing(_ id: String, in parent: String) -> Workspace? {
    let isName = id.count == 32 && id.allSatisfy { $0.isHexDigit && $0.isASCII }
    guard isName, FileManager.default.fileExists(atPath: "\(parent)/\(id)/ind") else { return nil }
    return Workspace(id: id, folder: "\(parent)/\(id)")
  }

  /// The folder of what was uploaded.
  package var input: String { folder + "/ind" }
  /// What was uploaded: the one file, or the folder of several.
  var content: String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: input)) ?? []
    return names.count == 1 ? "\(input)/\(names[0])" : input
  }
  /// The folder of what was made.
  package var output: String { folder + "/ud" }

  /// Keeps an uploaded file under a harmless form of its name.
  package func keep(_ part: FormPart) throws {
    try write(part.bytes, to: input, name: part.file ?? part.name)
  }

  private func write(_ bytes: [UInt8], to folder: String, name: String) throws {
    var name = Workspace.harmless(name)
    var count = 1
    while FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
      count += 1
      name = "\(count)-\(Workspace.harmless(name))"
    }
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  /// Keeps a list of the visit (decisions, accounts, an extract) in place of an earlier one of that name.
  func keepList(_ name: String, _ part: FormPart) -> Bool {
    let path = "\(folder)/\(name)-\(Workspace.harmless(part.file ?? name))"
    if let old = list(name), (try? FileManager.default.removeItem(atPath: "\(output)/\(old)")) == nil {
      return false
    }
    return (try? Data(part.bytes).write(to: URL(filePath: path))) != nil
  }

  /// The path of a list of the visit, as it is seen from what is made.
  func list(_ name: String) -> String? {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .first { $0.hasPrefix(name + "-") }.map { "../\($0)" }
  }

  /// Leaves a list of the visit out again.
  func dropList(_ name: String) -> Bool {
    list(name).map { (try? FileManager.default.removeItem(atPath: "\(output)/\($0)")) != nil } ?? true
  }

  /// The lists of the visit as they are; `nil` where they cannot be looked at.
  var lists: [FileStamp]? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return FileStamp.each(of: names.filter { $0.contains("-") }, in: folder)
  }

  /// Keeps what is to be said of the files that were made last.
  func keepPage(_ html: String) -> Bool {
    (try? Data(html.utf8).write(to: URL(filePath: "\(folder)/vist.html"))) != nil
  }

  /// What was kept to be said; empty where nothing was.
  var page: String {
    (try? Data(contentsOf: URL(filePath: "\(folder)/vist.html"))).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  /// Adds a file to what was made.
  func give(_ bytes: [UInt8], as name: String) -> Bool {
    (try? Data(bytes).write(to: URL(filePath: "\(output)/\(name)"))) != nil
  }

  /// Removes what was made, or those files of it that are `old`; tells whether all of them are gone.
  func clear(_ old: (String) -> Bool = { _ in true }) -> Bool {
    made.filter(old).allSatisfy { (try? FileManager.default.removeItem(atPath: "\(output)/\($0)")) != nil }
  }

  /// The names of what was made, sorted.
  package var made: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  /// The bytes of a file that was made; `nil` for any other name.
  package func bytes(of name: String) -> [UInt8]? {
    guard made.contains(name) else { return nil }
    return (try? Data(contentsOf: URL(filePath: "\(output)/\(name)"))).map { Array($0) }
  }

  /// A name without slashes, control characters and leading points, of at most 120 letters.
  package static func harmless(_ name: String) -> String {
    let kept = name.filter { letter in
      letter != "/" && letter != "\\"
        && !letter.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
    let tidy = String(kept.drop { $0 == "." || $0 == " " || $0 == "-" }.suffix(120))
    return tidy.isEmpty ? "fil" : tidy
  }

  /// 32 random hexadecimal digits from the system's generator.
  package static func random() -> String {
    (0..<32).map { _ in String(Int.random(in: 0..<16), radix: 16) }.joined()
  }
}
