/// An `.xlsx` file whose directory is known: opens its parts, and keeps count of what they unpack to.
///
/// Several threads can open parts of it at the same time.
package final class XLSXPackage: Sendable {
  let input: WorkbookInput
  let limits: ReadLimits
  package let directory: PackageDirectory
  /// Bytes before the ZIP file itself.
  let start: Int
  private let archives: ZipArchives

  package init(_ input: WorkbookInput, limits: ReadLimits) throws(SpreadsheetError) {
    self.input = input
    self.limits = limits
    start = try FileSniffing(input: input, limits: limits).requireZip()
    archives = ZipArchives(input, start: start)
    let archive = try archives.take()
    if archive.count > limits.entries { throw limits.exceeded(.entries, in: "ZIP") }
    directory = PackageDirectory(archive)
    archives.giveBack(archive)
  }

  /// The entry for the part `name`, which has to be there, once, and of bearable size.
  package func entry(_ name: String) throws(SpreadsheetError) -> PackageDirectory.Entry {
    guard let entry = directory[name] else { throw .damaged(part: name, .missing) }
    if entry.isDuplicate { throw .damaged(part: entry.name, .duplicate) }
    if entry.size > limits[.inflatedBytes] { throw limits.exceeded(.inflatedBytes, in: entry.name) }
    if entry.size > limits[.partBytes] { throw limits.exceeded(.partBytes, in: entry.name) }
    return entry
  }

  /// Opens a part's XML; if `inBackground`, it is unpacked on a thread of its own.
  package func tokenizer(_ entry: PackageDirectory.Entry, inBackground: Bool = false) throws(SpreadsheetError)
    -> XMLTokenizer
  {
    let source: any ByteSource =
      if inBackground { BackgroundSource { [self] () throws(SpreadsheetError) in try open(entry) } } else {
        try open(entry)
      }
    return XMLTokenizer(
      source, part: entry.name, limits: limits, blockSize: min(max(entry.size + 64, 1 << 10), 1 << 17))
  }

  /// The whole text of a part, in UTF-8 whatever its encoding.
  package func text(_ entry: PackageDirectory.Entry) throws(SpreadsheetError) -> [UInt8] {
    let source = try open(entry)
    var text: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let outcome = block.withUnsafeMutableBytes { buffer in
        Result { () throws(SpreadsheetError) in try source.read(into: buffer) }
      }
      let count = try outcome.get()
      if count == 0 { return text }
      text += block[..<count]
      if text.count > limits[.partBytes] { throw limits.exceeded(.partBytes, in: entry.name) }
    }
  }

  private func open(_ entry: PackageDirectory.Entry) throws(SpreadsheetError) -> any ByteSource {
    TextSource(try ZipPart(archives, index: entry.index, part: entry.name), part: entry.name)
  }

  /// The relationships of the part `name` (the package's own for `""`), by their `Id`; none if the file has
  /// no such part.
  package func relationships(of name: String) throws(SpreadsheetError) -> [Relationship] {
    let folder = name.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let part = folder + "_rels/" + (name.split(separator: "/").last ?? "") + ".rels"
    guard directory[part] != nil else { return [] }
    var tokenizer = try tokenizer(entry(part))
    var relationships = try Relationship.readAll(&tokenizer, base: name)
    for index in relationships.indices {
      guard directory[relationships[index].target] == nil else { continue }
      guard let found = relationships[index].otherTargets(base: name).first(where: { directory[$0] != nil })
      else { continue }
      relationships[index].target = found
    }
    return relationships
  }
}

/// A reference from one part to another.
package struct Relationship: Sendable {
  package var id: String
  /// The last step of the type's address, the same in strict and transitional files: `worksheet`, `styles`.
  package var kind: String
  /// The part that is meant; web addresses and the like are left out.
  package var target: String
  /// The target as written.
  package var spelled: String

  /// What else the target can mean: some programs write escapes that are none, or forget the slash of an
  /// absolute path.
  func otherTargets(base: String) -> [String] {
    [PackageDirectory.resolve(spelled, against: base), PackageDirectory.withoutPercentEscapes(spelled)]
  }

  static func readAll(_ tokenizer: inout XMLTokenizer, base: String) throws(SpreadsheetError)
    -> [Relationship]
  {
    var relationships: [Relationship] = []
    while true {
      let token = try tokenizer.next()
      if token == .finished { return relationships }
      guard token == .start, tokenizer.name == .relationship else { continue }
      guard let id = try tokenizer.string(.id), let target = try tokenizer.string(.target) else { continue }
      if try tokenizer.string(.targetMode) == "External" { continue }
      // Each leads to an entry, so there cannot sensibly be more.
      if relationships.count >= tokenizer.limits[.entries] {
        throw tokenizer.limits.exceeded(.entries, in: tokenizer.part)
      }
      let type = try tokenizer.string(.type) ?? ""
      let kind = type.lastIndex(of: "/").map { String(type[type.index(after: $0)...]) } ?? type
      let path = PackageDirectory.withoutPercentEscapes(target)
      relationships.append(
        Relationship(
          id: id, kind: kind, target: PackageDirectory.resolve(path, against: base), spelled: target))
    }
  }
}

extension XMLName {
  static let relationship = XMLName("Relationship")
  static let id = XMLName("Id")
  static let target = XMLName("Target")
  static let targetMode = XMLName("TargetMode")
  static let type = XMLName("Type")
}
