import Spreadsheet
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc

  /// Each test runs in a process of its own, since the locale and the time zone belong to the whole process.
  @Suite struct LocaleTests {
    /// The locale is made from glibc's sources, which the package `locales` brings.
    static let canMakeLocale =
      FileManager.default.isExecutableFile(atPath: "/usr/bin/localedef")
      && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/da_DK")

    /// Makes this process a Danish one, in which C prints 1234.5 as `1234,5`; `nil` where that did not work.
    static func becomeDanish() throws -> TemporaryFolder? {
      let folder = try TemporaryFolder()
      let maker = try Process.run(
        URL(filePath: "/usr/bin/localedef"),
        arguments: ["-i", "da_DK", "-f", "UTF-8", folder.path("da_DK.UTF-8")])
      maker.waitUntilExit()
      setenv("LOCPATH", folder.url.path(percentEncoded: false), 1)
      guard setlocale(LC_ALL, "da_DK.UTF-8") != nil, decimalSign == "," else { return nil }
      return folder
    }

    /// What C prints between whole and decimals on this thread.
    static var decimalSign: String { localeconv().pointee.decimal_point.map { String(cString: $0) } ?? "" }

    @Test(.enabled(if: canMakeLocale)) func `under a Danish locale the workbook has the same bytes`() async {
      await #expect(processExitsWith: .success) {
        let folder = try TemporaryFolder()
        try WholeWorkbookTests.write(to: folder.path("plain.xlsx"))
        let locale = try #require(try LocaleTests.becomeDanish())
        try WholeWorkbookTests.write(to: folder.path("danish.xlsx"))
        #expect(try folder.bytes("plain.xlsx") == folder.bytes("danish.xlsx"))
        // The caller's own locale is what it was.
        #expect(LocaleTests.decimalSign == ",")
        _ = locale
      }
    }

    @Test(.enabled(if: canMakeLocale))
    func `under a Danish locale numbers are read and written with the right sign`() async {
      await #expect(processExitsWith: .success) {
        let locale = try #require(try LocaleTests.becomeDanish())
        let number = DecimalNumber(mantissa: -12755, scale: 1)
        let written = try WrittenWorkbook { writer, sheet in try writer.write(number, at: .first, in: sheet) }
        #expect(written.sheetXML.contains("<v>-1275.5</v>"))
        #expect(try written.cell("A1")?.value == .number("-1275.5"))
        #expect(DecimalNumber(mantissa: 1, scale: 25).spreadsheetValue == 1e-25)
        #expect(CSVWriter.bytes(of: [[.number(number)]], in: .rfc4180) == Array("-1275.5\r\n".utf8))
        #expect(
          CSVWriter.bytes(of: [[.number(number)]], in: .excelDanish).suffix(9)
            == Array("-1275,5\r\n".utf8)[...])
        _ = locale
      }
    }

    @Test(.enabled(if: canMakeLocale)) func `other threads write under a Danish locale too`() async {
      await #expect(processExitsWith: .success) {
        let folder = try TemporaryFolder()
        try WholeWorkbookTests.write(to: folder.path("plain.xlsx"))
        let locale = try #require(try LocaleTests.becomeDanish())
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 0..<8 {
            group.addTask { try WholeWorkbookTests.write(to: folder.path("\(number).xlsx")) }
          }
          try await group.waitForAll()
        }
        for number in 0..<8 { #expect(try folder.bytes("\(number).xlsx") == folder.bytes("plain.xlsx")) }
        _ = locale
      }
    }

    @Test func `in another time zone the workbook has the same bytes`() async {
      await #expect(processExitsWith: .success) {
        let folder = try TemporaryFolder()
        for zone in ["UTC", "Asia/Tokyo", "America/New_York"] {
          setenv("TZ", zone, 1)
          tzset()
          try WholeWorkbookTests.write(to: folder.path("one.xlsx"))
          try WholeWorkbookTests.write(to: folder.path(zone.prefix(3) + ".xlsx"))
          #expect(try folder.bytes("UTC.xlsx") == folder.bytes(zone.prefix(3) + ".xlsx"))
        }
      }
    }
  }
#endif
