/// The kinds of documents that can be read.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// `.docx` and `.docm`.
  case word
  /// `.odt`, `.fodt`.
  case openDocumentText
  /// A web page, or what is pasted from one.
  case html
  /// Text with tables drawn by bars.
  case markdown
  /// Text whose tables are separated by tabs.
  case tabText
  /// Text that was copied or extracted from a printed page.
  case printedText
  /// A PDF document.
  case pdf
}
