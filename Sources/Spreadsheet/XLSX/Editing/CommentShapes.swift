/// The drawing part that holds the boxes of a sheet's comments (VML, which some programs do not write as
/// well-formed XML: it is edited as text).
struct CommentShapes {
  private(set) var text: String
  private(set) var isChanged = false

  /// What a comment's box needs to know.
  struct Box {
    var cell: CellAddress
    /// Left column, offset, top row, offset, right column, offset, bottom row, offset; columns and rows
    /// counted from 0.
    var anchor: [Int]
  }

  /// The drawing in `bytes`; one that has no end cannot be edited.
  init?(_ bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("</xml>") else { return nil }
  }

  /// A drawing without boxes, with the block of numbers for shapes that is its own.
  init(block: Int) {
    text = """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="\(block)"/></o:shapelayout></xml>
      """
    firstNumber = block * 1024 + 1
  }

  /// The number of the first shape in a drawing that has none.
  private var firstNumber = 1025

  /// Whether the drawing shows anything.
  var hasShapes: Bool {
    guard let root = outline else {
      return [
        "<v:shape ", "<v:shape\n", "<v:shape\r", "<v:rect", "<v:oval", "<v:line", "<v:group", "<v:image",
        "<v:roundrect",
      ]
      .contains(where: text.contains)
    }
    return root.children.contains { !["shapelayout", "shapetype"].contains($0.name) }
  }

  /// The elements, if the drawing is well-formed.
  private var outline: XMLElement? { try? XMLElement.parse(Array(text.utf8), part: "vml", limits: .init()) }

  /// Takes away the boxes of the comments on `cells`.
  mutating func remove(_ cells: Set<CellAddress>) {
    guard let root = outline else {
      removeFromText(cells)
      return
    }
    let ours = root.children.filter { CommentShapes.cell(of: $0).map(cells.contains) ?? false }
    if ours.isEmpty { return }
    var bytes = Array(text.utf8)
    for shape in ours.reversed() { bytes.removeSubrange(shape.range) }
    text = String(decoding: bytes, as: UTF8.self)
    isChanged = true
  }

  /// The cell of a comment's box; `nil` for other shapes.
  private static func cell(of shape: XMLElement) -> CellAddress? {
    guard shape.name == "shape", let data = shape.child("ClientData"), data["ObjectType"] == "Note",
      let row = data.child("Row").flatMap({ Int($0.text.filter { !$0.isWhitespace }) }),
      (0..<1_048_576).contains(row),
      let column = data.child("Column").flatMap({ Int($0.text.filter { !$0.isWhitespace }) }),
      (0..<16_384).contains(column)
    else { return nil }
    return CellAddress(row: row + 1, column: column + 1)
  }

  private mutating func removeFromText(_ cells: Set<CellAddress>) {
    var kept = ""
    var rest = text[...]
    while let start = CommentShapes.shapeStart(in: rest),
      let end = rest[start...].firstRange(of: "</v:shape>")
    {
      let shape = rest[start..<end.upperBound]
      if CommentShapes.cell(of: shape).map(cells.contains) ?? false {
        kept += rest[..<start]
        isChanged = true
      } else {
        kept += rest[..<end.upperBound]
      }
      rest = rest[end.upperBound...]
    }
    text = kept + rest
  }

  /// Adds boxes, hidden until the reader points at the cell.
  mutating func add(_ boxes: [Box]) {
    guard let end = text.ranges(of: "</xml>").last?.lowerBound else { return }
    var number = max(firstNumber, (CommentShapes.numbers(in: text).max() ?? 0) + 1)
    var added = text.contains("id=\"_x0000_t202\"") ? "" : CommentShapes.boxType
    for box in boxes {
      added += CommentShapes.shape(box, number)
      number += 1
    }
    text = text[..<end] + CommentShapes.declaring(added, missingIn: text) + text[end...]
    isChanged = true
  }

  /// The name of the kind of box; every comment refers to it.
  private static let boxType = """
    <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
    <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
    """

  private static func shape(_ box: Box, _ number: Int) -> String {
    let anchor = box.anchor.map(String.init).joined(separator: ", ")
    return """
      <v:shape id="_x0000_s\(number)" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:240pt;height:90pt;\
      z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" \
      obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(anchor)</x:Anchor><x:AutoFill>False</x:AutoFill>\
      <x:Row>\(box.cell.row - 1)</x:Row><x:Column>\(box.cell.column - 1)</x:Column></x:ClientData></v:shape>
      """
  }

  /// `shapes` inside an element that declares the prefixes which the drawing does not; the bare text where it
  /// declares all three.
  private static func declaring(_ shapes: String, missingIn text: String) -> String {
    let names = [
      ("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office"),
      ("x", "urn:schemas-microsoft-com:office:excel"),
    ]
    let root = text.firstRange(of: "<xml").map { text[$0.upperBound...].prefix { $0 != ">" } } ?? ""
    let missing = names.filter { !root.contains("xmlns:\($0.0)=") }.map { " xmlns:\($0.0)=\"\($0.1)\"" }
      .joined()
    if missing.isEmpty { return shapes }
    return shapes.replacing("<v:shapetype ", with: "<v:shapetype\(missing) ").replacing(
      "<v:shape ", with: "<v:shape\(missing) ")
  }

  private static func shapeStart(in text: Substring) -> String.Index? {
    var rest = text
    while let found = rest.firstRange(of: "<v:shape") {
      if let next = rest[found.upperBound...].first, next.isWhitespace { return found.lowerBound }
      rest = rest[found.upperBound...]
    }
    return nil
  }

  /// The cell of a comment's box; `nil` for other shapes.
  private static func cell(of shape: Substring) -> CellAddress? {
    guard shape.contains("ObjectType=\"Note\"") || shape.contains("ObjectType='Note'"),
      let row = number("Row", in: shape),
      let column = number("Column", in: shape), (0..<1_048_576).contains(row), (0..<16_384).contains(column)
    else { return nil }
    return CellAddress(row: row + 1, column: column + 1)
  }

  private static func number(_ element: String, in shape: Substring) -> Int? {
    guard let start = shape.firstRange(of: "<x:\(element)>") else { return nil }
    return Int(String(shape[start.upperBound...].prefix { $0 != "<" }.filter { !$0.isWhitespace }))
  }

  /// The numbers of all shapes: 1025 of `_x0000_s1025`.
  private static func numbers(in text: String) -> [Int] {
    text.split(separator: "_x0000_s").dropFirst().compactMap {
      Int32($0.prefix { $0.isASCII && $0.isNumber }).map(Int.init)
    }
  }
}
