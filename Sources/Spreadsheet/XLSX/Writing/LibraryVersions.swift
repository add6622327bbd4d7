private import CXLSXWriter
private import CZip

/// The versions of the two C libraries that the program has loaded, for reports of mistakes.
package enum LibraryVersions {
  /// The version of libzip, such as `1.7.3`. The corresponding C function is `zip_libzip_version`.
  package static var zip: String { String(cString: zip_libzip_version()) }

  /// The version of libxlsxwriter, such as `1.1.4`. The corresponding C function is `lxw_version`.
  package static var xlsxWriter: String { lxw_version().map { String(cString: $0) } ?? "unknown" }
}
