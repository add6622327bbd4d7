import FoundationEssentials

/// How one number came about, in the words of `fordel explain`, every cell that they name a link to it in the
/// drawn sheet.
struct ExplanationView {
  /// The text of the explanation.
  let text: String
  /// The sheet and cell of each place that it names.
  let places: Set<[String]>
  /// The address of the drawn sheets.
  let numbers: String
  /// The names of the drawn sheets.
  let sheets: [String]

  /// The places in the JSON of an explanation.
  static func places(in json: [UInt8]) -> Set<[String]> {
    var found: Set<[String]> = []
    if let tree = try? JSONDecoder().decode(Tree.self, from: Data(json)) { tree.collect(into: &found) }
    return found
  }

  /// The words, first the table, then each cell.
  var html: String {
    let blocks = text.split(separator: "\n\n").map { block in
      "<pre class=\"words\">\(linked(PageViews.escaped(String(block))))</pre>"
    }
    return "<div class=\"explained\">\(blocks.joined())</div>"
  }

  private func linked(_ text: String) -> String {
    // The longest first: `Tabel 1!D4` stands in `Tabel 1!D40`.
    let names = places.sorted { $0[1].count > $1[1].count }
    var text = text
    for (index, place) in names.enumerated() {
      text = text.replacing(PageViews.escaped("\(place[0])!\(place[1])"), with: "\u{1}\(index)\u{2}")
    }
    for (index, place) in names.enumerated() {
      let shown = PageViews.escaped("\(place[0])!\(place[1])")
      let link = sheets.firstIndex(of: place[0]).map { sheet in
        "<a href=\"\(numbers)#\(NumbersView.id(sheet, PageViews.escaped(place[1])))\">\(shown)</a>"
      }
      text = text.replacing("\u{1}\(index)\u{2}", with: link ?? shown)
    }
    return text
  }

  /// JSON of any form, of which only the places matter.
  private enum Tree: Decodable {
    case object([String: Tree])
    case list([Tree])
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let object = try? container.decode([String: Tree].self) {
        self = .object(object)
      } else if let list = try? container.decode([Tree].self) {
        self = .list(list)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .other
      }
    }

    func collect(into found: inout Set<[String]>) {
      switch self {
      case .object(let object):
        if case .text(let sheet)? = object["sheet"], case .text(let cell)? = object["cell"] {
          found.insert([sheet, cell])
        }
        for tree in object.values { tree.collect(into: &found) }
      case .list(let list): for tree in list { tree.collect(into: &found) }
      case .text, .other: break
      }
    }
  }
}
