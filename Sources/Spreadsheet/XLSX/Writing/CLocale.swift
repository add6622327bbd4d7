#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
private import CXLSXWriter

/// The "C" locale for calls into libxlsxwriter, which prints numbers with the locale of the process: under a
/// Danish one it would write `1234,5`.
///
/// Only the calling thread is switched, and only for the call.
enum CLocale {
  /// Runs `body` on this thread under the "C" locale.
  @inline(__always)
  static func run<Result>(_ body: () -> Result) -> Result {
    let previous = uselocale(plain.locale)
    defer { uselocale(previous) }
    return body()
  }

  /// A locale object is never changed after it is made, and is used by any thread.
  private struct Shared: @unchecked Sendable {
    let locale: locale_t?
  }

  private static let plain = Shared(locale: cxlsxwriter_new_c_locale())
}
