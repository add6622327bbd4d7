/// The package of a workbook or document under edit: parts are read, replaced, added and removed; what is not
/// touched keeps its bytes.
package struct PackageEditor {
  private let input: [UInt8]
  private let package: XLSXPackage
  /// The new content of parts, by name; `nil` for one that is removed.
  private var staged: [String: [UInt8]?] = [:]

  /// Begins with the file in `bytes`.
  package init(_ bytes: [UInt8], limits: ReadLimits = .init()) throws(SpreadsheetError) {
    input = bytes
    package = try XLSXPackage(WorkbookInput(bytes: bytes, limits: limits), limits: limits)
  }

  package var limits: ReadLimits { package.limits }

  /// Whether the package has the part.
  package func has(_ name: String) -> Bool {
    if let change = staged[key(name)] { return change != nil }
    return package.directory[name] != nil
  }

  /// The text of a part, in UTF-8.
  package func text(_ name: String) throws(SpreadsheetError) -> [UInt8] {
    if let change = staged[key(name)] {
      guard let change else { throw .damaged(part: name, .missing) }
      return change
    }
    return XMLText.withUTF8Declaration(try package.text(package.entry(name)))
  }

  /// A part to be edited.
  /// - Parameter skipping: names of elements whose content is not looked at.
  package func xml(_ name: String, skipping: Set<String> = []) throws(SpreadsheetError) -> XMLPart {
    try XMLPart(text(name), name: name, limits: limits, skipping: skipping)
  }

  /// Keeps the edits of a part, if there are any.
  package mutating func keep(_ part: XMLPart) { if part.isChanged { set(part.name, part.edited()) } }

  /// Replaces or adds a part.
  package mutating func set(_ name: String, _ bytes: [UInt8]) { staged[key(name)] = .some(bytes) }

  /// Removes a part and its relationships.
  package mutating func remove(_ name: String) {
    staged[key(name)] = .some(nil)
    let relationships = PackageEditor.relationshipsPart(of: name)
    if has(relationships) { staged[key(relationships)] = .some(nil) }
  }

  /// The file with all changes; the very input if there are none.
  package func packed() throws(SpreadsheetError) -> [UInt8] {
    if staged.isEmpty { return input }
    let archive = try ZipRewriter(Array(input.dropFirst(package.start)))
    for (name, change) in staged.sorted(by: { $0.key < $1.key }) {
      switch (package.directory[name], change) {
      case (let entry?, let bytes?): try archive.replace(entry.index, name: entry.name, with: bytes)
      case (let entry?, nil): try archive.remove(entry.index, name: entry.name)
      case (nil, let bytes?): try archive.add(name, bytes)
      case (nil, nil): break
      }
    }
    return try archive.finished()
  }

  /// The name under which a part is staged: that of its entry, if the file has one.
  private func key(_ name: String) -> String { package.directory[name]?.name ?? name }
}

// MARK: - Relationships and content types

extension PackageEditor {
  /// The part that holds the relationships of the part `name` (the package's own for `""`).
  package static func relationshipsPart(of name: String) -> String {
    let folder = name.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    return folder + "_rels/" + (name.split(separator: "/").last ?? "") + ".rels"
  }

  /// The relationships of the part `name` as they stand now.
  package func relationships(of name: String) throws(SpreadsheetError) -> [Relationship] {
    let part = PackageEditor.relationshipsPart(of: name)
    guard has(part) else { return [] }
    var tokenizer = XMLTokenizer(MemorySource(try text(part)), part: part, limits: limits)
    return try Relationship.readAll(&tokenizer, base: name)
  }

  /// Relates the part `name` to `target` and tells the new relationship's id.
  package mutating func relate(_ name: String, to target: String, kind: String, _ vocabulary: Vocabulary)
    throws(SpreadsheetError) -> String
  {
    let part = PackageEditor.relationshipsPart(of: name)
    if !has(part) {
      let root =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"
      set(part, Array((XMLText.declaration + root).utf8))
    }
    var xml = try xml(part)
    let taken = Set(xml.root.children.compactMap { $0["Id"] })
    let id = (1...taken.count + 1).lazy.map { "rId\($0)" }.first { !taken.contains($0) } ?? "rIdFordel"
    let address = XMLText.escaped(PackageEditor.path(from: name, to: target))
    xml.append(
      "<\(xml.prefix)Relationship Id=\"\(id)\" Type=\"\(vocabulary.relationships)/\(kind)\" Target=\"\(address)\"/>",
      to: xml.root)
    keep(xml)
    return id
  }

  /// Takes away the relationship `id` of the part `name`.
  package mutating func unrelate(_ name: String, id: String) throws(SpreadsheetError) {
    var xml = try xml(PackageEditor.relationshipsPart(of: name))
    guard let element = xml.root.children.first(where: { $0["Id"] == id }) else { return }
    if xml.root.children.count == 1 {
      staged[key(xml.name)] = .some(nil)
    } else {
      xml.remove(element.range)
      keep(xml)
    }
  }

  /// Says what kind of part `name` is.
  package mutating func declare(_ name: String, type: String) throws(SpreadsheetError) {
    var xml = try xml("[Content_Types].xml")
    guard !xml.root.children.contains(where: { PackageEditor.isOverride($0, of: name) }) else { return }
    xml.append(
      "<\(xml.prefix)Override PartName=\"/\(XMLText.escaped(name))\" ContentType=\"\(type)\"/>", to: xml.root)
    keep(xml)
  }

  /// Says what kind all parts of an extension are, or, where the file says otherwise, `name` alone.
  package mutating func declare(
    _ name: String, extension ending: String, type: String
  ) throws(SpreadsheetError) {
    var xml = try xml("[Content_Types].xml")
    let existing = xml.root.children.first { $0.name == "Default" && $0["Extension"]?.lowercased() == ending }
    if let existing {
      if existing["ContentType"] != type { try declare(name, type: type) }
      return
    }
    xml.insert(
      "<\(xml.prefix)Default Extension=\"\(ending)\" ContentType=\"\(type)\"/>", as: "Default",
      order: ["Default", "Override"])
    keep(xml)
  }

  /// Forgets the kind of a part that is removed.
  package mutating func undeclare(_ name: String) throws(SpreadsheetError) {
    var xml = try xml("[Content_Types].xml")
    for element in xml.root.children where PackageEditor.isOverride(element, of: name) {
      xml.remove(element.range)
    }
    keep(xml)
  }

  private static func isOverride(_ element: XMLElement, of name: String) -> Bool {
    element.name == "Override" && element["PartName"]?.lowercased() == "/" + name.lowercased()
  }

  /// How the relationships of `base` name the part `target`: `../comments1.xml`.
  private static func path(from base: String, to target: String) -> String {
    let folders = base.split(separator: "/").dropLast()
    let steps = target.split(separator: "/")
    let shared = zip(folders, steps).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folders.count - shared) + steps.dropFirst(shared).map(String.init))
      .joined(separator: "/")
  }

  /// The first name `before1after`, `before2after` … that no part has.
  package func unusedName(_ before: String, _ after: String) -> String {
    var number = 1
    while has("\(before)\(number)\(after)") { number += 1 }
    return "\(before)\(number)\(after)"
  }
}
