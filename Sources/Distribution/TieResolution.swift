/// Makes the optimum unique: of all optimal tables, the one that rounds away from zero first in the earliest year, and within a year in the order of the rows.
///
/// Only arcs with a reduced cost of 0 can differ between optimal tables. Cell after cell is turned to its wanted side where a cycle of such arcs allows it,
/// and then held. A search that fails parts the nodes it reached from the others for good: no later cycle can leave a set that no arc leaves. So all
/// failing searches together cost little more than one per node.
struct TieResolution {
  private let tails: [Int32]
  private let heads: [Int32]
  private(set) var isLifted: [Bool]
  private var isHeld: [Bool]
  private let starts: [Int32]
  private let ends: [Int32]
  /// Before this place a node's arcs are all held.
  private var firstLive: [Int32]
  private var parts: [Int32]
  private var partCount: Int32 = 1
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  private var cursors: [Int32]

  /// `isTied` says which arcs can differ.
  init(tails: [Int32], heads: [Int32], isLifted: [Bool], isTied: [Bool], nodes: Int) {
    self.tails = tails
    self.heads = heads
    self.isLifted = isLifted
    isHeld = isTied.map { !$0 }
    (starts, ends) = ArcEnds.sorted(tails: tails, heads: heads, nodes: nodes)
    firstLive = starts
    cursors = starts
    parts = Array(repeating: 0, count: nodes)
    stamps = Array(repeating: 0, count: nodes)
  }

  /// Turns `arc` to `wanted` if any optimal table has it there along with all arcs held so far, and holds it.
  mutating func settle(_ arc: Int, wanted: Bool) {
    guard !isHeld[arc] else { return }
    isHeld[arc] = true
    let (row, year) = (Int(heads[arc]), Int(tails[arc]))
    skipHeld(year)
    guard isLifted[arc] != wanted, let path = path(from: row, to: year, forward: wanted) else { return }
    for step in path { isLifted[step].toggle() }
    isLifted[arc] = wanted
  }

  private mutating func skipHeld(_ node: Int) {
    while firstLive[node] < starts[node + 1], isHeld[Int(ends[Int(firstLive[node])] >> 1)] { firstLive[node] += 1 }
  }

  /// A path of arcs that can be turned, from `start` to `goal`, or against them if not `forward`. Without one, the nodes reached become a part of their own.
  private mutating func path(from start: Int, to goal: Int, forward: Bool) -> [Int]? {
    guard parts[start] == parts[goal] else { return nil }
    stamp += 1
    stamps[start] = stamp
    var reached = [start]
    var stack = [start]
    var path: [Int] = []
    cursors[start] = starts[start + 1]
    while let node = stack.last {
      guard let (arc, other) = nextStep(at: node, forward) else {
        stack.removeLast()
        _ = path.popLast()
        continue
      }
      path.append(arc)
      if other == goal { return path }
      stamps[other] = stamp
      reached.append(other)
      stack.append(other)
      skipHeld(other)
      cursors[other] = starts[other + 1]
    }
    for node in reached { parts[node] = partCount }
    partCount += 1
    return nil
  }

  /// The next arc from `node` to a node of the same part that has not been reached yet; later arcs first, since earlier cells are held first.
  private mutating func nextStep(at node: Int, _ forward: Bool) -> (arc: Int, other: Int)? {
    while cursors[node] > firstLive[node] {
      cursors[node] -= 1
      let entry = ends[Int(cursors[node])]
      let arc = Int(entry >> 1)
      let isTail = entry & 1 == 0
      guard !isHeld[arc], (isLifted[arc] != isTail) == forward else { continue }
      let other = Int(isTail ? heads[arc] : tails[arc])
      if stamps[other] != stamp, parts[other] == parts[node] { return (arc, other) }
    }
    return nil
  }
}
