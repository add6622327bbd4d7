/// The address of a link, in the form that libxlsxwriter takes.
enum LinkAddress {
  /// `target` as `https://…`, `mailto:…` or `internal:'Sheet'!A1`.
  static func checked(_ target: LinkTarget) throws(XLSXWriteError) -> String {
    switch target {
    case .url(let url): try checked(url: url)
    case .cell(let address, let sheet): try checked(address, sheet: sheet)
    }
  }

  private static func checked(url: String) throws(XLSXWriteError) -> String {
    let folded = url.lowercased()
    guard ["https://", "http://", "mailto:"].contains(where: { folded.hasPrefix($0) && folded != $0 }) else {
      throw XLSXWriteError(
        .invalid(what: "the link to '\(url)'", problem: "does not begin with https://, http:// or mailto:"))
    }
    // libxlsxwriter takes these words for its own signs, wherever they stand.
    guard !url.contains("internal:"), !url.contains("external:") else {
      throw XLSXWriteError(
        .invalid(
          what: "the link to '\(url)'",
          problem: "contains 'internal:' or 'external:'; write %3A for the colon"))
    }
    // Each of these becomes three bytes.
    let escaped = url.utf8.count(where: { #" "<>[]`^{}%"#.utf8.contains($0) })
    try Checks.attribute(
      url, what: "the address of the link", limit: SheetLimits.attributeLength - 2 * escaped)
    return url
  }

  private static func checked(_ address: CellAddress, sheet: String) throws(XLSXWriteError) -> String {
    try Checks.address(address, sheet: sheet)
    try SheetNames.check(sheet, taken: EmptyCollection<String>())
    guard !sheet.contains("#") else {
      throw XLSXWriteError(
        .invalid(what: "the link to the sheet '\(sheet)'", problem: "is not possible, its name contains #"))
    }
    return "internal:\(SheetNames.quoted(sheet))!\(address)"
  }
}
