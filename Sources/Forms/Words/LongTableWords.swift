/// Words of the long CSV that are no short names of tables.
package enum LongTableWords {
  /// What stands in the column `Tabel` of the stated måltalseffekt.
  package static let target = "Måltal"
}
