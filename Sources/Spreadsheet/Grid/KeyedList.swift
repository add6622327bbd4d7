/// Values for a few cells of a sheet, by the key of the cell (``CompactCell/key``): in a list, since it is
/// filled in reading order and nearly always stays empty.
package struct KeyedList<Value: Sendable>: Sendable {
  private var items: [(key: UInt64, value: Value)] = []

  package init() {}

  package var isEmpty: Bool { items.isEmpty }

  package mutating func append(_ value: Value, at key: UInt64) { items.append((key, value)) }

  package mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  /// Puts the keys in order; of two equal ones the later counts.
  package mutating func restoreOrder() {
    guard !zip(items, items.dropFirst()).allSatisfy({ $0.key < $1.key }) else { return }
    let order = items.indices.sorted { (items[$0].key, $0) < (items[$1].key, $1) }
    var sorted: [(key: UInt64, value: Value)] = []
    for index in order {
      if sorted.last?.key == items[index].key { sorted.removeLast() }
      sorted.append(items[index])
    }
    items = sorted
  }

  /// The value at `key`; found by binary search.
  package subscript(key: UInt64) -> Value? {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low].key == key ? items[low].value : nil
  }
}
