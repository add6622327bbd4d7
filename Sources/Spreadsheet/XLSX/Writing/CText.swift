#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// C copies of several texts at once, for structures with pointers to text.
enum CText {
  /// Runs `body` with a C text for each of `texts` (none for `nil`), which live until it returns.
  static func with<Result>(_ texts: [String?], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    let copies = texts.map { $0.flatMap { strdup($0) } }
    defer { for copy in copies { free(copy) } }
    return body(copies)
  }
}
