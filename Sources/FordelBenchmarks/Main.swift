import Spreadsheet

#if canImport(Glibc)
  import Glibc
#endif

@main enum Main {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let format = GridLines.Format(rawValue: arguments[1]) else { exit(64) }
    do {
      let count = try GridLines(format: format).write(XLSXFile(path: arguments[2])) { Glibc.write(1, $0.baseAddress, $0.count) }
      if format == .count { print("sheets=\(count.sheets) rows=\(count.rows) cells=\(count.cells)") }
    } catch {
      print("error: \(error)")
      exit(65)
    }
  }
}
