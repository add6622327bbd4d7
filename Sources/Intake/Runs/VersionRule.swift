/// Which files are used where one proposal comes in several times.
public enum VersionRule: Hashable, Sendable {
  /// One file of each proposal. The same content again is one. Where all files of a proposal have a field
  /// `Version`, the highest is used. Otherwise different content is an error for all of them, and none is
  /// used; with `--allow-incomplete` the one that was changed last, unless two were changed at the same time.
  case oneOfEach
  /// Every file, as for tables that several departments return.
  case all
}
