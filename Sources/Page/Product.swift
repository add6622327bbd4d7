import Kvantum

/// Something that can be made of a round and downloaded: a command of the tool, and the files that it writes.
struct Product: Sendable {
  /// The value of the choice.
  var name: String
  /// What it is, for people.
  var label: String
  /// The command and where it writes to.
  var arguments: [String]
  /// Whether it takes a rounding policy.
  var isRounded = false
  /// How the names of its files begin; `nil` where they are the numbers of the proposals.
  var start: String?

  /// What is made for everybody, in the order of the choice. Another one is another line here.
  static let all = [
    Product(
      name: "tabeller", label: "Tabellerne for hvert forslag",
      arguments: ["export", "../ind", "--tables", "all", "-o", "."], isRounded: true),
    Product(
      name: "oversigt", label: "Oversigten (Bilag 2)",
      arguments: ["overview", "../ind", "-o", "bilag2.xlsx"],
      start: "bilag2."),
    Product(
      name: "bilag", label: "Bilag til beslutningen, udvalg for udvalg",
      arguments: ["annex", "../ind", "-o", "bilag.xlsx"], isRounded: true, start: "bilag."),
    Product(
      name: "status", label: "Status som regneark", arguments: ["status", "../ind", "-o", "status.xlsx"],
      start: "status."),
    Product(
      name: "hovedbog", label: "Tallenes vej som regneark",
      arguments: ["ledger", "../ind", "-o", "tallenes-vej.xlsx"], start: "tallenes-vej."),
  ]

  /// The corrections in the layout of a profile that comes with the tool; `nil` for any other name. The
  /// readable one is a workbook; the others have the name that says layout and mode.
  static func corrections(_ profile: String) -> Product? {
    guard let layout = LayoutLibrary.all.first(where: { $0.id == profile }) else { return nil }
    let isReadable = layout == LayoutLibrary.readable
    return Product(
      name: "korrektioner", label: layout.name,
      arguments: [
        "corrections", "../ind", "--profile", layout.id, "-o", isReadable ? "korrektioner.xlsx" : "./",
      ], isRounded: true, start: isReadable ? "korrektioner" : "korrektioner-\(layout.id)")
  }

  /// The comparison with what was posted; the extract is sent with it.
  static func reconciliation(_ extract: String) -> Product {
    Product(
      name: "afstemning", label: "Afstemning",
      arguments: ["reconcile", "../ind", "--extract", extract, "-o", "afstemning.xlsx"],
      start: "afstemning.")
  }

  /// How the names of all files begin that are not named by a proposal.
  private static let starts = all.compactMap(\.start) + ["korrektioner", "afstemning.", "beslutninger."]
  /// How the files of the layouts begin that are not the readable one.
  private static let layouts = LayoutLibrary.all.dropFirst().map { "korrektioner-\($0.id)" }

  /// Whether a file is one of this product's, so that an earlier run's must go before it is made again.
  func makes(_ file: String) -> Bool {
    guard let start else { return !Product.starts.contains { file.hasPrefix($0) } }
    let isOfLayout = Product.layouts.contains { file.hasPrefix($0) }
    return file.hasPrefix(start) && (start != "korrektioner" || !isOfLayout)
  }
}
